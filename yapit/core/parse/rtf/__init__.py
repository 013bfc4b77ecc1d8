"""Rich Text (.rtf): paragraphs, headings by style, lists, tables and notes, in any code page."""

from __future__ import annotations

from locale import windows_locale

from yapit.core.document import Document
from yapit.core.parse.draft import Draft
from yapit.core.parse.flow import Flow
from yapit.core.parse.formats import Progress
from yapit.core.parse.rtf.reader import Reader
from yapit.core.parse.rtf.tokens import tokens
from yapit.core.parse.source import Source


def parse(source: Source, on_progress: Progress) -> Document:
    """A file cut short is read as far as it goes."""
    flow = Flow(Draft())
    reader = Reader(flow)
    on_progress(0, 1)
    reader.read(tokens(source.data))
    flow.end()
    draft = flow.draft
    draft.title, draft.author = reader.title, reader.author
    draft.language = windows_locale.get(reader.language, "")
    return draft.document(source.label)
