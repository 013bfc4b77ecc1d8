"""What the library tells of a document, as frozen values that a screen can draw without asking again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from yapit.core.library.anchors import Anchor


@dataclass(frozen=True, slots=True)
class Preferences:
    """How one document is heard; what is None or empty is as the settings say."""

    tempo: float | None = None
    engine: str = ""
    voice: str = ""
    """A voice of that engine."""

    skip: str = ""
    """As in the settings: `normal captions -citations`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of the library: a row of its list."""

    id: str
    """sha256 of the bytes it was first known by; stays when the file is edited."""

    title: str
    author: str
    source: str
    """The absolute path or the URL where it was last read from; empty for what came through a pipe."""

    language: str
    """BCP 47 tag; empty before it was opened."""

    added: datetime
    opened: datetime | None
    """When it was last opened; None before the first time."""

    share: float
    """How much of what is spoken was read, from 0 to 1."""

    seconds_left: float | None
    """From the place to the end at the document's tempo; None before it was opened."""

    listened: float
    """Seconds of listening, on all days together."""

    queued: int | None
    """Place in the queue, from 1; None where it is not queued."""

    finished: datetime | None
    """When it was heard to its end, or marked so; None where it was not, or is heard anew."""

    published: str
    """What a feed says of its date, as `2026-11-24`; else empty."""

    preferences: Preferences


@dataclass(frozen=True, slots=True)
class Place:
    """Where the listener is in a document."""

    anchor: Anchor
    share: float
    kept: datetime


class NoteKind(StrEnum):
    BOOKMARK = "bookmark"
    """A place, named or not."""

    HIGHLIGHT = "highlight"
    """Words that are marked and nothing said of them."""

    NOTE = "note"
    """Words that are marked, and what the listener says of them."""


@dataclass(frozen=True, slots=True)
class Note:
    """A bookmark, a highlight or a note: marked text, and what was written of it."""

    id: str
    document: str
    kind: NoteKind
    start: Anchor
    end: Anchor
    """Of a bookmark, the same as `start`."""

    marked: str
    """The words it marks; of a bookmark, those at its place."""

    text: str
    made: datetime
    changed: datetime
