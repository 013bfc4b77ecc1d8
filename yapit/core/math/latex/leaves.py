"""What holds nothing else: symbols, letters in their alphabets, words, numbers."""

from __future__ import annotations

import re

from yapit.core.math.characters import PAUSE, letter
from yapit.core.math.latex import commands
from yapit.core.math.latex.units import is_unit, read_unit
from yapit.core.math.tree import (
    Chemical,
    Letter,
    Name,
    Node,
    Number,
    Row,
    Scripts,
    Sign,
    Style,
    Text,
    only,
    plain_text,
)

_MARKUP = re.compile(r"\\[A-Za-z]+\*?\s?|\\.|[{}$]")
_GROUPED_DIGITS = re.compile(r"\{,\}|\\,")


def symbol(name: str) -> Node | None:
    if name in commands.NAMES:
        return Name(name)
    if name in commands.LETTERS:
        return character(commands.LETTERS[name])
    if name in commands.SPACES:
        return Sign(PAUSE)
    if name in commands.SIGNS:
        return Sign(commands.SIGNS[name]) if commands.SIGNS[name] else None
    return Name(name) if name.isalpha() else None


def character(token: str) -> Node | None:
    if token[0].isdecimal() or (len(token) > 1 and token[0] == "."):
        return Number(_GROUPED_DIGITS.sub(",", token))
    if token == "~" or token.isspace():
        return None
    if token.isalpha():
        return letter(token)
    return Sign(commands.CHARACTERS.get(token, token))


def styled(body: Row, style: Style) -> Node:
    """Letters in another alphabet; several upright ones are a name."""
    text = plain_text(body)
    if style is Style.PLAIN and "/" in text and is_unit(text):
        return read_unit(text)
    if style is Style.PLAIN and len(text) > 1 and text.isalpha():
        return Name(text)
    if style is Style.PLAIN and (substance := _substance(body)):
        return Chemical(substance)
    changed = tuple(Letter(p.text, style) if isinstance(p, Letter) else p for p in body.parts)
    return only(Row(changed)) or Row()


def _substance(body: Row) -> tuple[str, ...]:
    """The symbols and counts of upright letters with numbers below: H₂O; empty where it is something else."""
    found: list[str] = []
    for part in body.parts:
        core, count = (part.base, plain_text(part.sub)) if isinstance(part, Scripts) else (part, "")
        if not isinstance(core, Letter) or (isinstance(part, Scripts) and not count.isdecimal()):
            return ()
        found += [core.text, count] if count else [core.text]
    numbered = len(body.parts) > 1 and any(part.isdecimal() for part in found)
    return tuple(found) if numbered and found[0].isupper() else ()


def written_text(raw: str) -> Node:
    words = words_of(raw)
    return letter(words) if len(words) == 1 and words.isalpha() else Text(words)


def words_of(raw: str) -> str:
    return " ".join(_MARKUP.sub(" ", raw).replace("~", " ").split())


def written_number(raw: str) -> Node:
    """A number as siunitx writes it: `1.5e-3`."""
    mantissa, _, power = raw.replace("\\,", "").replace("E", "e").partition("e")
    number: list[Node] = [n for n in map(character, re.findall(r"\d+(?:\.\d+)?|\.\d+|\S", mantissa)) if n]
    if power.strip("+-").isdecimal():
        sign: list[Node] = [Sign("−")] if power[0] == "-" else []
        number += [Sign("×"), Scripts(Number("10"), None, Row((*sign, Number(power.strip("+-")))))]
    return Row(tuple(number))
