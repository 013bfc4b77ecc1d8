"""Pages by known makers: which of them made a page, and what of it is text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse.elements import tag_of
from yapit.core.parse.web.makers import EVERYWHERE, MAKERS, Maker

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Made:
    """A page whose maker is known."""

    maker: Maker
    holders: tuple[_Element, ...]

    def titles(self, root: _Element) -> Iterator[_Element]:
        yield from (element for element in root.iter() if matches(element, self.maker.title))

    def kinds(self) -> dict[_Element, BlockKind]:
        """What elements are that the maker names otherwise than HTML does."""
        found = {}
        for holder in self.holders:
            for element in holder.iter():
                kind = next((kind for selector, kind in self.maker.kinds if matches(element, selector)), None)
                if kind is not None:
                    found[element] = kind
        return found

    def beside(self) -> list[_Element]:
        """What stands among the text and is no text."""
        selectors = f"{self.maker.without} {EVERYWHERE}".split()
        inside = (element for holder in self.holders for element in holder.iterdescendants())
        return [element for element in inside if any(matches(element, selector) for selector in selectors)]


def made_page(root: _Element) -> Made | None:
    """The page with its text found; None where no known maker made it."""
    names = _names(root)
    for maker in MAKERS:
        if maker.sign is not None and not _says(root, maker.sign):
            continue
        for selector in maker.text:
            if not all(name in names for sign, name in _parts(selector) if sign):
                continue  # the page need not be walked through for it
            found = tuple(_outermost(root, selector))
            if any(_has_text(element) for element in found):
                return Made(maker, found)
    return None


def _names(root: _Element) -> set[str]:
    """All classes, ids and roles on a page."""
    names: set[str] = set()
    for element in root.iter():
        if tag_of(element):
            names.update((element.get("class") or "").split())
            names.update((element.get("id") or "", element.get("role") or ""))
    return names


def _says(root: _Element, mark: re.Pattern[str]) -> bool:
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    head = root.find("head")
    text = "" if head is None else etree.tostring(head, encoding="unicode")[:_HEAD]
    return mark.search(text) is not None


_HEAD = 200_000
"""Characters of the head that are looked at."""


def _has_text(element: _Element) -> bool:
    return any(text.strip() for text in element.itertext())


def _outermost(root: _Element, selector: str) -> Iterator[_Element]:
    """What matches a selector and stands in nothing else that does."""
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    around, _, inner = selector.rpartition(" ")
    walker = etree.iterwalk(root, events=("start",))
    for _, element in walker:
        if matches(element, inner) and (
            not around or any(matches(e, around) for e in element.iterancestors())
        ):
            yield element
            walker.skip_subtree()


_PART = re.compile(r"([.#@]?)([\w-]+)")


@lru_cache(maxsize=256)
def _parts(selector: str) -> tuple[tuple[str, str], ...]:
    return tuple(_PART.findall(selector))


def matches(element: _Element, selector: str) -> bool:
    if not tag_of(element):
        return False
    for sign, name in _parts(selector):
        if sign == "." and name not in (element.get("class") or "").split():
            return False
        if sign == "#" and element.get("id") != name:
            return False
        if sign == "@" and element.get("role") != name:
            return False
        if not sign and tag_of(element) != name:
            return False
    return True
