"""A block being gathered from lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from yapit.core.document import BlockKind, Span
from yapit.core.parse.pdf.hyphens import Joiner
from yapit.core.parse.pdf.page import Line

SENTENCE_END = re.compile(r"[.!?:;…。！？؟।][)\"”’»\]]*$")
"""What a line that ends a paragraph ends with, its note marks left out."""


@dataclass(slots=True)
class Piece:
    kind: BlockKind
    text: str
    lines: list[Line] = field(default_factory=list)
    notes: list[Span] = field(default_factory=list)
    level: int = 0
    small: bool = False
    """In letters much smaller than the text: labels and cells, until it proves to be prose."""

    @classmethod
    def of(cls, kind: BlockKind, line: Line, *, level: int = 0, small: bool = False) -> Piece:
        return cls(kind, line.text, [line], list(line.notes), level, small)

    def add(self, line: Line, joiner: Joiner) -> None:
        self._append(joiner.join(self.text, line.text), line.text, line.notes)
        self.lines.append(line)

    def absorb(self, other: Piece, joiner: Joiner) -> None:
        """Go on with the text of a piece that was parted from this one."""
        self._append(joiner.join(self.text, other.text), other.text, tuple(other.notes))
        self.lines += other.lines

    def _append(self, joined: str, text: str, notes: tuple[Span, ...]) -> None:
        at = len(joined) - len(text)
        self.notes += [span.shift(at) for span in notes]
        self.text = joined

    def add_row(self, line: Line) -> None:
        """Append a line of a listing on a line of its own, as far set in as on the page."""
        before, first = self.lines[-1], self.lines[0]
        letter = max(line.width / len(line.text), 0.1)
        if before.page == line.page and abs(before.middle - line.middle) < 0.4 * line.size:
            self.text += " " * max(1, round((line.box.x0 - before.box.x1) / letter)) + line.text
        else:
            inset = min(max(0, round((line.box.x0 - first.box.x0) / letter)), 80)
            self.text += "\n" + " " * inset + line.text
        self.lines.append(line)

    @property
    def size(self) -> float:
        return self.lines[0].size

    @property
    def said(self) -> str:
        """The end of its text without the note marks at the very end."""
        end = len(self.text)
        for span in reversed(self.notes):
            if span.end < end:
                break
            end = span.start
        return self.text[max(0, end - 80) : end].rstrip()

    @property
    def has_ended(self) -> bool:
        """Whether a sentence ends where the text does so far."""
        return SENTENCE_END.search(self.said) is not None
