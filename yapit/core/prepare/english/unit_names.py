"""The names of units: what "km/h" and "kg/m³" are called."""

from __future__ import annotations

import re

from yapit.core.prepare.english.fragments import words

_PREFIXES = {
    "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "P": "peta", "m": "milli", "µ": "micro",
    "μ": "micro", "n": "nano", "p": "pico", "f": "femto", "c": "centi", "d": "deci", "h": "hecto",
    "Ki": "kibi", "Mi": "mebi", "Gi": "gibi", "Ti": "tebi",
}  # fmt: skip

_PREFIXED = {
    "m": ("meter", "k c d m µ μ n f"),
    "g": ("gram", "k m µ μ n"),
    "s": ("second", "m µ μ n p f"),
    "l": ("liter", "m c d µ μ"),
    "L": ("liter", "m c d µ μ"),
    "B": ("byte", "k M G T P Ki Mi Gi Ti"),
    "b": ("bit", "k M G T"),
    "bit": ("bit", "k M G T"),
    "Hz": ("hertz", "k M G T m"),
    "W": ("watt", "k M G T m µ μ"),
    "Wh": ("watt hour", "k M G T"),
    "V": ("volt", "k M m µ μ"),
    "A": ("amp", "m k µ μ"),
    "Ah": ("amp hour", "m k"),
    "Ω": ("ohm", "k M m"),
    "J": ("joule", "k M G m"),
    "eV": ("electronvolt", "k M G T"),
    "Pa": ("pascal", "k M G h"),
    "N": ("newton", "k M m"),
    "Nm": ("newton meter", "k"),
    "F": ("farad", "µ μ n p m"),
    "mol": ("mole", "k m µ μ n"),
    "cal": ("calorie", "k"),
    "bps": ("bit per second", "k M G"),
    "px": ("pixel", "M"),
    "Bq": ("becquerel", "k M G"),
    "Sv": ("sievert", "m µ μ"),
    "Gy": ("gray", "m"),
    "T": ("tesla", "m µ μ"),
    "cd": ("candela", "k m"),
    "lx": ("lux", "k"),
    "lm": ("lumen", "k"),
    "P": ("pixel", "M"),
}
"""Units that take prefixes, and the ones they are met with."""

_UNPREFIXED_TOO = words("m g s l L Hz W Wh V A Ω J eV Pa N Nm mol Bq Sv Gy cd lx lm cal bps px Ah")

_PLAIN = {
    "h": "hour", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "sec": "second",
    "secs": "second", "yr": "year", "yrs": "year", "wk": "week", "wks": "week", "msec": "millisecond",
    "us": "microsecond", "kb": "kilobyte", "KB": "kilobyte", "Kb": "kilobit", "K": "kelvin",
    "t": "tonne", "ha": "hectare", "dB": "decibel", "lb": "pound", "lbs": "pound", "oz": "ounce",
    "yd": "yard", "yds": "yard", "mi": "mile", "ft": "foot", "mph": "mile per hour",
    "kph": "kilometer per hour", "kmh": "kilometer per hour", "rpm": "revolution per minute",
    "fps": "frame per second", "mpg": "mile per gallon",
    "IU": "international unit", "hp": "horsepower",
    "cc": "cubic centimeter", "sr": "steradian", "rad": "radian", "dpi": "dot per inch",
    "ppi": "pixel per inch", "ppm": "part per million",
    "ppb": "part per billion", "bpm": "beat per minute", "psi": "pound per square inch",
    "sqft": "square foot", "°": "degree", "°C": "degree Celsius", "°F": "degree Fahrenheit",
    "ºC": "degree Celsius", "℃": "degree Celsius", "℉": "degree Fahrenheit", "°K": "degree kelvin",
    "atm": "atmosphere", "gal": "gallon", "mmHg": "millimeter of mercury", "%": "percent",
    "‰": "per mille", "w": "watt", "tbsp": "tablespoon", "tsp": "teaspoon",
}  # fmt: skip
_BELOW = {"d": "day", "day": "day", "week": "week", "month": "month", "year": "year", "dose": "dose"}
"""Units of what is counted "per"; on their own they are words."""

_SAME_IN_PLURAL = ("hertz", "percent", "per mille", "kelvin", "horsepower", "lux")
_SYMBOLS: dict[str, str] = {
    **{
        prefix + symbol: _PREFIXES[prefix] + name
        for symbol, (name, prefixes) in _PREFIXED.items()
        for prefix in prefixes.split()
    },
    **{symbol: _PREFIXED[symbol][0] for symbol in _UNPREFIXED_TOO},
    **_PLAIN,
}
_LENGTHS = ("meter", "foot", "mile", "yard")
_POWERS = {"²": ("square", "squared"), "³": ("cubic", "cubed")}
_SYMBOL = re.compile(r"(.+?)(?:\^?([23])|([²³]))?")


def unit_words(symbol: str, *, one: bool) -> str | None:
    """ "kilometers per hour" for "km/h", in the singular for one; None for what is no unit."""
    above, *below = symbol.split("/")
    *factors, last = re.split("[·⋅]", above)
    names = [_name(factor, one=True) for factor in factors] + [_name(last, one=one)]
    names += [
        name and f"per {name}" for name in (_BELOW.get(unit) or _name(unit, one=True) for unit in below)
    ]
    said = [name for name in names if name]
    return " ".join(said) if len(said) == len(names) else None


def _name(symbol: str, *, one: bool) -> str | None:
    match = _SYMBOL.fullmatch(symbol)
    if match is None or match[1] not in _SYMBOLS:
        return None
    name = _SYMBOLS[match[1]]
    said = name if one else _plural(name)
    power = match[3] or {"2": "²", "3": "³"}.get(match[2])
    if not power:
        return said
    before, after = _POWERS[power]
    return f"{before} {said}" if name.endswith(_LENGTHS) else f"{said} {after}"


def _plural(name: str) -> str:
    if name.endswith(_SAME_IN_PLURAL):
        return name
    if name.endswith("foot"):
        return name[:-4] + "feet"
    counted = re.match(r".*?(?= per | of |(?<=degree) |$)", name)
    return f"{counted[0]}s{name[counted.end() :]}" if counted else name
