"""Pictures of pages: PNG, JPEG, WebP, TIFF with its pages, BMP and GIF, read as scans are."""

from __future__ import annotations

import io
import logging
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any

import numpy as np

from yapit.core.document import Document
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse.formats import Progress
from yapit.core.parse.ocr.reader import PageReader
from yapit.core.parse.ocr.recognize import Picture
from yapit.core.parse.pdf.growth import Growth
from yapit.core.parse.pdf.lines import Bookmark
from yapit.core.parse.pdf.page import Page
from yapit.core.parse.pdf.recognition import page_of, unreadable
from yapit.core.parse.source import Source

_MAX_PIXELS = 120_000_000
"""More than any camera or A3 scanner makes; in memory 360 MB."""

_MAX_SIDE = 3400
"""Pixels of the longer side at which a picture is read. Small ones are not enlarged: it finds no more."""

_LINE_HEIGHT = 12.0
"""Points: what the lines of a picture are taken to be high, for it has no size of its own."""

_MAX_PAGES = 5000

_DAMAGED = "Open it in a picture viewer to see, and save or download it again."


def parse(source: Source, on_progress: Progress) -> Document:
    """The whole document.

    Raises:
        SourceError: It is damaged or too large.
        EmptyDocument: It shows no writing, or none that can be read.
    """
    for document in grow(source, on_progress):
        whole = document
    return whole


def grow(source: Source, on_progress: Progress) -> Iterator[Document]:
    """The document as its pages are read; raises as `parse` does."""
    yield from Growth(_PictureFile(source), on_progress).documents()


class _PictureFile:
    """A picture, or the pages of a TIFF, as a file of pages that must all be looked at."""

    title = author = language = ""
    bookmarks: tuple[Bookmark, ...] = ()

    def __init__(self, source: Source) -> None:
        self.label = source.label
        self._source = source
        self._reader = PageReader()
        self._scale = 0.0
        self._unread = ""
        with _opened(source) as file:
            self.page_count = _page_count(file)

    def page(self, index: int) -> Page:
        return Page(index + 1, 0, 0, ())

    def is_picture(self, page: Page) -> bool:
        return not page.recognized

    def recognized(self, page: Page) -> Page:
        with _opened(self._source) as file:
            file.seek(page.number - 1)
            if file.width * file.height > _MAX_PIXELS:
                raise _too_large(self._source)
            picture = _upright(file)
        reading = self._reader.read(picture)
        heights = [line.height for line in reading.readable]
        self._scale = self._scale or (_LINE_HEIGHT / median(heights) if heights else 0.0)
        found = page_of(page.number, reading, self._scale or 1.0)
        self._unread = self._unread or (found.unread if reading.lines else "")
        return found

    def nothing_found(self) -> SourceError:
        if self._unread:
            return unreadable(self.label, self._unread)
        cure = "Pictures are read where they show writing."
        return EmptyDocument(f"{self.label} is a picture without writing", cure=cure)


@contextmanager
def _opened(source: Source) -> Iterator[Any]:
    """The picture, none of its pixels read yet.

    Raises:
        SourceError: It is damaged or too large.
    """
    from PIL import Image  # noqa: PLC0415 - 0.1 s, where a picture is read

    logging.getLogger("PIL").addHandler(logging.NullHandler())  # else its complaints go to the screen
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pictures that are large, and of odd tags in them
            with Image.open(io.BytesIO(source.data)) as file:
                yield file
    except Image.DecompressionBombError as error:
        raise _too_large(source) from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, KeyError, TypeError) as error:
        raise SourceError(f"{source.label} is a damaged picture", cure=_DAMAGED) from error


def _too_large(source: Source) -> SourceError:
    millions = _MAX_PIXELS // 1_000_000
    return SourceError(f"{source.label} has more than {millions} million pixels", cure="Make it smaller.")


def _page_count(file: Any) -> int:
    """The pages of a TIFF; what moves is one picture, its first."""
    return min(getattr(file, "n_frames", 1), _MAX_PAGES) if file.format == "TIFF" else 1


def _upright(file: Any) -> Picture:
    """Turned as its camera says, on white where it is transparent, no larger than needed."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - see above

    if file.format == "JPEG":
        file.draft("RGB", (_MAX_SIDE, _MAX_SIDE))
    image = ImageOps.exif_transpose(file)
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer)
    image = _eight_bits(image).convert("RGB")
    image.thumbnail((_MAX_SIDE, _MAX_SIDE))
    return np.asarray(image)


def _eight_bits(image: Any) -> Any:
    """Pillow cuts deeper greys off at 255, which makes them all white."""
    if not image.mode.startswith(("I", "F")):
        return image
    from PIL import Image  # noqa: PLC0415 - see above

    grey = np.asarray(image, np.float32)
    low, high = float(grey.min()), float(grey.max())
    return Image.fromarray(((grey - low) * (255 / max(high - low, 1.0))).astype(np.uint8))
