"""Subtitles: what is said, as a person would write it down."""

from __future__ import annotations

import pytest

from yapit.core.document import BlockKind
from yapit.core.parse import read_bytes

Kind = BlockKind


def blocks(text: str, name: str = "") -> list[tuple[BlockKind, str]]:
    document = read_bytes(text.encode(), name)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def said(text: str, name: str = "") -> list[str]:
    return [found for _, found in blocks(text, name)]


SRT = """1
00:00:01,000 --> 00:00:02,500
<i>It was late,</i>

2
00:00:02,600 --> 00:00:04,000
and the river rose.

3
00:00:04,100 --> 00:00:05,000
[thunder]

4
00:00:09,000 --> 00:00:10,000
- Who's there?
- {\\an8}Nobody.
"""


@pytest.mark.parametrize("name", ["a.srt", ""])
def test_sentences_are_whole_and_sounds_apart(name: str) -> None:
    assert blocks(SRT, name) == [
        (Kind.PARAGRAPH, "It was late, and the river rose."),
        (Kind.FURNITURE, "[thunder]"),
        (Kind.PARAGRAPH, "- Who's there?"),
        (Kind.PARAGRAPH, "- Nobody."),
    ]


def test_voices_are_named_and_remarks_of_the_file_are_not_read() -> None:
    text = (
        "WEBVTT\n\nNOTE a remark\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> "
        "00:02.000 align:start\n"
        "<v Bob>It floats.\n\n00:02.000 --> 00:03.000\n<v Ann>Does &amp; did.\n"
    )
    assert said(text) == ["Bob: It floats.", "Ann: Does & did."]


def test_lines_that_roll_on_are_heard_once() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nit rose\n\n00:02.000 --> 00:03.000\nit rose\nand fell\n\n"
        "00:03.000 --> 00:04.000\nand fell\nagain\n"
    )
    assert said(text) == ["it rose and fell again"]


def test_scripts_and_lyrics_are_read() -> None:
    script = (
        "[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, "
        "MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,Bob,0,0,0,,{\\b1}It rose,\\Nand fell.\n"
    )
    assert said(script, "a.ass") == ["Bob: It rose, and fell."]
    lyrics = "[ti:River]\n[00:01.00][00:09.00]It rose\n[00:04.00]and fell\n"
    assert said(lyrics, "a.lrc") == ["It rose and fell It rose"]
    assert read_bytes(lyrics.encode(), "a.lrc").title == "River"


@pytest.mark.parametrize(
    "piece", ["00:00:01,000 --> 00:00:02,000\n", "<v a>", "1\n\n", "{\\", "-->", "- a\n", "<"]
)
def test_a_long_row_of_anything_is_read_soon(piece: str) -> None:
    assert said(f"1\n00:00:01,000 --> 00:00:02,000\nword\n{piece * (200_000 // len(piece))}", "a.srt")
