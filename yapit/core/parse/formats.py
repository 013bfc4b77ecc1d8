"""The table of formats, and how one is told from another: by content first, then by name, then by server."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from yapit.core.document import Document
from yapit.core.errors import SourceError
from yapit.core.parse.characters import is_binary
from yapit.core.parse.source import KNOWN, Source

Progress = Callable[[int, int | None], None]
"""What is done, and of how much where that is known: bytes while fetching, pages or parts while parsing."""


class Parser(Protocol):
    def __call__(self, source: Source, on_progress: Progress) -> Document: ...


class GrowingParser(Protocol):
    """Gives what can be read while the rest is parsed: each document begins with the one before."""

    def __call__(self, source: Source, on_progress: Progress) -> Iterator[Document]: ...


@dataclass(frozen=True, slots=True)
class Format:
    name: str
    module: str
    """The module whose `parse` reads it; imported only when a source is of this format."""

    extensions: tuple[str, ...]
    media_types: tuple[str, ...]
    is_shown_by: Callable[[bytes], bool]
    """Whether the first kilobytes can be nothing else."""

    binary: bool = False
    """Recognised by content alone: a name that promises it does not make it so."""

    grows: bool = False
    """Its module has a `grow`, too, for texts that take long to parse."""

    def parse(self, source: Source, on_progress: Progress) -> Document:
        parser = cast("Parser", import_module(self.module).parse)
        return parser(source, on_progress)

    def grow(self, source: Source, on_progress: Progress) -> Iterator[Document]:
        if not self.grows:
            yield self.parse(source, on_progress)
            return
        parser = cast("GrowingParser", import_module(self.module).grow)
        yield from parser(source, on_progress)


_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
# What may stand before it. `[^>]*+` and the like never give back what they took: no text makes them slow.
_BEFORE_HTML = re.compile(rb"(?:\s++|<\?xml[^>]*+>|<!--(?:[^-]++|-(?!->))*+-->)*+")

# Signs of Markdown that prose seldom shows; two kinds of them make it Markdown where no name tells.
_MARKDOWN_SIGNS = (
    re.compile(rb"^#{1,6} \S", re.M),
    re.compile(rb"^(```|~~~)", re.M),
    re.compile(rb"\[[^\]\n]+\]\([^)\s]+\)"),
    re.compile(rb"(?<!\w)(\*\*|__)\S[^\n]*?\S\1"),
    re.compile(rb"^\|?\s*:?-{3,}:?\s*\|", re.M),
    re.compile(rb"^[-*] \S", re.M),
)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _is_epub(data: bytes) -> bool:
    if not data.startswith(b"PK\x03\x04"):
        return False
    return b"application/epub+zip" in data[:128] or "META-INF/container.xml" in _zip_names(data)


def _is_html(data: bytes) -> bool:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    before = _BEFORE_HTML.match(head)
    return before is not None and _HTML_START.match(head, before.end()) is not None


def _is_markdown(data: bytes) -> bool:
    return sum(sign.search(data[:16384]) is not None for sign in _MARKDOWN_SIGNS) >= 2


FORMATS = (
    Format("PDF", "yapit.core.parse.pdf", ("pdf",), ("application/pdf",), _is_pdf, binary=True),
    Format("EPUB", "yapit.core.parse.epub", ("epub",), ("application/epub+zip",), _is_epub, binary=True),
    Format(
        "HTML",
        "yapit.core.parse.html",
        ("html", "htm", "xhtml"),
        ("text/html", "application/xhtml+xml"),
        _is_html,
    ),
    Format(
        "Markdown",
        "yapit.core.parse.markdown",
        ("md", "markdown", "mdown", "mkd"),
        ("text/markdown",),
        lambda data: False,
    ),
    Format("plain text", "yapit.core.parse.plain", ("txt", "text"), ("text/plain",), lambda data: False),
)

MARKDOWN, PLAIN = FORMATS[-2:]


def detect(source: Source) -> Format:
    """The format of a source.

    Raises:
        SourceError: It is in no format that Yapit reads.
    """
    for known in FORMATS:
        if known.is_shown_by(source.data):
            return known
    named = _named(source)
    if named is not None and named.binary and (source.extension == "epub" or not _is_text(source.data)):
        cure = "It may be damaged or cut short; download or copy it again."
        raise SourceError(f"{source.label} is no {named.name}, whatever its name says", cure=cure)
    if not _is_text(source.data):
        raise _unknown(source)
    if named is not None and not named.binary:
        return named
    unnamed = not source.extension and source.media_type in ("", "text/plain")
    return MARKDOWN if unnamed and _is_markdown(source.data) else PLAIN


def _named(source: Source) -> Format | None:
    for known in FORMATS:
        if source.extension in known.extensions:
            return known
    return next((known for known in FORMATS if source.media_type in known.media_types), None)


# What a source is instead, by its first bytes or by a file in its zip, and what makes it readable.
_OFFICE = "soffice --convert-to pdf '{name}'"
_PANDOC = "pandoc '{name}' -o '{stem}.epub'"
_OCR = "ocrmypdf --image-dpi 300 '{name}' '{stem}.pdf'"
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document", _OFFICE),
    (b"{\\rtf", "a Rich Text document", _PANDOC),
    (b"\x89PNG", "a picture", _OCR),
    (b"\xff\xd8\xff", "a picture", _OCR),
    (b"\x1f\x8b", "compressed", "gunzip '{name}'"),
)
_FOREIGN_ZIPS = (
    ("word/", "a Word document", _PANDOC),
    ("ppt/", "a PowerPoint presentation", _OFFICE),
    ("xl/", "an Excel sheet", _OFFICE),
    ("content.xml", "an OpenDocument", _PANDOC),
)


def _is_text(data: bytes) -> bool:
    return not is_binary(data) and not data.startswith(b"{\\rtf")


def _unknown(source: Source) -> SourceError:
    foreign = [(what, command) for sign, what, command in _FOREIGN if source.data.startswith(sign)]
    names = _zip_names(source.data)
    foreign += [(what, cmd) for sign, what, cmd in _FOREIGN_ZIPS if any(n.startswith(sign) for n in names)]
    if not foreign:
        return SourceError(f"{source.label} is in no format that Yapit knows", cure=KNOWN)
    what, command = foreign[0]
    command = command.format(name=source.name or "file", stem=source.stem or "file")
    return SourceError(f"{source.label} is {what}", cure=f"{KNOWN} Convert it first with: {command}")


def _zip_names(data: bytes) -> list[str]:
    if not data.startswith(b"PK"):
        return []
    try:
        return zipfile.ZipFile(io.BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return []
