"""What brackets hold: arguments, groups, sets, intervals, values between bars."""

from __future__ import annotations

from yapit.core.math.grouping import is_compound
from yapit.core.math.speech.rows import listed
from yapit.core.math.speech.teller import Teller, Way
from yapit.core.math.tree import (
    Accent,
    Apply,
    Arrangement,
    Fence,
    Grid,
    Letter,
    Name,
    Node,
    Row,
    Scripts,
    Sign,
    Style,
    only,
    parts_of,
    sign_of,
)

_VALUES = {"||": "absolute", "‖‖": "norm", "⌊⌋": "floor", "⌈⌉": "ceiling", "|⟩": "ket", "⟨|": "bra"}
_EVENTS = frozenset("=<>≤≥≠∈∉")


def _fence(teller: Teller, fence: Fence) -> str:
    inner = only(fence.body)
    if isinstance(inner, Grid):
        return _grid(teller, fence, inner)
    kind = fence.open + fence.close
    if kind in _VALUES:
        say = teller.phrase if is_compound(fence.body) else teller.brief
        said = say(_VALUES[kind], teller.say(fence.body))
        return said + "," if is_compound(fence.body) else said
    if kind == "⟨⟩":
        return _angles(teller, fence.body)
    if kind == "{}":
        return _set(teller, fence.body)
    items = listed(fence.body)
    if len(items) > 1:
        return _list(teller, kind, items)
    return _group(teller, fence)


def _grid(teller: Teller, fence: Fence, grid: Grid) -> str:
    said = teller.say(grid)
    if fence.open == "|" and grid.arrangement is Arrangement.MATRIX:
        return teller.brief("determinant", said)
    if fence.open == "‖":
        return teller.brief("norm", said)
    return said


def _angles(teller: Teller, body: Row) -> str:
    between = listed(body, "|∣")
    if len(between) > 1:
        return teller.brief("bracket", ", ".join(teller.say(part) for part in between))
    items = listed(body)
    if len(items) == 2:
        return teller.brief("inner product", teller.say(items[0]), teller.say(items[1]))
    return teller.brief("mean", teller.say(body))


def _set(teller: Teller, body: Row) -> str:
    condition = any(isinstance(part, Sign) and part.role == "such that" for part in body.parts)
    return teller.brief("set of" if condition else "set", teller.say(body))


def _list(teller: Teller, kind: str, items: list[Row]) -> str:
    said = [teller.say(item) for item in items]
    if len(items) == 2 and kind in ("[]", "[)", "(]", "]["):
        if kind == "[]" and all(map(_is_operator, items)):
            return teller.brief("commutator", *said)
        name = {"[]": "closed interval", "][": "open interval"}.get(kind, "half-open interval")
        return teller.brief(name, *said)
    return teller.brief("pair" if len(items) == 2 else "tuple", ", ".join(said))


def _is_operator(item: Row) -> bool:
    """A capital or a letter with a hat: no end of an interval."""
    thing = only(item)
    if isinstance(thing, Accent):
        return thing.mark == "hat"
    return isinstance(thing, Letter) and thing.text.isupper()


def _group(teller: Teller, fence: Fence) -> str:
    body = teller.say(fence.body)
    if not is_compound(fence.body) and not _is_negative(fence.body):
        return body
    if teller.full:
        return _in_brackets(teller, fence, body)
    return teller.brief("quantity", body) if is_compound(fence.body) else body


def _in_brackets(teller: Teller, fence: Fence, body: str) -> str:
    phrases = teller.words.phrases
    opening, closing = phrases.get("open " + fence.open, ""), phrases.get("close " + fence.close, "")
    return f"{opening} {body} {closing}"


def _is_negative(body: Row) -> bool:
    return len(body.parts) > 1 and isinstance(body.parts[0], Sign)


def _apply(teller: Teller, apply: Apply) -> str:
    argument, body = apply.argument, _argument(apply)
    said = teller.say(body)
    special = _quantity_of(teller, apply, said)
    if special:
        return special
    items = listed(body) if isinstance(body, Row) else []
    if len(items) == 2 and isinstance(only(apply.function), Name) and not teller.full:
        said = teller.brief("and", *(teller.say(item) for item in items))
        return teller.of(teller.say(apply.function), said)
    if teller.full and is_compound(body) and isinstance(argument, Fence):
        said = _in_brackets(teller, argument, said)
    return teller.of(teller.say(apply.function), said) + "," * is_compound(body)


def _quantity_of(teller: Teller, apply: Apply, said: str) -> str:
    """Expectations, probabilities and orders of growth have names of their own."""
    function = only(apply.function)
    if isinstance(function, Scripts) and function.sup is None and function.sub is not None:
        over_what = only(function.base) == Letter("E", Style.BLACKBOARD)
        return teller.brief("expectation over", said, teller.say(function.sub)) if over_what else ""
    if not isinstance(function, Letter | Name):
        return ""
    double = isinstance(function, Letter) and function.style is Style.BLACKBOARD
    if function.text == "O":
        return teller.brief("big O", said)
    event = any(sign_of(part) in _EVENTS for part in parts_of(_argument(apply)))
    given = any(isinstance(part, Sign) and part.role == "given" for part in parts_of(_argument(apply)))
    if function.text == "Pr" or (function.text == "P" and (double or event or given)):
        return teller.brief("probability that" if event else "probability", said)
    square = isinstance(apply.argument, Fence) and apply.argument.open == "["
    if function.text == "E" and (double or square or isinstance(function, Name)):
        return teller.brief("expectation", said)
    return ""


def _argument(apply: Apply) -> Node:
    """What stands in brackets; bars are said."""
    argument = apply.argument
    return argument.body if isinstance(argument, Fence) and argument.open in ("(", "[", "{") else argument


WAYS: dict[type, Way] = {Fence: _fence, Apply: _apply}
