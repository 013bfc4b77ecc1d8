"""What the styles of a Word document say about its paragraphs, each with all that it inherits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse.docx.names import W, value
from yapit.core.parse.style_names import LONGEST_CHAIN, is_code_style, is_monospaced, kind_of_style
from yapit.core.parse.xml import whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY_LEVEL = 9
"""The outline level of what is in no outline; those of headings count from 0."""


@dataclass(frozen=True, slots=True)
class Style:
    id: str = ""
    kind: BlockKind | None = None
    level: int = 0
    list_id: str = ""
    """The list that its paragraphs are numbered in."""

    list_depth: int | None = None
    is_code: bool = False
    """Its characters are those of a program."""


_PLAIN = Style()


class Styles:
    """Styles by id; an unknown id is a plain one."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._defaults: dict[str, str] = {}
        self._known: dict[str, Style] = {}
        self.language = "" if root is None else _language(root)
        self._is_typed = False
        for element in () if root is None else root.iterchildren(f"{W}style"):
            name = element.get(f"{W}styleId") or ""
            self._elements.setdefault(name, element)
            if element.get(f"{W}default") in ("1", "true"):
                self._defaults[element.get(f"{W}type") or ""] = name

        default = self._chain(self._defaults.get("paragraph", ""))
        self._is_typed = is_monospaced(_first(map(font_of, default)) or "")

    def is_code_font(self, font: str) -> bool:
        """Whether a font sets its text apart as a program's; not where all the document is in such a one."""
        return not self._is_typed and is_monospaced(font)

    def paragraph(self, style_id: str | None) -> Style:
        return self.named(style_id or self._defaults.get("paragraph", ""))

    def named(self, style_id: str) -> Style:
        if style_id not in self._known:
            self._known[style_id] = self._read(style_id)
        return self._known[style_id]

    def _read(self, style_id: str) -> Style:
        chain = list(self._chain(style_id))
        names = [value(element, "name") or "" for element in chain]
        kind, level = _kind(chain, names)
        return Style(
            style_id,
            kind,
            level,
            _first(value(e, "pPr", "numPr", "numId") for e in chain) or "",
            _number(_first(value(e, "pPr", "numPr", "ilvl") for e in chain)),
            any(map(is_code_style, names[:1])) or self.is_code_font(_first(map(font_of, chain)) or ""),
        )

    def _chain(self, style_id: str) -> Iterator[_Element]:
        """A style and those it is based on; one that comes back to itself ends there."""
        seen: set[str] = set()
        while style_id in self._elements and style_id not in seen and len(seen) < LONGEST_CHAIN:
            seen.add(style_id)
            yield self._elements[style_id]
            style_id = value(self._elements[style_id], "basedOn") or ""


def _kind(chain: list[_Element], names: list[str]) -> tuple[BlockKind | None, int]:
    """By the first style in the chain whose name or outline level tells."""
    for element, name in zip(chain, names, strict=True):
        named = kind_of_style(name)
        if named is not None:
            return named
        outlined = heading_level(value(element, "pPr", "outlineLvl"))
        if outlined is not None:
            return (BlockKind.HEADING, outlined) if outlined else (None, 0)
    return None, 0


def heading_level(outline_level: str | None) -> int | None:
    """1 and up for a heading, 0 for body text; None where nothing is said."""
    if outline_level is None:
        return None
    level = whole_number(outline_level, _BODY_LEVEL)
    return level + 1 if level < _BODY_LEVEL else 0


def font_of(element: _Element) -> str | None:
    """The font that a style or a run asks for."""
    fonts = element.find(f"{W}rPr/{W}rFonts")
    return None if fonts is None else fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi")


def _language(root: _Element) -> str:
    found = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    return "" if found is None else found.get(f"{W}val") or ""


def _number(text: str | None) -> int | None:
    return None if text is None else whole_number(text, most=8)


def _first(values: Iterable[str | None]) -> str | None:
    return next((found for found in values if found is not None), None)
