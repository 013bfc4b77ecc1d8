"""Units as siunitx writes them: `\\metre\\per\\second\\squared`, `m/s^2`, `kg.m.s^{-2}`."""

from __future__ import annotations

import re

from yapit.core.math.tree import Unit

_NAMES = {
    "metre": "m", "meter": "m", "second": "s", "gram": "g", "ampere": "A", "kelvin": "K", "mole": "mol",
    "candela": "cd", "hertz": "Hz", "newton": "N", "pascal": "Pa", "joule": "J", "watt": "W", "coulomb": "C",
    "volt": "V", "farad": "F", "ohm": "Ω", "siemens": "S", "weber": "Wb", "tesla": "T", "henry": "H",
    "lumen": "lm", "lux": "lx", "becquerel": "Bq", "celsius": "°C", "degreeCelsius": "°C", "degree": "°",
    "litre": "L", "liter": "L", "tonne": "t", "minute": "min", "hour": "h", "day": "d", "electronvolt": "eV",
    "percent": "%", "bar": "bar", "bit": "bit", "byte": "B", "radian": "rad", "decibel": "dB",
    "angstrom": "Å",
    "kg": "kg", "m": "m", "s": "s", "cm": "cm", "mm": "mm", "km": "km", "nm": "nm", "micron": "µm",
    "astronomicalunit": "au", "dalton": "Da", "steradian": "sr", "gray": "Gy", "sievert": "Sv",
}  # fmt: skip
_PREFIXES = {
    "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "peta": "P", "milli": "m", "micro": "µ", "nano": "n",
    "pico": "p", "femto": "f", "centi": "c", "deci": "d", "hecto": "h", "deca": "da", "atto": "a",
}  # fmt: skip
_POWERS = {"squared": 2, "cubed": 3}
_SYMBOL = re.compile(
    "(?:da|[kMGTmµnpfcdh])?(?:"
    + "|".join(sorted({*_NAMES.values()} - {"%", "°"}, key=len, reverse=True))
    + ")"
)
_PIECE = re.compile(r"\\[A-Za-z]+|\^\{?\s*[-−+]?\d{1,2}\s*\}?|[A-Za-zµμΩ°Å%]+|/|\S")


def read_unit(source: str) -> Unit:
    """A product of units with their powers; what is no unit is left out."""
    factors: list[tuple[str, int]] = []
    prefix, sign, power = "", 1, 1
    for piece in _PIECE.findall(source):
        word = piece.lstrip("\\")
        if piece == "/" or word == "per":
            sign = -1
        elif word in ("square", "cubic"):
            power = 2 if word == "square" else 3
        elif word in _POWERS and factors:
            factors[-1] = _raised(factors[-1], _POWERS[word])
        elif piece[0] == "^" and factors:
            factors[-1] = _raised(factors[-1], int(re.sub(r"[^\d-]", "", piece.replace("−", "-")) or 1))
        elif piece[0] == "\\" and word in _PREFIXES:
            prefix = _PREFIXES[word]
        elif word and (word[0].isalpha() or word[0] in "°%"):
            factors.append((prefix + _NAMES.get(word, word), sign * power))
            prefix, sign, power = "", 1, 1
    return Unit(tuple(factors))


def is_unit(text: str) -> bool:
    """Whether a text like `km/h` holds nothing but units."""
    return all(_SYMBOL.fullmatch(part) for part in text.split("/"))


def _raised(factor: tuple[str, int], power: int) -> tuple[str, int]:
    return factor[0], factor[1] * power
