"""One narration into files: first heard for its lengths and its loudness, then written.

What is in memory does not grow with the sound. Speech comes from the cache
the second time, so what was killed goes on where it was, and the files are
the same to the byte.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from pathlib import Path

from yapit.core.audio import Speech
from yapit.core.document import Span
from yapit.core.errors import ExportError
from yapit.core.export.coverage import Coverage, coverage
from yapit.core.export.part import PartFile
from yapit.core.export.performance import Levels, Measuring, Performance, louder
from yapit.core.export.pipe import STDOUT, PipeFile
from yapit.core.export.sections import Section, chosen, nothing_spoken, sections_of
from yapit.core.export.targets import Target, check_absent
from yapit.core.export.writer import Book, Heard, Writer
from yapit.core.hearing import Hearing
from yapit.core.narrator import Narrator
from yapit.core.script import Script
from yapit.core.split import Chunk

Progress = Callable[[int, int], None]
"""Takes the characters that are done and all there are."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What of a book is exported, and how it sounds."""

    chapters: frozenset[int] | None = None
    """Numbers as the outline counts, 0 for what stands before the first; None for all."""

    tempo: float = 1.0
    loudness: float | None = None
    """LUFS to bring the speech to; None leaves it as it was spoken."""

    replace: bool = False
    """Files that are there may be replaced."""


@dataclass(frozen=True, slots=True)
class Exported:
    duration: float
    """Seconds of sound."""

    coverage: Coverage
    files: tuple[Path, ...] = ()
    chapters: tuple[Heard, ...] = ()
    """Of the whole, in one file or in many."""

    gain: float = 1.0


def export(
    book: Book,
    narrator: Narrator,
    targets: Sequence[Target],
    *,
    hearing: Hearing | None = None,
    wishes: Wishes | None = None,
    on_spoken: Progress = lambda done, whole: None,
    on_written: Progress = lambda done, whole: None,
) -> Exported:
    """Speak a book into files; they appear only when all are whole.

    Raises:
        ExportError: A file cannot be written, or nothing in the document is spoken.
        EngineError: The engine failed.
    """
    wishes = wishes or Wishes()
    script = Script(book.document, hearing)
    sections = sections_of(book.document, script.chunks(narrator.chunk_chars))
    wanted = chosen(sections, wishes.chapters)
    takes = _takes(targets, wanted)
    check_absent((take.path for take in takes if take.path != STDOUT), replace=wishes.replace)
    with ExitStack() as stack:
        files = [stack.enter_context(_opened(take.path)) for take in takes]
        performance = Performance(narrator, wanted, wishes.tempo)
        levels = _measured(performance, wishes.loudness, on_spoken)
        recordings = [
            _Recording(take, file, _book_of(take, book, wanted, levels), script, sections, wanted, levels)
            for take, file in zip(takes, files, strict=True)
        ]
        for recording in recordings:
            stack.callback(recording.close)
        _write(performance, recordings, levels, on_written)
        for file in files:
            file.commit()
    spoken = [chunk for section in wanted for chunk in section.chunks]
    chapters = _heard(wanted, levels, range(len(wanted)))
    return Exported(
        chapters[-1].end,
        coverage(script, spoken, _elsewhere(sections, wanted)),
        tuple(take.path for take in takes),
        chapters,
        levels.gain,
    )


@dataclass(frozen=True, slots=True)
class _Take:
    """One file, and the sections that are heard in it."""

    path: Path
    target: Target
    sections: range
    part: tuple[int, int] = (0, 0)


def _takes(targets: Sequence[Target], sections: Sequence[Section]) -> list[_Take]:
    takes: list[_Take] = []
    for target in targets:
        if not target.is_split:
            takes.append(_Take(target.path, target, range(len(sections))))
            continue
        takes += [
            _Take(target.path_of(section), target, range(at, at + 1), (at + 1, len(sections)))
            for at, section in enumerate(sections)
        ]
    paths = [take.path for take in takes]
    if len(set(paths)) < len(paths):
        raise ExportError("two chapters would have one name", cure="Put {chapter:02} into the name.")
    return takes


def _opened(path: Path) -> PartFile:
    return PipeFile() if path == STDOUT else PartFile(path)


def _whole(performance: Performance) -> int:
    return sum(len(chunk.span) for section in performance.sections for chunk in section.chunks)


def _measured(performance: Performance, loudness: float | None, on_spoken: Progress) -> Levels:
    measuring = Measuring(len(performance.sections), loudness)
    whole, done = _whole(performance), 0
    for section, chunk, speech in performance:
        measuring.add(section, speech)
        done += len(chunk.span)
        on_spoken(done, whole)
    levels = measuring.levels()
    if not levels.sample_rate:
        raise nothing_spoken()
    return levels


def _write(
    performance: Performance, recordings: Sequence[_Recording], levels: Levels, on_written: Progress
) -> None:
    whole, done = _whole(performance), 0
    for section, chunk, speech in performance:
        sounding = louder(speech, levels.gain)
        for recording in recordings:
            recording.add(section, chunk, sounding)
        done += len(chunk.span)
        on_written(done, whole)
    for recording in recordings:
        recording.finish()


def _heard(sections: Sequence[Section], levels: Levels, of: range) -> tuple[Heard, ...]:
    """The chapters of one file, from its first sample."""
    ends = list(accumulate((levels.counts[at] for at in of), initial=0))
    times = [end / levels.sample_rate for end in ends]
    return tuple(
        Heard(sections[at].title, start, end) for at, (start, end) in zip(of, pairwise(times), strict=True)
    )


def _book_of(take: _Take, book: Book, sections: Sequence[Section], levels: Levels) -> Book:
    chapters = _heard(sections, levels, take.sections)
    return replace(book, chapters=chapters, duration=chapters[-1].end, part=take.part)


def _elsewhere(sections: Sequence[Section], heard: Sequence[Section]) -> list[Span]:
    numbers = {section.number for section in heard}
    return [s.span for s in sections if s.number not in numbers and s.chunks]


class _Recording:
    """One file on its way; its writer is opened at its first chunk and finished after its last."""

    def __init__(
        self,
        take: _Take,
        file: PartFile,
        book: Book,
        script: Script,
        sections: Sequence[Section],
        wanted: Sequence[Section],
        levels: Levels,
    ) -> None:
        self._take = take
        self._file = file
        self._book = book
        self._script = script
        self._elsewhere = _elsewhere(sections, [wanted[at] for at in take.sections])
        self._levels = levels
        self._writer: Writer | None = None
        self._is_finished = False
        self._spoken: list[Chunk] = []
        self._samples = 0
        self._section = -1

    def add(self, section: int, chunk: Chunk, speech: Speech) -> None:
        if section not in self._take.sections:
            if section >= self._take.sections.stop:
                self.finish()
            return
        if self._writer is None:
            self._writer = self._take.target.format.open(self._file, self._book, speech.sample_rate)
        at = self._samples / speech.sample_rate
        if section != self._section:
            self._section = section
            self._writer.begin_chapter(self._book.chapters[section - self._take.sections.start].title, at)
        self._writer.write(chunk, speech, at)
        self._samples += len(speech.samples)
        self._spoken.append(chunk)

    def finish(self) -> None:
        if self._is_finished or self._writer is None:
            return
        if self._samples != sum(self._levels.counts[at] for at in self._take.sections):
            raise ExportError(
                "the engine spoke otherwise the second time, so the chapters would be wrong",
                cure="Run it again without --no-cache.",
            )
        self._is_finished = True
        covered = coverage(self._script, self._spoken, self._elsewhere)
        self._writer.finish(covered, self._book.duration)
        self._spoken.clear()

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()
