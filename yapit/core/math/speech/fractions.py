"""Fractions, derivatives, roots and binomials."""

from __future__ import annotations

from yapit.core.math.grouping import is_compound
from yapit.core.math.speech.teller import Teller, Way
from yapit.core.math.tree import (
    Accent,
    Binomial,
    Fraction,
    Letter,
    Name,
    Node,
    Root,
    Row,
    Scripts,
    Sign,
    only,
    parts_of,
    plain_text,
    walk,
)


def _fraction(teller: Teller, fraction: Fraction) -> str:
    simple = teller.words.fractions.get(f"{plain_text(fraction.top)}/{plain_text(fraction.bottom)}")
    if simple:
        return simple
    derivative = _derivative(teller, fraction)
    if derivative:
        return derivative
    top, bottom = teller.say(fraction.top), teller.say(fraction.bottom)
    if teller.full:
        return teller.phrase("fraction", top, bottom)
    if _holds_fraction(fraction.top) or _holds_fraction(fraction.bottom):
        return teller.brief("fraction", top, bottom)
    apart = is_compound(fraction.top) or len(top.split()) > 6
    if is_compound(fraction.bottom):
        bottom = teller.brief("quantity", bottom)
    return teller.brief("over, apart" if apart else "over", top, bottom)


def _holds_fraction(node: Node) -> bool:
    """One that is said with "over"; one half is said as one thing."""
    return any(
        isinstance(part, Fraction)
        and not (plain_text(part.top).isdecimal() and plain_text(part.bottom).isdecimal())
        for part in walk(node)
    )


def _derivative(teller: Teller, fraction: Fraction) -> str:
    """The derivative that a fraction of differentials is; empty where it is none."""
    top, bottom = parts_of(fraction.top), parts_of(fraction.bottom)
    kind, order = _differential(top[0] if top else None)
    variables = _variables(bottom, kind) if kind else []
    if not variables or (len(top) == 1 and isinstance(top[0], Row)):
        return ""
    name = ("partial " if kind == "∂" else "") + _degree(order)
    said = " ".join(teller.say(variable) for variable in variables)
    if len(variables) == 2:
        said = teller.brief("and", teller.say(variables[0]), teller.say(variables[1]))
    ordinal = [teller.words.ordinal(order)] if "nth" in name else []
    if len(top) == 1:
        return teller.brief(name + "derivative of", said, *ordinal)
    return teller.brief(name + "derivative", teller.say(Row(top[1:])), said, *ordinal)


def _degree(order: str) -> str:
    return {"": "", "2": "second "}.get(order, "nth ")


def _differential(node: Node | None) -> tuple[str, str]:
    """The sign of a differential, "d" or "∂", and its order; empty for anything else."""
    order = ""
    if isinstance(node, Scripts) and node.sub is None:
        order, node = plain_text(node.sup) or "?", only(node.base)
    if isinstance(node, Letter | Name | Sign) and node.text in ("d", "D", "∂"):
        return node.text, order
    return "", ""


def _variables(parts: tuple[Node, ...], kind: str) -> list[Node]:
    if not parts or len(parts) % 2:
        return []
    signs, variables = parts[::2], parts[1::2]
    if any(_differential(sign) != (kind, "") for sign in signs):
        return []
    found = [_without_order(variable) for variable in variables]
    return found if all(isinstance(v, Letter | Scripts | Name | Accent) for v in found) else []


def _without_order(node: Node) -> Node:
    if isinstance(node, Scripts) and node.sup is not None:
        return Scripts(node.base, node.sub) if node.sub is not None else node.base
    return node


def _root(teller: Teller, root: Root) -> str:
    index, body = plain_text(root.index), teller.say(root.body)
    bare = len(parts_of(only(root.body))) == 1
    say = teller.brief if bare else teller.phrase
    if is_compound(root.body):
        body += ","
    if root.index is None or index == "2":
        return say("square root", body)
    if index == "3":
        return say("cube root", body)
    return say("root", body, teller.words.ordinal(index or teller.say(root.index)))


def _binomial(teller: Teller, binomial: Binomial) -> str:
    return teller.phrase("choose", teller.say(binomial.top), teller.say(binomial.bottom))


WAYS: dict[type, Way] = {Fraction: _fraction, Root: _root, Binomial: _binomial}
