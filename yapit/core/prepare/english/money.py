"""Sums of money."""

from __future__ import annotations

import re

from yapit.core.prepare.english.fragments import NUMBER, before
from yapit.core.prepare.english.numbers import Numbers, is_one
from yapit.core.prepare.rules import Rule, Said

_CURRENCIES = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "€": ("euro", "euros", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "₹": ("rupee", "rupees", "paisa", "paise"),
    "¥": ("yen", "yen", "", ""),
    "₩": ("won", "won", "", ""),
    "₽": ("ruble", "rubles", "kopek", "kopeks"),
    "₺": ("lira", "lira", "", ""),
    "₿": ("bitcoin", "bitcoins", "", ""),
    "₪": ("shekel", "shekels", "", ""),
    "US$": ("U S dollar", "U S dollars", "cent", "cents"),
    "A$": ("Australian dollar", "Australian dollars", "cent", "cents"),
    "C$": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "HK$": ("Hong Kong dollar", "Hong Kong dollars", "cent", "cents"),
    "NZ$": ("New Zealand dollar", "New Zealand dollars", "cent", "cents"),
    "USD": ("U S dollar", "U S dollars", "cent", "cents"),
    "EUR": ("euro", "euros", "cent", "cents"),
    "GBP": ("pound", "pounds", "penny", "pence"),
    "JPY": ("yen", "yen", "", ""),
    "CHF": ("Swiss franc", "Swiss francs", "", ""),
    "CAD": ("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "AUD": ("Australian dollar", "Australian dollars", "cent", "cents"),
    "CNY": ("yuan", "yuan", "", ""),
    "INR": ("rupee", "rupees", "paisa", "paise"),
    "BRL": ("Brazilian real", "Brazilian reais", "centavo", "centavos"),
    "SEK": ("Swedish krona", "Swedish kronor", "", ""),
    "NOK": ("Norwegian krone", "Norwegian kroner", "", ""),
    "DKK": ("Danish krone", "Danish kroner", "", ""),
    "PLN": ("zloty", "zlotys", "", ""),
    "CZK": ("Czech koruna", "Czech korunas", "", ""),
    "HUF": ("forint", "forints", "", ""),
    "MXN": ("Mexican peso", "Mexican pesos", "centavo", "centavos"),
    "KRW": ("won", "won", "", ""),
    "RUB": ("ruble", "rubles", "kopek", "kopeks"),
    "TRY": ("lira", "lira", "", ""),
    "ZAR": ("rand", "rand", "cent", "cents"),
    "SGD": ("Singapore dollar", "Singapore dollars", "cent", "cents"),
    "HKD": ("Hong Kong dollar", "Hong Kong dollars", "cent", "cents"),
    "NZD": ("New Zealand dollar", "New Zealand dollars", "cent", "cents"),
    "THB": ("baht", "baht", "", ""),
    "ILS": ("shekel", "shekels", "", ""),
    "UAH": ("hryvnia", "hryvnias", "", ""),
    "BTC": ("bitcoin", "bitcoins", "", ""),
    "R$": ("real", "reais", "centavo", "centavos"),
    "MX$": ("Mexican peso", "Mexican pesos", "centavo", "centavos"),
    "S$": ("Singapore dollar", "Singapore dollars", "cent", "cents"),
    "zł": ("zloty", "zlotys", "", ""),
    "Kč": ("koruna", "korunas", "", ""),
    "kr": ("krone", "kroner", "", ""),
    "Rs": ("rupee", "rupees", "", ""),
    "Rs.": ("rupee", "rupees", "", ""),
    "Fr.": ("franc", "francs", "", ""),
    "₴": ("hryvnia", "hryvnias", "", ""),
    "฿": ("baht", "baht", "", ""),
    "₫": ("dong", "dong", "", ""),
    "₦": ("naira", "naira", "", ""),
    "₱": ("peso", "pesos", "", ""),
}
_SCALES = {
    "k": "thousand",
    "m": "million",
    "mn": "million",
    "mm": "million",
    "mio": "million",
    "b": "billion",
    "bn": "billion",
    "t": "trillion",
    "tn": "trillion",
}
_CODE = "|".join(code for code in _CURRENCIES if re.fullmatch("[A-Z]{3}", code))
_SIGN = (
    rf"(?:(?:US|NZ|HK|MX|[ACRS])?\$|[€£¥₹₩₽₺₿₪₴฿₫₦₱]|(?:{_CODE})(?=\s?\d)"
    r"|(?:zł|Kč|kr|Rs\.?|Fr\.)(?=\s?\d))"
)
_SCALE = (
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion"
    r"|(?:[kKmMbBtT]|[mM][nN]|MM|[mM]io|[bB][nN]|[tT][nN])\b))?"
)
_ONE_OF_THEM = re.compile(r"\b(?:an?|one|another|every)\s\Z", re.IGNORECASE)

HAS_MONEY = rf"[$€£¥₹₩₽₺₿₪¢₴฿₫₦₱]|\b(?:{_CODE}|zł|Kč|kr|Rs|Fr\.)|\d\s?(?:{_CODE}|zł|Kč|kr)\b"


def _money(match: re.Match[str], numbers: Numbers) -> Said:
    currency = _CURRENCIES[match["currency"]]
    sign = {"": "", "+": "plus "}.get(match["sign"] or "", "minus ")
    low, high, scale = match["low"], match["high"], match["scale"]
    adjective = bool(_ONE_OF_THEM.search(before(match))) or match.string[match.end() :][:1] == "-"
    if high:
        unit = currency[1]
        amount = f"{numbers.number(low)} to {numbers.number(high)}"
    else:
        amount, unit = numbers.number(low), currency[0 if adjective or is_one(low) else 1]
    if scale:
        unit = currency[0 if adjective else 1]
        return {"amount": sign + amount, "scale": f"{_SCALES.get(scale.lower(), scale)} {unit}"}
    if not high and re.fullmatch(r".*\.\d\d", low) and currency[2]:
        return {"amount": sign + _with_cents(low, currency, numbers)}
    return {"amount": f"{sign}{amount} {unit}"}


def _with_cents(amount: str, currency: tuple[str, str, str, str], numbers: Numbers) -> str:
    whole, _, decimals = amount.partition(".")
    cents = int(decimals)
    said = []
    if whole.strip("0") or not cents:
        said.append(f"{numbers.whole(whole or '0')} {currency[0 if is_one(whole) else 1]}")
    if cents:
        said.append(f"{numbers.cardinal(cents)} {currency[2 if cents == 1 else 3]}")
    return " and ".join(said)


def _cents(match: re.Match[str], numbers: Numbers) -> Said:
    return {"count": numbers.number(match["count"]), "sign": "cent" if is_one(match["count"]) else "cents"}


def _after(match: re.Match[str], numbers: Numbers) -> Said:
    currency = _CURRENCIES[match["currency"]]
    said = {"count": numbers.number(match["count"])}
    one = is_one(match["count"]) and not match["scale"]
    unit = currency[0 if one else 1]
    if match["scale"]:
        said["scale"] = _SCALES.get(match["scale"].lower(), match["scale"])
    return said | {"currency": unit}


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "money",
        (
            rf"(?P<amount>(?<![\w.])(?P<sign>(?<![^\s(\[])[-−–+])?(?P<currency>{_SIGN})\s?(?P<low>{NUMBER})"
            rf"(?:[-–—]{_SIGN}?(?P<high>{NUMBER}))?){_SCALE}(?!\w)"
        ),
        _money,
        HAS_MONEY,
    ),
    Rule("cents", rf"(?<![\w.,])(?P<count>{NUMBER})\s?(?P<sign>¢)", _cents, "¢"),
    Rule(
        "money with its sign behind",
        (
            rf"(?<![\w.,])(?P<count>{NUMBER}){_SCALE}\s?(?P<currency>[€£¥₹₩₽₺₿₪₴฿₫₦₱]|(?:{_CODE}|zł|Kč|kr)\b)(?!\d)"
        ),
        _after,
        HAS_MONEY,
    ),
)
