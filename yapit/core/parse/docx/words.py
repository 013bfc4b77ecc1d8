"""What stands in one paragraph of Word: its words with their marks, and what hangs on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from yapit.core.document import MarkKind
from yapit.core.parse.docx.names import W, is_on, value
from yapit.core.parse.docx.styles import Styles, font_of
from yapit.core.parse.omml import mathml, shown_text
from yapit.core.parse.pictures import described_picture
from yapit.core.parse.runs import Runs
from yapit.core.parse.symbols import from_symbol_font
from yapit.core.parse.word_fields import Fields, Role
from yapit.core.parse.xml import attribute, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNREAD = frozenset((
    "del", "moveFrom", "pPr", "rPr", "delText", "rt", "sectPr", "Fallback", "sdtPr", "sdtEndPr", "rubyPr",
    "annotationRef", "lastRenderedPageBreak", "binData",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class NoteReference:
    part: str
    """`footnotes`, `endnotes` or `comments`."""

    id: str


@dataclass(slots=True)
class Words:
    runs: Runs = field(default_factory=Runs)
    notes: list[NoteReference] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    text_boxes: list[_Element] = field(default_factory=list)
    roles: set[Role] = field(default_factory=set)


class WordReader:
    """Gathers paragraphs, one after another; the fields open in one go on in the next."""

    def __init__(self, styles: Styles, fields: Fields, number_of: Callable[[NoteReference], str]) -> None:
        self._styles = styles
        self._fields = fields
        self._number_of = number_of
        self._words = Words()
        self._run_is_code = False
        self._paragraph_is_code = False
        self._own_mark_follows = False
        self._readers: dict[str, Callable[[_Element], None]] = {
            "r": self._run,
            "t": self._text,
            "tab": lambda element: self._add("\t"),
            "ptab": lambda element: self._add("\t"),
            "br": self._break,
            "cr": self._break,
            "noBreakHyphen": lambda element: self._add("-"),
            "sym": lambda element: self._add(from_symbol_font(attribute(element, "char"))),
            "fldChar": self._field_character,
            "instrText": lambda element: self._fields.instruct(element.text or ""),
            "fldSimple": self._simple_field,
            "footnoteReference": lambda element: self._note("footnotes", element),
            "endnoteReference": lambda element: self._note("endnotes", element),
            "commentReference": lambda element: self._note("comments", element),
            "oMath": self._formula,
            "docPr": self._picture,
            "shape": self._shape,
            "txbxContent": lambda element: self._words.text_boxes.append(element),
        }

    def read(self, paragraph: _Element, into: Words, *, is_code: bool = False) -> Words:
        """Add a paragraph's words; `is_code` where its style says that all of them are a program's."""
        self._words = into
        self._paragraph_is_code = is_code
        self._children(paragraph)
        self._fields.end_paragraph()
        return into

    def _children(self, parent: _Element) -> None:
        for child in parent:
            name = local_name(child)
            reader = self._readers.get(name)
            if reader is not None:
                reader(child)
            elif name and name not in _UNREAD:
                self._children(child)

    def _run(self, run: _Element) -> None:
        properties = run.find(f"{W}rPr")
        if is_on(properties, "vanish") or is_on(properties, "webHidden"):
            return
        before = self._run_is_code
        self._run_is_code = self._paragraph_is_code or self._is_code(run)
        self._children(run)
        self._run_is_code = before

    def _is_code(self, run: _Element) -> bool:
        font = font_of(run)
        if font is not None:
            return self._styles.is_code_font(font)
        style = value(run, "rPr", "rStyle")
        return style is not None and self._styles.named(style).is_code

    def _text(self, element: _Element) -> None:
        is_mark, self._own_mark_follows = self._own_mark_follows, False
        if is_mark:  # an asterisk that someone typed in place of a number
            self._words.runs.add_marked(element.text or "", MarkKind.NOTE)
        else:
            self._add(element.text or "")

    def _add(self, text: str) -> None:
        role = self._fields.role
        if role is Role.SILENT or not text:
            return
        self._words.roles.add(role)
        kind = MarkKind.CITATION if role is Role.CITATION else MarkKind.CODE if self._run_is_code else None
        self._words.runs.add(text, kind)

    def _break(self, element: _Element) -> None:
        if attribute(element, "type") in ("page", "column"):
            return
        self._words.runs.end_line()

    def _field_character(self, element: _Element) -> None:
        {"begin": self._fields.begin, "separate": self._fields.separate, "end": self._fields.end}.get(
            attribute(element, "fldCharType"), lambda: None
        )()

    def _simple_field(self, element: _Element) -> None:
        self._fields.begin()
        self._fields.instruct(attribute(element, "instr"))
        self._fields.separate()
        self._children(element)
        self._fields.end()

    def _note(self, part: str, element: _Element) -> None:
        note = NoteReference(part, attribute(element, "id"))
        self._words.notes.append(note)
        self._own_mark_follows = attribute(element, "customMarkFollows") in ("1", "true")
        number = "" if self._own_mark_follows else self._number_of(note)
        if number:
            self._words.runs.add_marked(number, MarkKind.NOTE)

    def _formula(self, element: _Element) -> None:
        self._words.runs.add_marked(shown_text(element), MarkKind.MATH, mathml(element))

    def _picture(self, element: _Element) -> None:
        self._say_picture(attribute(element, "descr"))

    def _shape(self, element: _Element) -> None:
        self._say_picture(attribute(element, "alt"))
        self._children(element)

    def _say_picture(self, described: str) -> None:
        text = described_picture(described)
        if text:
            self._words.pictures.append(text)
