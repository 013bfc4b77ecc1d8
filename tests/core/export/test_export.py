"""An exported file is whole or not there; every character of the document is spoken or accounted for."""

from __future__ import annotations

import json
import os
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.export.made import TONE, book
from yapit.core.audio import Speech
from yapit.core.cache import NullCache
from yapit.core.document import Block, BlockKind, Document, Span, fill_gaps
from yapit.core.engine import find_voice, load_engine
from yapit.core.errors import ExportError
from yapit.core.export import Book, Exported, Wishes, check_targets, coverage, export, target_of
from yapit.core.export.coverage import Coverage
from yapit.core.export.opus import open_opus
from yapit.core.export.part import PartFile
from yapit.core.export.wav import WavFile
from yapit.core.hearing import LEVELS, Hearing, Level
from yapit.core.narrator import Narrator
from yapit.core.script import Script
from yapit.core.split import Chunk

RATE = 24_000


def document(*paragraphs: str, code: str = "") -> Document:
    """Paragraphs two line breaks apart; the one that is `code` is a block of code."""
    blocks: list[Block] = []
    at = 0
    for paragraph in paragraphs:
        kind = BlockKind.CODE if paragraph == code else BlockKind.PARAGRAPH
        blocks.append(Block(Span(at, at + len(paragraph)), kind))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    return Document(text, tuple(blocks), fill_gaps(text, blocks), title="Ein Märchen", author="J. Grimm")


STORY = document(
    "The Hollow Hill",
    "It rained. Nobody minded, of course.",
    "x = 1",
    "***",
    "Then it stopped.",
    code="x = 1",
)


def exported(read: Document, narrator: Narrator, *paths: Path, hearing: Hearing | None = None) -> Exported:
    return export(book(read), narrator, [target_of(path) for path in paths], hearing=hearing)


NO_CODE = Hearing(skip=LEVELS[Level.ACADEMIC])


@pytest.fixture
def narrator() -> Iterator[Narrator]:
    engine = load_engine("tone")
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    yield narrator
    narrator.close()


