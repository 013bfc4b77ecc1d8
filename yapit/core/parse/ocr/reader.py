"""Which recognizer reads a page: RapidOCR, and Tesseract where that does not know the script."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from yapit.core.parse.ocr.rapid import RapidRecognizer
from yapit.core.parse.ocr.recognize import SURE, Picture, Reading, Recognizer, RecognizerUnavailable
from yapit.core.parse.ocr.tesseract import TesseractRecognizer

_SOFTNESS = 1.5
"""Pixels of blur that take the grain off a poor scan: 92 % of wrong characters became 13 %."""


class PageReader:
    """Reads one page after another; nothing is loaded before the first."""

    def __init__(self) -> None:
        self._recognizers: list[Recognizer] = [RapidRecognizer(), TesseractRecognizer()]
        self._lacking: dict[Recognizer, RecognizerUnavailable] = {}

    def read(self, picture: Picture) -> Reading:
        """What is written there; `Reading.is_readable` says whether it is worth hearing.

        Raises:
            RecognizerUnavailable: No recognizer works on this machine.
        """
        best: Reading | None = None
        for recognizer, seen in self._attempts(picture):
            reading = self._read_by(recognizer, seen)
            if reading is None:
                continue
            if best is None or (reading.has_writing and reading.confidence > best.confidence):
                best = reading
            if best.confidence >= SURE or not best.has_writing:
                self._prefer(recognizer)
                return best
        if best is None:
            raise self._lacking[self._recognizers[0]]
        return best

    def _attempts(self, picture: Picture) -> Iterator[tuple[Recognizer, Picture]]:
        """The recognizers one after another, then the first of them once more without the grain."""
        yield from ((recognizer, picture) for recognizer in tuple(self._recognizers))
        if not self._lacking.keys() >= set(self._recognizers):
            yield self._recognizers[0], _softened(picture)

    def _prefer(self, recognizer: Recognizer) -> None:
        """Ask it first from now on: the next page is likely to be in the same script."""
        self._recognizers.sort(key=lambda other: other is not recognizer)

    def _read_by(self, recognizer: Recognizer, picture: Picture) -> Reading | None:
        if recognizer in self._lacking:
            return None
        try:
            return recognizer.read(picture)
        except RecognizerUnavailable as error:
            self._lacking[recognizer] = error
            return None


def _softened(picture: Picture) -> Picture:
    from PIL import Image, ImageFilter  # noqa: PLC0415 - 0.05 s

    return np.asarray(Image.fromarray(picture).filter(ImageFilter.GaussianBlur(_SOFTNESS)))
