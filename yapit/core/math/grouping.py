"""The structure that no source writes down: brackets find their partners, functions their arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from yapit.core.math.characters import (
    ADDITIONS,
    CLOSING,
    INTEGRALS,
    LARGE,
    LARGE_NAMES,
    OPENING,
    PAUSE,
    PRODUCTS,
    RELATIONS,
)
from yapit.core.math.tree import (
    MAX_DEPTH,
    Accent,
    Apply,
    Arrangement,
    Binomial,
    Fence,
    FormulaTooLarge,
    Fraction,
    Grid,
    Letter,
    Name,
    Node,
    Number,
    Root,
    Row,
    Scripts,
    Sign,
    Text,
    only,
    parts_of,
    plain_text,
    sign_of,
)

ALWAYS_FUNCTIONS = frozenset("fghFGHφψΦΨΓζσOΘΩo")
QUANTIFIERS = frozenset(("∀", "∃", "∄", "∃!"))
_CONJUNCTIONS = frozenset(("if", "and", "or", "for", "where", "with", "when", "otherwise", "is", "in", "of"))
_TOGETHER: Mapping[tuple[Node, Node], Sign] = {
    (Sign("∃"), Sign("!")): Sign("∃!"),
    (Sign(":"), Sign("=")): Sign("≔"),
}
_BARS = frozenset("|‖")
_OPERANDS = (Letter, Number, Fence, Fraction, Root, Apply, Accent)


def grouped(parts: Iterable[Node]) -> Row:
    """A row whose brackets and bars are fences and whose functions hold their arguments."""
    whole = _with_whole_names(parts)
    match whole:
        case [Number() as top, Sign("/"), Number() as bottom]:
            return Row((Fraction(top, bottom),))
    return Row(tuple(_applied(_with_bars(_with_brackets(whole)))))


def _with_whole_names(parts: Iterable[Node]) -> list[Node]:
    """ "arg max", written as two names, is one."""
    done: list[Node] = []
    for part in (only(part) or Row() for part in parts):
        name = _base(part)
        extremum = isinstance(name, Name) and name.text in ("max", "min")
        if extremum and isinstance(name, Name) and done and done[-1] == Name("arg"):
            whole = Name("arg" + name.text)
            done[-1] = _scripted(part, whole)
        elif done and (done[-1], part) in _TOGETHER:
            done[-1] = _TOGETHER[done[-1], part]
        else:
            done.append(part)
    return done


def fenced(opening: str, body: Row, closing: str) -> Fence:
    """A fence; a lone bar in it says "given" or "such that"."""
    inner = only(body)
    body = Row(parts_of(inner))
    if opening == "{" and not closing and isinstance(inner, Grid):
        return Fence("{", Row((Grid(inner.rows, Arrangement.CASES),)), "")
    role = "such that" if opening == "{" else "given" if opening in ("(", "[") else ""
    if not role:
        return Fence(opening, body, closing)
    marks = "|∣:" if opening == "{" else "|∣"
    told = tuple(_told(part, marks, role) for part in body.parts)
    return Fence(opening, Row(told), closing)


def _told(part: Node, marks: str, role: str) -> Node:
    is_mark = isinstance(part, Sign) and not part.role and part.text in marks
    return Sign(part.text, role) if is_mark and isinstance(part, Sign) else part


def _with_brackets(parts: Sequence[Node]) -> list[Node]:
    """Any opening bracket takes the next closing one: intervals are half open."""
    levels: list[list[Node]] = [[]]
    openings: list[Sign] = []
    for part in parts:
        if isinstance(part, Sign) and part.text in OPENING and not part.role:
            if len(openings) == MAX_DEPTH:
                raise FormulaTooLarge
            openings.append(part)
            levels.append([])
        elif sign_of(part) == "⟩" and (not openings or openings[-1].text != "⟨"):
            levels[-1] = _ket(levels[-1], part)
        elif openings and sign_of(part) in CLOSING:
            body = levels.pop()
            levels[-1].append(_closed(openings.pop().text, body, part))
        else:
            levels[-1].append(part)
    while openings:
        body = levels.pop()
        levels[-1] += _open(openings.pop(), body)
    return levels[0]


def _ket(parts: list[Node], closing: Node) -> list[Node]:
    bars = [place for place, part in enumerate(parts) if part == Sign("|")]
    if not bars:
        return [*parts, closing]
    body = Row(tuple(_applied(parts[bars[-1] + 1 :])))
    return [*parts[: bars[-1]], _scripted(closing, Fence("|", body, "⟩"))]


def _bra(parts: list[Node]) -> list[Node]:
    end = parts.index(Sign("|"))
    return [Fence("⟨", Row(tuple(_applied(parts[:end]))), "|"), *parts[end + 1 :]]


def _open(opening: Sign, body: list[Node]) -> list[Node]:
    """A brace that is never closed holds the cases after it."""
    if opening.text == "{" and body and isinstance(only(body[0]), Grid):
        return [fenced("{", Row((body[0],)), ""), *body[1:]]
    if opening.text == "⟨" and Sign("|") in body:
        return _bra(body)
    return [opening, *body]


def _closed(opening: str, body: Sequence[Node], closing: Node) -> Node:
    inner = Row(tuple(_applied(_with_bars(body))))
    fence = fenced(opening, inner, sign_of(closing))
    if opening == "(" and isinstance(only(inner), Binomial):
        return _scripted(closing, inner.parts[0])
    return _scripted(closing, fence)


def _scripted(written: Node, meant: Node) -> Node:
    """What is meant, with the scripts that were written at its last sign."""
    return replace(written, base=meant) if isinstance(written, Scripts) else meant


def _with_bars(parts: Sequence[Node]) -> list[Node]:
    parts = _doubled(parts)
    for bar in _BARS:
        parts = _paired(parts, bar)
    return list(parts)


def _doubled(parts: Sequence[Node]) -> list[Node]:
    """Two bars side by side are the bar of a norm."""
    done: list[Node] = []
    for part in parts:
        before = done[-1] if done else None
        if isinstance(before, Sign) and before.text == "|" == sign_of(part):
            done[-1] = _scripted(part, Sign("‖"))
        else:
            done.append(part)
    return done


def _paired(parts: Sequence[Node], bar: str) -> list[Node]:
    places = [place for place, part in enumerate(parts) if sign_of(part) == bar]
    if len(places) % 2:
        after_operand = places[0] > 0 and isinstance(parts[places[0] - 1], _OPERANDS)
        places = places[1:] if after_operand else places[:-1]
    done = list(parts)
    pairs = list(zip(places[::2], places[1::2], strict=True))
    for start, end in reversed(pairs):
        closing, body = parts[end], Row(tuple(_applied(parts[start + 1 : end])))
        fence = Fence(bar, body, bar)
        done[start : end + 1] = [_scripted(closing, fence)]
    return done


def _applied(parts: Sequence[Node]) -> list[Node]:
    done: list[Node] = []
    for part in parts:
        before = done[-1] if done else None
        fence = _round(part) or (_bars(part) if isinstance(before, Name) else None)
        if before is not None and _is_factor(before, part):
            done += [Sign("", "times"), part]
        elif before is None or fence is None:
            done.append(part)
        elif is_function(before, fence) and not (len(done) > 1 and sign_of(done[-2]) in QUANTIFIERS):
            done.pop()
            applied = _application(before, part, fence)
            done += [Sign("", "times"), applied] if done and _is_factor(done[-1], applied) else [applied]
        elif len(done) > 1 and sign_of(done[-2]) in QUANTIFIERS:
            done += [Sign("", "quantifier"), part]
        elif _is_derivation(before):
            done.append(part)
        elif isinstance(only(_base(before)), _OPERANDS) or sign_of(before) == "!":
            done += [Sign("", "times"), part]
        else:
            done.append(part)
    return done


def _is_factor(before: Node, part: Node) -> bool:
    """Side by side they would be heard as one: a value and a value, a number and a sum."""
    base, factor = only(_base(before)), only(_base(part))
    if isinstance(factor, Apply):
        return isinstance(base, Apply | Binomial)
    if sign_of(part) in LARGE:
        return isinstance(base, _OPERANDS)
    if isinstance(base, Fraction) and before is base:
        return isinstance(factor, Letter | Root | Fraction) and factor != Letter("d") and _is_quotient(base)
    if isinstance(base, Binomial) or (isinstance(base, Apply) and _is_long(base)):
        return isinstance(factor, (*_OPERANDS, Binomial)) and factor != Letter("d")
    return False


def _is_quotient(fraction: Fraction) -> bool:
    """Neither a number, such as one half, nor a derivative."""
    first = parts_of(fraction.top)[:1]
    core = only(_base(first[0])) if first else None
    if isinstance(core, Letter | Sign) and core.text in ("d", "∂"):
        return False
    return not (plain_text(fraction.top).isdecimal() and plain_text(fraction.bottom).isdecimal())


def _is_long(apply: Apply) -> bool:
    body = apply.argument.body if isinstance(apply.argument, Fence) else apply.argument
    return len(parts_of(body)) > 1 or isinstance(only(body), Fraction)


def _is_derivation(node: Node) -> bool:
    """The d over d x that stands before what it derives."""
    top = only(node.top) if isinstance(node, Fraction) else None
    core = only(_base(top)) if top is not None else None
    return isinstance(core, Letter | Sign) and core.text in ("d", "∂")


def is_differential(parts: Sequence[Node], place: int) -> bool:
    """The d of an integral's d x."""
    part = parts[place]
    if not isinstance(part, Letter | Name) or part.text != "d" or place + 1 == len(parts):
        return False
    named = isinstance(only(_base(parts[place + 1])), Letter)
    return named and any(sign_of(before) in INTEGRALS for before in parts[:place])


