"""The sound in a book: one file a part, of a kind that reading programs play."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from yapit.core.audio import Samples
from yapit.core.errors import ExportError


class Encoder(Protocol):
    """A sound file being written.

    Raises:
        ExportError: It cannot be written; from any of these.
    """

    def write(self, samples: Samples) -> None: ...

    def close(self) -> None:
        """Finish the file; a second call does nothing."""
        ...


@dataclass(frozen=True, slots=True)
class SoundKind:
    ending: str
    media_type: str
    open: Callable[[Path, int], Encoder]
    """From where to write it and the sample rate in Hz."""


class _SoundFile:
    """Through libsndfile, which encodes as it is written."""

    def __init__(self, path: Path, sample_rate: int, container: str, codec: str, level: float) -> None:
        import soundfile  # noqa: PLC0415 - 10 ms, needed only where sound is written

        self._errors: tuple[type[Exception], ...] = (soundfile.LibsndfileError, OSError)
        try:
            self._sound = soundfile.SoundFile(
                path, "w", sample_rate, 1, codec, format=container, compression_level=level
            )
        except (*self._errors, ValueError) as error:
            raise not_kept(error) from error

    def write(self, samples: Samples) -> None:
        try:
            self._sound.write(samples)
        except self._errors as error:
            raise not_kept(error) from error

    def close(self) -> None:
        self._sound.close()


def not_kept(error: Exception) -> ExportError:
    """For what went wrong with the temporary file in which a part's sound waits."""
    cure = "See that there is space where temporary files are kept, or set TMPDIR to another place."
    return ExportError(f"cannot write the sound of the book: {error}", cure=cure)


MP3 = SoundKind(".mp3", "audio/mpeg", lambda path, rate: _SoundFile(path, rate, "MP3", "MPEG_LAYER_III", 0.7))
"""What every reading program plays."""

OPUS = SoundKind(
    ".opus", "audio/ogg; codecs=opus", lambda path, rate: _SoundFile(path, rate, "OGG", "OPUS", 0.9)
)
"""Half as large; Apple's does not play it."""
