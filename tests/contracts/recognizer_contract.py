"""What every recognizer of writing promises. Subclass it and give a `recognizer`."""

from __future__ import annotations

import numpy as np
import pytest

from tests.core.parse import pictures_made as made
from yapit.core.parse.ocr.order import in_order
from yapit.core.parse.ocr.recognize import Reading, Recognizer


def text_of(reading: Reading) -> str:
    return " ".join(line.text for line in in_order(reading.readable))


class RecognizerContract:
    def test_it_is_a_recognizer(self, recognizer: Recognizer) -> None:
        assert isinstance(recognizer, Recognizer)

    def test_a_clean_page_is_read_line_by_line(self, recognizer: Recognizer) -> None:
        reading = recognizer.read(made.drawn(made.ferry()))
        assert made.edits(text_of(reading), " ".join(made.FERRY)) <= 1
        assert len(reading.readable) == 3
        assert reading.confidence > 0.85

    def test_boxes_lie_on_the_lines(self, recognizer: Recognizer) -> None:
        picture = made.drawn(made.ferry())
        for line in in_order(recognizer.read(picture).readable):
            x0, y0, x1, y1 = (round(side) for side in (line.box.x0, line.box.y0, line.box.x1, line.box.y1))
            assert picture[max(y0, 0) : y1, max(x0, 0) : x1].min() < 100, "there is ink"
            assert line.width > 10 * line.height

    @pytest.mark.parametrize("quarters", [1, 2, 3])
    def test_a_turned_page_is_set_upright(self, recognizer: Recognizer, quarters: int) -> None:
        upright = made.drawn(made.ferry())
        reading = recognizer.read(np.ascontiguousarray(np.rot90(upright, quarters)))
        assert made.edits(text_of(reading), " ".join(made.FERRY)) <= 1
        assert (reading.height, reading.width) == upright.shape[:2]

    def test_a_poor_and_slanting_scan_is_read(self, recognizer: Recognizer) -> None:
        reading = recognizer.read(made.poorly_scanned(made.drawn(made.ferry()), lean=1.5))
        assert made.edits(text_of(reading), " ".join(made.FERRY)) <= 6

    def test_a_page_without_writing_has_no_lines(self, recognizer: Recognizer) -> None:
        assert not recognizer.read(np.full((200, 300, 3), 255, np.uint8)).readable
