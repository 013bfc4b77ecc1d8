"""Paragraphs, rows and notes of a Rich Text as they end, on their way into a flow."""

from __future__ import annotations

import re

from yapit.core.document import BlockKind, MarkKind
from yapit.core.parse.flow import Flow
from yapit.core.parse.rtf.state import State, Story
from yapit.core.parse.runs import Passage, Runs, labelled
from yapit.core.parse.style_names import kind_of_style
from yapit.core.parse.word_fields import Role

_MOST_LEVELS = 9
_MOST_CELLS = 64
_TWIPS_PER_DEPTH = 360
_TYPED_LABEL = re.compile(r"\s*(\(?\w{1,5}[.)]|[•–▪○·-])\s*\t")
_BY_ROLE = {Role.CONTENTS: BlockKind.FURNITURE, Role.REFERENCES: BlockKind.REFERENCE}


class Paragraphs:
    """Ends what is under way in a story; `styles` has their names by number."""

    def __init__(self, flow: Flow, styles: dict[int, str]) -> None:
        self._flow = flow
        self._styles = styles

    def end_paragraph(self, state: State) -> None:
        story = state.story
        if state.is_in_table:
            story.runs.add(" ")
            return
        self.end_table(story)
        if story.kind is None:
            self._add(state)
            self._flow.settle()
        else:
            story.finished.append(story.runs.take())
        story.runs, story.label = Runs(), None
        story.roles.clear()

    def end_cell(self, story: Story) -> None:
        passage, story.runs = story.runs.take(), Runs()
        if len(story.cells) < _MOST_CELLS:
            story.cells.append(passage)

    def end_row(self, state: State) -> None:
        story = state.story
        if state.is_head_row and story.heads == len(story.rows):
            story.heads += 1
        story.rows.append(story.cells)
        story.cells = []

    def end_table(self, story: Story) -> None:
        rows, story.rows = story.rows, []
        heads, story.heads = story.heads, 0
        if story.kind is not None:
            story.finished += [passage for row in rows for passage in row]
        elif all(len(row) < 2 for row in rows):  # a frame around a text
            for row in rows:
                for passage in row:
                    self._flow.add(passage)
        else:
            self._flow.add_table(rows, heads=heads)

    def end_story(self, story: Story, around: Story) -> None:
        """What a note or box says hangs on the paragraph around it."""
        self.end_table(story)
        story.finished.append(story.runs.take())
        label, kind = story.number, MarkKind.NOTE if story.number[-1:].isalnum() else None
        for passage in story.finished:
            if passage[0]:
                self._flow.hang(labelled(label, passage, kind), story.kind or BlockKind.PARAGRAPH)
                label = ""
        if around.kind is None and not around.rows and not around.runs.raw.strip():
            self._flow.settle()

    def _add(self, state: State) -> None:
        story = state.story
        kind, level = self._kind_and_level(state)
        for role, meant in _BY_ROLE.items():
            kind = meant if role in story.roles else kind
        if kind is None and story.label is not None:
            kind, level = BlockKind.LIST_ITEM, min(state.depth, _MOST_LEVELS) + 1
        typed = _TYPED_LABEL.match(story.runs.raw) if state.first_indent < 0 and kind is None else None
        if typed is not None:
            depth = min(max(1, state.indent // _TWIPS_PER_DEPTH), _MOST_LEVELS)
            self._flow.add(_without_bullet(story.runs.take()), BlockKind.LIST_ITEM, level=depth)
        else:
            self._flow.add_runs(story.runs, kind, level=level, label=story.label or "")

    def _kind_and_level(self, state: State) -> tuple[BlockKind | None, int]:
        if state.outline is not None and state.outline < _MOST_LEVELS:
            return BlockKind.HEADING, state.outline + 1
        return kind_of_style(self._styles.get(state.style, "").rstrip("; ")) or (None, 0)


def _without_bullet(passage: Passage) -> Passage:
    """An item without the sign that someone typed before it; a number stays."""
    text, marks = passage
    if text[:1].isalnum() or text[:1] == "(":
        return passage
    cut = len(text) - len(text[1:].lstrip())
    return text[cut:], tuple(mark.shift(-cut) for mark in marks if mark.span.start >= cut)
