"""The table of formats, and how one is told from another: by content first, then by name, then by server."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from yapit.core.document import Document
from yapit.core.errors import SourceError
from yapit.core.parse import signs
from yapit.core.parse.archive import open_zip
from yapit.core.parse.characters import is_binary
from yapit.core.parse.source import KNOWN, Source
from yapit.core.parse.zips import kind_of_zip

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

    is_likely: Callable[[bytes], bool] = lambda data: False
    """Whether a text without a name is of this format."""

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


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def _is_zip_of(kind: str) -> Callable[[bytes], bool]:
    return lambda data: kind_of_zip(data) == kind


def _is_rtf(data: bytes) -> bool:
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def _is_fb2(data: bytes) -> bool:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    before = _BEFORE_HTML.match(head)
    starts = before is not None and head.startswith(b"<FictionBook", before.end())
    return starts or kind_of_zip(data) == "fb2"


def _is_mobi(data: bytes) -> bool:
    return data[60:68] == b"BOOKMOBI"


def _is_html(data: bytes) -> bool:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    before = _BEFORE_HTML.match(head)
    return before is not None and _HTML_START.match(head, before.end()) is not None


def _never(data: bytes) -> bool:
    return False


_OPEN_XML = "application/vnd.openxmlformats-officedocument"


def _office(name: str, kind: str, media_type: str) -> Format:
    """A zip of XML; `kind` is its extension and the name of its parser."""
    return Format(name, f"yapit.core.parse.{kind}", (kind,), (media_type,), _is_zip_of(kind), binary=True)


PROGRAMS = (
    "py", "pyi", "js", "mjs", "ts", "jsx", "tsx", "c", "h", "cc", "cpp", "cxx", "hpp", "rs", "go",
    "java", "kt",
    "swift", "rb", "pl", "pm", "php", "lua", "r", "jl", "hs", "ml", "scala", "sh", "bash", "zsh",
    "fish", "ps1",
    "sql", "css", "scss", "json", "jsonl", "yaml", "yml", "toml", "ini", "cfg", "conf", "diff", "patch", "cs",
)  # fmt: skip
"""Extensions of programs and settings: shown, and announced rather than read."""

FORMATS = (
    Format("PDF", "yapit.core.parse.pdf", ("pdf",), ("application/pdf",), _is_pdf, binary=True, grows=True),
    _office("EPUB", "epub", "application/epub+zip"),
    _office("Word document", "docx", f"{_OPEN_XML}.wordprocessingml.document"),
    _office("PowerPoint presentation", "pptx", f"{_OPEN_XML}.presentationml.presentation"),
    _office("OpenDocument text", "odt", "application/vnd.oasis.opendocument.text"),
    Format("FictionBook", "yapit.core.parse.fb2", ("fb2",), ("application/x-fictionbook+xml",), _is_fb2),
    Format("Rich Text", "yapit.core.parse.rtf", ("rtf",), ("application/rtf",), _is_rtf, binary=True),
    Format(
        "Kindle book",
        "yapit.core.parse.mobi",
        ("mobi", "azw", "azw3", "prc"),
        ("application/x-mobipocket-ebook",),
        _is_mobi,
        binary=True,
    ),
    Format(
        "HTML",
        "yapit.core.parse.html",
        ("html", "htm", "xhtml"),
        ("text/html", "application/xhtml+xml"),
        _is_html,
    ),
    Format("notebook", "yapit.core.parse.notebook", ("ipynb",), (), _never, signs.is_notebook),
    Format("mail", "yapit.core.parse.mail", ("eml", "mbox"), ("message/rfc822",), _never, signs.is_mail),
    Format(
        "subtitles",
        "yapit.core.parse.subtitles",
        ("srt", "vtt", "ass", "ssa", "lrc", "sbv"),
        ("text/vtt", "application/x-subrip"),
        _never,
        signs.is_subtitles,
    ),
    Format(
        "LaTeX",
        "yapit.core.parse.latex",
        ("tex", "latex", "ltx"),
        ("application/x-tex", "text/x-tex", "application/x-latex"),
        _never,
        signs.is_latex,
    ),
    Format(
        "reStructuredText", "yapit.core.parse.rst", ("rst", "rest"), ("text/x-rst",), _never, signs.is_rst
    ),
    Format(
        "table", "yapit.core.parse.cells", ("csv", "tsv"), ("text/csv", "text/tab-separated-values"), _never
    ),
    Format(
        "program",
        "yapit.core.parse.program",
        PROGRAMS,
        ("application/json", "text/x-python"),
        _never,
        signs.is_program,
    ),
    Format(
        "Markdown",
        "yapit.core.parse.markdown",
        ("md", "markdown", "mdown", "mkd", "rmd", "qmd"),
        ("text/markdown",),
        _never,
        signs.is_markdown,
    ),
    Format("plain text", "yapit.core.parse.plain", ("txt", "text"), ("text/plain",), _never),
)

PLAIN = FORMATS[-1]


def detect(source: Source) -> Format:
    """The format of a source.

    Raises:
        SourceError: It is in no format that Yapit reads.
    """
    for known in FORMATS:
        if known.is_shown_by(source.data):
            return known
    foreign = _foreign(source)
    if foreign is not None:
        raise foreign
    named = _named(source)
    if named is not None and named.binary and (source.extension == "epub" or not _is_text(source.data)):
        cure = "It may be damaged or cut short; download or copy it again."
        raise SourceError(f"{source.label} is no {named.name}, whatever its name says", cure=cure)
    if not _is_text(source.data):
        raise SourceError(f"{source.label} is in no format that Yapit knows", cure=KNOWN)
    if named is not None and not named.binary and (source.extension or named is not PLAIN):
        return named
    likely = (known for known in FORMATS if known.is_likely(source.data))
    return PLAIN if source.extension else next(likely, PLAIN)


def _named(source: Source) -> Format | None:
    for known in FORMATS:
        if source.extension in known.extensions:
            return known
    return next((known for known in FORMATS if source.media_type in known.media_types), None)


# What a source is instead, by its first bytes or by a file in its zip, and what makes it readable.
_OFFICE = "Convert it first with: soffice --convert-to pdf '{name}'"
_OCR = "Convert it first with: ocrmypdf --image-dpi 300 '{name}' '{stem}.pdf'"
_PASSWORD = "Open it with its password and save it without."
_SHOP = "Read it in the shop's own program, or get a copy without DRM."
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_FOREIGN = (
    (_OLD_OFFICE, "an old Microsoft Office document", _OFFICE),
    (b"TPZ", "a Topaz book of Amazon, which is locked", _SHOP),
    (b"\xeaDRMION", "a Kindle book that is locked by its shop (DRM)", _SHOP),
    (b"\x89PNG", "a picture", _OCR),
    (b"\xff\xd8\xff", "a picture", _OCR),
    (b"\x1f\x8b", "compressed", "Convert it first with: gunzip '{name}'"),
)
_FOREIGN_ZIPS = (
    ("xl/", "an Excel sheet", _OFFICE),
    ("content.xml", "an OpenDocument", _OFFICE),
)


def _is_text(data: bytes) -> bool:
    return not is_binary(data)


def _foreign(source: Source) -> SourceError | None:
    """What to say of a source that is told by its first bytes, or by its zip, to be something else."""
    if source.data.startswith(_OLD_OFFICE) and _LOCKED_OFFICE in source.data:
        return SourceError(f"{source.label} is locked with a password", cure=_PASSWORD)
    foreign = [(what, cure) for sign, what, cure in _FOREIGN if source.data.startswith(sign)]
    names = _zip_names(source.data)
    foreign += [(what, cure) for sign, what, cure in _FOREIGN_ZIPS if any(n.startswith(sign) for n in names)]
    if not foreign:
        return None
    what, cure = foreign[0]
    cure = cure.format(name=source.name or "file", stem=source.stem or "file")
    return SourceError(f"{source.label} is {what}", cure=f"{KNOWN} {cure}")


def _zip_names(data: bytes) -> list[str]:
    archive = open_zip(data)
    return [] if archive is None else archive.namelist()
