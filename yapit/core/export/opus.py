"""Ogg Opus at about 32 kbit/s: an hour of speech in 14 MB."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from yapit.core.audio import Samples
from yapit.core.errors import ExportError
from yapit.core.export.part import PartFile

if TYPE_CHECKING:
    import soundfile

_LEVEL = 0.90
"""libsndfile maps it to a bit rate: about 250 * (1 - level) + 6 kbit/s for one channel."""

_TAG_CHARS = 500
"""Longer titles are cut; libsndfile keeps all tags in a few kilobytes."""

_RATES = (8_000, 12_000, 16_000, 24_000, 48_000)


class OpusFile:
    """Encodes as it is written; nothing but the encoder's state is held."""

    def __init__(self, file: PartFile, sample_rate: int, *, title: str = "", author: str = "") -> None:
        import soundfile  # noqa: PLC0415 - 10 ms, needed only for this container

        if sample_rate not in _RATES:
            raise ExportError(f"Opus has no sample rate of {sample_rate} Hz", cure="Export to .wav instead.")
        self._bytes = _Bytes(file)
        self._sound: soundfile.SoundFile = soundfile.SoundFile(
            self._bytes, "w", sample_rate, 1, "OPUS", format="OGG", compression_level=_LEVEL
        )
        for name, text in (("title", title), ("artist", author)):  # tags go before the first sample
            tag = text.encode("utf-8", "replace").decode()[:_TAG_CHARS].strip()
            if tag:  # libsndfile refuses an empty one
                setattr(self._sound, name, tag)

    def write(self, samples: Samples) -> None:
        self._sound.write(samples)
        self._bytes.check()

    def finish(self) -> None:
        self._sound.close()
        self._bytes.check()

    def close(self) -> None:
        self._sound.close()


class _Bytes:
    """The file as libsndfile sees it: an error cannot pass through C, so it waits here for `check`."""

    def __init__(self, file: PartFile) -> None:
        self._file = file
        self._error: ExportError | None = None

    def check(self) -> None:
        if self._error is not None:
            raise self._error

    def write(self, data: bytes) -> int:
        try:
            self._file.write(data)
        except ExportError as error:
            self._error = error
        return len(data)

    def read(self, count: int = -1) -> bytes:
        return b""

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        try:
            return self._file.seek(offset, whence)
        except ExportError as error:
            self._error = error
            return self._file.tell()

    def tell(self) -> int:
        return self._file.tell()
