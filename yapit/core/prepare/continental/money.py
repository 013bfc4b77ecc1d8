"""Sums of money, with the currency before or behind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from yapit.core.prepare.continental.fragments import NUMBER, START
from yapit.core.prepare.continental.nouns import Noun
from yapit.core.prepare.continental.numbers import Numbers, is_one, parts
from yapit.core.prepare.rules import Rule, Said


@dataclass(frozen=True, slots=True)
class Money:
    currencies: Mapping[str, Noun]
    scales: Mapping[str, Noun]
    """What is written between an amount and its currency: "Mio.", "million"."""

    of: str = ""
    """Between millions and the currency."""

    of_vowel: str = ""
    """The same before a vowel, with what parts it from the currency."""

    cent: Noun | None = None
    """What the larger currencies are made of; said where there is nothing else: "99 cents"."""

    cents: str = " "
    """Between the currency and what is left of it: "five euros and fifty"."""


def _sum(money: Money, match: re.Match[str], numbers: Numbers) -> Said:
    amount, currency = match["amount"], money.currencies[match["currency"]]
    sign = f"{numbers.minus} " if match["sign"] else ""
    if match["high"]:
        low = numbers.number(amount, feminine=currency.feminine)
        high = numbers.number(match["high"], feminine=currency.feminine)
        return f"{sign}{low} {numbers.to} {high} {currency.many}"
    if match["scale"]:
        return sign + _scaled(money, amount, match["scale"], currency, numbers)
    return sign + _plain(money, amount, currency, numbers)


def _scaled(money: Money, amount: str, scale: str, currency: Noun, numbers: Numbers) -> str:
    noun = money.scales[scale.rstrip(".").lower()]
    number = numbers.number(amount, feminine=noun.feminine)
    of = _of(money, currency.many) if noun.one != noun.many else ""
    return f"{number} {noun.after(one=is_one(amount))} {of}{currency.many}"


def _of(money: Money, noun: str) -> str:
    if money.of_vowel and noun[0] in "aeiou":
        return money.of_vowel
    return money.of and money.of + " "


def _plain(money: Money, amount: str, currency: Noun, numbers: Numbers) -> str:
    whole, mark, decimals = parts(amount)
    noun = currency.after(one=is_one(whole))
    if not mark or len(decimals) != 2:
        of = _of(money, currency.many) if len(whole) > 6 and whole.endswith("000000") and not mark else ""
        return (
            f"{numbers.number(amount, feminine=currency.feminine)} {of}{currency.after(one=is_one(amount))}"
        )
    if not whole.strip("0") and int(decimals) and money.cent:
        return f"{numbers.cardinal(int(decimals))} {money.cent.after(one=int(decimals) == 1)}"
    said = f"{numbers.whole(whole or '0', feminine=currency.feminine)} {noun}"
    return f"{said}{money.cents}{numbers.cardinal(int(decimals))}" if int(decimals) else said


def _millions(money: Money, match: re.Match[str], numbers: Numbers) -> Said:
    noun = money.scales[match["scale"].rstrip(".").lower()]
    one = is_one(match["amount"])
    return {"amount": numbers.number(match["amount"], feminine=noun.feminine), "scale": noun.after(one=one)}


def rules(money: Money) -> tuple[Rule[Numbers], ...]:
    signs = sorted(money.currencies, key=len, reverse=True)
    currency_signs = "|".join(map(re.escape, signs))
    currency = f"(?P<currency>{currency_signs})"
    scales = "|".join(sorted(money.scales, key=len, reverse=True))
    named = "|".join(scale for scale in scales.split("|") if len(scale) > 2)  # an "m" alone is a meter
    scale = rf"(?:\s?(?P<scale>(?i:{scales})\b\.?))?"
    amount = rf"(?P<amount>{NUMBER})(?:\s?[-–]\s?(?P<high>{NUMBER}))?{scale}"
    sign = r"(?P<sign>(?<![^\s(\[])[-−–])?"
    return (
        Rule("money", rf"(?<!\w){sign}{currency}\s?{amount}(?!\w)", partial(_sum, money), currency_signs),
        Rule(
            "money with its sign behind",
            rf"{sign}{START}{amount}(?:\s(?:d['’]|de\s|di\s))?\s?{currency}(?![\w])",
            partial(_sum, money),
            currency_signs,
        ),
        Rule(
            "millions",
            rf"{START}(?P<amount>{NUMBER})\s(?P<scale>(?i:{named})\b(?:\.(?!\s*\Z))?)",
            partial(_millions, money),
            rf"\d\s(?i:{named})",
        ),
    )
