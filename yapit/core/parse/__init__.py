"""A path, URL, pipe or bytes in; a Document out. Only the parser that is needed is imported."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from yapit.core.document import BlockKind, Document
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse.detection import detect
from yapit.core.parse.formats import Progress
from yapit.core.parse.language import DEFAULT, language_of
from yapit.core.parse.source import MAX_FILE_BYTES, Source, check_size, read_file

__all__ = ["PIPE", "Progress", "Source", "load", "read", "read_bytes", "read_growing"]

PIPE = "-"
"""The source that stands for standard input."""


def read(
    source: str | Path | Source,
    *,
    password: str = "",
    public_only: bool = False,
    on_progress: Progress | None = None,
) -> Document:
    """Read a file, an http(s) address, or standard input (`-`).

    `on_progress` is called with what is done and the whole of it, in the
    units of the step that is under way. With `public_only` an address must be
    one of the public internet, wherever it leads.

    Raises:
        SourceError: It cannot be opened, fetched or understood; `cure` says what to do.
        EmptyDocument: It was understood and holds no text.
        LockedDocument: It asks for a password, or `password` is not the one.
    """
    found = load(source, password=password, public_only=public_only, on_progress=on_progress)
    return _completed(detect(found).parse(found, on_progress or _unseen), found)


def read_growing(
    source: str | Path | Source, *, password: str = "", on_progress: Progress | None = None
) -> Iterator[Document]:
    """Read as `read` does, and give what is there while the rest is read.

    Each document begins with the one before: its text, blocks and marks. The last is
    the whole. What is wrong with the source is raised where it is found.
    """
    found = load(source, password=password, on_progress=on_progress)
    language = ""
    for document in detect(found).grow(found, on_progress or _unseen):
        language = language or language_of(document.text)  # as its beginning tells: it stays what it is
        yield _completed(document, found, language)


def load(
    source: str | Path | Source,
    *,
    password: str = "",
    public_only: bool = False,
    on_progress: Progress | None = None,
) -> Source:
    """The bytes of what `read` takes; of bytes that are here already, those.

    With `public_only`, nothing is fetched from private addresses: for who fetches on behalf of others.

    Raises:
        SourceError: They cannot be had.
    """
    if isinstance(source, Source):
        return replace(source, password=password or source.password)
    name = str(source)
    if not name:
        raise SourceError("the name of the file is empty", cure="Name a file, an address, or - for a pipe.")
    if name == PIPE:
        found = _from_pipe()
    elif "://" in name and not isinstance(source, Path):
        found = _from_web(name, on_progress, public_only=public_only)
    else:
        found = read_file(Path(name).expanduser() if name.startswith("~/") else Path(name))
    return replace(found, password=password, origin="" if name == PIPE else name)


def read_bytes(data: bytes, name: str = "", content_type: str = "") -> Document:
    """Read bytes that are already here; `name` and `content_type` are hints about their format.

    Raises:
        SourceError: They are in no known format, or damaged.
        EmptyDocument: They hold no text.
    """
    source = Source(data, name, content_type, origin=name)
    check_size(data, source.label)
    return _completed(detect(source).parse(source, _unseen), source)


def _unseen(done: int, total: int | None) -> None: ...


def _completed(document: Document, source: Source, language: str = "") -> Document:
    return replace(
        document,
        title=document.title or _first_heading(document) or source.stem,
        language=_language(document.language) or language or language_of(document.text) or DEFAULT,
        source=source.origin,
    )


_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def _language(said: str) -> str:
    """A BCP 47 tag out of what the source says, which may be `en_GB` or nonsense; empty for nonsense."""
    tag = said.strip().replace("_", "-")
    return tag if _TAG.fullmatch(tag) else ""


def _first_heading(document: Document) -> str:
    for block in document.blocks:
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            return " ".join(block.span.of(document.text).split())
    return ""


def _from_pipe() -> Source:
    if sys.stdin is None or sys.stdin.isatty():
        raise SourceError("nothing is piped in", cure="Pipe a text in: cat notes.txt | yapit say -")
    data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    if not data:
        raise EmptyDocument("nothing came through the pipe", cure="Check the command before the pipe.")
    check_size(data, "the text from the pipe")
    return Source(data)


def _from_web(url: str, on_progress: Progress | None, *, public_only: bool) -> Source:
    from yapit.core.parse.web.addresses import better_addresses  # noqa: PLC0415 - only where an address is read

    *better, last = better_addresses(url)
    for address in better:
        try:
            return _fetched(address, on_progress, public_only=public_only)
        except SourceError:  # a better place is there for some pages only: the next one is tried
            continue
    return _fetched(last, on_progress, public_only=public_only)


def _fetched(url: str, on_progress: Progress | None, *, public_only: bool) -> Source:
    from yapit.core.fetch import fetch  # noqa: PLC0415 - only where an address is read

    fetched = fetch(url, on_progress=on_progress, public_only=public_only)
    name = unquote(urlsplit(fetched.url).path.rstrip("/").rpartition("/")[2])
    check_size(fetched.data, url)
    return Source(fetched.data, name, fetched.content_type)
