"""Presentation MathML to a tree, as web pages, EPUBs and Word write it; a TeX annotation in it goes first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html.entities import html5
from itertools import groupby
from typing import TYPE_CHECKING

from yapit.core.math.characters import PAUSE, RELATIONS, letter
from yapit.core.math.grouping import fenced, grouped
from yapit.core.math.latex import read_latex
from yapit.core.math.tree import (
    MAX_DEPTH,
    Accent,
    Arrangement,
    Binomial,
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
    Style,
    Text,
    only,
    parts_of,
    plain_text,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,40};)")
_OF_XML = frozenset(("lt;", "gt;", "amp;", "quot;", "apos;"))
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*(?:\[[^\]]*\])?\s*>|<\?[^>]*\?>", re.IGNORECASE)
_TEX = frozenset(("application/x-tex", "tex", "latex", "application/x-latex", "text/tex", "text/latex"))
_DISPLAY = re.compile(r"\A\s*\{?\\(?:displaystyle|textstyle)\b")
_INVISIBLE = "\u2061\u2062\u2063\u2064\u200b\u200c\u200d\ufe00\ufe0e\ufe0f\ufeff"
_MARKS = {
    "^": "hat", "ˆ": "hat", "\u0302": "hat", "¯": "bar", "‾": "bar", "―": "bar", "\u0304": "bar",
    "\u0305": "bar",
    "˜": "tilde", "~": "tilde", "∼": "tilde", "\u0303": "tilde", "→": "vector", "⃗": "vector", "⇀": "vector",
    "˙": "dot", ".": "dot", "\u0307": "dot", "¨": "double dot", "\u0308": "double dot", "⏞": "brace",
    "⏟": "brace",
    "︷": "brace", "︸": "brace", "_": "underlined", "\u0332": "underlined", "ˇ": "check", "˘": "breve",
    "´": "acute",
    "`": "grave", "˚": "ring", "-": "bar", "–": "bar", "−": "bar",
}  # fmt: skip
_SIGNS = {
    "~": "∼", "-": "−", "–": "−", "*": "∗", "·": "⋅", "∙": "⋅", "⩽": "≤", "⩾": "≥", "⟶": "→", "⟹": "⇒",
    "⟸": "⇐",
    "⟺": "⇔",
    "⋯": "…", "⋮": "…", "⋱": "…", "...": "…", "'": "′", "’": "′", "||": "‖", "<=": "≤", ">=": "≥",
    "!=": "≠", "->": "→",
    "∥": "‖", "❘": "|", "∕": "/", "⁄": "/", "∶": ":", "\\": "∖", "⧵": "∖", ":=": "≔", "*=": "∗", "⟼": "↦",
    "\u2329": "⟨", "\u232a": "⟩", "\u3008": "⟨", "\u3009": "⟩", "&": "∧", "\u00a0": "", "ⅆ": "d", "≝": "≜",
}  # fmt: skip
_STYLES = {
    "double-struck": Style.BLACKBOARD, "script": Style.CALLIGRAPHIC, "bold-script": Style.CALLIGRAPHIC,
    "fraktur": Style.FRAKTUR, "bold-fraktur": Style.FRAKTUR, "bold": Style.BOLD, "bold-italic": Style.BOLD,
}  # fmt: skip
_UNSEEN = frozenset(
    ("annotation", "annotation-xml", "mphantom", "none", "mprescripts", "maligngroup", "malignmark")
)


def read_mathml(source: str) -> Node:
    """The tree of a formula; of damaged markup, as much as can be read.

    Raises:
        FormulaTooLarge: Its elements are nested too deep.
    """
    from lxml import etree  # noqa: PLC0415 - 20 ms, and LaTeX needs none of it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    text = _ENTITY.sub(_character, _DOCTYPE.sub("", source)).strip()
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return Row()
    if root is None:
        return Row()
    tex = _tex_of(root)
    return read_latex(_DISPLAY.sub("", tex)) if tex else _read(root, 0)


def _character(match: re.Match[str]) -> str:
    return match[0] if match[1] in _OF_XML else html5.get(match[1], "")


def _tex_of(root: _Element) -> str:
    """The TeX that a formula was made from, where it says so."""
    for element in root.iter():
        if _tag(element) == "annotation" and (element.get("encoding") or "").lower() in _TEX:
            return (element.text or "").strip()
    return ""


def _tag(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def _read(element: _Element, depth: int) -> Node:
    if depth > 2 * MAX_DEPTH:  # an element a script and another a row
        raise FormulaTooLarge
    read = _READERS.get(_tag(element))
    return read(element, depth + 1) if read is not None else _row(element, depth + 1)


def _children(element: _Element) -> list[_Element]:
    return [child for child in element if _tag(child) and _tag(child) not in _UNSEEN]


def _row(element: _Element, depth: int) -> Row:
    parts: list[Node] = []
    for upright, children in groupby(_children(element), _is_upright):
        run = list(children)
        if upright and len(run) > 1:
            parts.append(Name("".join(_text_of(child) for child in run)))
            continue
        for child in run:
            read = _read(child, depth)
            parts += read.parts if isinstance(read, Row) and _tag(child) in _TRANSPARENT else [read]
    return grouped(part for part in parts if part != Row())


def _is_upright(element: _Element) -> bool:
    """A letter of a name that is written letter by letter."""
    text = element.text or ""
    return (
        _tag(element) == "mi" and element.get("mathvariant") == "normal" and len(text) == 1 and text.isascii()
    )


_TRANSPARENT = frozenset(("mstyle", "mpadded", "mspace", "mo", "mi", "mtext", "mn"))


def _nth(element: _Element, place: int, depth: int) -> Node:
    """A child by its place; what the markup lacks is empty."""
    children = [child for child in element if _tag(child)]
    if place >= len(children) or _tag(children[place]) in _UNSEEN:
        return Row()
    return _read(children[place], depth)


def _argument(element: _Element, place: int, depth: int) -> Node | None:
    node = _nth(element, place, depth)
    if node == Row():
        return None
    return node if isinstance(node, Row) else Row((node,))


# Leaves


def _text_of(element: _Element) -> str:
    text = "".join(str(piece) for piece in element.itertext())
    return " ".join("".join(c for c in text if c not in _INVISIBLE).split())


def _identifier(element: _Element, depth: int) -> Node:
    text = _text_of(element)
    if len(text) != 1:
        bare = text.replace(" ", "")
        return Name(bare) if bare.isalpha() else Row(tuple(filter(None, map(_leaf, bare))))
    leaf = _leaf(text) or Row()
    style = _STYLES.get(element.get("mathvariant") or "")
    return Letter(leaf.text, style) if style is not None and isinstance(leaf, Letter) else leaf


def _leaf(character: str) -> Node | None:
    if character.isdecimal():
        return Number(character)
    return letter(character) if character.isalpha() else _sign_named(character)


def _sign_named(text: str) -> Node | None:
    sign = _SIGNS.get(text, text)
    return Sign(sign) if sign else None


def _operator(element: _Element, depth: int) -> Node:
    text = _text_of(element)
    if not text:
        return Row()
    if text.isalpha():
        return Name(text.replace(" ", "")) if len(text) > 1 else letter(text)
    if " " in text and text.replace(" ", "").isalpha():
        return Name(text.replace(" ", ""))
    if len(text) > 1 and text not in _SIGNS:
        return Row(tuple(filter(None, map(_leaf, text.replace(" ", "")))))
    return _sign_named(text) or Row()


def _number(element: _Element, depth: int) -> Node:
    text = _text_of(element).replace(" ", "")
    return Number(text) if text[:1].isdecimal() or text[:1] in (".", "") else (_leaf(text[0]) or Row())


def _text(element: _Element, depth: int) -> Node:
    text = _text_of(element)
    if len(text) == 1 and text.isalpha():
        return letter(text)
    return Text(text) if text else Row()


def _space(element: _Element, depth: int) -> Node:
    width = re.match(r"([\d.]{1,6})em", element.get("width") or "")
    wide = width is not None and width[1].replace(".", "", 1).isdecimal() and float(width[1]) >= 1
    return Sign(PAUSE) if wide or element.get("linebreak") == "newline" else Row()


# Layout


def _fraction(element: _Element, depth: int) -> Node:
    top, bottom = _nth(element, 0, depth), _nth(element, 1, depth)
    bare = (element.get("linethickness") or "").strip() in ("0", "0pt", "0px", "0em")
    return Binomial(top, bottom) if bare else Fraction(top, bottom)


def _square_root(element: _Element, depth: int) -> Node:
    return Root(_row(element, depth))


def _root(element: _Element, depth: int) -> Node:
    return Root(_nth(element, 0, depth), _argument(element, 1, depth))


def _sub(element: _Element, depth: int) -> Node:
    return _script(_nth(element, 0, depth), _argument(element, 1, depth), None)


def _sup(element: _Element, depth: int) -> Node:
    return _script(_nth(element, 0, depth), None, _argument(element, 1, depth))


def _sub_sup(element: _Element, depth: int) -> Node:
    return _script(_nth(element, 0, depth), _argument(element, 1, depth), _argument(element, 2, depth))


def _script(base: Node, sub: Node | None, sup: Node | None) -> Node:
    core = only(base) or Row()
    if sub is None and sup is None:
        return core
    if isinstance(core, Row) and core.parts and core.parts[-1] == Sign("|"):
        return Row((*core.parts[:-1], Scripts(Sign("|"), sub, sup)))
    if isinstance(core, Scripts) and isinstance(only(core.base), Sign | Name):
        return Scripts(core.base, core.sub if sub is None else sub, core.sup if sup is None else sup)
    return Scripts(core, sub, sup)


def _over(element: _Element, depth: int) -> Node:
    return _marked(_nth(element, 0, depth), _argument(element, 1, depth), above=True)


def _under(element: _Element, depth: int) -> Node:
    return _marked(_nth(element, 0, depth), _argument(element, 1, depth), above=False)


def _under_over(element: _Element, depth: int) -> Node:
    return _script(_nth(element, 0, depth), _argument(element, 1, depth), _argument(element, 2, depth))


def _marked(base: Node, mark: Node | None, *, above: bool) -> Node:
    text = plain_text(mark)
    bears = only(base)
    if text in _MARKS and not (isinstance(bears, Sign) and bears.text in RELATIONS):
        name = _MARKS[text]
        return Accent(base, "underlined" if name == "bar" and not above else name)
    return _script(base, None, mark) if above else _script(base, mark, None)


def _multiscripts(element: _Element, depth: int) -> Node:
    """Scripts on both sides; those at the left go first, with nothing to stand at."""
    tags = [_tag(child) for child in element if _tag(child)]
    split = tags.index("mprescripts") if "mprescripts" in tags else len(tags)
    right = _pairs(element, 1, split, depth)
    left = _pairs(element, split + 1, len(tags), depth)
    base = _nth(element, 0, depth)
    for sub, sup in right:
        base = _script(base, sub, sup)
    before = [Scripts(Row(), sub, sup) for sub, sup in left if sub is not None or sup is not None]
    return Row((*before, base))


def _pairs(element: _Element, start: int, end: int, depth: int) -> list[tuple[Node | None, Node | None]]:
    return [
        (_argument(element, place, depth), _argument(element, place + 1, depth) if place + 1 < end else None)
        for place in range(start, end, 2)
    ]


def _fenced(element: _Element, depth: int) -> Node:
    between = (element.get("separators") if element.get("separators") is not None else ",") or ""
    parts: list[Node] = []
    for child in _children(element):
        if parts and between.strip():
            parts.append(Sign(between.strip()[0]))
        parts += parts_of(_read(child, depth))
    opening, closing = element.get("open"), element.get("close")
    return fenced(
        "(" if opening is None else _SIGNS.get(opening.strip(), opening.strip()),
        grouped(parts),
        ")" if closing is None else _SIGNS.get(closing.strip(), closing.strip()),
    )


def _enclosed(element: _Element, depth: int) -> Node:
    body = _row(element, depth)
    return Root(body) if "radical" in (element.get("notation") or "") else body


def _table(element: _Element, depth: int) -> Node:
    rows = tuple(_table_row(row, depth) for row in _children(element) if _tag(row) in ("mtr", "mlabeledtr"))
    rows = tuple(row for row in rows if any(cell.parts for cell in row))
    aligned = "right" in (element.get("columnalign") or "")
    if len(rows) == 1 and aligned:
        return grouped(part for cell in rows[0] for part in cell.parts)
    return Grid(rows or ((Row(),),), Arrangement.LINES if aligned else Arrangement.MATRIX)


def _table_row(row: _Element, depth: int) -> tuple[Row, ...]:
    cells = _children(row)[1:] if _tag(row) == "mlabeledtr" else _children(row)
    return tuple(_row(cell, depth + 1) for cell in cells)


def _first(element: _Element, depth: int) -> Node:
    return _nth(element, 0, depth)


def _nothing(element: _Element, depth: int) -> Node:
    return Row()


_READERS: Mapping[str, Callable[[_Element, int], Node]] = {
    "mi": _identifier, "mo": _operator, "mn": _number, "mtext": _text, "ms": _text, "mspace": _space,
    "mfrac": _fraction, "msqrt": _square_root, "mroot": _root, "msub": _sub, "msup": _sup,
    "msubsup": _sub_sup, "munder": _under, "mover": _over, "munderover": _under_over,
    "mmultiscripts": _multiscripts, "mfenced": _fenced, "menclose": _enclosed, "mtable": _table,
    "semantics": _first, "maction": _first, "annotation": _nothing, "annotation-xml": _nothing,
    "mphantom": _nothing,
}  # fmt: skip
