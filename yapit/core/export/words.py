"""When each word is heard in an exported sound file, as JSON."""

from __future__ import annotations

import json

from yapit.core.audio import Speech
from yapit.core.export.coverage import Coverage
from yapit.core.export.note import program
from yapit.core.export.part import PartFile
from yapit.core.export.writer import Book
from yapit.core.split import Chunk


class WordsFile:
    """One object, written as narration goes; `words` are rows of one line each.

    `start_char` and `end_char` are places in `text`, the document's whole
    text; `start` and `end` are seconds from the first sample of the sound.
    """

    def __init__(self, file: PartFile, book: Book, sample_rate: int) -> None:
        document, voiced = book.document, book.voiced
        self._file = file
        self._rate = sample_rate
        self._text = document.text
        self._rows = 0
        head = {
            "document": {
                "title": document.title,
                "source": document.source,
                "digest": document.digest,
                "language": document.language,
            },
            "synthetic_speech": True,
            "program": program(),
            "engine": voiced.engine,
            "model": voiced.model,
            "voice": voiced.voice,
            "speed": voiced.speed,
            "chapters": [{"title": c.title, "start": round(c.start, 4)} for c in book.chapters],
            "text": document.text,
        }
        self._put(_json(head)[:-1] + ', "words": [')

    def begin_chapter(self, title: str, start: float) -> None: ...

    def write(self, chunk: Chunk, speech: Speech, start: float) -> None:
        for word in speech.words:
            row = {
                "text": word.span.of(self._text),
                "start_char": word.span.start,
                "end_char": word.span.end,
                "start": round(start + word.start, 4),
                "end": round(start + word.end, 4),
                "exact": word.exact,
            }
            self._put(("," if self._rows else "") + "\n" + _json(row))
            self._rows += 1

    def finish(self, covered: Coverage, duration: float) -> None:
        skipped = [
            {"start_char": skip.span.start, "end_char": skip.span.end, "reason": skip.reason}
            for skip in covered.skips
        ]
        tail = {"sample_rate": self._rate, "duration": round(duration, 4), "skipped": skipped}
        self._put("\n], " + _json(tail)[1:] + "\n")

    def close(self) -> None: ...

    def _put(self, text: str) -> None:
        self._file.write(text.encode())


def _json(value: object) -> str:
    # ASCII: a lone surrogate in the text could not be written as UTF-8.
    return json.dumps(value)
