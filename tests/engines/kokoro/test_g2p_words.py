from __future__ import annotations

import pytest

from yapit.engines.kokoro.g2p import phonemize


def say(text: str, dialect: str = "en-US") -> str:
    return "".join(token.phonemes + (" " if token.space else "") for token in phonemize(text, dialect))


def words(text: str, dialect: str = "en-US") -> list[str]:
    return [token.phonemes for token in phonemize(text, dialect) if token.phonemes]


@pytest.mark.parametrize(
    ("dialect", "spoken"),
    [("en-US", "həlˈO, wˈɜɹld!"), ("en-GB", "həlˈQ, wˈɜːld!")],
)
def test_plain_words_are_said_as_the_voice_was_trained(dialect: str, spoken: str) -> None:
    assert say("Hello, world!", dialect) == spoken


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("the apple", "ði ˈæpᵊl"),
        ("the pear", "ðə pˈɛɹ"),
        ("to eat", "tʊ ˈit"),
        ("to swim", "tə swˈɪm"),
        ("an egg", "ɐn ˈɛɡ"),
    ],
)
def test_small_words_heed_the_sound_that_follows(text: str, spoken: str) -> None:
    assert say(text) == spoken


def test_an_article_is_weak_and_a_letter_is_named() -> None:
    assert words("A dog barked.")[0] == "ɐ"
    assert words("I saw a dog.")[2] == "ɐ"
    assert words("Plan A failed.")[1] == "ˈA"
    assert words("A B C")[0] == "ˈA"


def test_initials_are_letter_names() -> None:
    assert words("F B I") == ["ˈɛf", "bˈi", "ˈI"]


def test_grades_in_the_plural_are_letters_with_an_s() -> None:
    assert words("Fs and Ds")[::2] == ["ˈɛfs", "dˈiz"]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("don’t", "dˈOnt"),
        ("don't", "dˈOnt"),
        ("we'd", "wid"),
        ("’em", "əm"),
        ("o'clock", "əklˈɑk"),
    ],
)
def test_contractions_are_one_word_with_either_apostrophe(text: str, spoken: str) -> None:
    assert words(text) == [spoken]


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("Kubernetes's", "ᵻz"),
        ("Zorbak's", "s"),
        ("the dogs' tails", "tˈAlz"),
        ("NGOs", "z"),
        ("blogged", "d"),
    ],
)
def test_possessives_and_plurals_end_as_they_should(text: str, ending: str) -> None:
    assert say(text).endswith(ending)


@pytest.mark.parametrize("text", ["well-known", "state-of-the-art", "GitHub", "AT&T", "and/or", "B2B"])
def test_a_compound_is_one_word(text: str) -> None:
    (token,) = phonemize(text, "en-US")
    assert token.span.of(text) == text
    assert token.phonemes


def test_shouting_is_read_as_words() -> None:
    assert [w.replace("ˈ", "").replace("ˌ", "") for w in words("HELLO WORLD")] == ["həlO", "wɜɹld"]


def test_a_long_unknown_word_in_capitals_is_not_spelled() -> None:
    assert len(words("ZORBAKIAN")[0]) < 12


@pytest.mark.parametrize(
    "word", ["Zorbak", "Gödel", "Dvořák", "Nguyen", "Привет", "漢字", "हिन्दी", "42", "3.5", "߁"]
)
@pytest.mark.parametrize("dialect", ["en-US", "en-GB"])
def test_words_that_no_dictionary_holds_are_said_all_the_same(word: str, dialect: str) -> None:
    assert words(word, dialect)


def test_accents_are_no_obstacle() -> None:
    assert words("café naïve") == ["kæfˈA", "nɑˈiv"]


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ('"Yes," he said.', "“,”."),
        ("“Yes,” he said.", "“,”."),
        ("'Yes,' he said.", "“,”."),
        ("yes [sic]; no?", "();?"),
        ("wait... well — or -- so", "...——"),
        ("the dogs’ tails", ""),
        ("* * *", ""),
    ],
)
def test_punctuation_becomes_the_pauses_and_quotes_that_the_voice_knows(text: str, symbols: str) -> None:
    marks = [t.phonemes for t in phonemize(text, "en-US") if not any(c.isalnum() for c in t.span.of(text))]
    assert "".join(marks) == symbols


def test_the_full_stop_of_an_abbreviation_is_no_pause() -> None:
    assert say("Dr. Jones saw J. K. Smith of the U.S. army.").count(".") == 1


def test_plan_a_may_end_a_sentence() -> None:
    assert say("It was plan A. He left.").count(".") == 2


def test_british_english_links_the_r_before_ing() -> None:
    assert words("monitoring", "en-GB")[0].endswith("ɹɪŋ")


def test_names_with_rare_accents_are_not_spelled_out() -> None:
    assert words("Nguyễn Phạm Ḥasan Qurʾān") == words("Nguyen Pham Hasan Quran")
    assert words("Dvořák") != words("Dvorak")
