"""Office Math to MathML: the formulas of Word and PowerPoint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import TYPE_CHECKING

from yapit.core.parse.xml import attribute, depth_of, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]|\S")
_APPLY = "<mo>&#x2061;</mo>"
_NO_TEXT = re.compile(r"Pr$")


_DEEPEST = 100
"""Elements within each other, three for each fraction in a fraction."""


def mathml(formula: _Element) -> str:
    """The formula in an `m:oMath` or `m:oMathPara` element; bare characters where it is nested absurdly."""
    if depth_of(formula) > _DEEPEST:
        return f'<math xmlns="http://www.w3.org/1998/Math/MathML"><mtext>{escape(shown_text(formula))}</mtext></math>'
    return f'<math xmlns="http://www.w3.org/1998/Math/MathML">{_all(formula)}</math>'


def shown_text(formula: _Element) -> str:
    """Its characters in their order, as a page would show them on one line."""
    return "".join(map(_shown, formula.iter("{*}t", "{*}nary")))


def _shown(element: _Element) -> str:
    return _setting(element, "chr", "∫") if local_name(element) == "nary" else element.text or ""


def _all(parent: _Element | None) -> str:
    """The children as one row."""
    parts = [] if parent is None else [_one(child) for child in parent if not _is_property(child)]
    return "".join(parts)


def _is_property(element: _Element) -> bool:
    return _NO_TEXT.search(local_name(element)) is not None


def _one(element: _Element) -> str:
    maker = _MAKERS.get(local_name(element))
    return maker(element) if maker else _all(element)


def _row(parent: _Element | None) -> str:
    return f"<mrow>{_all(parent)}</mrow>"


def _part(element: _Element, name: str) -> str:
    return _row(element.find(f"{{*}}{name}"))


def _setting(element: _Element, name: str, default: str = "") -> str:
    """A value among an element's properties; `default` where it is not set at all."""
    for properties in element:
        if _is_property(properties):
            found = properties.find(f"{{*}}{name}")
            if found is not None:
                return attribute(found, "val", "1")
    return default


def _is_set(element: _Element, name: str) -> bool:
    return _setting(element, name, "0") not in ("0", "off", "false")


def _run(element: _Element) -> str:
    text = "".join(part.text or "" for part in element.iterchildren("{*}t"))
    if element.find("{*}rPr/{*}nor") is not None:
        return f"<mtext>{escape(text)}</mtext>"
    return "".join(map(_token, _TOKEN.findall(text)))


def _token(text: str) -> str:
    name = "mn" if text[0].isdigit() else "mi" if text.isalpha() else "mo"
    return f"<{name}>{escape(text)}</{name}>"


def _fraction(element: _Element) -> str:
    above, below = _part(element, "num"), _part(element, "den")
    style = _setting(element, "type")
    if style == "lin":
        return f"<mrow>{above}<mo>/</mo>{below}</mrow>"
    line = ' linethickness="0"' if style == "noBar" else ""
    return f"<mfrac{line}>{above}{below}</mfrac>"


def _scripts(tag: str, *names: str) -> Callable[[_Element], str]:
    return lambda element: f"<{tag}>{''.join(_part(element, name) for name in names)}</{tag}>"


def _before(element: _Element) -> str:
    scripts = f"{_part(element, 'sub')}{_part(element, 'sup')}"
    return f"<mmultiscripts>{_part(element, 'e')}<mprescripts/>{scripts}</mmultiscripts>"


def _root(element: _Element) -> str:
    degree = element.find("{*}deg")
    if _is_set(element, "degHide") or degree is None or not shown_text(degree):
        return f"<msqrt>{_all(element.find('{*}e'))}</msqrt>"
    return f"<mroot>{_part(element, 'e')}{_row(degree)}</mroot>"


def _big_operator(element: _Element) -> str:
    sign = f"<mo>{escape(_setting(element, 'chr', '∫'))}</mo>"
    over = _setting(element, "limLoc") == "undOvr"
    under_part = "" if _is_set(element, "subHide") else _part(element, "sub")
    over_part = "" if _is_set(element, "supHide") else _part(element, "sup")
    tag = {
        (True, True): "munderover" if over else "msubsup",
        (True, False): "munder" if over else "msub",
        (False, True): "mover" if over else "msup",
    }.get((bool(under_part), bool(over_part)))
    limits = f"<{tag}>{sign}{under_part}{over_part}</{tag}>" if tag else sign
    return limits + _part(element, "e")


def _fenced(element: _Element) -> str:
    begin, end = _setting(element, "begChr", "("), _setting(element, "endChr", ")")
    between = f"<mo>{escape(_setting(element, 'sepChr', '|'))}</mo>"
    inside = between.join(map(_row, element.iterchildren("{*}e")))
    return f"<mrow>{_fence(begin)}{inside}{_fence(end)}</mrow>"


def _fence(sign: str) -> str:
    return f"<mo>{escape(sign)}</mo>" if sign else ""


def _function(element: _Element) -> str:
    name = element.find("{*}fName")
    plain = "" if name is None else shown_text(name)
    said = f"<mi>{escape(plain)}</mi>" if plain.isalpha() else _row(name)
    return f"<mrow>{said}{_APPLY}{_part(element, 'e')}</mrow>"


def _accent(element: _Element) -> str:
    sign = escape(_setting(element, "chr", "\u0302"))
    return f'<mover accent="true">{_part(element, "e")}<mo>{sign}</mo></mover>'


def _bar(element: _Element) -> str:
    tag = "mover" if _setting(element, "pos") == "top" else "munder"
    return f"<{tag}>{_part(element, 'e')}<mo>¯</mo></{tag}>"


def _group(element: _Element) -> str:
    tag = "mover" if _setting(element, "pos") == "top" else "munder"
    return f"<{tag}>{_part(element, 'e')}<mo>{escape(_setting(element, 'chr', '⏟'))}</mo></{tag}>"


def _table(rows: Iterable[Iterable[str]]) -> str:
    lines = ("".join(f"<mtd>{cell}</mtd>" for cell in row) for row in rows)
    return f"<mtable>{''.join(f'<mtr>{line}</mtr>' for line in lines)}</mtable>"


def _matrix(element: _Element) -> str:
    return _table(map(_all, row.iterchildren("{*}e")) for row in element.iterchildren("{*}mr"))


def _equations(element: _Element) -> str:
    return _table([_all(line)] for line in element.iterchildren("{*}e"))


_MAKERS: dict[str, Callable[[_Element], str]] = {
    "r": _run,
    "f": _fraction,
    "sSup": _scripts("msup", "e", "sup"),
    "sSub": _scripts("msub", "e", "sub"),
    "sSubSup": _scripts("msubsup", "e", "sub", "sup"),
    "sPre": _before,
    "rad": _root,
    "nary": _big_operator,
    "d": _fenced,
    "func": _function,
    "acc": _accent,
    "bar": _bar,
    "groupChr": _group,
    "limLow": _scripts("munder", "e", "lim"),
    "limUpp": _scripts("mover", "e", "lim"),
    "m": _matrix,
    "eqArr": _equations,
}
