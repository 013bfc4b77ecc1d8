"""Where a note is in a document as it is now."""

from __future__ import annotations

import re

from yapit.core.document import Document, Span
from yapit.core.library.finding import find
from yapit.core.library.values import Note, NoteKind

_WORDS = re.compile(r"[^\W_]+")


def span_of(document: Document, note: Note, *, whole: bool = True) -> Span | None:
    """The characters a note marks; of a bookmark, none at its place.

    None where they are not there yet and the document, not being whole, may grow.
    """
    start = find(document, note.start, whole=whole)
    if start is None or note.kind is NoteKind.BOOKMARK:
        return None if start is None else Span(start, start)
    end = _end_of_same_words(document.text, start, note.marked)
    if end is None:
        end = find(document, note.end, whole=whole)
    return None if end is None else Span(start, max(start, end))


def _end_of_same_words(text: str, start: int, marked: str) -> int | None:
    """Where the words that were marked end, if they stand there, whatever is between them."""
    ours = list(_WORDS.finditer(marked))
    theirs = _WORDS.finditer(text, start)
    last = None
    for our in ours:
        last = next(theirs, None)
        if last is None or last[0] != our[0]:
            return None
    if last is None:
        return None
    mark = marked[ours[-1].end() :]
    return last.end() + len(mark) if text.startswith(mark, last.end()) else last.end()
