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

from yapit.core.audio import Samples
from yapit.core.cache import NullCache
from yapit.core.document import Block, BlockKind, Document, Span, fill_gaps
from yapit.core.engine import find_voice, load_engine
from yapit.core.errors import ExportError
from yapit.core.export import CONTAINERS, check_targets, coverage, export
from yapit.core.export.opus import OpusFile
from yapit.core.export.part import PartFile
from yapit.core.export.wav import WavFile
from yapit.core.hearing import LEVELS, Hearing, Level
from yapit.core.narrator import Narrator
from yapit.core.script import Script

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


NO_CODE = Hearing(skip=LEVELS[Level.ACADEMIC])


@pytest.fixture
def narrator() -> Iterator[Narrator]:
    engine = load_engine("tone")
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    yield narrator
    narrator.close()


@pytest.fixture(params=sorted(CONTAINERS))
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return tmp_path / f"story{request.param}"


def test_the_file_holds_exactly_the_samples_that_were_spoken(target: Path, narrator: Narrator) -> None:
    spoken = np.concatenate([speech.samples for _, speech in narrator.narrate(narrator.chunks(STORY))])
    exported = export(STORY, narrator, target)
    heard, rate = soundfile.read(target, dtype="float32")
    assert rate == RATE
    assert len(heard) == len(spoken) == round(exported.duration * RATE)
    error = np.sqrt(np.mean((heard - spoken) ** 2))
    assert error == 0 if target.suffix == ".wav" else error < 0.05


def test_every_word_stands_where_the_text_says_and_is_heard_when_the_file_says(
    target: Path, narrator: Narrator
) -> None:
    words = target.with_suffix(".json")
    export(STORY, narrator, target, words=words, hearing=NO_CODE)
    told = json.loads(words.read_text("utf-8"))
    heard, _ = soundfile.read(target, dtype="float32")
    assert told["text"] == STORY.text
    assert told["document"] == {
        "title": "Ein Märchen",
        "source": "",
        "digest": STORY.digest,
        "language": "en",
    }
    assert (told["engine"], told["voice"], told["speed"], told["sample_rate"]) == ("tone", "beep", 1.0, RATE)
    assert told["duration"] == pytest.approx(len(heard) / RATE, abs=1e-4)
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
    exported = export(STORY, narrator, tmp_path / "story.wav", words=words, hearing=NO_CODE)
    skipped = json.loads(words.read_text("utf-8"))["skipped"]
    said = {STORY.text[row["start_char"] : row["end_char"]]: row["reason"] for row in skipped}
    assert said == {"x = 1": "code", "***": "nothing to say"}
    assert str(exported.coverage) == "66 characters spoken, 8 left out (5 code, 3 nothing to say)"


def test_the_title_and_the_author_are_in_the_opus_file(tmp_path: Path, narrator: Narrator) -> None:
    export(STORY, narrator, tmp_path / "story.opus")
    with soundfile.SoundFile(tmp_path / "story.opus") as sound:
        assert (sound.title, sound.artist) == (STORY.title, STORY.author)


@pytest.mark.parametrize("title", ["", " ", "\ud800", "é" * 5000, "a\0b"])
def test_any_title_can_be_exported(tmp_path: Path, title: str) -> None:
    path = tmp_path / "a.opus"
    with PartFile(path) as part:
        sound = OpusFile(part, RATE, title=title)
        sound.write(np.zeros(100, np.float32))
        sound.finish()
        part.commit()
    assert soundfile.info(path).frames == 100


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


@pytest.mark.parametrize("container", [WavFile, OpusFile])
def test_a_minute_in_one_piece_keeps_its_length(tmp_path: Path, container: type[WavFile | OpusFile]) -> None:
    samples: Samples = np.zeros(RATE * 60, np.float32)
    path = tmp_path / "long"
    with PartFile(path) as part:
        sound = container(part, RATE)
        sound.write(samples)
        sound.finish()
        part.commit()
    assert soundfile.info(path).frames == len(samples)


def test_a_wav_too_long_for_its_header_becomes_rf64(tmp_path: Path) -> None:
    samples = np.linspace(-0.5, 0.5, 10_000, dtype=np.float32)
    path = tmp_path / "long.wav"
    with PartFile(path) as part:
        sound = WavFile(part, RATE, countable=15_000)
        sound.write(samples)
        sound.finish()
        part.commit()
    assert path.read_bytes()[:4] == b"RF64"
    assert struct.unpack_from("<Q", path.read_bytes(), 28)[0] == 20_000
    assert soundfile.info(path).frames == len(samples)


def test_a_sample_rate_that_opus_does_not_know_names_the_way_out(tmp_path: Path) -> None:
    with PartFile(tmp_path / "a.opus") as part, pytest.raises(ExportError, match="22050") as caught:
        OpusFile(part, 22_050)
    assert ".wav" in caught.value.cure


def test_a_document_that_says_nothing_leaves_no_file(target: Path, narrator: Narrator) -> None:
    with pytest.raises(ExportError, match="nothing in the document is spoken"):
        export(document("***"), narrator, target)
    assert os.listdir(target.parent) == []


def test_an_export_that_is_interrupted_leaves_what_was_there(target: Path, narrator: Narrator) -> None:
    target.write_bytes(b"yesterday's")

    def interrupt(chunk: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(STORY, narrator, target, on_chunk=interrupt)
    assert target.read_bytes() == b"yesterday's"
    assert os.listdir(target.parent) == [target.name]


@pytest.mark.parametrize(
    ("name", "expected", "cure"),
    [
        ("story.mp3", "cannot write .mp3 files", ".wav or .opus"),
        ("story", "its name has no ending", ".wav or .opus"),
        ("there.wav", "is already there", "--force"),
    ],
)
def test_what_cannot_be_written_is_said_before_the_work(
    tmp_path: Path, name: str, expected: str, cure: str
) -> None:
    (tmp_path / "there.wav").touch()
    with pytest.raises(ExportError, match=expected) as caught:
        check_targets(tmp_path / name)
    assert cure in caught.value.cure


def test_sound_and_words_cannot_be_one_file(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="one file"):
        check_targets(tmp_path / "a.wav", tmp_path / "a.wav")


@pytest.mark.parametrize("place", ["nowhere/story.wav", "folder.wav"])
def test_a_place_that_cannot_hold_the_file_is_an_error_with_a_cure(
    tmp_path: Path, narrator: Narrator, place: str
) -> None:
    (tmp_path / "folder.wav").mkdir()
    with pytest.raises(ExportError, match="cannot write") as caught:
        export(STORY, narrator, tmp_path / place)
    assert caught.value.cure
