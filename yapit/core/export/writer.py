"""What an exported file is made of, and what writes one: sound, subtitles, books that are heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from yapit.core.audio import Speech
from yapit.core.document import Document
from yapit.core.export.coverage import Coverage
from yapit.core.export.part import PartFile
from yapit.core.split import Chunk


@dataclass(frozen=True, slots=True)
class Voiced:
    """Who speaks: for the note in the file that says so."""

    engine: str
    model: str
    """With its revision, as in the keys of what is kept."""

    voice: str
    speed: float = 1.0


@dataclass(frozen=True, slots=True)
class Heard:
    """A chapter as it is heard, in seconds from the first sample of the file."""

    title: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Book:
    """What is exported, as players show it."""

    document: Document
    voiced: Voiced
    title: str = ""
    author: str = ""
    language: str = ""
    """BCP 47 tag."""

    cover: bytes = b""
    """A JPEG or PNG; empty for none."""

    chapters: tuple[Heard, ...] = ()
    """Those of this file, without gaps; known before its first sample: some containers begin with them."""

    duration: float = 0.0
    """Seconds of sound in this file."""

    part: tuple[int, int] = (0, 0)
    """Which file of how many, from 1, where a book is one file a chapter."""


class Writer(Protocol):
    """One file being written. Times are seconds from the first sample of the file.

    Raises:
        ExportError: It cannot be written; from any of these.
    """

    def begin_chapter(self, title: str, start: float) -> None:
        """The chunks from here on belong to a chapter; a book without chapters has none."""
        ...

    def write(self, chunk: Chunk, speech: Speech, start: float) -> None:
        """Add a chunk that is heard from `start` on; word times of `speech` count from its own beginning."""
        ...

    def finish(self, covered: Coverage, duration: float) -> None:
        """Write what the file needs at its end."""
        ...

    def close(self) -> None:
        """Give back what it holds, finished or not, before its file is closed."""
        ...


OpenWriter = Callable[[PartFile, Book, int], Writer]
"""Opens a writer for a book and a sample rate in Hz."""
