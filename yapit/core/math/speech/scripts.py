"""What stands above and below: powers, indices, bounds."""

from __future__ import annotations

from yapit.core.math.characters import RELATIONS
from yapit.core.math.grouping import is_compound
from yapit.core.math.speech.teller import Teller, Way
from yapit.core.math.tree import (
    Accent,
    Apply,
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
    only,
    parts_of,
    plain_text,
)

_ABOVE = {
    "H": "conjugate transpose",
    "T": "transpose", "⊤": "transpose", "⊺": "transpose", "t": "transpose", "∗": "star", "⋆": "star",
    "†": "dagger",
    "+": "plus above", "−": "minus above", "⊥": "perp", "2": "squared", "3": "cubed",
}  # fmt: skip
_ABOVE_NUMBERS = {
    "2": "squared", "3": "cubed", "∘": "degrees", "°": "degrees", "+": "from above", "−": "from below",
    "∗": "star",
}  # fmt: skip
_PRIMES = {1: "prime", 2: "double prime", 3: "triple prime"}
_ENDINGS = frozenset(("th", "st", "nd", "rd"))


def _scripts(teller: Teller, node: Scripts) -> str:
    base = only(node.base) or Row()
    if isinstance(base, Sign | Name) and base.text in teller.words.large:
        return _bounded(teller, base.text, node)
    special = _of_sign(teller, base, node) if isinstance(base, Sign) else _of_thing(teller, base, node)
    if special:
        return special
    said = _base(teller, base)
    if node.sub is not None:
        said = _below(teller, said, node.sub)
    if node.sup is not None:
        said = _above(teller, said, base, node.sup)
    return said + "," * (_is_long_fence(base) and not teller.full)


def _is_long_fence(base: Node) -> bool:
    return isinstance(base, Fence) and base.open == "(" and len(parts_of(base.body)) > 1


def _base(teller: Teller, base: Node) -> str:
    said = teller.say(base)
    if teller.full:
        return said
    if _has_parts_to_hold(base):
        return teller.brief("quantity", said)
    return said + "," if isinstance(base, Apply | Fraction) else said


def _has_parts_to_hold(base: Node) -> bool:
    """A script could be taken for its last part's; of a compound in brackets that is said already."""
    if isinstance(base, Fence):
        return _is_long_fence(base) and not is_compound(base.body)
    return is_compound(base)


# Bounds


def _bounded(teller: Teller, name: str, node: Scripts) -> str:
    noun = teller.words.large[name]
    sub = teller.say(_with_aims(node.sub)) if node.sub is not None else ""
    sup = teller.say(node.sup) if node.sup is not None else ""
    if sub and sup:
        return teller.brief("from to", noun, sub, sup)
    if sub:
        return teller.brief("as" if "lim" in name else "from", noun, sub)
    return teller.brief("to", noun, sup) if sup else teller.brief("no bounds", noun)


def _with_aims(node: Node) -> Node:
    """Where a limit's variable goes to."""
    aims = (Sign("→", "goes to") if isinstance(p, Sign) and p.text == "→" else p for p in parts_of(node))
    return Row(tuple(aims))


# Signs and things of which scripts mean something of their own


def _of_sign(teller: Teller, base: Sign, node: Scripts) -> str:
    if base.text in ("|", "‖") and node.sub is not None:
        return _evaluated(teller, "", node)
    if base.text == "∂" and node.sub is not None and node.sup is None:
        return teller.brief("partial derivative of", teller.say(node.sub))
    if base.text == "∇" and node.sub is not None and node.sup is None:
        return teller.brief("gradient", teller.say(node.sub))
    if base.text == "∇" and node.sup is not None:
        return _above(teller, teller.words.signs["del"], base, node.sup)
    if base.text == "=" and plain_text(node.sup) in ("def", "△", "Δ", "!", "."):
        return teller.words.signs["≜"]
    if base.text in RELATIONS:
        said = teller.say(base)
        said = teller.brief("above", said, teller.say(node.sup)) if node.sup is not None else said
        return teller.brief("below", said, teller.say(node.sub)) if node.sub is not None else said
    return ""


def _of_thing(teller: Teller, base: Node, node: Scripts) -> str:
    label = node.sub if node.sub is not None else node.sup
    if isinstance(base, Accent) and base.mark == "brace" and label is not None:
        return teller.brief("labelled", teller.say(base), teller.say(label))
    if (
        isinstance(base, Fence)
        and (base.open, base.close) in (("", "|"), ("[", "|"))
        and node.sub is not None
    ):
        return _evaluated(teller, teller.say(base.body), node)
    if (
        isinstance(base, Name)
        and base.text in ("log", "lg", "ln")
        and node.sub is not None
        and node.sup is None
    ):
        return teller.brief("base", teller.say(base), teller.say(node.sub))
    if isinstance(base, Fence) and (base.open, base.close) == ("‖", "‖") and node.sub is not None:
        norm = teller.brief("numbered norm", teller.say(base.body), teller.say(node.sub))
        return norm if node.sup is None else _above(teller, norm + ",", base, node.sup)
    if isinstance(node.sup, Row) and len(node.sup.parts) == 1 and node.sub is None:
        ending = node.sup.parts[0]
        if isinstance(ending, Text | Name) and ending.text in _ENDINGS:
            return teller.words.ordinal(plain_text(base) or teller.say(base))
    return ""


