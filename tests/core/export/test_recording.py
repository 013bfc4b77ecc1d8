"""One narration becomes a book: its chapters, its files, its tempo and its loudness."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from tests.contracts.writer_contract import decoded
from tests.core.export.made import book, chapters, document
from yapit.core.cache import FileCache, NullCache
from yapit.core.document import BlockKind, Document
from yapit.core.engine import find_voice, load_engine
from yapit.core.errors import ExportError
from yapit.core.export import Exported, Wishes, export, target_of
from yapit.core.export.joined import joined
from yapit.core.export.meter import Meter
from yapit.core.narrator import Narrator

RATE = 24_000


@pytest.fixture
def narrator(tmp_path: Path) -> Iterator[Narrator]:
    engine = load_engine("tone")
    narrator = Narrator(engine, find_voice(engine), cache=FileCache(tmp_path / "cache"))
    yield narrator
    narrator.close()


def exported(
    read: Document, narrator: Narrator, *paths: Path, split: bool = False, **wishes: object
) -> Exported:
    targets = [target_of(path, split=split) for path in paths]
    return export(book(read), narrator, targets, wishes=Wishes(**wishes))  # type: ignore[arg-type]


def length(path: Path) -> float:
    return float(soundfile.info(path).duration)


def test_chapters_are_those_of_the_outline_and_what_stands_before_them(
    narrator: Narrator, tmp_path: Path
) -> None:
    done = exported(chapters(3, before="A word before."), narrator, tmp_path / "a.m4b")
    assert [c.title for c in done.chapters] == ["Ein Märchen", "Chapter 1", "Chapter 2", "Chapter 3"]
    told = decoded(tmp_path / "a.m4b").chapters
    for (title, start, _), heard in zip(told, done.chapters, strict=True):
        assert (title, start) == (heard.title, pytest.approx(heard.start, abs=0.001))


def test_a_document_without_chapters_is_one(narrator: Narrator, tmp_path: Path) -> None:
    read = document((BlockKind.PARAGRAPH, "It rained."))
    done = exported(read, narrator, tmp_path / "a.mp3")
    assert len(done.chapters) == 1
    assert decoded(tmp_path / "a.mp3").chapters == []


def test_an_empty_chapter_is_no_chapter(narrator: Narrator, tmp_path: Path) -> None:
    parts = [(BlockKind.HEADING, text) for text in ("One", "***", "Three")]
    done = exported(document(*parts), narrator, tmp_path / "a.flac")
    assert [c.title for c in done.chapters] == ["One", "Three"]


def test_a_range_of_chapters_counts_as_the_outline_does(narrator: Narrator, tmp_path: Path) -> None:
    read = chapters(5, before="Before.")
    done = exported(read, narrator, tmp_path / "a.wav", chapters=frozenset((2, 3)))
    assert [c.title for c in done.chapters] == ["Chapter 2", "Chapter 3"]
    assert "another chapter" in done.coverage.by_reason()
    assert done.coverage.spoken + done.coverage.space + sum(done.coverage.by_reason().values()) == len(
        read.text
    )
    with pytest.raises(ExportError, match="has 5 chapters"):
        exported(read, narrator, tmp_path / "b.wav", chapters=frozenset((6,)))


def test_one_file_a_chapter_holds_what_the_whole_holds(narrator: Narrator, tmp_path: Path) -> None:
    read = chapters(3)
    done = exported(
        read, narrator, tmp_path / "whole.wav", tmp_path / "part-{chapter:02}.flac", tmp_path / "{title}.json"
    )
    assert [path.name for path in done.files] == [
        "whole.wav",
        "part-01.flac", "part-02.flac", "part-03.flac",
        "Chapter 1.json", "Chapter 2.json", "Chapter 3.json",
    ]  # fmt: skip
    whole = soundfile.read(tmp_path / "whole.wav")[0]
    parts = [soundfile.read(tmp_path / f"part-0{number}.flac")[0] for number in (1, 2, 3)]
    assert np.array_equal(np.concatenate(parts), whole)
    assert decoded(tmp_path / "part-02.flac").tags["title"] == "Chapter 2"
    told = json.loads((tmp_path / "Chapter 2.json").read_text())
    assert told["words"][0]["start"] < 0.1
    assert told["duration"] == pytest.approx(length(tmp_path / "part-02.flac"), abs=1e-3)


def test_titles_that_are_no_names_become_names(narrator: Narrator, tmp_path: Path) -> None:
    read = document((BlockKind.HEADING, "../A/B: 本?"), (BlockKind.HEADING, "Two" * 100))
    done = exported(read, narrator, tmp_path / "{chapter} {title}.wav")
    assert [path.parent for path in done.files] == [tmp_path, tmp_path]
    assert done.files[0].name == "1 A B 本.wav"


def test_two_chapters_of_one_name_are_refused_before_the_work(narrator: Narrator, tmp_path: Path) -> None:
    read = document((BlockKind.HEADING, "Same"), (BlockKind.HEADING, "Same"))
    with pytest.raises(ExportError, match="one name"):
        exported(read, narrator, tmp_path / "{title}.wav")


def test_all_files_appear_or_none(narrator: Narrator, tmp_path: Path) -> None:
    (tmp_path / "b-02.wav").mkdir()
    with pytest.raises(ExportError, match=r"b-02\.wav"):
        exported(chapters(3), narrator, tmp_path / "a.wav", tmp_path / "b.wav", split=True)
    assert {path.name for path in tmp_path.iterdir()} <= {"b-02.wav", "cache"}


@pytest.mark.parametrize("tempo", [0.7, 1.5, 2.5])
def test_words_and_chapters_move_with_the_tempo(narrator: Narrator, tmp_path: Path, tempo: float) -> None:
    paths = (tmp_path / "a.wav", tmp_path / "a.json")
    plain = exported(chapters(2), narrator, tmp_path / "plain.wav")
    done = exported(chapters(2), narrator, *paths, tempo=tempo)
    assert plain.duration / tempo < done.duration * 1.3
    assert (done.duration < plain.duration) == (tempo > 1)
    heard = soundfile.read(paths[0])[0]
    told = json.loads(paths[1].read_text())
    assert len(heard) == round(done.duration * RATE)
    for row in told["words"]:
        beep = heard[round(row["start"] * RATE) : round(row["end"] * RATE)]
        assert np.sqrt(np.mean(beep**2)) > 0.1
    assert told["chapters"][1]["start"] == pytest.approx(done.chapters[1].start, abs=1e-3)


@pytest.mark.parametrize("target", [-30.0, -19.0])
def test_speech_is_as_loud_as_was_asked_for(narrator: Narrator, tmp_path: Path, target: float) -> None:
    exported(chapters(3), narrator, tmp_path / "a.flac", loudness=target)
    samples, rate = soundfile.read(tmp_path / "a.flac", dtype="float32")
    meter = Meter(rate)
    meter.add(samples)
    assert meter.loudness() == pytest.approx(target, abs=0.05)


def test_it_is_never_made_so_loud_that_it_is_cut(narrator: Narrator, tmp_path: Path) -> None:
    exported(chapters(1), narrator, tmp_path / "a.wav", loudness=-1.0)
    samples, _ = soundfile.read(tmp_path / "a.wav")
    assert np.abs(samples).max() == pytest.approx(10 ** (-1 / 20), abs=0.001)


def test_several_documents_are_one_book_with_a_chapter_each(narrator: Narrator, tmp_path: Path) -> None:
    one, two = chapters(3, title="First"), document((BlockKind.PARAGRAPH, "Alone."), title="Second")
    read = joined([one, two], "Both")
    assert read.text == f"{one.text}\n\n{two.text}"
    done = exported(read, narrator, tmp_path / "a.m4b")
    assert [c.title for c in done.chapters] == ["First", "Second"]
    assert decoded(tmp_path / "a.m4b").tags["title"] == "Both"


def test_speech_that_differs_the_second_time_is_never_written(tmp_path: Path) -> None:
    engine = load_engine("tone")
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    try:
        with pytest.raises(ExportError, match="otherwise the second time"):
            export(
                book(chapters(1)),
                narrator,
                [target_of(tmp_path / "a.wav")],
                on_spoken=lambda done, whole: setattr(narrator, "speed", 2.0) if done == whole else None,
            )
    finally:
        narrator.close()
    assert list(tmp_path.iterdir()) == []
