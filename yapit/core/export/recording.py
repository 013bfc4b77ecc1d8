"""From narration to files, chunk by chunk: what is in memory does not grow with the sound."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from yapit.core.audio import Speech
from yapit.core.document import Document
from yapit.core.errors import ExportError
from yapit.core.export.coverage import Coverage, coverage
from yapit.core.export.part import PartFile
from yapit.core.export.sound import CONTAINERS, SoundFile
from yapit.core.export.words import WordsFile
from yapit.core.hearing import Hearing
from yapit.core.narrator import Narrator
from yapit.core.rules import Rule
from yapit.core.script import Script
from yapit.core.split import Chunk


@dataclass(frozen=True, slots=True)
class Exported:
    duration: float
    """Seconds of sound."""

    coverage: Coverage


def check_targets(target: Path, words: Path | None = None, *, replace: bool = False) -> None:
    """Find out before the work what would fail after it.

    Raises:
        ExportError: The container is unknown, the two names are one, or a file is there already.
    """
    if target.suffix.lower() not in CONTAINERS:
        kind = f"{target.suffix} files" if target.suffix else f"{target.name!r}: its name has no ending"
        raise ExportError(f"cannot write {kind}", cure=f"Give a name that ends in {' or '.join(CONTAINERS)}.")
    if words is not None and words.absolute() == target.absolute():
        raise ExportError("sound and words cannot be one file", cure="Give --words a name of its own.")
    for path in (target, words):
        if path is not None and path.is_file() and not replace:
            raise ExportError(
                f"{path} is already there", cure="Replace it with --force, or give another name."
            )


def export(
    document: Document,
    narrator: Narrator,
    target: Path,
    *,
    words: Path | None = None,
    hearing: Hearing | None = None,
    rules: Sequence[Rule] = (),
    on_chunk: Callable[[Chunk], None] = lambda chunk: None,
) -> Exported:
    """Speak a document into `target`, and its word times into `words`; both appear only when they are whole.

    `on_chunk` is called after each chunk is written.

    Raises:
        ExportError: A file cannot be written, or nothing in the document is spoken.
        EngineError: The engine failed.
    """
    with ExitStack() as stack:
        sound_file = stack.enter_context(PartFile(target))
        words_file = stack.enter_context(PartFile(words)) if words else None
        recording = _Recording(Script(document, hearing, rules), narrator, sound_file, words_file)
        stack.callback(recording.close)
        narration = narrator.narrate(narrator.chunks(document, hearing, rules))
        stack.callback(narration.close)
        for chunk, speech in narration:
            recording.add(chunk, speech)
            on_chunk(chunk)
        exported = recording.finish()
        if words_file:
            words_file.commit()
        sound_file.commit()
    return exported


class _Recording:
    """Sound and words of one narration on their way to files."""

    def __init__(
        self, script: Script, narrator: Narrator, sound_file: PartFile, words_file: PartFile | None
    ) -> None:
        self._script = script
        self._sound_file = sound_file
        self._sound: SoundFile | None = None
        self._words = None
        if words_file is not None:
            self._words = WordsFile(
                words_file,
                script.document,
                engine=narrator.engine.name,
                model=narrator.engine.model,
                voice=narrator.voice.id,
                speed=narrator.speed,
            )
        self._spoken: list[Chunk] = []
        self._samples = 0
        self._rate = 0

    @property
    def duration(self) -> float:
        return self._samples / self._rate if self._rate else 0.0

    def add(self, chunk: Chunk, speech: Speech) -> None:
        if self._sound is None:
            self._rate = speech.sample_rate
            opened = CONTAINERS[self._sound_file.target.suffix.lower()]
            self._sound = opened(self._sound_file, self._rate, self._script.document)
        if self._words is not None:
            self._words.write(speech.words, self.duration)
        self._sound.write(speech.samples)
        self._samples += len(speech.samples)
        self._spoken.append(chunk)

    def close(self) -> None:
        if self._sound is not None:
            self._sound.close()

    def finish(self) -> Exported:
        if self._sound is None:
            raise ExportError(
                "nothing in the document is spoken, so there is no sound to write",
                cure="It holds only what is skipped, such as code; look at it with: yapit read",
            )
        self._sound.finish()
        covered = coverage(self._script, self._spoken)
        if self._words is not None:
            self._words.finish(covered.skips, sample_rate=self._rate, duration=self.duration)
        return Exported(self.duration, covered)
