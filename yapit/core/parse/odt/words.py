"""What stands in one paragraph of an OpenDocument text: its words with their marks, and what hangs on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yapit.core.document import MarkKind
from yapit.core.parse.characters import one_line
from yapit.core.parse.odt.styles import Styles
from yapit.core.parse.runs import Passage, Runs, labelled
from yapit.core.parse.xml import attribute, inner_text, local_name, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNREAD = frozenset((
    "page-number", "page-count", "page-continuation", "ruby-text", "tracked-changes", "image", "title",
    "desc", "annotation-end", "event-listeners", "hidden-text", "hidden-paragraph", "alphabetical-index-mark",
    "toc-mark", "user-index-mark", "binary-data",
))  # fmt: skip
_BLOCKS = frozenset(("p", "h", "list", "table", "section"))
_MOST_SPACES = 100


@dataclass(slots=True)
class Words:
    runs: Runs = field(default_factory=Runs)
    notes: list[Passage] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    frames: list[_Element] = field(default_factory=list)
    """What holds paragraphs of its own."""


class WordReader:
    """`formula_at` gives the MathML of an object by its path, empty where it is none."""

    def __init__(self, styles: Styles, formula_at: Callable[[str], tuple[str, str]]) -> None:
        self._styles = styles
        self._formula_at = formula_at
        self._words = Words()
        self._is_code = False
        self._readers: dict[str, Callable[[_Element], None]] = {
            "span": self._span,
            "s": self._spaces,
            "tab": lambda element: self._add("\t"),
            "line-break": lambda element: self._words.runs.end_line(),
            "note": self._note,
            "annotation": self._comment,
            "bibliography-mark": self._citation,
            "frame": self._frame,
            "object": self._object,
        }

    def read(self, paragraph: _Element, into: Words, *, is_code: bool = False) -> Words:
        """Add a paragraph's words; `is_code` where its style says that all of them are a program's."""
        before = self._words, self._is_code
        self._words, self._is_code = into, is_code
        self._children(paragraph)
        self._words, self._is_code = before
        return into

    def _children(self, parent: _Element) -> None:
        self._add(parent.text or "")
        for child in parent:
            self._readers.get(local_name(child), self._other)(child)
            self._add(child.tail or "")

    def _other(self, element: _Element) -> None:
        name = local_name(element)
        if name in _BLOCKS:
            self._words.frames.append(element)
        elif name and name not in _UNREAD:
            self._children(element)

    def _add(self, text: str) -> None:
        # A line end in the file is a space; those of the page are elements.
        self._words.runs.add(text.replace("\n", " "), MarkKind.CODE if self._is_code else None)

    def _span(self, span: _Element) -> None:
        style = self._styles.named("text", attribute(span, "style-name"))
        if style.is_hidden:
            return
        before, self._is_code = self._is_code, self._is_code or style.is_code
        self._children(span)
        self._is_code = before

    def _spaces(self, element: _Element) -> None:
        self._add(" " * whole_number(attribute(element, "c"), 1, most=_MOST_SPACES))

    def _note(self, note: _Element) -> None:
        citation = note.find("{*}note-citation")
        number = "" if citation is None else one_line(inner_text(citation))
        self._words.runs.add_marked(number, MarkKind.NOTE)
        body = note.find("{*}note-body")
        if body is not None:
            self._hang(body, number, MarkKind.NOTE)

    def _comment(self, comment: _Element) -> None:
        writer = comment.find("{*}creator")
        name = "" if writer is None else one_line(inner_text(writer))
        self._hang(comment, f"{name}:" if name else "", None)

    def _hang(self, parent: _Element, label: str, kind: MarkKind | None) -> None:
        """The paragraphs of a note, its number or writer before the first."""
        for paragraph in parent.iter("{*}p", "{*}h"):
            passage = self.read(paragraph, Words()).runs.take()
            if passage[0]:
                self._words.notes.append(labelled(label, passage, kind))
                label = ""

    def _citation(self, element: _Element) -> None:
        self._words.runs.add_marked(inner_text(element), MarkKind.CITATION)

    def _frame(self, frame: _Element) -> None:
        """A picture, a formula, or a box of text."""
        said = [
            one_line(inner_text(part)) for name in ("desc", "title") for part in frame.findall(f"{{*}}{name}")
        ]
        if any(said):
            self._words.pictures.append(next(filter(None, said)))
        for child in frame:
            self._readers.get(local_name(child), self._other)(child)

    def _object(self, element: _Element) -> None:
        source, text = self._formula_at(attribute(element, "href"))
        if source:
            self._words.runs.add_marked(text, MarkKind.MATH, source)
