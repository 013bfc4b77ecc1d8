"""The styles of an OpenDocument text, from both of its files, each with what it inherits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse.style_names import LONGEST_CHAIN, is_code_style, is_monospaced, kind_of_style
from yapit.core.parse.xml import attribute

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Style:
    kind: BlockKind | None = None
    level: int = 0
    is_code: bool = False
    is_hidden: bool = False


class Styles:
    """Styles by family (`paragraph`, `text`) and name; an unknown one is plain."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._elements: dict[tuple[str, str], _Element] = {}
        self._fonts: dict[str, str] = {}
        self._known: dict[tuple[str, str], Style] = {}
        for root in roots:
            for element in root.iter("{*}style"):
                key = (attribute(element, "family"), attribute(element, "name"))
                self._elements.setdefault(key, element)
            for face in root.iter("{*}font-face"):
                self._fonts.setdefault(attribute(face, "name"), attribute(face, "font-family"))

    def named(self, family: str, name: str) -> Style:
        key = (family, name)
        if key not in self._known:
            self._known[key] = self._read(family, name)
        return self._known[key]

    def _read(self, family: str, name: str) -> Style:
        chain = list(self._chain(family, name))
        names = [attribute(e, "display-name") or attribute(e, "name") for e in chain]
        names.append(attribute(chain[-1], "parent-style-name") if chain else name)  # built in, not written
        kind, level = next((found for found in map(kind_of_style, names) if found), (None, 0))
        font = next((found for found in map(self._font, chain) if found), "")
        is_hidden = any(attribute(_text(e), "display") == "none" for e in chain)
        return Style(kind, level, any(map(is_code_style, names)) or is_monospaced(font), is_hidden)

    def _chain(self, family: str, name: str) -> Iterator[_Element]:
        """A style and its parents; one that comes back to itself ends there."""
        seen: set[str] = set()
        while (family, name) in self._elements and name not in seen and len(seen) < LONGEST_CHAIN:
            seen.add(name)
            element = self._elements[family, name]
            yield element
            name = attribute(element, "parent-style-name")

    def _font(self, element: _Element) -> str:
        properties = _text(element)
        name = attribute(properties, "font-name")
        return self._fonts.get(name, name) or attribute(properties, "font-family")


def _text(element: _Element) -> _Element | None:
    return element.find("{*}text-properties")
