"""Pictures of pages: PNG, JPEG, WebP, TIFF with its pages, BMP and GIF, read as scans are."""

from __future__ import annotations

import io
import logging
import struct
import warnings
from collections.abc import Iterator
from statistics import median
from typing import Any

import numpy as np

from yapit.core.document import Document
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse.formats import Progress
from yapit.core.parse.ocr.reader import PageReader
from yapit.core.parse.ocr.recognize import Picture, Reading
from yapit.core.parse.pdf import written
from yapit.core.parse.pdf.lines import Pdf
from yapit.core.parse.pdf.scan import page_of, unreadable
from yapit.core.parse.pdf.sizes import settled
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
    reader = PageReader()
    readings = [reader.read(picture) for picture in _pictures(source, on_progress)]
    heights = [line.height for reading in readings for line in reading.readable]
    scale = _LINE_HEIGHT / median(heights) if heights else 1.0
    pages = settled(page_of(number, reading, scale) for number, reading in enumerate(readings, start=1))
    if not any(page.lines for page in pages):
        raise _empty(source, readings)
    return written(Pdf(tuple(pages)), source.label)


def _empty(source: Source, readings: list[Reading]) -> SourceError:
    if all(not reading.lines for reading in readings):
        cure = "Pictures are read where they show writing."
        return EmptyDocument(f"{source.label} is a picture without writing", cure=cure)
    pages = [page_of(number, reading, 1.0) for number, reading in enumerate(readings, start=1)]
    return unreadable(source.label, pages)


def _pictures(source: Source, on_progress: Progress) -> Iterator[Picture]:
    """One picture for each page, none kept.

    Raises:
        SourceError: It is damaged or too large.
    """
    from PIL import Image  # noqa: PLC0415 - 0.1 s, where a picture is read

    logging.getLogger("PIL").addHandler(logging.NullHandler())  # else its complaints go to the screen
    too_large = SourceError(
        f"{source.label} has more than {_MAX_PIXELS // 1_000_000} million pixels", cure="Make it smaller."
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pictures that are large, and of odd tags in them
            with Image.open(io.BytesIO(source.data)) as file:
                count = _page_count(file)
                for index in range(count):
                    on_progress(index, count)
                    file.seek(index)
                    if file.width * file.height > _MAX_PIXELS:
                        raise too_large
                    yield _upright(file)
    except Image.DecompressionBombError as error:
        raise too_large from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, KeyError, TypeError) as error:
        raise SourceError(f"{source.label} is a damaged picture", cure=_DAMAGED) from error


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