def _application(function: Node, part: Node, fence: Fence) -> Node:
    return _scripted(part, Apply(function, fence))


def _round(part: Node) -> Fence | None:
    fence = part.base if isinstance(part, Scripts) else part
    if isinstance(fence, Fence) and (fence.open, fence.close) in (("(", ")"), ("[", "]"), ("{", "}")):
        return fence
    return None


def _bars(part: Node) -> Fence | None:
    fence = part.base if isinstance(part, Scripts) else part
    return fence if isinstance(fence, Fence) and fence.open in _BARS else None


def _base(node: Node) -> Node:
    while isinstance(node, Scripts | Accent):
        node = node.base if isinstance(node, Scripts) else node.body
    return node


def is_function(node: Node, fence: Fence) -> bool:
    """Whether brackets after this hold its argument rather than a factor."""
    base = only(_base(node))
    if isinstance(base, Name):
        return base.text not in LARGE_NAMES or (base == node and Sign(",") in fence.body.parts)
    if isinstance(base, Text):
        return base.text.isalpha() and base.text not in _CONJUNCTIONS
    if not isinstance(base, Letter):
        return False
    if fence.open == "{" or _is_power(node):
        return False
    if base.text in ALWAYS_FUNCTIONS or fence.open == "[":
        return True
    return is_argument(fence.body) or (base.text.isupper() and _is_step(fence.body))


def _is_power(node: Node) -> bool:
    """The square of a letter is a factor; its inverse, its derivatives and its transforms are functions."""
    if not isinstance(node, Scripts) or node.sup is None:
        return False
    first = parts_of(node.sup)[:1]
    return not (first and isinstance(first[0], Sign | Fence))


def is_argument(body: Row) -> bool:
    """A single thing, a list, a condition: what one applies a function to rather than multiplies by."""
    signs = {part.text for part in body.parts[1:] if isinstance(part, Sign)}
    return bool(body.parts) and (not signs & set("+−±") or bool(signs & (RELATIONS | {",", ";", "|"})))


def _is_step(body: Row) -> bool:
    """The n − 1 of T(n − 1)."""
    return len(body.parts) == 3 and isinstance(body.parts[0], Letter) and isinstance(body.parts[2], Number)


def is_compound(node: Node | None) -> bool:
    """Signs within it could be heard as if they stood beside what it belongs to."""
    parts = parts_of(only(node))
    return any(
        isinstance(part, Sign) and (part.text in _SPLITTING or part.role in ("given", "such that"))
        for part in parts[1:]
    )


_SPLITTING = RELATIONS | ADDITIONS | PRODUCTS | {",", ";", PAUSE, "…", ":", "|"}
