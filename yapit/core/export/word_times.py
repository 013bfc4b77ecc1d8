"""When each word is heard, as a JSON file among the others."""

from __future__ import annotations

from yapit.core.audio import Speech
from yapit.core.export.coverage import Coverage
from yapit.core.export.part import PartFile
from yapit.core.export.words import WordsFile
from yapit.core.export.writer import Book, Writer
from yapit.core.split import Chunk


def word_times(file: PartFile, book: Book, sample_rate: int) -> Writer:
    """JSON with the whole text, its words with their times, and what is not spoken."""
    return _WordTimes(file, book, sample_rate)


class _WordTimes:
    def __init__(self, file: PartFile, book: Book, sample_rate: int) -> None:
        voiced = book.voiced
        self._rate = sample_rate
        self._words = WordsFile(
            file,
            book.document,
            engine=voiced.engine,
            model=voiced.model,
            voice=voiced.voice,
            speed=voiced.speed,
        )

    def begin_chapter(self, title: str, start: float) -> None: ...

    def write(self, chunk: Chunk, speech: Speech, start: float) -> None:
        self._words.write(speech.words, start)

    def finish(self, covered: Coverage, duration: float) -> None:
        self._words.finish(covered.skips, sample_rate=self._rate, duration=duration)

    def close(self) -> None: ...
