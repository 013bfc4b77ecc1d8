"""What every writer of sound promises. Subclass it and give a fixture `form`: what is true of its kind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest

from tests.core.export.made import picture
from yapit.core.audio import Samples, Speech, to_pcm16
from yapit.core.document import Block, Document, Span
from yapit.core.errors import ExportError
from yapit.core.export.coverage import Coverage
from yapit.core.export.note import read_note
from yapit.core.export.part import PartFile
from yapit.core.export.targets import target_of
from yapit.core.export.writer import Book, Heard, Voiced
from yapit.core.split import Chunk

RATE = 24_000
WORDS = Document("Words.", (Block(Span(0, 6)),))


@dataclass(frozen=True, slots=True)
class Form:
    ending: str
    error: float
    """The largest root mean square of what encoding changes; 0 where nothing may."""

    padding: int = 0
    """Samples that may follow the last, of silence."""

    has_chapters: bool = True
    has_cover: bool = True
    rate: int = RATE
    """Of what is decoded."""


@dataclass(frozen=True, slots=True)
class Decoded:
    samples: Samples
    chapters: list[tuple[str, float, float]]
    tags: dict[str, str]
    cover: bytes
    language: str


def decoded(path: Path) -> Decoded:
    with av.open(path) as file:
        tags = {**file.metadata, **file.streams.audio[0].metadata}
        tags = {name.lower(): text for name, text in tags.items()}
        chapters = [
            (c["metadata"]["title"], float(c["start"] * base), float(c["end"] * base))
            for c in file.chapters()
            if (base := c["time_base"]) is not None
        ]
        to_float = av.AudioResampler("flt", "mono")
        parts = [part.to_ndarray()[0] for frame in file.decode(audio=0) for part in to_float.resample(frame)]
    with av.open(path) as file:
        covers = [
            bytes(packet) for stream in file.streams.video for packet in file.demux(stream) if packet.size
        ]
    return Decoded(
        np.concatenate(parts), chapters, tags, covers[0] if covers else b"", tags.get("language", "")
    )


def book_of(seconds: float, titles: list[str], cover: bytes = b"", title: str = "Ein Märchen") -> Book:
    """Chapters of uneven lengths that cut milliseconds."""
    places = np.cumsum([0.0, *(1.0 + 0.37891 * number for number in range(len(titles)))])
    times = [round(place * seconds / places[-1] * RATE) / RATE for place in places.tolist()]
    heard = tuple(Heard(name, *ends) for name, ends in zip(titles, pairwise(times), strict=True))
    voiced = Voiced("tone", "tone-1", "beep", 1.25)
    return Book(WORDS, voiced, title, "J. Grimm", "de-DE", cover, heard, seconds)


def written(path: Path, book: Book, samples: Samples, pieces: int = 7) -> Path:
    """The samples, written in so many uneven pieces."""
    with PartFile(path) as part:
        writer = target_of(path).format.open(part, book, RATE)
        try:
            for piece in np.array_split(samples, pieces):
                writer.write(Chunk(0, Span(0, 6), "Words."), Speech(piece, RATE), 0.0)
            writer.finish(Coverage(6, 0, ()), len(samples) / RATE)
            part.commit()
        finally:
            writer.close()
    return path


def a_voice(seconds: float) -> Samples:
    """A sweep that swells and fades as a voice does."""
    time = np.arange(round(seconds * RATE)) / RATE
    sweep = np.sin(2 * np.pi * (200 * time + 30 * time**2)) * (0.5 + 0.5 * np.sin(2 * np.pi * 2 * time))
    samples: Samples = (0.4 * sweep).astype(np.float32)
    return to_pcm16(samples).astype(np.float32) / np.float32(32768)


TITLES = ["Anfang", "Zwei: “größer”", "三つ目", "A = B; # \\ \n C", ""]


class WriterContract:
    def test_what_is_decoded_is_what_was_spoken(self, form: Form, tmp_path: Path) -> None:
        samples = a_voice(7.7)
        found = decoded(written(tmp_path / f"a{form.ending}", book_of(7.7, TITLES), samples)).samples
        if form.rate != RATE:
            found = found[:: form.rate // RATE]
        assert 0 <= len(found) - len(samples) <= form.padding
        error = float(np.sqrt(np.mean((found[: len(samples)] - samples) ** 2)))
        assert error <= form.error

    def test_chapters_begin_to_the_millisecond(self, form: Form, tmp_path: Path) -> None:
        if not form.has_chapters:
            pytest.skip("it has no chapters")
        titles = [f"Chapter {number}" for number in range(1, 120)]
        book = book_of(90.0, titles)
        found = decoded(written(tmp_path / f"a{form.ending}", book, np.zeros(90 * RATE, np.float32))).chapters
        assert [title for title, _, _ in found] == titles
        for (_, start, end), heard in zip(found, book.chapters, strict=True):
            assert start == pytest.approx(heard.start, abs=0.001)
            assert end == pytest.approx(heard.end, abs=0.03 if heard is book.chapters[-1] else 0.001)

    def test_any_title_arrives(self, form: Form, tmp_path: Path) -> None:
        book = book_of(3.0, TITLES, title="Ünïcode 本 🎧 \0 \ud800 \n x" + "y" * 3000)
        found = decoded(written(tmp_path / f"a{form.ending}", book, a_voice(3.0)))
        assert found.tags["title"].startswith("Ünïcode 本 🎧 ? xyyy")
        if form.has_chapters:
            told = [title for title, _, _ in found.chapters]
            assert told == ["Anfang", "Zwei: “größer”", "三つ目", "A = B; # \\ C", "5"]

    def test_it_tells_what_it_is_and_that_no_person_speaks(self, form: Form, tmp_path: Path) -> None:
        found = decoded(written(tmp_path / f"a{form.ending}", book_of(2.0, ["One"]), a_voice(2.0))).tags
        assert (found["title"], found["artist"], found["genre"]) == ("Ein Märchen", "J. Grimm", "Audiobook")
        note = read_note(found["comment"])
        assert note is not None
        assert (note["engine"], note["model"], note["voice"], note["speed"]) == (
            "tone",
            "tone-1",
            "beep",
            1.25,
        )
        assert str(note["program"]).startswith("yapit")

    @pytest.mark.parametrize("kind", ["JPEG", "PNG"])
    def test_the_cover_arrives_as_it_was(self, form: Form, tmp_path: Path, kind: str) -> None:
        cover = picture(kind)
        book = book_of(2.0, ["One", "Two"], cover)
        found = decoded(written(tmp_path / f"a{form.ending}", book, a_voice(2.0)))
        assert found.cover == (cover if form.has_cover else b"")
        assert len(found.samples) > 0

    def test_the_same_sound_is_the_same_bytes(self, form: Form, tmp_path: Path) -> None:
        samples, book = a_voice(5.0), book_of(5.0, TITLES, picture("JPEG"))
        one, two = (written(tmp_path / f"{name}{form.ending}", book, samples) for name in "ab")
        assert one.read_bytes() == two.read_bytes()

    def test_a_part_of_a_book_tells_which(self, form: Form, tmp_path: Path) -> None:
        book = replace(book_of(2.0, ["Second"]), part=(2, 3))
        found = decoded(written(tmp_path / f"a{form.ending}", book, a_voice(2.0))).tags
        assert (found["title"], found["album"]) == ("Second", "Ein Märchen")
        assert found.get("track", found.get("tracknumber")) == "2/3"

    def test_one_that_is_given_up_leaves_nothing(self, form: Form, tmp_path: Path) -> None:
        with pytest.raises(KeyboardInterrupt):
            _give_up(tmp_path / f"a{form.ending}")
        assert list(tmp_path.iterdir()) == []

    def test_a_full_disk_is_an_error_with_a_cure(self, form: Form, tmp_path: Path) -> None:
        with pytest.raises(ExportError, match="No space") as caught:
            _fill_the_disk(tmp_path / f"a{form.ending}")
        assert "space" in caught.value.cure
        assert list(tmp_path.iterdir()) == []


def _give_up(path: Path) -> None:
    with PartFile(path) as part:
        writer = target_of(path).format.open(part, book_of(2.0, ["One", "Two"]), RATE)
        try:
            writer.write(Chunk(0, Span(0, 6), "Words."), Speech(a_voice(1.0), RATE), 0.0)
            raise KeyboardInterrupt
        finally:
            writer.close()


def _fill_the_disk(path: Path) -> None:
    noise = np.random.default_rng(1).uniform(-0.5, 0.5, 30 * RATE).astype(np.float32)
    with Full(path, 20_000) as part:
        writer = target_of(path).format.open(part, book_of(30.0, ["One", "Two"]), RATE)
        try:
            for piece in np.array_split(noise, 30):
                writer.write(Chunk(0, Span(0, 6), "Words."), Speech(piece, RATE), 0.0)
            writer.finish(Coverage(6, 0, ()), 30.0)
        finally:
            writer.close()


class Full(PartFile):
    """On a disk with so many bytes left."""

    def __init__(self, target: Path, left: int) -> None:
        super().__init__(target)
        self._left = left

    def write(self, data: bytes) -> int:
        self._left -= len(data)
        if self._left < 0:
            raise self._translated(OSError(28, "No space left on device"))
        return super().write(data)
