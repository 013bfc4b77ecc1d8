"""Walks the tokens of a Rich Text: groups, destinations, and the control words that say what text is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from yapit.core.document import BlockKind, MarkKind
from yapit.core.parse.characters import one_line
from yapit.core.parse.flow import Flow
from yapit.core.parse.rtf import codepages
from yapit.core.parse.rtf.decoder import Decoder
from yapit.core.parse.rtf.paragraphs import Paragraphs
from yapit.core.parse.rtf.state import Destination, State, Story
from yapit.core.parse.rtf.tokens import Kind, Token
from yapit.core.parse.rtf.words import CHARACTERS, DESTINATIONS, STORIES, SYMBOLS, is_passed_over
from yapit.core.parse.style_names import is_monospaced
from yapit.core.parse.word_fields import Role, role_of

_Subject = TypeVar("_Subject")
_DEEPEST = 500
_DESCRIBED = ("wzDescription",)


class Reader:
    """Reads one file. Afterwards `title`, `author` and `language` (a Windows number) say what it said."""

    def __init__(self, flow: Flow) -> None:
        self.title = self.author = ""
        self.language = 0
        self._flow = flow
        self._styles: dict[int, str] = {}
        self._paragraphs = Paragraphs(flow, self._styles)
        self._decoder = Decoder()
        self._state = State(Story())
        self._around: list[State] = []
        self._too_deep = 0
        self._is_starred = False
        self._gathered: list[str] = []
        self._fonts: dict[int, str] = {}
        self._codecs: dict[int, str] = {}
        self._codec = codepages.DEFAULT
        self._default_font = 0
        self._notes = 0
        self._property = self._writer = ""
        self._tokens: dict[Kind, Callable[[Token], None]] = {
            Kind.OPEN: lambda token: self._open(),
            Kind.CLOSE: lambda token: self._close(),
            Kind.WORD: self._word,
            Kind.SYMBOL: self._symbol,
            Kind.TEXT: lambda token: self._decoder.bytes(token.data),
        }
        self._words: dict[str, Callable[[int | None], None]] = {
            "par": lambda number: self._end_paragraph(),
            "sect": lambda number: self._end_paragraph(),
            "line": lambda number: self._end_line(),
            "cell": lambda number: self._in_story(self._paragraphs.end_cell, self._state.story),
            "row": lambda number: self._in_story(self._paragraphs.end_row, self._state),
            "pard": lambda number: self._state.reset_paragraph(),
            "plain": lambda number: self._plain(),
            "intbl": lambda number: self._set(is_in_table=True),
            "trowd": lambda number: self._set(is_head_row=False),
            "trhdr": lambda number: self._set(is_head_row=True),
            "s": lambda number: self._set(style=number or 0),
            "outlinelevel": lambda number: self._set(outline=max(number or 0, 0)),
            "ilvl": lambda number: self._set(depth=max(number or 0, 0)),
            "li": lambda number: self._set(indent=number or 0),
            "fi": lambda number: self._set(first_indent=number or 0),
            "f": lambda number: self._set(font=number or 0),
            "v": lambda number: self._set(is_hidden=number != 0),
            "deleted": lambda number: self._set(is_hidden=number != 0),
            "uc": lambda number: self._set(skipped_after_unicode=min(max(number or 0, 0), 9)),
            "u": self._unicode,
            "chftn": lambda number: self._note_number(),
            "ansicpg": self._code_page,
            "mac": lambda number: self._code_page(10000),
            "deff": self._set_default_font,
            "fcharset": self._charset,
            "lang": self._set_language,
            "deflang": self._set_language,
        }

    def read(self, tokens: Iterable[Token]) -> None:
        for token in tokens:
            self._tokens[token.kind](token)
        while self._around:  # a file cut short
            self._close()
        self._end_paragraph()
        self._paragraphs.end_table(self._state.story)

    def _open(self) -> None:
        self._flush()
        if len(self._around) >= _DEEPEST:
            self._too_deep += 1
            return
        self._around.append(self._state)
        self._state = replace(self._state)

    def _close(self) -> None:
        self._flush()
        if self._too_deep:
            self._too_deep -= 1
            return
        if not self._around:
            return
        ended, self._state = self._state, self._around.pop()
        if ended.destination is not self._state.destination:
            self._end_destination(ended.destination)
        if ended.story is not self._state.story:
            self._paragraphs.end_story(ended.story, self._state.story)

    def _word(self, token: Token) -> None:
        is_starred, self._is_starred = self._is_starred, False
        if token.word != "u":
            self._flush()
        act = self._words.get(token.word)
        if token.word in CHARACTERS:
            self._say(CHARACTERS[token.word])
        elif act is not None:
            act(token.number)
        elif token.word in STORIES:
            self._begin_story(token.word)
        elif token.word in DESTINATIONS:
            self._state.destination = DESTINATIONS[token.word]
        elif is_passed_over(token.word, is_starred=is_starred):
            self._state.destination = Destination.NOWHERE

    def _symbol(self, token: Token) -> None:
        self._flush()
        if token.word == "*":
            self._is_starred = True
        elif token.word in "\r\n":
            self._end_paragraph()
        else:
            self._say(SYMBOLS.get(token.word, ""))

    def _flush(self) -> None:
        self._decoder.forget_skip()
        self._said()

    def _said(self) -> None:
        self._say(self._decoder.take(self._codecs.get(self._state.font) or self._codec))

    def _unicode(self, number: int | None) -> None:
        self._said()
        self._say(self._decoder.number(number or 0, self._state.skipped_after_unicode))

    def _say(self, text: str) -> None:
        """Text arrives where the group it stands in leads."""
        if not text:
            return
        state = self._state
        if state.destination is Destination.STORY:
            self._tell(text)
        elif state.destination is Destination.FONTS:
            self._fonts[state.font] = self._fonts.get(state.font, "") + text
        elif state.destination is Destination.STYLES:
            self._styles[state.style] = self._styles.get(state.style, "") + text
        elif state.destination is not Destination.NOWHERE:
            self._gathered.append(text)

    def _tell(self, text: str) -> None:
        state = self._state
        if state.is_hidden or state.role is Role.SILENT:
            return
        state.story.roles.add(state.role)
        is_code = is_monospaced(self._fonts.get(state.font, ""))
        is_cited = state.role is Role.CITATION
        state.story.runs.add(text, MarkKind.CITATION if is_cited else MarkKind.CODE if is_code else None)

    def _begin_story(self, word: str) -> None:
        if self._state.destination is not Destination.STORY:
            return
        story = Story(STORIES[word])
        if word == "annotation":
            story.number, self._writer = self._writer, ""
        self._state.story = story
        self._state.reset_paragraph()

    def _end_destination(self, destination: Destination) -> None:
        """A group that is no part of the text has ended; it is known by now what it said."""
        text = one_line("".join(self._gathered))
        if destination in (Destination.FONTS, Destination.STYLES, Destination.NOWHERE, Destination.STORY):
            return
        self._gathered.clear()
        if destination is Destination.TITLE:
            self.title = self.title or text
        elif destination is Destination.AUTHOR:
            self.author = self.author or text
        elif destination is Destination.LABEL:
            self._state.story.label = text if any(map(str.isalnum, text)) else ""
        elif destination is Destination.INSTRUCTION:
            self._state.role = role_of(text) if self._state.role is Role.SHOWN else self._state.role
        else:
            self._end_property(destination, text)

    def _end_property(self, destination: Destination, text: str) -> None:
        if destination is Destination.PROPERTY:
            self._property = text
        elif destination is Destination.WRITER:
            self._writer = f"{text}:" if text else ""
        elif self._property in _DESCRIBED and text:
            self._flow.hang((text, ()), BlockKind.CAPTION)

    def _in_story(self, act: Callable[[_Subject], None], subject: _Subject) -> None:
        if self._state.destination is Destination.STORY:
            act(subject)

    def _end_paragraph(self) -> None:
        self._in_story(self._paragraphs.end_paragraph, self._state)

    def _end_line(self) -> None:
        if self._state.destination is Destination.STORY:
            self._state.story.runs.end_line()

    def _note_number(self) -> None:
        """The number of a note: in the text where it is called, and again where it stands."""
        story = self._state.story
        if story.kind is BlockKind.FOOTNOTE:
            story.number = story.number or str(self._notes)
        else:
            self._notes += 1
            story.runs.add_marked(str(self._notes), MarkKind.NOTE)

    def _plain(self) -> None:
        self._set(font=self._default_font, is_hidden=False)

    def _set(self, **properties: bool | int) -> None:
        for name, value in properties.items():
            setattr(self._state, name, value)

    def _code_page(self, number: int | None) -> None:
        self._codec = codepages.of_code_page(number or 0)

    def _set_default_font(self, number: int | None) -> None:
        self._default_font = self._state.font = number or 0

    def _charset(self, number: int | None) -> None:
        self._codecs[self._state.font] = codepages.of_charset(number or 0)

    def _set_language(self, number: int | None) -> None:
        self.language = self.language or number or 0
