"""What the listener asks for is what is heard next."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.tui.staged import StagedPlayer
from yapit.core.document import Document, fill_gaps
from yapit.core.errors import OutputError, SynthesisError
from yapit.core.narrator import Narrator
from yapit.core.places import Places
from yapit.core.player import State
from yapit.tui.reading import Reading, Voice

MakeVoice = Callable[[], Voice]


@pytest.fixture
def voice(document: Document, make_narrator: Callable[[], Narrator], player: StagedPlayer) -> Iterator[Voice]:
    narrator = make_narrator()
    voice = Voice(narrator, player)
    yield voice
    voice.close()


@pytest.fixture
def reading(document: Document, voice: Voice, player: StagedPlayer) -> Reading:
    reading = opened(document, voice)
    player.hear()
    return reading


def opened(document: Document, voice: Voice, *, autoplay: bool = True, whole: bool = True) -> Reading:
    reading = Reading(document, autoplay=autoplay)
    reading.is_whole = whole
    reading.attach(voice)
    reading.grow(document, Places(voice.narrator.chunks(document)))
    return reading


def heard(reading: Reading, document: Document) -> str:
    sentence = reading.look().sentence
    return sentence.of(document.text) if sentence else ""


def test_reading_begins_at_the_beginning(reading: Reading, document: Document) -> None:
    view = reading.look()
    assert view.state is State.PLAYING
    assert view.word is not None
    assert view.word.of(document.text) == "The"
    assert heard(reading, document) == "The lighthouse"


def test_without_autoplay_it_waits_for_the_listener(
    document: Document, voice: Voice, player: StagedPlayer
) -> None:
    reading = opened(document, voice, autoplay=False)
    assert reading.look().state is State.IDLE
    reading.toggle()
    assert reading.look().state is State.WAITING


def test_what_was_asked_for_before_there_was_a_voice_is_remembered(
    document: Document, voice: Voice, player: StagedPlayer
) -> None:
    reading = Reading(document, autoplay=False)
    reading.seek(document.text.index("keeper"))
    reading.attach(voice)
    reading.grow(document, Places(voice.narrator.chunks(document)))
    player.hear()
    assert heard(reading, document).startswith("The keeper")


def test_pausing_before_there_is_a_voice_means_not_to_begin(
    document: Document, voice: Voice, player: StagedPlayer
) -> None:
    reading = Reading(document)
    reading.toggle()
    reading.attach(voice)
    assert reading.look().state is State.IDLE


def test_a_place_asked_for_is_shown_before_it_is_heard(reading: Reading, document: Document) -> None:
    reading.seek(document.text.index("dreamt"))
    assert reading.look().state is State.WAITING
    assert heard(reading, document) == "He dreamt of whales."


def test_next_goes_sentence_by_sentence_and_over_what_is_announced(
    reading: Reading, document: Document
) -> None:
    found = []
    for _ in range(8):
        reading.next_sentence()
        found.append(heard(reading, document))
    assert found[:6] == [
        "It was dark.",
        "The keeper lit the lamp, and waited for the ship.",
        "Morning",
        "lamp.off()",
        "He slept.",
        "He dreamt of whales.",
    ]
    assert set(found[6:]) == {"The ship had passed at night."}


def test_next_at_the_end_lets_the_last_sentence_go_on(
    reading: Reading, document: Document, player: StagedPlayer
) -> None:
    reading.seek(len(document.text))
    player.hear()
    reading.next_sentence()
    assert reading.look().state is State.PLAYING


def test_back_early_in_a_sentence_is_the_one_before(
    reading: Reading, document: Document, player: StagedPlayer
) -> None:
    reading.seek(document.text.index("keeper"))
    player.hear()
    reading.previous_sentence()
    assert heard(reading, document) == "It was dark."


def test_back_late_in_a_sentence_begins_it_again(
    reading: Reading, document: Document, player: StagedPlayer
) -> None:
    reading.seek(document.text.index("keeper"))
    while reading.look().word is None or "waited" not in player.heard[-1]:
        player.hear()
    player.hear_word(2)
    reading.previous_sentence()
    assert reading.look().place == document.text.index("The keeper")


def test_blocks_are_stepped_through_as_a_whole(
    reading: Reading, document: Document, player: StagedPlayer
) -> None:
    reading.next_block()
    reading.next_block()
    assert heard(reading, document) == "Morning"
    reading.previous_block()
    assert heard(reading, document) == "It was dark."


def test_space_pauses_and_goes_on(reading: Reading) -> None:
    reading.toggle()
    assert reading.look().state is State.PAUSED
    reading.toggle()
    assert reading.look().state is State.PLAYING


def test_space_at_the_end_begins_anew(reading: Reading, document: Document, player: StagedPlayer) -> None:
    while reading.look().state is not State.FINISHED:
        player.hear()
    reading.toggle()
    assert reading.look().place == 0


def test_after_a_sentence_that_cannot_be_spoken_playing_goes_on_with_it(
    reading: Reading, document: Document, player: StagedPlayer
) -> None:
    player.fail(SynthesisError("no"))
    reading.toggle()
    assert heard(reading, document) == "It was dark."


def test_after_the_device_failed_playing_goes_on_with_the_same_word(
    reading: Reading, document: Document, player: StagedPlayer
) -> None:
    player.fail(OutputError("gone"))
    reading.toggle()
    assert heard(reading, document) == "The lighthouse"


def test_tempo_goes_by_tenths_and_stays_within_what_can_be_understood(
    reading: Reading, player: StagedPlayer
) -> None:
    reading.change_tempo(0.1)
    assert player.tempo == 1.1
    for _ in range(40):
        reading.change_tempo(0.1)
    assert player.tempo == 4.0
    for _ in range(40):
        reading.change_tempo(-0.1)
    assert player.tempo == 0.5


def test_the_time_left_shrinks_with_the_tempo_and_with_the_way(reading: Reading, document: Document) -> None:
    whole = reading.seconds_left(0)
    assert whole == pytest.approx(len("".join(document.text.split("\n"))) / 15, rel=0.3)
    reading.change_tempo(1.0)
    assert whole is not None
    assert reading.seconds_left(0) == pytest.approx(whole / 2)
    assert reading.seconds_left(len(document.text)) == 0


def test_the_time_left_is_learned_from_what_was_heard(
    reading: Reading, document: Document, player: StagedPlayer
) -> None:
    guess = reading.seconds_left(0)
    for _ in range(4):
        player.hear()
        player.hear_word(-1)
        reading.look()
    assert reading.seconds_left(0) != guess


def test_pages_are_told_where_the_source_has_them(reading: Reading, document: Document) -> None:
    assert reading.page_at(document.text.index("slept")) == (2, 3)


def test_a_document_with_nothing_to_say_can_still_be_asked_anything(
    document: Document, make_narrator: Callable[[], Narrator], player: StagedPlayer
) -> None:
    reading = Reading(document)
    reading.attach(Voice(make_narrator(), player))
    for ask in (reading.toggle, reading.next_sentence, reading.previous_block):
        ask()
    assert reading.look().state is State.IDLE
    assert reading.share_read(10) == 0
    assert reading.seconds_left(0) is None
    reading.close()


def parts_of(document: Document, blocks: int) -> Document:
    """The document as far as it was read when it had so many blocks."""
    end = document.blocks[blocks - 1].span.end
    some = document.blocks[:blocks]
    return Document(document.text[:end], some, fill_gaps(document.text[:end], some), language="und")


def test_what_comes_to_be_known_while_listening_is_heard_without_a_break(
    document: Document, voice: Voice, player: StagedPlayer
) -> None:
    reading = opened(parts_of(document, 2), voice, whole=False)
    player.hear()
    reading.grow(document, Places(voice.narrator.chunks(document)))
    for _ in range(3):
        player.hear()
    assert player.heard[-1] == "Morning"


def test_who_had_heard_all_there_was_goes_on_when_there_is_more(
    document: Document, voice: Voice, player: StagedPlayer
) -> None:
    reading = opened(parts_of(document, 1), voice, whole=False)
    player.hear()
    player.starve()
    assert reading.awaits_text
    reading.grow(document, Places(voice.narrator.chunks(document)))
    player.hear()
    assert player.heard == ["The lighthouse", "It was dark."]


def test_who_waits_for_the_first_word_hears_it_when_it_comes(
    document: Document, voice: Voice, player: StagedPlayer
) -> None:
    reading = Reading(document)
    reading.attach(voice)
    assert reading.look().state is State.IDLE
    reading.grow(document, Places(voice.narrator.chunks(document)))
    assert reading.look().state is State.WAITING
