"""Subtitles read back, by another library and by ours, as what was spoken and when."""

from __future__ import annotations

import html
import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pysubs2
import pytest
from hypothesis import given, settings

from tests.core.export.spoken import ALL, SPOKEN, VOICED, Spoken, of_paragraphs, speak
from tests.core.export.test_cues import bare, cues
from yapit.core.document import Document
from yapit.core.export.cues import text_of
from yapit.core.export.note import read_note
from yapit.core.export.part import PartFile
from yapit.core.export.shown import writable
from yapit.core.export.subtitles import ass, lrc, srt, vtt
from yapit.core.export.words import WordsFile
from yapit.core.export.writer import Book, OpenWriter
from yapit.core.parse import read_bytes

WRITERS = {".srt": srt, ".vtt": vtt, ".ass": ass, ".lrc": lrc}
STORY = ("It rained all night, for once.", "Nobody minded; “of course”, said the miller & his wife.")


def written(spoken: Spoken, open_writer: OpenWriter, book: Book | None = None) -> str:
    with tempfile.TemporaryDirectory() as folder, PartFile(Path(folder) / "a") as part:
        spoken.into(part, open_writer, book)
        return (Path(folder) / "a").read_text("utf-8")


def visible(text: str) -> str:
    return bare(text).replace("\u2060", "").replace("｛", "{").replace("｝", "}")


def said(spoken: Spoken) -> str:
    return visible(writable(bare("".join(chunk.text for chunk, _, _ in spoken.told))))


def read_back(spoken: Spoken, ending: str) -> pysubs2.SSAFile:
    """By another library, which takes the times within WebVTT cues for text."""
    text = re.sub(r"<\d\d:\d\d:\d\d\.\d{3}>", "", written(spoken, WRITERS[ending]))
    return pysubs2.SSAFile.from_string(text, format_=ending[1:])


@pytest.mark.parametrize("ending", [".srt", ".vtt", ".ass"])
def test_another_library_reads_the_same_cues_at_the_same_times(ending: str) -> None:
    spoken = speak(of_paragraphs(*STORY))
    read, expected = read_back(spoken, ending), cues(spoken)
    assert [html.unescape(event.plaintext).split("\n") for event in read] == [
        [text_of(line) for line in cue.lines] for cue in expected
    ]
    exact = 5 if ending == ".ass" else 0  # its times are hundredths
    for event, cue in zip(read, expected, strict=True):
        assert abs(event.start - cue.start) <= exact
        assert abs(event.end - cue.end) <= exact


@pytest.mark.parametrize(
    ("ending", "signs"),
    [
        (".srt", "A <b>bold</b> word --> and <i>so</i> on: &amp; <3 1 < 2 <blink>"),
        (".vtt", "A <b>bold</b> word --> and <i>so</i> on: &amp; <3 1 < 2 <c.red>"),
        (".ass", "A <b>bold</b> {\\an8} and {so} on: \\N \\h C:\\new &amp; <3"),
    ],
)
def test_no_sign_is_taken_for_a_tag(ending: str, signs: str) -> None:
    spoken = speak(of_paragraphs(signs), hearing=ALL)
    read = "".join(event.plaintext for event in read_back(spoken, ending))
    assert visible(html.unescape(read) if ending == ".vtt" else read) == said(spoken)


def test_braces_move_no_subtitle() -> None:
    assert "{\u2060\\an8}" in written(speak(of_paragraphs("Say {\\an8} now"), hearing=ALL), srt)


def test_times_in_the_text_of_a_song_are_text() -> None:
    text = written(speak(of_paragraphs("See <00:01.00> and [00:02.00] there"), hearing=ALL), lrc)
    assert "<\u206000:01.00>" in text
    assert "[\u206000:02.00]" in text


@given(SPOKEN)
@settings(deadline=None, max_examples=40)
def test_each_format_holds_any_text_and_its_times_never_go_back(spoken: Spoken) -> None:
    for ending, open_writer in WRITERS.items():
        times = list(times_of(ending, written(spoken, open_writer)))
        assert bool(times) == bool(spoken.told)
        assert times == sorted(times)


def times_of(ending: str, text: str) -> Iterator[float]:
    if ending == ".ass":
        for line in text.splitlines():
            if line.startswith("Dialogue:"):
                start, end = (_seconds(part) for part in line.split(",")[1:3])
                lengths = [int(length) for length in re.findall(r"\{\\k(\d+)\}", line)]
                assert sum(lengths) == round((end - start) * 100)
                yield from (start, end)
    elif ending == ".lrc":
        for line in lyrics(text):
            yield from map(_seconds, re.findall(r"[\[<](\d+:\d\d\.\d\d)[\]>]", line))
    else:
        for cue in re.findall(r"^(\d\d:\S+) --> (\S+)\n(.*?)\n\n", text, re.M | re.S):
            start, end = (_seconds(part.replace(",", ".")) for part in cue[:2])
            inner = [_seconds(part) for part in re.findall(r"<(\d\d:\d\d:\d\d\.\d{3})>", cue[2])]
            assert all(start < at < end for at in inner)
            yield from (start, *inner, end)


def lyrics(text: str) -> list[str]:
    return [line for line in text.split("\n") if re.match(r"\[\d", line)]


def _seconds(clock: str) -> float:
    return sum(float(60**place) * float(part) for place, part in enumerate(reversed(clock.split(":"))))


def test_the_times_of_words_stand_in_the_cues() -> None:
    spoken = speak(of_paragraphs("It rained, all night."), [0.4])
    assert "It <00:00:00.400>rained, <00:00:00.800>all <00:00:01.200>night." in written(spoken, vtt)
    assert "{\\k40}It {\\k40}rained, {\\k40}all {\\k40}night." in written(spoken, ass)
    line = "[00:00.00]<00:00.00>It <00:00.40>rained, <00:00.80>all <00:01.20>night.<00:01.60>"
    assert line in written(spoken, lrc)


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_our_own_reader_reads_them(ending: str) -> None:
    text = written(speak(of_paragraphs(*STORY)), WRITERS[ending])
    assert bare(read_bytes(text.encode(), f"story{ending}").text) == bare("".join(STORY))


@pytest.mark.parametrize("open_writer", [vtt, ass, lrc])
def test_the_file_says_that_the_speech_is_synthetic_and_whose_the_voice_is(open_writer: OpenWriter) -> None:
    spoken = speak(of_paragraphs(*STORY))
    text = written(spoken, open_writer, Book(spoken.document, VOICED, title="A\ntale --> {of} <rain>\ud800"))
    [line] = [line for line in text.splitlines() if "Synthetic speech." in line]
    told = read_note(line[line.index("Synthetic speech.") : line.rindex("}") + 1])
    assert told is not None
    assert (told["engine"], told["model"], told["voice"]) == ("tone", "tone-1", "beep")


def test_the_words_are_the_same_as_beside_a_sound() -> None:
    spoken = speak(of_paragraphs(*STORY))
    told = json.loads(written(spoken, WordsFile))
    assert [(row["text"], row["start"]) for row in told["words"]] == [
        (text, pytest.approx(start, abs=1e-4)) for text, start, _ in spoken.words
    ]
    assert (told["duration"], told["voice"]) == (pytest.approx(spoken.duration), "beep")


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_a_document_that_says_nothing_is_a_file_without_cues(ending: str) -> None:
    assert list(times_of(ending, written(speak(Document("", ())), WRITERS[ending]))) == []
