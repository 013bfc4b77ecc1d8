"""What a setting may be: each check gives the value as it is used; its ValueError says what it must be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from yapit.core.hearing import parse_skips
from yapit.core.listening.keymap import keymap


def text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("a text")
    return value


def name(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a name")
    return value


def between(limits: tuple[float, float]) -> Callable[[object], float]:
    expected = f"a number from {limits[0]} to {limits[1]}"

    def check(value: object) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise ValueError(expected)
        if not limits[0] <= value <= limits[1]:
            raise ValueError(expected)
        return float(value)

    return check


def one_of(names: Iterable[str]) -> Callable[[object], str]:
    known = list(names)

    def check(value: object) -> str:
        if value not in known:
            raise ValueError(f"one of {', '.join(known)}")
        return str(value)

    return check


def skips(value: object) -> str:
    typed = text(value)
    parse_skips(typed)
    return typed


def prices(text: str) -> tuple[float, float] | None:
    if not text.strip():
        return None
    into, out = map(float, text.replace(",", " ").split())
    return into, out


def price(value: object) -> str:
    typed = text(value)
    try:
        prices(typed)
    except ValueError:
        raise ValueError('two prices for a million tokens, such as "0.15 0.60"') from None
    return typed


def path(value: object) -> Path:
    return Path(name(value)).expanduser().absolute()


def whole(limits: tuple[int, int]) -> Callable[[object], int]:
    def check(value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not limits[0] <= value <= limits[1]:
            raise ValueError(f"a whole number from {limits[0]} to {limits[1]}")
        return value

    return check


def switch(value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = value.lower() if isinstance(value, str) else ""
    if word in ("true", "on", "yes", "false", "off", "no"):
        return word in ("true", "on", "yes")
    raise ValueError("true or false")


def keys(value: object) -> Mapping[str, str]:
    """A table, or in one line: `next-sentence=l right; quit=Q`."""
    if isinstance(value, str):
        pairs = [pair.partition("=") for pair in value.split(";") if pair.strip()]
        value = {command.strip(): given.strip() for command, _, given in pairs}
    if not isinstance(value, dict) or not all(isinstance(given, str) for given in value.values()):
        raise ValueError('a table of commands and their keys, such as next-sentence = "l right"')
    keymap(changed=value)
    return value


_UNITS = {"": 1, "k": 10**3, "m": 10**6, "g": 10**9, "t": 10**12}
_SIZE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*([kmgt]?)(i?)b?\s*", re.IGNORECASE)


def parse_size(value: object) -> int:
    """Bytes from a number or a text such as "4 GB", "500MB" or "2 GiB"; ValueError says what it must be."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    match = _SIZE.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError('a size such as "4 GB"')
    unit = match[2].lower()
    scale = 1024 ** "kmgt".index(unit) * 1024 if match[3] and unit else _UNITS[unit]
    return round(float(match[1]) * scale)
