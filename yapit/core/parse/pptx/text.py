"""The paragraphs of a shape: their words, their bullets and their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yapit.core.document import MarkKind
from yapit.core.parse.numerals import Numeral, numeral
from yapit.core.parse.omml import mathml, shown_text
from yapit.core.parse.runs import Runs
from yapit.core.parse.style_names import is_monospaced
from yapit.core.parse.xml import attribute, local_name, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

DEPTHS = 9
_NUMERALS = {
    "arabic": Numeral.DECIMAL,
    "alphaLc": Numeral.LOWER_LETTER,
    "alphaUc": Numeral.UPPER_LETTER,
    "romanLc": Numeral.LOWER_ROMAN,
    "romanUc": Numeral.UPPER_ROMAN,
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs
    depth: int
    """From 0."""

    label: str | None
    """Its number, empty for a bullet; None where it is no item."""


def read_paragraphs(body: _Element, bullets: list[bool]) -> Iterator[Paragraph]:
    """The paragraphs of a text; `bullets` says for each depth whether they have bullets unless they tell."""
    counts: list[int | None] = [None] * DEPTHS
    for element in body.iterchildren("{*}p"):
        properties = element.find("{*}pPr")
        depth = whole_number(attribute(properties, "lvl"), most=DEPTHS - 1)
        runs = read_words(element, Runs())
        yield Paragraph(runs, depth, _label(properties, depth, counts, is_item=bullets[depth]))


def read_words(paragraph: _Element, into: Runs) -> Runs:
    for child in paragraph:
        name = local_name(child)
        if name == "r" or (name == "fld" and attribute(child, "type") != "slidenum"):
            text = child.find("{*}t")
            into.add("" if text is None else text.text or "", MarkKind.CODE if _is_code(child) else None)
        elif name == "br":
            into.end_line()
        elif name in ("m", "oMath", "oMathPara"):
            into.add_marked(shown_text(child), MarkKind.MATH, mathml(child))
        elif name in ("AlternateContent", "Choice"):
            read_words(child, into)
    return into


def _is_code(run: _Element) -> bool:
    return is_monospaced(attribute(run.find("{*}rPr/{*}latin"), "typeface"))


def bullets_of(styles: list[_Element | None]) -> list[bool]:
    """Whether each depth has bullets, by the first of some styles that says so."""
    return [
        next((said for style in styles if (said := _has_bullet(style, n)) is not None), False)
        for n in range(DEPTHS)
    ]


def _has_bullet(style: _Element | None, depth: int) -> bool | None:
    level = None if style is None else style.find(f"{{*}}lvl{depth + 1}pPr")
    for child in () if level is None else level:
        name = local_name(child)
        if name in ("buNone", "buChar", "buAutoNum", "buBlip"):
            return name != "buNone"
    return None


def _label(properties: _Element | None, depth: int, counts: list[int | None], *, is_item: bool) -> str | None:
    counts[depth + 1 :] = [None] * (DEPTHS - depth - 1)
    for child in () if properties is None else properties:
        name = local_name(child)
        if name == "buAutoNum":
            before = counts[depth]
            start = whole_number(child.get("startAt"), 1)
            counts[depth] = start if before is None else before + 1
            return _number(counts[depth] or start, child.get("type") or "")
        if name in ("buNone", "buChar", "buBlip"):
            counts[depth] = None
            return None if name == "buNone" else ""
    counts[depth] = None
    return "" if is_item else None


def _number(number: int, kind: str) -> str:
    """`kind` is a numeral and its punctuation: `arabicPeriod`, `romanLcParenR`, `alphaUcParenBoth`."""
    style = next((style for name, style in _NUMERALS.items() if kind.startswith(name)), Numeral.DECIMAL)
    written = numeral(number, style)
    if kind.endswith("ParenBoth"):
        return f"({written})"
    return written + (")" if kind.endswith("ParenR") else "" if kind.endswith("Plain") else ".")
