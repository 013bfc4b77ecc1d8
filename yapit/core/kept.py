"""A document that took long to parse is parsed once: the next time it is there as a whole, and at once."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from yapit.core import parse
from yapit.core.apart import read_growing_apart
from yapit.core.cache import Cache
from yapit.core.document import Document
from yapit.core.errors import CacheError
from yapit.core.packed import pack, unpack
from yapit.core.parse import Progress, Source, read_growing
from yapit.core.parse.detection import detect

_LEAST_BYTES = 200_000
"""A smaller file is read in no time."""

_WORTH = 5.0
"""Seconds of parsing from which on its document is kept: a text of a million words is read faster anew."""

_PARSERS = Path(parse.__file__).parent

_FIRST = 200
"""Blocks of a kept document that are given before all of it: its page is drawn while the rest is laid out."""


def read_growing_or_kept(
    source: Source, cache: Cache, *, password: str = "", on_progress: Progress | None = None
) -> Iterator[Document]:
    """As `read_growing`; what it gave in the end is kept where it took long, and given the next time.

    What a password opened is not kept. What is large and no text begins to be read at once, in a process of
    its own: the libraries that open it let nothing else run.
    """
    if len(source.data) < _LEAST_BYTES:
        return read_growing(source, password=password, on_progress=on_progress)
    key = "" if password or source.password else document_key(source)
    kept = _kept(key, cache) if key else None
    if kept is not None:
        return _given(replace(kept, source=source.origin))
    read = read_growing_apart if detect(source).binary else read_growing
    documents = read(source, password=password, on_progress=on_progress)
    return _keeping(documents, key, cache) if key else documents


def _given(whole: Document) -> Iterator[Document]:
    if len(whole.blocks) > _FIRST:
        yield _beginning(whole, _FIRST)
    yield whole


def _keeping(documents: Iterator[Document], key: str, cache: Cache) -> Iterator[Document]:
    seconds = 0.0
    for spent, document in _timed(documents):
        yield document
        seconds += spent
    if seconds >= _WORTH:
        with contextlib.suppress(CacheError):  # speech goes there, too, and tells of it
            cache.put(key, pack(document))


def document_key(source: Source) -> str:
    """The name of what these parsers read in these bytes; a title may come from the file's name."""
    data = hashlib.sha256(source.data).hexdigest()
    fields = [
        "yapit-document-1",
        version("yapit-reader"),
        _sources_of(_PARSERS),
        shutil.which("tesseract"),  # without it some pages are told as unread
        sys.byteorder,
        data,
        source.name,
        source.content_type,
    ]
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()


def _sources_of(folder: Path) -> list[tuple[str, int, int]]:
    """Names, sizes and times of a package's modules: 3 ms, and a changed parser shows in them."""
    found = ((path, path.stat()) for path in sorted(folder.rglob("*.py")))
    return [(str(path.relative_to(folder)), told.st_size, told.st_mtime_ns) for path, told in found]


def _beginning(document: Document, blocks: int) -> Document:
    """The first so many blocks of a document that has more, and what stands before and between them."""
    end = document.blocks[blocks].span.start
    return replace(
        document,
        text=document.text[:end],
        blocks=document.blocks[:blocks],
        gaps=tuple(gap for gap in document.gaps if gap.span.end <= end),
        marks=tuple(mark for mark in document.marks if mark.span.end <= end),
        chapters=tuple(chapter for chapter in document.chapters if chapter.block < blocks),
    )


def _kept(key: str, cache: Cache) -> Document | None:
    try:
        data = cache.get(key)
    except CacheError:  # speech is looked for there, too, and tells of it
        return None
    try:
        return None if data is None else unpack(data)
    except CacheError:
        cache.drop(key)
        return None


def _timed(documents: Iterable[Document]) -> Iterator[tuple[float, Document]]:
    """Each with the seconds it took."""
    begun = time.monotonic()
    for document in documents:
        yield time.monotonic() - begun, document
        begun = time.monotonic()
