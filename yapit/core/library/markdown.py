"""The listener's notes as Markdown, document by document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yapit.core.library.values import Entry, Note, NoteKind


def notes_as_markdown(entries: Iterable[Entry], notes: Iterable[Note]) -> str:
    """What was marked, as quotes, with what was said of it below; documents without notes are left out."""
    by_document: dict[str, list[Note]] = {}
    for note in notes:
        by_document.setdefault(note.document, []).append(note)
    parts = [
        _document(entry, sorted(by_document[entry.id], key=lambda note: note.start.offset))
        for entry in entries
        if entry.id in by_document
    ]
    return "\n".join(parts)


def _document(entry: Entry, notes: list[Note]) -> str:
    told = [f"# {_on_one_line(entry.title)}", ""]
    by = " · ".join(_on_one_line(part) for part in (entry.author, entry.source) if part)
    if by:
        told += [by, ""]
    for note in notes:
        told += _note(note)
    return "\n".join(told)


def _note(note: Note) -> Iterator[str]:
    where = f"{note.start.share:.0%}, {note.made:%Y-%m-%d}"
    if note.kind is NoteKind.BOOKMARK:
        yield f"- Bookmark {where}: {_on_one_line(note.text or note.marked)}"
    else:
        yield f"## {where}"
        yield ""
        yield from (f"> {_escaped(line)}".rstrip() for line in note.marked.splitlines())
        if note.text:
            yield ""
            yield from (_escaped(line) for line in note.text.splitlines())
    yield ""


_MARKUP = re.compile(r"([\\`*_{}\[\]<>|~])|^(\s*)([#+-]|\d+[.)])(?=\s)")


def _escaped(line: str) -> str:
    """So that it is shown as it was written."""
    return _MARKUP.sub(lambda match: f"{match[2] or ''}\\{match[1] or match[3]}", line)


def _on_one_line(text: str) -> str:
    return _escaped(" ".join(text.split()))
