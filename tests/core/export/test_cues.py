"""Subtitles can be read while they are heard, and every word that is spoken stands in one of them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings

from tests.core.export.spoken import SPOKEN, Spoken, of_paragraphs, speak
from yapit.core.export.cues import MAX_MS, MIN_MS, Cue, Cueing, text_of
from yapit.core.export.shown import MAX_WIDTH, width, writable


def cues(spoken: Spoken) -> list[Cue]:
    cueing = Cueing()
    found = [cue for told in spoken.told for cue in cueing.add(*told)]
    return found + cueing.finish()


def shown(*paragraphs: str, seconds: float = 0.35) -> list[list[str]]:
    return [
        [text_of(line) for line in cue.lines] for cue in cues(speak(of_paragraphs(*paragraphs), [seconds]))
    ]


def bare(text: str) -> str:
    return "".join(text.split())


@given(SPOKEN)
@settings(deadline=None)
def test_no_word_is_lost_and_none_is_shown_twice(spoken: Spoken) -> None:
    told = "".join(chunk.text for chunk, _, _ in spoken.told)
    read = "".join(text_of(line) for cue in cues(spoken) for line in cue.lines)
    assert bare(read) == bare(writable(bare(told)))


@given(SPOKEN)
@settings(deadline=None)
def test_a_cue_has_at_most_two_lines_of_42_columns_and_seven_seconds(spoken: Spoken) -> None:
    for cue in cues(spoken):
        assert 1 <= len(cue.lines) <= 2
        assert all(0 < width(text_of(line)) <= MAX_WIDTH for line in cue.lines)
        assert cue.end - cue.start <= MAX_MS


@given(SPOKEN)
@settings(deadline=None)
def test_cues_follow_each_other_and_never_overlap(spoken: Spoken) -> None:
    found = cues(spoken)
    assert all(0 <= cue.start < cue.end for cue in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(SPOKEN)
@settings(deadline=None)
def test_a_cue_comes_with_its_first_word_and_stays_as_long_as_there_is_room(spoken: Spoken) -> None:
    found = cues(spoken)
    for cue, following in pairwise(found):
        assert abs(cue.start - cue.words[0].start) <= len(found)  # what is too short to be told apart moves
        room = min(cue.words[-1].end, cue.start + MAX_MS, following.start)
        assert cue.end >= min(room, max(following.start, cue.start + 1))
        assert cue.end - cue.start >= min(MIN_MS, following.start - cue.start)


def test_a_sentence_has_a_cue_of_its_own() -> None:
    assert shown("It rained all night. Nobody minded, of course.") == [
        ["It rained all night."],
        ["Nobody minded, of course."],
    ]


def test_a_long_sentence_is_cut_at_its_clauses() -> None:
    text = (
        "Nobody minded much, except for the old miller of the valley, who had left his cart out in the open "
        "field, with all of the hay on it."
    )
    read = shown(text)
    assert all(lines[-1][-1] in ",." for lines in read)
    assert len(read) == 2


def test_what_is_too_short_to_read_is_shown_with_what_follows() -> None:
    assert shown("Yes. We will go there.", seconds=0.2) == [["Yes. We will go there."]]


def test_a_paragraph_never_runs_into_the_next() -> None:
    assert shown("Stop", "Go on") == [["Stop"], ["Go on"]]


def test_words_of_languages_without_spaces_are_cut_to_lines_of_half_as_many_signs() -> None:
    lines = [line for cue in shown("雨が降った" * 20, seconds=9.0) for line in cue]
    assert all(len(line) <= MAX_WIDTH // 2 for line in lines)


def test_what_is_skipped_is_not_shown() -> None:
    assert shown("It rained [12] all night.") == [["It rained all night."]]


def test_a_word_that_is_long_said_is_shown_for_seven_seconds() -> None:
    (cue,) = cues(speak(of_paragraphs("Formula"), [20.0]))
    assert (cue.start, cue.end) == (0, MAX_MS)


def test_a_paragraph_of_three_hours_is_cut_as_it_is_spoken() -> None:
    spoken = speak(of_paragraphs("It rained and nobody minded. " * 6000), [0.36])
    cueing = Cueing()
    for told in spoken.told:
        cueing.add(*told)
        assert len(cueing._words) < 400
