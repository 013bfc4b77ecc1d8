from __future__ import annotations

import re

import pytest

from yapit.engines.kokoro.g2p import phonemize


def said(word: str, sentence: str, dialect: str = "en-US") -> str:
    match = re.search(rf"\b{word}\b", sentence)
    assert match
    return next(t.phonemes for t in phonemize(sentence, dialect) if t.span.start == match.start())


@pytest.mark.parametrize(
    ("word", "one", "sound", "other", "other_sound"),
    [
        ("read", "I want to read it.", "ɹˈid", "She read it yesterday.", "ɹˈɛd"),
        ("live", "They live in Rome.", "lˈɪv", "We heard live music.", "lˈIv"),
        ("lives", "He lives in Rome.", "lˈɪvz", "It saved their lives.", "lˈIvz"),
        ("lead", "Follow my lead.", "lˈid", "The pipes were made of lead.", "lˈɛd"),
        ("wind", "The wind is cold.", "wˈɪnd", "You must wind the clock.", "wˈInd"),
        ("close", "Please close the door.", "klˈOz", "It was a close race.", "klˈOs"),
        ("record", "a world record", "ɹˈɛkəɹd", "We will record the song.", "ɹəkˈɔɹd"),
        ("bow", "a bow and arrow", "bˈO", "The ship's bow was damaged.", "bˈW"),
        ("bass", "the bass guitar", "bˈAs", "We caught a bass in the lake.", "bˈæs"),
        ("wound", "The wound healed.", "wˈund", "She wound it up.", "wˈWnd"),
        ("minute", "one minute later", "mˈɪnət", "a very minute crack", "mInˈut"),
        ("use", "You can use it.", "jˈuz", "It is of no use.", "jˈus"),
        ("does", "What does he want?", "dˈʌz", "two does and their fawns", "dˈOz"),
        ("refuse", "They refuse to go.", "ɹəfjˈuz", "The refuse was collected.", "ɹˈɛfjˌus"),
    ],
)
def test_a_word_with_two_sounds_is_said_as_its_sentence_wants(
    word: str, one: str, sound: str, other: str, other_sound: str
) -> None:
    assert said(word, one) == sound
    assert said(word, other) == other_sound


def test_british_english_tells_them_apart_too() -> None:
    assert said("read", "I want to read it.", "en-GB") == "ɹˈiːd"
    assert said("read", "She read it yesterday.", "en-GB") == "ɹˈɛd"
    assert said("row", "They had a furious row about money.", "en-GB") == "ɹˈW"


def test_a_capital_tells_the_polish_from_the_polish() -> None:
    assert said("Polish", "He speaks Polish and German.") == "pˈOlɪʃ"
    assert said("polish", "They polish the silver.") == "pˈɑlɪʃ"


def test_accents_tell_a_resume_from_going_on() -> None:
    assert said("résumé", "Send me your résumé.") == "ɹˈɛzəmˌA"
    assert said("resume", "Talks will resume soon.") == "ɹəzˈum"


def test_a_habit_of_the_past_is_not_what_is_used() -> None:
    assert said("used", "I used to smoke.") == "jˈust"
    assert said("used", "I used a spoon.") == "jˈuzd"


def test_a_ten_minute_walk_is_not_a_tiny_one() -> None:
    assert said("ten-minute", "a ten-minute walk").endswith("ɪnət")


def test_the_same_sentence_is_said_the_same_way_twice() -> None:
    sentence = "The bandage was wound around the wound."
    assert phonemize(sentence, "en-US") == phonemize(sentence, "en-US")
    assert said("wound", sentence) == "wˈWnd"
