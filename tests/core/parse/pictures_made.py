"""Pictures of pages made for the tests: text drawn by MuPDF, and what a poor scanner makes of it."""

from __future__ import annotations

import io

import numpy as np
import pymupdf
from numpy.typing import NDArray
from PIL import Image

from tests.core.parse.documents_made import PdfMaker

Picture = NDArray[np.uint8]

FERRY = (
    "The ferry left the quay at seven in the morning, and",
    "nobody on board had slept. A woman in a grey coat read",
    "the same page of her newspaper again and again.",
)


def drawn(maker: PdfMaker, *, page: int = 0, dpi: int = 150) -> Picture:
    pixmap = maker.file[page].get_pixmap(dpi=dpi)
    return np.frombuffer(pixmap.samples, np.uint8).reshape(pixmap.height, pixmap.width, 3)


def ferry(*, size: float = 11) -> PdfMaker:
    """A page of three lines."""
    return PdfMaker(width=360, height=160).page().lines(30, 60, *FERRY, size=size, leading=1.3 * size)


def poorly_scanned(picture: Picture, *, lean: float = 0.0) -> Picture:
    """Grey, grainy, blurred, and turned by some degrees."""
    grain = np.random.default_rng(7)
    image = Image.fromarray(picture).convert("L")
    image = image.rotate(lean, resample=Image.Resampling.BICUBIC, fillcolor=255)
    grey = np.asarray(image, np.float64)
    grey = (grey + np.roll(grey, 1, 0) + np.roll(grey, 1, 1)) / 3
    worn = 25 + 0.8 * grey + grain.normal(0, 12, grey.shape)
    return np.asarray(Image.fromarray(worn.clip(0, 255).astype(np.uint8)).convert("RGB"))


def encoded(picture: Picture, kind: str, *, more: tuple[Picture, ...] = (), turned: int = 1) -> bytes:
    """A file of that kind; `turned` is what a camera says in EXIF, `more` are further pages."""
    stream = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = turned
    first, *others = (Image.fromarray(page) for page in (picture, *more))
    if others:
        first.save(stream, kind, save_all=True, append_images=others)
    elif kind == "JPEG":
        first.save(stream, kind, quality=90, exif=exif)
    else:
        first.save(stream, kind)
    return stream.getvalue()


def put(maker: PdfMaker, picture: Picture) -> PdfMaker:
    """Cover the last page with a picture."""
    page = maker.file[-1]
    page.insert_image(page.rect, stream=encoded(picture, "PNG"))
    return maker


def edits(read: str, meant: str) -> int:
    """Characters that were read wrongly (Levenshtein), white space folded."""
    read, meant = " ".join(read.split()), " ".join(meant.split())
    row = list(range(len(meant) + 1))
    for i, a in enumerate(read, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(meant, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def in_boxes(text: str, *, rtl: bool = False) -> PdfMaker:
    """A page with a text in any script, drawn with the fonts that MuPDF has for it."""
    maker = PdfMaker(width=360, height=160).page()
    style = "font-size:14px" + (";direction:rtl" if rtl else "")
    maker.file[-1].insert_htmlbox(pymupdf.Rect(30, 30, 330, 150), f'<p style="{style}">{text}</p>')
    return maker
