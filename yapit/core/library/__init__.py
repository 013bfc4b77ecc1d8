"""What is known of the documents that are read: one file, kept for years, shared by several readers."""

from yapit.core.library.anchors import Anchor, anchor
from yapit.core.library.documents import Addition
from yapit.core.library.finding import find
from yapit.core.library.identity import id_of
from yapit.core.library.library import Library, open_library
from yapit.core.library.marking import span_of
from yapit.core.library.values import Entry, Note, NoteKind, Place, Preferences

__all__ = [
    "Addition",
    "Anchor",
    "Entry",
    "Library",
    "Note",
    "NoteKind",
    "Place",
    "Preferences",
    "anchor",
    "find",
    "id_of",
    "open_library",
    "span_of",
]
