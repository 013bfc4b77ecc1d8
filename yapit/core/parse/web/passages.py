"""A page as passages: the smallest blocks of text in page order, with where in the page they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from yapit.core.parse.annotations import apparatus_of
from yapit.core.parse.elements import UNSEEN, is_hidden, is_inline, tag_of, text_of
from yapit.core.parse.formulas import formula_of
from yapit.core.parse.tables import is_layout

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
"""Scripts without spaces count a word a character."""

_MOST_PARTS = 50
"""Elements of a passage among which a formula is looked for."""

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_ATOMS = frozenset(("pre", "listing", "xmp", "math"))
_CONTROLS = frozenset(("button", "input", "select", "textarea", "option", "datalist"))


@dataclass(frozen=True, slots=True)
class Place:
    """An element that holds passages."""

    element: _Element
    parent: int
    """Index of the place around it; -1 for the outermost."""

    tag: str
    name: str
    """Its class and id: what the page's makers call it."""

    shape: int
    """Equal for two places when tags and classes from the page's root on are."""

    is_linked: bool
    """Whether it stands within a link."""

    is_apparatus: bool
    """Whether it holds notes, works cited or the abstract."""


@dataclass(frozen=True)
class Passage:
    element: _Element
    place: int
    """Index of its own place, in the page's places."""

    is_linked: bool = False
    """Whether it stands within a link, as a whole."""

    @cached_property
    def text(self) -> str:
        return " ".join(text_of(self.element).split())

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(WORD.findall(self.text.lower()))

    @cached_property
    def has_formula(self) -> bool:
        return any(formula_of(element) is not None for element in islice(self.element.iter(), _MOST_PARTS))

    @cached_property
    def linked(self) -> float:
        """The share of its letters that are links."""
        if self.is_linked:
            return 1.0
        hrefs = ((link, link.get("href") or "") for link in self.element.iter("a"))
        if tag_of(self.element) in HEADINGS:  # those link to themselves, or back to the contents
            hrefs = ((link, href) for link, href in hrefs if not href.startswith("#"))
        letters = sum(len(text_of(link).strip()) for link, href in hrefs if href)
        return min(letters / max(len(self.text), 1), 1.0)


@dataclass(frozen=True, slots=True)
class Page:
    places: tuple[Place, ...]
    """A place comes after the one around it."""

    passages: tuple[Passage, ...]

    def around(self, place: int) -> Iterator[int]:
        """A place and those around it, from the inside."""
        while place >= 0:
            yield place
            place = self.places[place].parent

    def words(self, passages: Iterable[int]) -> int:
        return sum(len(self.passages[i].words) for i in passages)

    def sums(self, counts: Iterable[tuple[Passage, int]]) -> list[int]:
        """For each place, the sum over the passages in it."""
        sums = [0] * len(self.places)
        for passage, count in counts:
            sums[passage.place] += count
        for i in range(len(sums) - 1, 0, -1):
            if self.places[i].parent >= 0:
                sums[self.places[i].parent] += sums[i]
        return sums


def passages_of(body: _Element) -> Page:
    """The passages below an element, which is changed: hidden parts go, loose text is put into elements."""
    _strip(body)
    holders = _holders(body)
    for element in holders:
        _wrap_loose(element, holders)
    return _collect(body, holders)


def _strip(body: _Element) -> None:
    """Take out what is not shown; formulas stay, though pages hide those that a script has drawn."""
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    etree.strip_tags(body, etree.Comment, etree.ProcessingInstruction)
    gone: list[_Element] = []
    walker = etree.iterwalk(body, events=("start",))
    for _, element in walker:
        if element is body:
            continue
        tag = tag_of(element)
        if formula_of(element) is not None or tag == "head":
            walker.skip_subtree()
        elif tag in _CONTROLS or tag in UNSEEN or is_hidden(element):
            gone.append(element)
            walker.skip_subtree()
    for element in gone:
        remove(element)


def remove(element: _Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    before = element.getprevious()
    parent.remove(element)
    if not tail:
        return
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def _is_atom(tag: str, element: _Element) -> bool:
    """Whether it is taken whole or not at all."""
    return tag in _ATOMS or (tag == "table" and not is_layout(element))


def _holders(body: _Element) -> dict[_Element, None]:
    """Elements that hold blocks, or paragraphs with only line breaks between them."""
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    holders: dict[_Element, None] = {body: None}
    walker = etree.iterwalk(body, events=("start",))
    for _, element in walker:
        tag = tag_of(element)
        around = element.getparent()
        if tag == "br" and around is not None and _follows_break(element):
            holders.setdefault(around)
        if formula_of(element) is not None:
            walker.skip_subtree()  # what draws a formula is made of elements with names of their own
        if is_inline(tag) or element is body:
            continue
        while around is not None and around not in holders:
            holders.setdefault(around)
            around = around.getparent()
        if _is_atom(tag, element):
            walker.skip_subtree()
    return holders


def _follows_break(element: _Element) -> bool:
    before = element.getprevious()
    return before is not None and tag_of(before) == "br" and not (before.tail or "").strip()


def _wrap_loose(holder: _Element, holders: dict[_Element, None]) -> None:
    """Put text and inline elements that stand between blocks into elements of their own."""
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    held: list[_Element] = []
    run = etree.Element("div")
    run.text, holder.text = holder.text, None
    for child in list(holder):
        is_block = not is_inline(tag_of(child)) or child in holders
        if not is_block and not (tag_of(child) == "br" and _follows_break(child)):
            run.append(child)
            continue
        held += [run] if _holds_anything(run) else []
        run = etree.Element("div")
        run.text, child.tail = child.tail, None
        held += [child] if is_block else []
    held += [run] if _holds_anything(run) else []
    holder[:] = held


def _holds_anything(run: _Element) -> bool:
    return len(run) > 0 or bool((run.text or "").strip())


def _collect(body: _Element, holders: dict[_Element, None]) -> Page:
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    places: list[Place] = []
    passages: list[Passage] = []
    stack = [-1]
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            stack.pop()
            continue
        tag = tag_of(element)
        places.append(_place(element, tag, stack[-1], places))
        stack.append(len(places) - 1)
        if element not in holders:
            passages.append(Passage(element, len(places) - 1, places[-1].is_linked))
            walker.skip_subtree()
    return Page(tuple(places), tuple(passages))


def _place(element: _Element, tag: str, parent: int, places: list[Place]) -> Place:
    name = f"{element.get('class') or ''} {_given_id(element, tag)}".strip()
    around = places[parent] if parent >= 0 else None
    shape = hash((around.shape if around else 0, tag, element.get("class") or ""))
    is_linked = (around is not None and around.is_linked) or (tag == "a" and bool(element.get("href")))
    is_apparatus = apparatus_of(element) is not None
    return Place(element, parent, tag, name, shape, is_linked, is_apparatus)


def _given_id(element: _Element, tag: str) -> str:
    """The id, where it is not made of the heading's words: those tell of the text, not of the page."""
    name = element.get("id") or ""
    heading = element if tag in HEADINGS else element[0] if len(element) else None
    if not name or heading is None or tag_of(heading) not in HEADINGS:
        return name
    return "" if set(WORD.findall(name.lower())) <= set(WORD.findall(text_of(heading).lower())) else name
