"""What stands side by side: pauses where a listener needs them, and signs by what is beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yapit.core.math.characters import ADDITIONS, RELATIONS
from yapit.core.math.grouping import QUANTIFIERS, is_compound, is_differential
from yapit.core.math.speech.atoms import unit_words
from yapit.core.math.speech.teller import Teller, Way
from yapit.core.math.tree import (
    Accent,
    Fence,
    Fraction,
    Letter,
    Name,
    Node,
    Number,
    Row,
    Scripts,
    Sign,
    Style,
    Text,
    Unit,
    parts_of,
    plain_text,
    sign_of,
)

_WORDS_BEFORE_RELATION = 6
_WORDS_BEFORE_CONDITION = 4
_WORDS_BEFORE_ADDITION = 9
"""After so many words since the last pause, a sign has a pause before it."""


class _Line:
    """What has been said, and how much of it since a listener could last draw breath."""

    def __init__(self, teller: Teller) -> None:
        self._teller = teller
        self._said = ""
        self._since = 0

    def add(self, piece: str) -> None:
        self._said = f"{self._said} {piece}".strip()

    def add_sign(self, piece: str, least: int) -> None:
        """A sign between two sides, apart from the first where that had `least` words."""
        self._said = self._teller.alone(self._said)
        if len(self._said[self._since :].split()) >= least:
            self._said += ","
        self.add(piece)
        self._since = len(self._said)

    def add_words(self, words: str) -> None:
        """Words among the signs, where a listener begins anew."""
        self._since = len(self._said)
        self.add(words)

    def take(self) -> str:
        return self._teller.alone(self._said)


def _row(teller: Teller, row: Row) -> str:
    line = _Line(teller)
    for place, part in enumerate(row.parts):
        said = _in_place(teller, row.parts, place)
        least = _words_before(part) if place else 0
        if least:
            line.add_sign(said, least)
        elif isinstance(part, Text):
            line.add_words(said)
        else:
            line.add(said)
    return line.take()


def _words_before(part: Node) -> int:
    """How many words since the last pause give this part a pause before it; 0 where it has none ever."""
    sign = sign_of(part)
    if isinstance(part, Sign) and part.role in ("given", "such that"):
        return _WORDS_BEFORE_CONDITION
    if sign in RELATIONS:
        return _WORDS_BEFORE_RELATION
    if sign in ADDITIONS:
        return _WORDS_BEFORE_ADDITION
    return 1 if sign in QUANTIFIERS else 0


def _in_place(teller: Teller, parts: Sequence[Node], place: int) -> str:
    part = parts[place]
    before = parts[place - 1] if place else None
    if isinstance(part, Sign):
        return teller.say(_meant(part, parts, place))
    if isinstance(part, Unit):
        return unit_words(teller, part, one=isinstance(before, Number) and before.text == "1")
    if (
        isinstance(part, Fraction)
        and _could_be_taken_along(before)
        and is_compound(part.top)
        and not teller.full
    ):
        return teller.brief("quantity", teller.say(part))
    if isinstance(part, Fraction) and isinstance(before, Number) and _is_number(part):
        return teller.brief("and", "", teller.say(part)).strip()
    if isinstance(part, Fence) and isinstance(before, Sign) and before.text in "∈∉":
        interval = _open_interval(teller, part)
        return interval or teller.say(part)
    if is_differential(parts, place) and not isinstance(before, Sign):
        return ", " + teller.say(part)
    return teller.say(part)


def _could_be_taken_along(before: Node | None) -> bool:
    return before is not None and not (isinstance(before, Sign) and before.text in RELATIONS | {",", ";"})


def _is_number(fraction: Fraction) -> bool:
    return plain_text(fraction.top).isdecimal() and plain_text(fraction.bottom).isdecimal()


def _open_interval(teller: Teller, fence: Fence) -> str:
    ends = listed(fence.body)
    if (fence.open, fence.close) != ("(", ")") or len(ends) != 2:
        return ""
    return teller.brief("open interval", teller.say(ends[0]), teller.say(ends[1]))


def listed(row: Row, signs: str = ",;") -> list[Row]:
    """What stands between commas, or between other signs."""
    found: list[list[Node]] = [[]]
    for part in row.parts:
        if isinstance(part, Sign) and part.text in signs:
            found.append([])
        else:
            found[-1].append(part)
    return [Row(tuple(parts)) for parts in found]


def _meant(sign: Sign, parts: Sequence[Node], place: int) -> Sign:
    """The sign with the role that its place gives it."""
    if sign.role:
        return sign
    after = parts[place + 1] if place + 1 < len(parts) else None
    if sign.text in "×⋅":
        return _product(sign, parts, place)
    if sign.text == "∇" and isinstance(after, Sign):
        return Sign(sign.text, "del")
    if sign.text == "≡" and any(isinstance(p, Name) and p.text == "mod" for p in _flat(parts[place:])):
        return Sign(sign.text, "congruent")
    if sign.text == ":":
        return _colon(sign, parts, place)
    if place > 1 and sign_of(parts[place - 2]) in QUANTIFIERS:
        return Sign(sign.text, sign.text + " quantified" if sign.text in "<>≤≥≠" else "")
    return Sign(",") if sign.text == "." and after is not None else sign


def _product(sign: Sign, parts: Sequence[Node], place: int) -> Sign:
    """Times, or of vectors, of sizes, or in the place of an argument."""
    before = parts[place - 1] if place else None
    after = parts[place + 1] if place + 1 < len(parts) else None
    if sign.text == "⋅" and len(parts) == 1:
        return Sign(sign.text, "dot")
    if sign.text == "×" and len(parts) == 3 and isinstance(before, Number) and isinstance(after, Number):
        return Sign(sign.text, "by")
    if _is_nabla(before) or (_is_vector(before) and (_is_vector(after) or _is_d(after))):
        return Sign(sign.text, "cross" if sign.text == "×" else "dot")
    return sign


def _flat(parts: Sequence[Node]) -> Iterator[Node]:
    for part in parts:
        yield from parts_of(part)


def _colon(sign: Sign, parts: Sequence[Node], place: int) -> Sign:
    rest = {part.text for part in parts[place + 1 :] if isinstance(part, Sign)}
    before = {sign_of(part) for part in parts[:place]}
    if before & QUANTIFIERS:
        return Sign(sign.text, "such that" if before & {"∃", "∃!"} else "quantifier")
    beside = parts[max(0, place - 1) : place + 2 : 2]
    if parts.count(sign) > 1 or (len(beside) == 2 and all(isinstance(part, Number) for part in beside)):
        return Sign(sign.text, "ratio")
    return Sign(sign.text, "from") if "→" in rest else sign


def _is_nabla(node: Node | None) -> bool:
    return isinstance(node, Sign) and node.text == "∇"


def _is_d(node: Node | None) -> bool:
    return isinstance(node, Letter) and node.text == "d"


def _is_vector(node: Node | None) -> bool:
    base = node.base if isinstance(node, Scripts) else node
    if isinstance(base, Letter):
        return base.style is Style.BOLD
    return isinstance(base, Accent) and base.mark in ("vector", "hat")


WAYS: dict[type, Way] = {Row: _row}
