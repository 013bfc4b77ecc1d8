"""Writes a book that is read and heard: a part is in memory, the rest in the file already."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from yapit.core.audio import Speech, Word
from yapit.core.errors import ExportError
from yapit.core.export.coverage import Coverage
from yapit.core.export.epub.blocks import BlockWriter
from yapit.core.export.epub.contents import Place, navigation, page_head
from yapit.core.export.epub.heard import HeardText, HeardWord, heard_words
from yapit.core.export.epub.overlays import smil
from yapit.core.export.epub.package import CONTAINER, STYLE, Part, package
from yapit.core.export.mp3 import open_mp3
from yapit.core.export.part import PartFile
from yapit.core.export.sections import nothing_spoken
from yapit.core.export.writer import Book
from yapit.core.outline import outline
from yapit.core.split import Chunk

PART_SECONDS = 1_800.0
"""A part that is heard for so long ends with its block: reading programs are slow on larger pages."""

_STORED, _DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
_COVERS = {b"\xff\xd8\xff": ("cover.jpg", "image/jpeg"), b"\x89PNG": ("cover.png", "image/png")}


class BookFile:
    """EPUB 3 with media overlays: all of the document, and in step with it what is heard of it."""

    def __init__(
        self,
        file: PartFile,
        book: Book,
        sample_rate: int,
        *,
        part_seconds: float = PART_SECONDS,
    ) -> None:
        self._book = book
        self._rate = sample_rate
        self._part_seconds = part_seconds
        self._cover = _cover_of(book.cover)
        self._folder = _temporary_folder()
        self._zip = zipfile.ZipFile(_ZipTarget(file), "w")
        self._parts: list[Part] = []
        self._files: dict[int, str] = {}
        """Where each block stands that is in the book."""

        self._page: int | None = None
        self._open: _OpenPart | None = None
        self._title = ""
        self._is_chapter = False
        """The next chunk begins one."""

        self._put("mimetype", "application/epub+zip", _STORED)
        self._put("META-INF/container.xml", CONTAINER)
        self._put("EPUB/style.css", STYLE)
        if book.cover:
            self._zip.writestr(_entry(f"EPUB/{self._cover[0]}"), book.cover, _STORED)

    def begin_chapter(self, title: str, start: float) -> None:
        self._title, self._is_chapter = title, True

    def write(self, chunk: Chunk, speech: Speech, start: float) -> None:
        if self._open is None:
            self._open = self._begin(0)
        elif chunk.block > self._open.last_block and (
            self._is_chapter or self._open.seconds >= self._part_seconds
        ):
            self._end(self._open, chunk.block)
            self._open = self._begin(chunk.block)
        self._open.write(chunk, speech)

    def finish(self, covered: Coverage, duration: float) -> None:
        if self._open is None:
            raise nothing_spoken()
        self._end(self._open, len(self._book.document.blocks))
        title = self._book.title or self._book.document.title
        language = self._language
        pages = ((page, f"{part.page}#page{page}") for part in self._parts for page in part.pages)
        self._put("EPUB/nav.xhtml", navigation(title, language, list(self._places(title)), pages))
        self._put("EPUB/package.opf", package(self._book, self._parts, self._cover))
        self._zip.close()

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
        self._zip.fp = None  # closing it unfinished would write its list of files
        self._folder.cleanup()

    @property
    def _language(self) -> str:
        return self._book.language or self._book.document.language or "und"

    def _begin(self, block: int) -> _OpenPart:
        name = f"part{len(self._parts) + 1:04}"
        path = Path(self._folder.name, f"{name}.mp3")
        title = self._title or self._book.title or self._book.document.title
        self._is_chapter = False
        return _OpenPart(
            name, block, path, replace(self._book, title=title, cover=b"", chapters=()), self._rate
        )

    def _end(self, part: _OpenPart, until: int) -> None:
        """Put a part's page, sound and overlay into the file; it has the blocks before `until`."""
        part.finish()
        text = HeardText(self._book.document, part.words)
        writer = BlockWriter(self._book.document, text, self._page)
        body = writer.html(range(part.first_block, until))
        self._page = writer.page
        sound, duration = f"audio/{part.path.name}", round(part.seconds * 1000)
        done = Part(part.name, tuple(writer.pages), sound, duration)
        self._parts.append(done)
        self._files |= {index: done.page for index, _ in writer.written}
        section = f'<section id="{part.name}">\n{body}\n</section>\n</body>\n</html>\n'
        self._put(f"EPUB/{done.page}", page_head(part.title, self._language) + section)
        self._put(f"EPUB/{done.overlay}", smil(done.page, sound, writer.written, duration))
        self._put_file(f"EPUB/{sound}", part.path)

    def _places(self, title: str) -> Iterator[Place]:
        document = self._book.document
        entries = outline(document)
        for entry in entries:
            block = document.block_at(entry.span.start)
            if block in self._files:
                yield Place(entry.title, entry.level, f"{self._files[block]}#b{block}")
        if not any(document.block_at(entry.span.start) in self._files for entry in entries):
            yield Place(title, 1, self._parts[0].page)

    def _put(self, name: str, text: str, how: int = _DEFLATED) -> None:
        self._zip.writestr(_entry(name), text.encode(), how)

    def _put_file(self, name: str, path: Path) -> None:
        """Sound is packed already."""
        try:
            with path.open("rb") as sound, self._zip.open(_entry(name), "w") as entry:
                shutil.copyfileobj(sound, entry, 1 << 20)
            path.unlink()
        except OSError as error:
            raise _not_kept(error) from error


