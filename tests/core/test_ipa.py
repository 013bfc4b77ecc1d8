"""IPA as listeners write it, and how it reaches an engine that can say it, and no other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.audio import Speech
from yapit.core.cache import NullCache
from yapit.core.document import Block, Document, Span, word_spans
from yapit.core.engine import SaysIpa, Voice, find_voice
from yapit.core.errors import RuleError
from yapit.core.hearing import Hearing
from yapit.core.ipa import RUN, is_unbroken, marked, plain_ipa, without_signs
from yapit.core.narrator import Narrator
from yapit.core.prepare import Rewrite, annotated, prepare
from yapit.core.rules import Action, Match, Rule
from yapit.engines.tone import ToneEngine

TEXTS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from(list("ab .\ufff9\ufffa\ufffb—"))))


class SpeakingIpa(ToneEngine):
    """Beeps, and keeps what it was asked to say; few characters at once."""

    max_chars = 60

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def check_ipa(self, ipa: str, voice: Voice) -> None: ...

    def pronunciation(self, text: str, voice: Voice) -> str:
        return ""

    def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
        self.asked.append(text)
        yield from super().synthesize(text, voice, speed)


def heard(text: str, *rules: Rule) -> tuple[list[str], list[str]]:
    """What the engine was handed, and the words of the page that lit up."""
    engine = SpeakingIpa()
    assert isinstance(engine, SaysIpa)
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    read = Document(text, (Block(Span(0, len(text))),))
    speeches = [speech for _, speech in narrator.narrate(narrator.chunks(read, Hearing(rules=rules)))]
    narrator.close()
    return engine.asked, [word.span.of(text) for speech in speeches for word in speech.words]


def test_the_ways_of_writing_ipa_are_one() -> None:
    assert plain_ipa("/'jæpɪt/") == plain_ipa(" [ˈjæpɪt] ") == "ˈjæpɪt"
    assert plain_ipa("g:") == "ɡː"


@pytest.mark.parametrize(("written", "sign"), [("щ", "щ"), ("hAt", "A"), ("h3", "3"), ("a—b", "—")])
def test_a_sign_that_is_none_is_named(written: str, sign: str) -> None:
    with pytest.raises(RuleError, match=sign) as caught:
        plain_ipa(written)
    assert caught.value.cure


def test_an_engine_that_can_is_handed_the_ipa_and_the_page_lights_up_as_it_stands() -> None:
    asked, words = heard("Ask New York's mayor.", Rule("new york", Action.IPA, "nuː ˈjɔːk"))
    assert asked == ["Ask \ufff9New_York\ufffanuː_ˈjɔːk\ufffb's mayor."]
    assert words == ["Ask", "New York's", "mayor"]


def test_a_text_that_holds_such_signs_itself_is_read_as_before() -> None:
    asked, words = heard("See \ufff9x\ufffaˈeks\ufffb or [x](/y/).")
    assert RUN.search(asked[0]) is None
    assert is_unbroken(asked[0])
    assert words[0] == "See"


def test_where_a_cut_would_go_through_the_ipa_the_word_is_said_as_it_is() -> None:
    long = Rule("b", Action.IPA, "ɑ" * 90, match=Match.ANYWHERE)
    asked, words = heard("abc abc.", long)
    assert asked == ["abc abc."]
    assert words == ["abc", "abc"]


@given(TEXTS)
def test_no_text_can_be_taken_for_one_with_ipa(text: str) -> None:
    safe = without_signs(text)
    assert len(safe) == len(text)
    assert RUN.search(safe) is None
    assert is_unbroken(safe)


@given(TEXTS)
def test_a_word_with_its_ipa_is_one_word(word: str) -> None:
    run = marked(word, "nuː ˈjɔːk")
    assert RUN.fullmatch(run)
    assert len(word_spans(run)) == 1


@given(TEXTS, TEXTS.filter(str.strip))
def test_the_way_back_to_the_page_is_the_same_with_ipa(before: str, word: str) -> None:
    text = f"{before} {word}"
    rewrite = Rewrite(Span(len(before) + 1, len(text)).trimmed(text), word.strip(), ipa="ˈjæpɪt")
    plain = prepare(text, "en", (rewrite,))
    carried = annotated(plain)
    assert [p.source for p in carried.pieces] == [p.source for p in plain.pieces]
    at = 0
    for piece in carried.pieces:
        assert piece.spoken.start == at
        at = piece.spoken.end
    assert at == len(carried.text)