def _evaluated(teller: Teller, body: str, node: Scripts) -> str:
    sub = teller.say(node.sub) if node.sub is not None else ""
    if node.sup is not None:
        return teller.brief("evaluated between", body, sub, teller.say(node.sup))
    return teller.brief("evaluated", body, sub)


# Indices


def _below(teller: Teller, said: str, sub: Node) -> str:
    name = only(sub)
    index = name.text if isinstance(name, Name) else teller.say(sub)
    if not is_compound(sub):
        return teller.brief("sub", said, index)
    listing = all(part.text in ",;" for part in parts_of(sub) if isinstance(part, Sign))
    return teller.phrase("sub" if teller.full or listing else "sub, apart", said, index)


# Powers


def _above(teller: Teller, said: str, base: Node, sup: Node) -> str:
    primes, rest = _primes(sup)
    if primes:
        name = _PRIMES.get(primes, "triple prime")
        said = teller.brief(name, said)
    if not rest:
        return said
    text = plain_text(Row(rest))
    known = _known(base, text, rest)
    if known:
        return teller.brief(known, said)
    return _power(teller, said, base, Row(rest), text)


def _primes(sup: Node) -> tuple[int, tuple[Node, ...]]:
    parts = parts_of(sup)
    count = 0
    while count < len(parts) and isinstance(parts[count], Sign) and plain_text(parts[count]) in ("′", "″"):
        count += 1
    doubled = sum(plain_text(part) == "″" for part in parts[:count])
    return count + doubled, parts[count:]


def _known(base: Node, text: str, rest: tuple[Node, ...]) -> str:
    """The phrase for what an exponent means beside a number; empty where it is none of these."""
    if _is_space(base):
        return ""
    if isinstance(base, Number):
        return _ABOVE_NUMBERS.get(text, "")
    if text == "−1":
        return "inverse" if _is_invertible(base) else ""
    if text in ("∘", "°"):
        return "degrees" if isinstance(base, Fence) or _is_small(base) else ""
    if text in ("c", "∁"):
        return "complement" if isinstance(base, Fence) or _is_capital(base) else ""
    if (text == "t" and not _is_matrix(base)) or base == Letter("e"):
        return _ABOVE_NUMBERS.get(text, "")
    return _ABOVE.get(text, "")


def _is_small(base: Node) -> bool:
    return isinstance(base, Letter) and not base.text.isupper()


def _is_capital(base: Node) -> bool:
    return isinstance(base, Letter) and base.text.isupper()


def _is_space(base: Node) -> bool:
    return isinstance(base, Letter) and base.style is Style.BLACKBOARD


def _core(node: Node) -> Node:
    return node.base if isinstance(node, Scripts) else node


def _is_matrix(base: Node) -> bool:
    return isinstance(base, Letter) and (base.text.isupper() or base.style is Style.BOLD)


def _is_invertible(base: Node) -> bool:
    """What one calls the inverse of: functions and matrices, but not numbers."""
    if isinstance(base, Fence):
        return any(isinstance(part, Letter | Scripts) and _is_matrix(_core(part)) for part in base.body.parts)
    if isinstance(base, Letter):
        return base.text.isupper() or base.text in "fghφψσπρ" or base.style is Style.BOLD
    return isinstance(base, Name)


def _power(teller: Teller, said: str, base: Node, sup: Row, text: str) -> str:
    power = teller.say(sup)
    if _is_space(base) and not teller.full:
        sizes = tuple(Sign("×", "by") if isinstance(p, Sign) and p.text == "×" else p for p in sup.parts)
        return teller.brief("dimension", said, teller.say(Row(sizes)))
    first = sup.parts[0]
    if isinstance(first, Fence) and len(sup.parts) == 1:
        return teller.phrase("superscript", said, teller.say(first.body))
    if text in ("∘", "°"):
        return teller.brief("superscript", said, teller.words.signs["○"])
    if isinstance(first, Text) or (isinstance(first, Name) and len(sup.parts) == 1):
        return teller.brief("superscript", said, power)
    if text.isdecimal():
        return teller.brief("numbered power", said, teller.words.ordinal(text), text)
    if len(sup.parts) == 1 and isinstance(first, Letter | Number):
        return teller.brief("power", said, power)
    if teller.full and not _is_signed_atom(sup):
        return teller.phrase("power", said, power)
    apart = is_compound(sup) or len(power.split()) > 2
    return teller.brief("power, apart" if apart else "power", said, power)


def _is_signed_atom(sup: Row) -> bool:
    return (
        len(sup.parts) == 2 and isinstance(sup.parts[0], Sign) and isinstance(sup.parts[1], Letter | Number)
    )


WAYS: dict[type, Way] = {Scripts: _scripts}
