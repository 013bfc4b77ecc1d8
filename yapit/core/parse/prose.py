"""Running text being gathered from pieces: white space collapses, marks keep their places."""

from __future__ import annotations

import re
from dataclasses import replace

from yapit.core.document import Mark, MarkKind, Span
from yapit.core.parse.characters import tidy

_SPACE = re.compile(r"\s")


class Prose:
    """Text on one or more lines, and what is marked in it. `take` gives both and begins anew."""

    def __init__(self) -> None:
        self._raw: list[str] = []
        self._length = 0
        self._marks: list[Mark] = []

    def __bool__(self) -> bool:
        return any(piece.strip() for piece in self._raw)

    def add(self, text: str) -> None:
        """Append text; any white space in it counts as one space."""
        said = tidy(text)
        self._raw.append(_SPACE.sub(" ", said))
        self._length += len(self._raw[-1])

    def add_marked(self, text: str, kind: MarkKind, source: str = "") -> None:
        """Append text that is something of its own."""
        start = self._length
        self.add(text)
        if text.strip():
            self._marks.append(Mark(Span(start, self._length), kind, source))

    def add_formula(self, source: str) -> None:
        """Append a formula as it is shown, from LaTeX without its dollars or MathML."""
        from yapit.core.math import shown  # noqa: PLC0415 - few texts have formulas

        self.add_marked(shown(source) or source, MarkKind.MATH, source)

    def end_line(self) -> None:
        """What follows stands on a line of its own, as after `<br>`."""
        self._raw.append("\n")
        self._length += 1

    def take(self) -> tuple[str, tuple[Mark, ...]]:
        """The text without white space at its ends, blank lines or double spaces, and the marks in it."""
        raw, marks = "".join(self._raw), self._marks
        self._raw, self._length, self._marks = [], 0, []
        if not marks:  # nearly always, and twelve times as fast
            lines = (" ".join(line.split()) for line in raw.split("\n"))
            return "\n".join(filter(None, lines)), ()
        text, places = _collapsed(raw)
        moved = (replace(mark, span=_at(places, mark.span).trimmed(text)) for mark in marks)
        return text, tuple(mark for mark in moved if mark.span)


def _at(places: list[int], span: Span) -> Span:
    return Span(places[span.start], places[span.end])


def _collapsed(raw: str) -> tuple[str, list[int]]:
    """The text, and for each character of `raw` and its end, where in the text it went."""
    text: list[str] = []
    places: list[int] = []
    waiting = ""
    for character in raw:
        places.append(len(text) + (1 if waiting and text and not character.isspace() else 0))
        if character.isspace():
            waiting = "\n" if character == "\n" or waiting == "\n" else " "
            continue
        if waiting and text:
            text.append(waiting)
        waiting = ""
        text.append(character)
    places.append(len(text))
    return "".join(text), places
