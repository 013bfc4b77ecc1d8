"""The containers that sound is exported to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from yapit.core.audio import Samples
from yapit.core.document import Document
from yapit.core.export.opus import OpusFile
from yapit.core.export.part import PartFile
from yapit.core.export.wav import WavFile


class SoundFile(Protocol):
    """A sound file being written."""

    def write(self, samples: Samples) -> None:
        """Add samples after the last.

        Raises:
            ExportError: They cannot be written.
        """
        ...

    def finish(self) -> None:
        """Write what the container needs at its end.

        Raises:
            ExportError: It cannot be written.
        """
        ...

    def close(self) -> None:
        """Give back what the encoder holds, finished or not, before its file is closed."""
        ...


def _wav(file: PartFile, sample_rate: int, document: Document) -> SoundFile:
    return WavFile(file, sample_rate)


def _opus(file: PartFile, sample_rate: int, document: Document) -> SoundFile:
    return OpusFile(file, sample_rate, title=document.title, author=document.author)


CONTAINERS: Mapping[str, Callable[[PartFile, int, Document], SoundFile]] = {".wav": _wav, ".opus": _opus}
"""What opens a sound file, by the ending of its name."""
