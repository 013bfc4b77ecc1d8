"""IPA of the listener's own, as the voice says it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contracts.engine_contract import speak
from yapit.core.cache import NullCache
from yapit.core.document import Block, Document, Span
from yapit.core.engine import SaysIpa, find_voice
from yapit.core.errors import RuleError
from yapit.core.hearing import Hearing
from yapit.core.ipa import marked
from yapit.core.narrator import Narrator
from yapit.core.rules import Action, Rule
from yapit.engines.kokoro import KokoroEngine
from yapit.engines.kokoro.g2p import VOCABULARY, phonemize, symbols, to_ipa
from yapit.engines.kokoro.g2p.lexicon import load_lexicon

COMMON = ("the", "voice", "nutshell", "button", "Siobhan", "hour", "fire", "about", "measure", "judge", "no")


def phonemes(text: str, dialect: str = "en-US") -> str:
    return "".join(token.phonemes + " " * token.space for token in phonemize(text, dialect))


def test_a_word_is_said_by_its_ipa_alone() -> None:
    assert phonemes(f"Ask {marked('Yapit', 'ˈjæpɪt')} now.") == "ˈæsk jˈæpɪt nˈW."


def test_the_word_before_it_reckons_with_how_it_sounds() -> None:
    assert phonemes(f"the {marked('MRI', 'ˈɛm')}").startswith("ði ")
    assert phonemes(f"the {marked('hour', 'ˈbaʊə')}").startswith("ðə ")


def test_a_possessive_gets_its_s() -> None:
    assert phonemes(f"{marked('Bush', 'bʊʃ')}'s") == "bʊʃᵻz"
    assert phonemes(f"{marked('Yapit', 'ˈjæpɪt')}’s dog") == "jˈæpɪts dˈɔɡ"


@pytest.mark.parametrize(
    ("ipa", "american", "british"),
    [
        ("/ˈnaɪ.ki/", "nˈIki", "nˈIki"),  # stress stands before the vowel here
        ("t͡ʃɛk", "ʧɛk", "ʧɛk"),
        ("tʃek", "ʧɛk", "ʧɛk"),
        ("ˈnʌt.ʃɛl", "nˈʌtʃɛl", "nˈʌtʃɛl"),
        ("ɡəʊ", "ɡO", "ɡQ"),
        ("goʊ", "ɡO", "ɡQ"),
        ("rɛd", "ɹɛd", "ɹɛd"),
        ("wɜːdz", "wɜɹdz", "wɜːdz"),
        ("nuː ˈjɔːk", "nu jˈɔk", "nuː jˈɔːk"),
        ("ˈbʌʔn̩", "bˈʌtᵊn", "bˈʌtᵊn"),
        ("həˈwaɪʔi", "həwˈIi", "həwˈIi"),
        ("kæt", "kæt", "kat"),
        ("ʃɑ̃", "ʃɑ̃", "ʃɑ̃"),
    ],
)
def test_ipa_of_dictionaries_becomes_what_the_voice_was_trained_on(
    ipa: str, american: str, british: str
) -> None:
    assert symbols(ipa, "en-US") == american
    assert symbols(ipa, "en-GB") == british


def test_a_sound_that_the_voice_has_not_is_named() -> None:
    with pytest.raises(RuleError, match="ǃ") as caught:
        KokoroEngine().check_ipa("ˈǃa", find_voice(KokoroEngine()))
    assert caught.value.cure


def test_where_the_voice_has_no_such_sound_the_word_is_said_as_any_other() -> None:
    assert phonemes(marked("click", "ǃ")) == phonemes("click")


@pytest.mark.parametrize("dialect", ["en-US", "en-GB"])
def test_what_it_says_now_is_told_in_ipa_that_says_the_same(dialect: str) -> None:
    for word in COMMON:
        entry = load_lexicon(dialect).find(word)
        said = [phonemes(word, dialect), *(entry.variants.values() if entry else [])]
        for each in filter(None, said):
            assert symbols(to_ipa(each), dialect) == each.replace("ɾ", "T").replace("ʔ", "t")


@given(st.text(alphabet="ˈˌːabdeɪəʊɔæʃʒtʔnɹr.ʤʧ_ \u0361\u0329\u0303ɒǃɓx|", max_size=20))
def test_only_symbols_that_the_voice_knows_come_out(ipa: str) -> None:
    try:
        assert set(symbols(ipa, "en-US")) <= VOCABULARY.keys()
    except RuleError:
        return


def test_the_voice_says_it_otherwise_and_its_times_stay_right(kokoro: KokoroEngine) -> None:
    assert isinstance(kokoro, SaysIpa)
    plain = speak(kokoro, "Ask Reading now.")
    text = f"Ask {marked('Reading', 'ˈɹɛdɪŋ')} now."
    told = speak(kokoro, text)
    assert plain.samples.tobytes() != told.samples.tobytes()
    assert told.samples.tobytes() == speak(kokoro, text).samples.tobytes()
    assert len(told.words) == 3
    assert all(word.exact for word in told.words)
    assert all(
        abs(one.start - other.start) < 0.25 for one, other in zip(plain.words, told.words, strict=True)
    )


def test_a_rule_with_ipa_reaches_the_voice_and_lights_up_the_page(kokoro: KokoroEngine) -> None:
    text = "Go to Reading, now."
    read = Document(text, (Block(Span(0, len(text))),))
    narrator = Narrator(kokoro, find_voice(kokoro), cache=NullCache())
    sounds = []
    for rules in ((), (Rule("Reading", Action.IPA, "/ˈrɪdɪŋ/"),)):
        ((_, speech),) = list(narrator.narrate(narrator.chunks(read, Hearing(rules=rules))))
        assert [word.span.of(text) for word in speech.words] == ["Go", "to", "Reading", "now"]
        sounds.append(speech.samples.tobytes())
    assert sounds[0] != sounds[1]
