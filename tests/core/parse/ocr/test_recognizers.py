"""The recognizers keep their contract, and which of them reads a page."""

from __future__ import annotations

import shutil
import sys

import numpy as np
import pytest

from tests.contracts.recognizer_contract import RecognizerContract, text_of
from tests.core.parse import pictures_made as made
from yapit.core.parse.ocr.rapid import RapidRecognizer
from yapit.core.parse.ocr.reader import PageReader
from yapit.core.parse.ocr.recognize import RecognizerUnavailable
from yapit.core.parse.ocr.tesseract import TesseractRecognizer

has_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")

RUSSIAN = "Паром отошёл от причала в семь часов утра, и никто на борту не спал."


class TestRapidOCR(RecognizerContract):
    @pytest.fixture(scope="class")
    @classmethod
    def recognizer(cls) -> RapidRecognizer:
        return RapidRecognizer()

    def test_a_script_it_does_not_know_is_not_taken_for_letters_it_knows(
        self, recognizer: RapidRecognizer
    ) -> None:
        reading = recognizer.read(made.drawn(made.in_boxes(RUSSIAN)))
        assert reading.has_writing
        assert not reading.is_readable

    def test_letters_with_signs_are_read(self, recognizer: RapidRecognizer) -> None:
        text = "Die Fähre löste sich früh vom Steg, où personne n'avait dormi."
        assert made.edits(text_of(recognizer.read(made.drawn(made.in_boxes(text)))), text) <= 1


@has_tesseract
class TestTesseract(RecognizerContract):
    @pytest.fixture(scope="class")
    @classmethod
    def recognizer(cls) -> TesseractRecognizer:
        return TesseractRecognizer()


@pytest.fixture
def without_recognizers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    monkeypatch.setenv("PATH", "")


@pytest.mark.usefixtures("without_recognizers")
def test_without_any_recognizer_the_cure_is_one_command() -> None:
    with pytest.raises(RecognizerUnavailable) as caught:
        PageReader().read(np.full((20, 20, 3), 255, np.uint8))
    assert "pip install rapidocr" in caught.value.cure


@has_tesseract
def test_tesseract_reads_where_rapidocr_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    assert made.edits(text_of(PageReader().read(made.drawn(made.ferry()))), " ".join(made.FERRY)) <= 1
