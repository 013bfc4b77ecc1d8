"""The package file of a book: what is in it, in which order, whose words and whose voice it has."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from yapit.core.export.epub.contents import said
from yapit.core.export.epub.overlays import clock
from yapit.core.export.note import SOURCE_TYPE
from yapit.core.export.writer import Book

CONTAINER = """\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
ACTIVE = "-epub-media-overlay-active"
STYLE = f"""\
body {{ line-height: 1.5; }}
.{ACTIVE} {{ background: #ffe08a; color: #000; }}
li.marked {{ list-style: none; }}
figcaption, aside, .reference {{ font-size: 0.9em; }}
.author, .equation {{ text-align: center; }}
th, td {{ padding: 0 0.5em; text-align: left; vertical-align: top; }}
pre {{ white-space: pre-wrap; }}
"""
_PREFIXES = "iptc: http://iptc.org/std/Iptc4xmpExt/2008-02-29/ yapit: https://pypi.org/project/yapit-reader/#"
_NO_DATE = "2000-01-01T00:00:00Z"
"""For what was read from no file: the same book is the same bytes, whenever it is written."""


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the book with its sound."""

    name: str
    pages: tuple[int, ...]
    """That begin in it."""

    sound: str
    """Its path within the package."""

    duration: int
    """Of its sound, in milliseconds."""

    @property
    def page(self) -> str:
        return f"{self.name}.xhtml"

    @property
    def overlay(self) -> str:
        return f"{self.name}.smil"


def package(book: Book, parts: Sequence[Part], cover: tuple[str, str]) -> str:
    """`cover` is its path and media type, both empty for none."""
    language = said(book.language or book.document.language or "und")
    metadata = "\n".join(_metadata(book, parts, language))
    spine = "\n".join(f'<itemref idref="{part.name}"/>' for part in parts)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{language}" prefix="{_PREFIXES}">\n'
        f'<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n{metadata}\n</metadata>\n'
        f"<manifest>\n{chr(10).join(_manifest(parts, cover))}\n</manifest>\n"
        f"<spine>\n{spine}\n</spine>\n</package>\n"
    )


def _manifest(parts: Sequence[Part], cover: tuple[str, str]) -> Iterator[str]:
    yield '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    yield '<item id="style" href="style.css" media-type="text/css"/>'
    if cover[0]:
        yield f'<item id="cover" href="{cover[0]}" media-type="{cover[1]}" properties="cover-image"/>'
    for part in parts:
        yield (
            f'<item id="{part.name}" href="{part.page}" media-type="application/xhtml+xml" '
            f'media-overlay="{part.name}-overlay"/>'
        )
        yield f'<item id="{part.name}-overlay" href="{part.overlay}" media-type="application/smil+xml"/>'
        yield f'<item id="{part.name}-sound" href="{part.sound}" media-type="audio/mpeg"/>'


def _metadata(book: Book, parts: Sequence[Part], language: str) -> Iterator[str]:
    document, voiced = book.document, book.voiced
    yield f'<dc:identifier id="id">urn:uuid:{_identifier(book)}</dc:identifier>'
    yield f"<dc:title>{said(book.title or document.title or 'Untitled')}</dc:title>"
    yield f"<dc:language>{language}</dc:language>"
    if author := book.author or document.author:
        yield f"<dc:creator>{said(author)}</dc:creator>"
    yield _meta("dcterms:modified", _modified(document.source))
    yield from (
        _meta("media:duration", clock(part.duration), refines=f"{part.name}-overlay") for part in parts
    )
    yield _meta("media:duration", clock(sum(part.duration for part in parts)))
    yield _meta("media:active-class", ACTIVE)
    voice = said(f"{voiced.voice} ({voiced.engine} {voiced.model}), synthetic voice")
    yield _meta("media:narrator", voice)
    yield f'<dc:contributor id="voice">{voice}</dc:contributor>'
    yield '<meta refines="#voice" property="role" scheme="marc:relators">nrt</meta>'
    yield _meta("iptc:digitalSourceType", SOURCE_TYPE, refines="voice")
    yield _meta("yapit:syntheticSpeech", "true")
    yield _meta("yapit:engine", said(voiced.engine))
    yield _meta("yapit:model", said(voiced.model))
    yield _meta("yapit:voice", said(voiced.voice))
    yield _meta("yapit:speed", f"{voiced.speed:g}")
    yield from _accessibility(has_pages=any(part.pages for part in parts))


def _accessibility(*, has_pages: bool) -> Iterator[str]:
    for mode in ("textual", "auditory"):
        yield _meta("schema:accessMode", mode)
    yield _meta("schema:accessModeSufficient", "textual")
    features = ["synchronizedAudioText", "tableOfContents", "readingOrder", "structuralNavigation"]
    for feature in [*features, *(("pageBreakMarkers", "pageNavigation") if has_pages else ())]:
        yield _meta("schema:accessibilityFeature", feature)
    yield _meta("schema:accessibilityHazard", "none")
    summary = "All of the text is there; what is read aloud is in step with a synthetic voice, word by word."
    yield _meta("schema:accessibilitySummary", summary)


def _meta(name: str, value: str, *, refines: str = "") -> str:
    of = f' refines="#{refines}"' if refines else ""
    return f'<meta property="{name}"{of}>{value}</meta>'


def _identifier(book: Book) -> uuid.UUID:
    """The same for the same text in the same voice."""
    voiced = book.voiced
    parts = (book.document.digest, voiced.engine, voiced.model, voiced.voice, f"{voiced.speed:g}")
    name = "/".join(parts).encode("utf-8", "replace").decode()
    return uuid.uuid5(uuid.NAMESPACE_URL, name)


def _modified(source: str) -> str:
    """When the file was changed that the text is of."""
    try:
        seconds = Path(source).stat().st_mtime if source else None
    except (OSError, ValueError):  # a URL, or gone by now
        seconds = None
    if seconds is None:
        return _NO_DATE
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
