"""Programs, settings and data that a person wrote for machines: one block of code."""

from __future__ import annotations

from yapit.core.document import BlockKind, Document
from yapit.core.parse.characters import decode, tidy
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.source import Source


def parse(source: Source, on_progress: Progress) -> Document:
    draft = Draft(source.name)
    draft.add(tidy(decode(source.data, source.label)), BlockKind.CODE)
    return draft.document(source.label)
