"""Letters, numbers, names, signs, words, units and substances."""

from __future__ import annotations

import unicodedata

from yapit.core.math.speech.teller import Teller, Way
from yapit.core.math.tree import Accent, Chemical, Letter, Name, Number, Sign, Style, Text, Unit


def _letter(teller: Teller, letter: Letter) -> str:
    if teller.full and letter.style is Style.BLACKBOARD and letter.text in teller.words.sets:
        return teller.words.sets[letter.text]
    name = _name_of(teller, letter.text)
    if not teller.full:
        return name
    if letter.text.isupper():
        name = teller.brief("capital", name)
    return teller.brief(letter.style, name) if letter.style else name


def _name_of(teller: Teller, text: str) -> str:
    letters = teller.words.letters
    if text in letters:
        return letters[text]
    if text.lower() in letters:
        return letters[text.lower()]
    return text if "a" <= unicodedata.normalize("NFD", text.lower())[:1] <= "z" else sign_name(text)


def _number(teller: Teller, number: Number) -> str:
    if number.text.endswith("."):
        return teller.brief("point", number.text[:-1])
    return number.text


def _name(teller: Teller, name: Name) -> str:
    words = teller.words
    if name.text in words.large:
        return teller.brief("no bounds", words.large[name.text])
    return words.names.get(name.text) or spelled(teller, name.text)


def spelled(teller: Teller, text: str) -> str:
    """A word as it is; a single letter, or capitals without a vowel, letter by letter."""
    if len(text) == 1:
        return teller.words.signs.get(text) or _name_of(teller, text)
    if text.isupper() and not set(text) & set("AEIOUY"):
        return " ".join(text)
    return text


def _sign(teller: Teller, sign: Sign) -> str:
    words = teller.words
    if sign.text in words.large and not sign.role:
        return teller.brief("no bounds", words.large[sign.text])
    said = words.signs.get(sign.role or sign.text)
    return sign_name(sign.text) if said is None else said


def sign_name(text: str) -> str:
    """What Unicode calls a character, for those that no table has."""
    names = (unicodedata.name(character, "") for character in text[:1])
    return " ".join("".join(c if c.isalpha() else " " for c in name.lower()) for name in names).strip()


def _text(teller: Teller, text: Text) -> str:
    return spelled(teller, text.text) if len(text.text) == 1 else text.text


def _accent(teller: Teller, accent: Accent) -> str:
    pattern = teller.words.accents.get(accent.mark, "{0}")
    return pattern.format(teller.say(accent.body))


def _unit(teller: Teller, unit: Unit) -> str:
    return unit_words(teller, unit, one=False)


def unit_words(teller: Teller, unit: Unit, *, one: bool) -> str:
    above = [factor for factor in unit.factors if factor[1] > 0]
    below = [factor for factor in unit.factors if factor[1] < 0]
    said = " ".join(
        _factor(teller, factor, one=one or place < len(above) - 1) for place, factor in enumerate(above)
    )
    for factor in below:
        said = teller.brief("per", said, _factor(teller, factor, one=True))
    return said.strip()


def _factor(teller: Teller, factor: tuple[str, int], *, one: bool) -> str:
    symbol, power = factor
    names = teller.words.units.get(symbol)
    name = names[0 if one else 1] if names else symbol
    if abs(power) == 1:
        return name
    if abs(power) in (2, 3):
        return teller.brief("squared" if abs(power) == 2 else "cubed", name)
    number = str(abs(power))
    return teller.brief("numbered power", name, teller.words.ordinal(number), number)


def _chemical(teller: Teller, chemical: Chemical) -> str:
    said: list[str] = []
    for part in chemical.parts:
        if part[0] == "^" and part[-1].isdecimal():
            said.append(part[1:])
        elif part[0] == "^":
            signs = teller.words.signs
            said += [part[1:].rstrip("+-−"), signs["+" if part[-1] == "+" else "−"]]
        elif part in ("+", "-", "−"):
            said.append(teller.words.signs["+" if part == "+" else "−"])
        elif part[0].isdecimal():
            said.append(part)
        else:
            said += [_name_of(teller, letter) for letter in part if letter.isalpha()]
    return " ".join(filter(None, said))


WAYS: dict[type, Way] = {
    Letter: _letter,
    Number: _number,
    Name: _name,
    Sign: _sign,
    Text: _text,
    Accent: _accent,
    Unit: _unit,
    Chemical: _chemical,
}
