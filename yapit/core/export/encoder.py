"""Sound through FFmpeg's encoders into its containers, as PyAV's wheel carries them: no ffmpeg binary."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

from yapit.core.audio import Samples, Speech, to_pcm16
from yapit.core.errors import ExportError
from yapit.core.export.coverage import Coverage
from yapit.core.export.part import PartFile
from yapit.core.export.tags import one_line, tags, three_letters
from yapit.core.export.writer import Book, Heard
from yapit.core.split import Chunk

if TYPE_CHECKING:
    import av
    from av.container.core import Chapter

_PNG = b"\x89PNG"

_REPEATABLE = {"fflags": "+bitexact"}
"""No dates, no random serial numbers, no versions of libraries: the same sound is the same bytes."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A container, and what encodes the sound in it."""

    container: str
    codec: str
    sample_format: str
    bit_rate: int = 0
    """Bit/s; 0 where the codec is lossless."""

    options: Mapping[str, str] = field(default_factory=dict)
    codec_options: Mapping[str, str] = field(default_factory=dict)
    extra_tags: Mapping[str, str] = field(default_factory=dict)
    has_chapters: bool = True
    """FFmpeg writes them; else `extra_tags` hold them."""

    has_picture_stream: bool = True
    """The cover is a stream; else `extra_tags` may hold it."""


class Encoder:
    """A Writer of one kind of sound file. What it holds does not grow with the sound, save MP4's index."""

    def __init__(self, file: PartFile, book: Book, sample_rate: int, kind: Kind) -> None:
        self._file = file
        self._bytes = _Bytes(file)
        self._rate = sample_rate
        self._kind = kind
        self._samples = 0
        self._is_open = True
        with self._translated():
            self._container = self._opened(book)
            self._sound = self._sound_stream(book)
            cover = self._cover_stream(book.cover) if book.cover and kind.has_picture_stream else None
            self._container.start_encoding()
            if cover is not None:
                self._mux_cover(cover, book.cover)

    def begin_chapter(self, title: str, start: float) -> None: ...

    def write(self, chunk: Chunk, speech: Speech, start: float) -> None:
        import av  # noqa: PLC0415 - see _opened

        frame = av.AudioFrame.from_ndarray(self._sounding(speech.samples), self._kind.sample_format, "mono")
        frame.rate = self._rate
        frame.pts = self._samples
        frame.time_base = Fraction(1, self._rate)
        self._samples += len(speech.samples)
        with self._translated():
            self._container.mux(self._sound.encode(frame))

    def finish(self, covered: Coverage | None = None, duration: float = 0.0) -> None:
        with self._translated():
            self._container.mux(self._sound.encode(None))
            self._is_open = False
            self._container.close()

    def close(self) -> None:
        if self._is_open:
            self._is_open = False
            with _ignoring_what_cannot_be_written():
                self._container.close()

    def _opened(self, book: Book) -> av.container.OutputContainer:
        import av  # noqa: PLC0415 - 0.2 s, only where sound is encoded

        container = av.open(
            self._bytes,
            "w",
            format=self._kind.container,
            options={**_REPEATABLE, **self._kind.options},
            io_open=self._open_again,
        )
        container.metadata.update({**tags(book), **self._kind.extra_tags})
        if self._kind.has_chapters and len(book.chapters) > 1:
            heard = [chapter for chapter in book.chapters if chapter.end > chapter.start]
            container.set_chapters([_chapter(number, chapter) for number, chapter in enumerate(heard)])
        return container

    def _open_again(self, url: str, flags: int, options: object) -> BinaryIO:
        """MP4 is read once more at its end, to move its index to its beginning."""
        return self._file.reopened()

    def _sound_stream(self, book: Book) -> av.AudioStream:
        codec_options = {"flags": "+bitexact", **self._kind.codec_options}
        stream: Any = self._container.add_stream(self._kind.codec, rate=self._rate, options=codec_options)
        stream.codec_context.layout = "mono"
        stream.codec_context.format = self._kind.sample_format
        if self._kind.bit_rate:
            stream.codec_context.bit_rate = self._kind.bit_rate
        stream.metadata["language"] = three_letters(book.language)
        sound: av.AudioStream = stream
        return sound

    def _cover_stream(self, cover: bytes) -> av.VideoStream:
        import av  # noqa: PLC0415 - see _opened

        stream: Any = self._container.add_stream("png" if cover.startswith(_PNG) else "mjpeg", rate=1)
        with av.open(io.BytesIO(cover)) as picture:
            shown = picture.streams.video[0]
            stream.width, stream.height = shown.width, shown.height
            stream.pix_fmt = "yuvj420p" if stream.name == "mjpeg" else "rgb24"
        stream.disposition = av.stream.Disposition.attached_pic
        drawn: av.VideoStream = stream
        return drawn

    def _mux_cover(self, stream: av.VideoStream, cover: bytes) -> None:
        import av  # noqa: PLC0415 - see _opened

        packet = av.Packet(cover)
        packet.stream = stream
        packet.pts = packet.dts = 0
        packet.time_base = Fraction(1, 1)
        packet.is_keyframe = True
        self._container.mux(packet)

    def _sounding(self, samples: Samples) -> np.ndarray[Any, Any]:
        found = samples if self._kind.sample_format.startswith("flt") else to_pcm16(samples)
        return np.ascontiguousarray(found[None, :])

    @contextmanager
    def _translated(self) -> Iterator[None]:
        import av  # noqa: PLC0415 - see _opened

        try:
            yield
        except (av.FFmpegError, ValueError) as error:
            self._bytes.check()
            raise ExportError(
                f"cannot write {self._file.target}: {error}", cure="Export to .wav instead."
            ) from error
        self._bytes.check()


class _Bytes:
    """The file as FFmpeg sees it: an error cannot pass through C, so it waits here for `check`."""

    def __init__(self, file: PartFile) -> None:
        self._file = file
        self._error: ExportError | None = None
        self.seekable = file.seekable
        self.tell = file.tell

    def check(self) -> None:
        if self._error is not None:
            raise self._error

    def write(self, data: bytes) -> int:
        try:
            self._file.write(data)
        except ExportError as error:
            self._error = self._error or error
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        try:
            return self._file.seek(offset, whence)
        except ExportError as error:
            self._error = self._error or error
            return self._file.tell()


@contextmanager
def _ignoring_what_cannot_be_written() -> Iterator[None]:
    """The error that matters is already on its way."""
    import av  # noqa: PLC0415 - see Encoder

    try:
        yield
    except (av.FFmpegError, ExportError, ValueError):
        return


def _chapter(number: int, chapter: Heard) -> Chapter:
    """In milliseconds, as all containers can hold them; each ends where the next begins."""
    return {
        "id": number,
        "start": round(chapter.start * 1000),
        "end": round(chapter.end * 1000),
        "time_base": Fraction(1, 1000),
        "metadata": {"title": one_line(chapter.title) or str(number + 1)},
    }
