"""The table of formats: what each is called, what gives it away, and where its parser is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from yapit.core.document import Document
from yapit.core.parse import signs, starts
from yapit.core.parse.source import Source

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


_OPEN_XML = "application/vnd.openxmlformats-officedocument"


def _office(name: str, kind: str, media_type: str) -> Format:
    """A zip of XML; `kind` is its extension and the name of its parser."""
    return Format(
        name, f"yapit.core.parse.{kind}", (kind,), (media_type,), starts.is_zip_of(kind), binary=True
    )


PROGRAMS = (
    "py", "pyi", "js", "mjs", "ts", "jsx", "tsx", "c", "h", "cc", "cpp", "cxx", "hpp", "rs", "go",
    "java", "kt",
    "swift", "rb", "pl", "pm", "php", "lua", "r", "jl", "hs", "ml", "scala", "sh", "bash", "zsh",
    "fish", "ps1",
    "sql", "css", "scss", "json", "jsonl", "yaml", "yml", "toml", "ini", "cfg", "conf", "diff", "patch", "cs",
)  # fmt: skip
"""Extensions of programs and settings: shown, and announced rather than read."""

FORMATS = (
    Format(
        "PDF", "yapit.core.parse.pdf", ("pdf",), ("application/pdf",), starts.is_pdf, binary=True, grows=True
    ),
    _office("EPUB", "epub", "application/epub+zip"),
    _office("Word document", "docx", f"{_OPEN_XML}.wordprocessingml.document"),
    _office("PowerPoint presentation", "pptx", f"{_OPEN_XML}.presentationml.presentation"),
    _office("OpenDocument text", "odt", "application/vnd.oasis.opendocument.text"),
    Format(
        "picture",
        "yapit.core.parse.picture",
        ("png", "jpg", "jpeg", "webp", "tif", "tiff", "bmp", "gif"),
        ("image/png", "image/jpeg", "image/webp", "image/tiff", "image/bmp", "image/gif"),
        starts.is_picture,
        binary=True,
        grows=True,
    ),
    Format(
        "FictionBook", "yapit.core.parse.fb2", ("fb2",), ("application/x-fictionbook+xml",), starts.is_fb2
    ),
    Format("Rich Text", "yapit.core.parse.rtf", ("rtf",), ("application/rtf",), starts.is_rtf, binary=True),
    Format(
        "Kindle book",
        "yapit.core.parse.mobi",
        ("mobi", "azw", "azw3", "prc"),
        ("application/x-mobipocket-ebook",),
        starts.is_mobi,
        binary=True,
    ),
    Format(
        "HTML",
        "yapit.core.parse.html",
        ("html", "htm", "xhtml"),
        ("text/html", "application/xhtml+xml"),
        starts.is_html,
    ),
    Format("notebook", "yapit.core.parse.notebook", ("ipynb",), (), starts.never, signs.is_notebook),
    Format(
        "mail", "yapit.core.parse.mail", ("eml", "mbox"), ("message/rfc822",), starts.never, signs.is_mail
    ),
    Format(
        "subtitles",
        "yapit.core.parse.subtitles",
        ("srt", "vtt", "ass", "ssa", "lrc", "sbv"),
        ("text/vtt", "application/x-subrip"),
        starts.never,
        signs.is_subtitles,
    ),
    Format(
        "LaTeX",
        "yapit.core.parse.latex",
        ("tex", "latex", "ltx"),
        ("application/x-tex", "text/x-tex", "application/x-latex"),
        starts.never,
        signs.is_latex,
    ),
    Format(
        "reStructuredText",
        "yapit.core.parse.rst",
        ("rst", "rest"),
        ("text/x-rst",),
        starts.never,
        signs.is_rst,
    ),
    Format(
        "table",
        "yapit.core.parse.cells",
        ("csv", "tsv"),
        ("text/csv", "text/tab-separated-values"),
        starts.never,
    ),
    Format(
        "program",
        "yapit.core.parse.program",
        PROGRAMS,
        ("application/json", "text/x-python"),
        starts.never,
        signs.is_program,
    ),
    Format(
        "Markdown",
        "yapit.core.parse.markdown",
        ("md", "markdown", "mdown", "mkd", "rmd", "qmd"),
        ("text/markdown",),
        starts.never,
        signs.is_markdown,
        grows=True,
    ),
    Format(
        "plain text", "yapit.core.parse.plain", ("txt", "text"), ("text/plain",), starts.never, grows=True
    ),
)

PLAIN = FORMATS[-1]
