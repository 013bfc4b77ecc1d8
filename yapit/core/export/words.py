"""When each word is heard in an exported sound file, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable

from yapit.core.audio import Word
from yapit.core.document import Document, Skip
from yapit.core.export.part import PartFile


class WordsFile:
    """One object, written as narration goes; `words` are rows of one line each.

    `start_char` and `end_char` are places in `text`, the document's whole
    text; `start` and `end` are seconds from the first sample of the sound.
    """

    def __init__(
        self, file: PartFile, document: Document, *, engine: str, model: str, voice: str, speed: float
    ) -> None:
        self._file = file
        self._text = document.text
        self._rows = 0
        head = {
            "document": {
                "title": document.title,
                "source": document.source,
                "digest": document.digest,
                "language": document.language,
            },
            "engine": engine,
            "model": model,
            "voice": voice,
            "speed": speed,
            "text": document.text,
        }
        self._put(_json(head)[:-1] + ', "words": [')

    def write(self, words: Iterable[Word], elapsed: float) -> None:
        """Add words whose times count from `elapsed` seconds after the sound's beginning."""
        for word in words:
            row = {
                "text": word.span.of(self._text),
                "start_char": word.span.start,
                "end_char": word.span.end,
                "start": round(elapsed + word.start, 4),
                "end": round(elapsed + word.end, 4),
                "exact": word.exact,
            }
            self._put(("," if self._rows else "") + "\n" + _json(row))
            self._rows += 1

    def finish(self, skips: Iterable[Skip], *, sample_rate: int, duration: float) -> None:
        """`duration` in seconds."""
        skipped = [
            {"start_char": skip.span.start, "end_char": skip.span.end, "reason": skip.reason}
            for skip in skips
        ]
        tail = {"sample_rate": sample_rate, "duration": round(duration, 4), "skipped": skipped}
        self._put("\n], " + _json(tail)[1:] + "\n")

    def _put(self, text: str) -> None:
        self._file.write(text.encode())


def _json(value: object) -> str:
    # ASCII: a lone surrogate in the text could not be written as UTF-8.
    return json.dumps(value)