@pytest.fixture(params=[".wav", ".flac", ".opus", ".mp3"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / f"story{request.param}"


def test_the_file_holds_exactly_the_samples_that_were_spoken(target: Path, narrator: Narrator) -> None:
    spoken = np.concatenate([speech.samples for _, speech in narrator.narrate(narrator.chunks(STORY))])
    done = exported(STORY, narrator, target)
    heard, rate = soundfile.read(target, dtype="float32")
    heard = heard[:: rate // RATE]
    assert len(heard) == len(spoken) == round(done.duration * RATE)
    error = np.sqrt(np.mean((heard - spoken) ** 2))
    assert error == 0 if target.suffix in (".wav", ".flac") else error < 0.05


def test_every_word_stands_where_the_text_says_and_is_heard_when_the_file_says(
    target: Path, narrator: Narrator
) -> None:
    words = target.with_suffix(".json")
    exported(STORY, narrator, target, words, hearing=NO_CODE)
    told = json.loads(words.read_text("utf-8"))
    heard, rate = soundfile.read(target, dtype="float32")
    heard = heard[:: rate // RATE]
    assert told["text"] == STORY.text
    assert told["document"] == {
        "title": "Ein Märchen",
        "source": "",
        "digest": STORY.digest,
        "language": "en",
    }
    assert (told["engine"], told["voice"], told["speed"], told["sample_rate"]) == ("tone", "beep", 1.0, RATE)
    assert told["duration"] == pytest.approx(len(heard) / RATE, abs=0.002)
    assert [row["text"] for row in told["words"]] == (
        ["The", "Hollow", "Hill", "It", "rained", "Nobody", "minded", "of", "course", "Then", "it", "stopped"]
    )
    at = 0.0
    for row in told["words"]:
        assert STORY.text[row["start_char"] : row["end_char"]] == row["text"]
        assert at <= row["start"] < row["end"] <= told["duration"]
        at = row["end"]
        beep = heard[round(row["start"] * RATE) : round(row["end"] * RATE)]
        assert np.sqrt(np.mean(beep**2)) > 0.1


def test_what_is_not_spoken_is_listed_with_its_reason(tmp_path: Path, narrator: Narrator) -> None:
    words = tmp_path / "story.json"
    done = exported(STORY, narrator, tmp_path / "story.wav", words, hearing=NO_CODE)
    skipped = json.loads(words.read_text("utf-8"))["skipped"]
    said = {STORY.text[row["start_char"] : row["end_char"]]: row["reason"] for row in skipped}
    assert said == {"x = 1": "code", "***": "nothing to say"}
    assert str(done.coverage) == "66 characters spoken, 8 left out (5 code, 3 nothing to say)"


@settings(deadline=None)  # the first example loads what later ones find loaded
@given(
    st.lists(
        st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), min_size=1, max_size=60),
        max_size=6,
    )
)
def test_spoken_left_out_and_space_add_up_to_the_whole_text(paragraphs: list[str]) -> None:
    read = document(*paragraphs, code=paragraphs[0] if paragraphs else "")
    script = Script(read)
    spoken = script.chunks(30)
    for heard in (spoken, spoken[::2]):
        covered = coverage(script, heard)
        assert covered.spoken + covered.space + sum(covered.by_reason().values()) == len(read.text)


def test_a_wav_too_long_for_its_header_becomes_rf64(tmp_path: Path) -> None:
    samples = np.linspace(-0.5, 0.5, 10_000, dtype=np.float32)
    path = tmp_path / "long.wav"
    with PartFile(path) as part:
        sound = WavFile(part, Book(STORY, TONE), RATE, countable=15_000)
        sound.write(Chunk(0, Span(0, 6), "Words."), Speech(samples, RATE), 0.0)
        sound.finish(Coverage(6, 0, ()), len(samples) / RATE)
        part.commit()
    assert path.read_bytes()[:4] == b"RF64"
    assert struct.unpack_from("<Q", path.read_bytes(), 28)[0] == 20_000
    assert soundfile.info(path).frames == len(samples)


def test_a_sample_rate_that_opus_does_not_know_names_the_way_out(tmp_path: Path) -> None:
    with PartFile(tmp_path / "a.opus") as part, pytest.raises(ExportError, match="22050") as caught:
        open_opus(part, Book(STORY, TONE), 22_050)
    assert ".wav" in caught.value.cure


def test_a_document_that_says_nothing_leaves_no_file(target: Path, narrator: Narrator) -> None:
    with pytest.raises(ExportError, match="nothing in the document is spoken"):
        exported(document("***"), narrator, target)
    assert os.listdir(target.parent) == []


def test_an_export_that_is_interrupted_leaves_what_was_there(target: Path, narrator: Narrator) -> None:
    target.write_bytes(b"yesterday's")

    def interrupt(done: int, whole: int) -> None:
        raise KeyboardInterrupt

    wishes = Wishes(replace=True)
    with pytest.raises(KeyboardInterrupt):
        export(book(STORY), narrator, [target_of(target)], wishes=wishes, on_written=interrupt)
    assert target.read_bytes() == b"yesterday's"
    assert os.listdir(target.parent) == [target.name]


@pytest.mark.parametrize(
    ("name", "expected", "cure"),
    [
        ("story.aiff", "cannot write .aiff files", ".m4b, .mp3, .opus, .ogg, .flac, .wav"),
        ("story", "its name has no ending", ".m4b, .mp3"),
        ("there.wav", "is already there", "--force"),
        ("-", "two things cannot be one file", "name of its own"),
    ],
)
def test_what_cannot_be_written_is_said_before_the_work(
    tmp_path: Path, name: str, expected: str, cure: str
) -> None:
    (tmp_path / "there.wav").touch()
    path = Path(name) if name == "-" else tmp_path / name
    with pytest.raises(ExportError, match=expected) as caught:
        check_targets([target_of(path)] * (2 if name == "-" else 1))
    assert cure in caught.value.cure


def test_an_m4b_cannot_be_piped_and_others_can() -> None:
    with pytest.raises(ExportError, match="cannot be piped") as caught:
        target_of(Path("-"), ending="m4b")
    assert ".mp3" in caught.value.cure
    assert target_of(Path("-"), ending="MP3").path == Path("-")


@pytest.mark.parametrize("place", ["nowhere/story.wav", "folder.wav"])
def test_a_place_that_cannot_hold_the_file_is_an_error_with_a_cure(
    tmp_path: Path, narrator: Narrator, place: str
) -> None:
    (tmp_path / "folder.wav").mkdir()
    with pytest.raises(ExportError, match="cannot write") as caught:
        exported(STORY, narrator, tmp_path / place)
    assert caught.value.cure
