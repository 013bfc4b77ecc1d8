"""Paragraphs on their way into a draft: listings joined, tables laid out, notes after their text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from yapit.core.document import BlockKind, Mark, MarkKind
from yapit.core.parse.draft import Draft
from yapit.core.parse.runs import Passage, Runs, labelled
from yapit.core.parse.style_names import is_prose


@dataclass(frozen=True, slots=True)
class _Hanging:
    passage: Passage
    kind: BlockKind


class Flow:
    """Adds blocks to a draft in reading order. `settle` ends what is under way."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.page: int | None = None
        """Of the blocks that come now, where the source has pages."""

        self._listing: list[str] = []
        self._hanging: list[_Hanging] = []

    def add(self, passage: Passage, kind: BlockKind = BlockKind.PARAGRAPH, *, level: int = 0) -> None:
        self._end_listing()
        if kind is BlockKind.CAPTION and self._has_said(passage[0]):
            return
        self.draft.add(passage[0], kind, level=level, page=self.page, marks=passage[1])

    def add_runs(self, runs: Runs, kind: BlockKind | None, *, level: int = 0, label: str = "") -> None:
        """A paragraph of the kind that its style says, or else of the one that its runs show.

        `label` is the number that the page shows before it.
        """
        is_code = runs.is_only(MarkKind.CODE)
        if is_code and (kind is BlockKind.CODE or (kind is None and not is_prose(runs.raw))):
            self.add_code(runs.raw)
            return
        if kind is None:
            kind = BlockKind.EQUATION if runs.is_only(MarkKind.MATH) else BlockKind.PARAGRAPH
        text, marks = runs.take()
        self.add(labelled(label, (text, () if is_code else marks)), kind, level=level)

    def add_code(self, line: str) -> None:
        """A line of a program, which is one block with the lines before it."""
        self._listing.append(line.replace("\0", ""))

    def add_table(
        self, rows: Sequence[Sequence[Passage]], kind: BlockKind = BlockKind.TABLE, *, heads: int = 0
    ) -> None:
        """Rows of cells; `heads` of them, from the top, are heads. Rows without text are left out.

        A table at the head or foot of a page is of that kind, as all that stands there.
        """
        said = [row for row in rows if any(text for text, _ in row)]
        heads = sum(1 for row in rows[:heads] if any(text for text, _ in row))
        self._end_listing()
        text, marks = _laid_out(said)
        level = heads if kind is BlockKind.TABLE else 0
        self.draft.add(text, kind, level=level, page=self.page, marks=marks)

    def hang(self, passage: Passage, kind: BlockKind) -> None:
        """A note, or the text of a picture: it comes once the paragraph or table under way has ended."""
        self._hanging.append(_Hanging(passage, kind))

    def settle(self) -> None:
        if not self._hanging:
            return
        hanging, self._hanging = self._hanging, []
        for held in hanging:
            self.add(held.passage, held.kind)

    def end(self) -> None:
        self._end_listing()
        self.settle()

    def _has_said(self, caption: str) -> bool:
        """Whether the text of a picture and the line below it are the same."""
        blocks = self.draft.blocks
        is_caption = bool(blocks) and blocks[-1].kind is BlockKind.CAPTION
        return is_caption and self.draft.text_of(len(blocks) - 1) == caption

    def _end_listing(self) -> None:
        if self._listing:
            lines, self._listing = self._listing, []
            self.draft.add("\n".join(lines), BlockKind.CODE, page=self.page)


def _laid_out(rows: Iterable[Sequence[Passage]]) -> Passage:
    """One text of all cells, a row on each line and a tab between two cells."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for number, row in enumerate(rows):
        for place, (text, marked) in enumerate(_without_empty_end(row)):
            between = "\t" if place else "\n" if number else ""
            at += len(between)
            marks += [mark.shift(at) for mark in marked]
            pieces += (between, text.replace("\n", " "))
            at += len(text)
    return "".join(pieces), tuple(marks)


def _without_empty_end(row: Sequence[Passage]) -> Sequence[Passage]:
    last = max((place for place, (text, _) in enumerate(row) if text), default=-1)
    return row[: last + 1]
