"""A page of a PDF as a small picture, drawn in a process of its own.

MuPDF holds the interpreter while it draws, and no second thread may use it.
A file that takes too long or brings the drawing down costs its picture and
nothing else.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from yapit.core.errors import SourceError
from yapit.core.parse.source import Source

_SECONDS = 10.0
_LARGEST = 2_000
"""Pixels a side."""

_HEADER = struct.Struct("<IId")


@dataclass(frozen=True, slots=True)
class Thumbnail:
    width: int
    height: int
    scale: float
    """Pixels for a point of the page."""

    pixels: bytes
    """Red, green and blue of each, row by row."""

    def color(self, x: int, y: int) -> tuple[int, int, int]:
        at = 3 * (y * self.width + x)
        red, green, blue = self.pixels[at : at + 3]
        return red, green, blue


def draw_page(source: Source, page: int, width: int, height: int) -> Thumbnail:
    """Page `page`, from 1, as large as fits into so many pixels.

    Raises:
        SourceError: There is no such page, or it cannot be drawn within ten seconds.
    """
    size = [str(max(1, min(side, _LARGEST))) for side in (width, height)]
    command = [sys.executable, "-P", "-m", __name__, str(page), *size]
    # The password is no argument: those are seen by all.
    told = json.dumps(source.password).encode() + b"\n" + source.data
    try:
        done = subprocess.run(command, input=told, capture_output=True, timeout=_SECONDS, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise SourceError(
            f"page {page} of {source.label} cannot be drawn", cure="Read on without its picture."
        ) from error
    across, down, scale = _HEADER.unpack_from(done.stdout)
    return Thumbnail(across, down, scale, done.stdout[_HEADER.size :])


def _draw(data: bytes, page: int, width: int, height: int, password: str) -> bytes:
    pymupdf: Any = import_module("pymupdf")
    with pymupdf.open(stream=data, filetype="pdf") as file:
        if file.needs_pass:
            file.authenticate(password)
        sheet = file[page - 1]
        scale = min(width / sheet.rect.width, height / sheet.rect.height)
        drawn = sheet.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False, colorspace=pymupdf.csRGB)
        return _HEADER.pack(drawn.width, drawn.height, scale) + bytes(drawn.samples)


def _main() -> None:
    password = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    page, width, height = map(int, sys.argv[1:])
    sys.stdout.buffer.write(_draw(data, page, width, height, password))


if __name__ == "__main__":
    _main()