class _OpenPart:
    """A part whose sound is being written."""

    def __init__(self, name: str, first_block: int, path: Path, book: Book, sample_rate: int) -> None:
        """`book`: as the part's sound file tells of it."""
        self.name = name
        self.title = book.title
        self.first_block = self.last_block = first_block
        self.path = path
        self.words: list[HeardWord] = []
        self._file = PartFile(path)
        self._sound = open_mp3(self._file, book, sample_rate)
        self._rate = sample_rate
        self._samples = 0

    @property
    def seconds(self) -> float:
        return self._samples / self._rate

    def write(self, chunk: Chunk, speech: Speech) -> None:
        words = speech.words or (Word(chunk.span, 0.0, speech.duration),)
        self.words += heard_words(words, self.seconds)
        self._sound.write(chunk, speech, self.seconds)
        self._samples += len(speech.samples)
        self.last_block = chunk.block

    def finish(self) -> None:
        self._sound.finish()
        self._file.commit()

    def close(self) -> None:
        """Give back what it holds, finished or not; its file goes with its folder."""
        with self._file:
            self._sound.close()


def _cover_of(cover: bytes) -> tuple[str, str]:
    """Its path and media type."""
    if not cover:
        return "", ""
    found = next((named for magic, named in _COVERS.items() if cover.startswith(magic)), None)
    if found is None:
        raise ExportError("the cover is no JPEG and no PNG", cure="Give another picture, or none.")
    return found


def _temporary_folder() -> tempfile.TemporaryDirectory[str]:
    try:
        return tempfile.TemporaryDirectory(prefix="yapit-epub-")
    except OSError as error:
        raise _not_kept(error) from error


def _not_kept(error: Exception) -> ExportError:
    """For what went wrong with the temporary files in which the sound of a part waits."""
    cure = "See that there is space where temporary files are kept, or set TMPDIR to another place."
    return ExportError(f"cannot write the sound of the book: {error}", cure=cure)


def _entry(name: str) -> zipfile.ZipInfo:
    """With no date of its own: the same book is the same bytes."""
    return zipfile.ZipInfo(name)


class _ZipTarget(io.RawIOBase):
    """The file as zipfile wants it."""

    def __init__(self, file: PartFile) -> None:
        self._file = file

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        return self._file.write(bytes(data))  # type: ignore[call-overload]

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()
