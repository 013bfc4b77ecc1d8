"""What the listener's rules make of a document: words said otherwise, words left out, and nothing broken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.rules.test_rules_found import RULES, TEXTS
from tests.core.script.test_script import document, marked
from yapit.core.audio import Speech
from yapit.core.cache import FileCache
from yapit.core.document import Block, BlockKind, Document, Mark, MarkKind, Span, fill_gaps
from yapit.core.engine import Voice, find_voice
from yapit.core.export.coverage import coverage
from yapit.core.hearing import LEVELS, Hearing, Level
from yapit.core.narrator import Narrator
from yapit.core.prepare import prepare
from yapit.core.rules import Action, Match, Rule
from yapit.core.script import Script
from yapit.core.split import Chunk
from yapit.engines.tone import ToneEngine


def said(read: Document, *rules: Rule) -> list[str]:
    chunks = Script(read, Hearing(rules=rules)).chunks(240)
    return [prepare(chunk.text, chunk.language, chunk.rewrites).text for chunk in chunks]


def page_word(read: Document, spoken: str, *rules: Rule) -> str:
    """What lights up on the page while a word is said."""
    (chunk,) = Script(read, Hearing(rules=rules)).chunks(240)
    utterance = prepare(chunk.text, chunk.language, chunk.rewrites)
    at = utterance.text.index(spoken)
    return utterance.source_of(Span(at, at + len(spoken))).of(chunk.text)


def test_a_word_is_said_as_the_listener_spells_it_and_lights_up_as_it_stands() -> None:
    rule = Rule("Siobhan", says="shi vawn")
    read = document("Then Siobhan's dog came.")
    assert said(read, rule) == ["Then shi vawn's dog came."]
    assert page_word(read, "vawn", rule) == "Siobhan"


def test_a_part_of_a_word_that_is_said_otherwise_leaves_it_one_word() -> None:
    rule = Rule("colour", says="color", match=Match.ANYWHERE)
    assert said(document("A colourful bird."), rule) == ["A colorful bird."]
    assert page_word(document("A colourful bird."), "colorful", rule) == "colourful"
    micro = Rule("µ", says="micro", match=Match.ANYWHERE)
    assert said(document("It is 5µFoo long."), micro) == ["It is five microFoo long."]


def test_what_is_said_is_read_as_any_text() -> None:
    assert said(document("It costs a fin."), Rule("fin", says="$5")) == ["It costs a five dollars."]


def test_a_rule_goes_before_the_built_in_way_of_saying_things() -> None:
    assert said(document("It is 5 km off."), Rule("5 km", says="far")) == ["It is far off."]
    assert said(document("See Fig. 3 there."), Rule("Fig.", says="picture")) == ["See picture three there."]


def test_sentences_end_where_they_end_on_the_page() -> None:
    read = document("Cats, dogs, etc. Then Dr. Smith left.")
    rules = (Rule("etc.", says="and so on"), Rule("Dr.", says="Doctor"))
    assert said(read, *rules) == ["Cats, dogs, and so on", "Then Doctor Smith left."]


def test_what_a_rule_skips_is_shown_with_the_rule_and_leaves_no_gap() -> None:
    read = document("See also (Fig. 3), it said.")
    rule = Rule(r"\(Fig\. \d\)", Action.SKIP, match=Match.REGEX)
    assert said(read, rule) == ["See also, it said."]
    (skip,) = Script(read, Hearing(rules=(rule,))).skips
    assert skip.reason == r"rule: \(Fig\. \d\)"
    assert skip.span.of(read.text) == " (Fig. 3)"


def test_a_repeated_header_is_skipped_whole() -> None:
    read = document("Journal of Tests", "The text.", "Journal of Tests", "Goes on.")
    assert said(read, Rule("Journal of Tests", Action.SKIP)) == ["The text.", "Goes on."]


def test_a_rule_is_found_beside_what_is_skipped_and_not_in_it() -> None:
    read = marked("The Yapit3 came [Yapit 12].", ("3", MarkKind.NOTE), ("[Yapit 12]", MarkKind.CITATION))
    assert said(read, Rule("Yapit", says="dog")) == ["The dog came."]


def test_a_skip_may_take_in_others() -> None:
    read = marked("So it is, see there [12] and on. It ends.", ("[12]", MarkKind.CITATION))
    script = Script(read, Hearing(rules=(Rule(", see.*on", Action.SKIP, match=Match.REGEX),)))
    assert [skip.reason for skip in script.skips] == ["rule: , see.*on"]
    assert said(read, Rule(", see.*on", Action.SKIP, match=Match.REGEX)) == ["So it is.", "It ends."]


def formula(text: str, part: str, source: str) -> Document:
    at = text.index(part)
    mark = Mark(Span(at, at + len(part)), MarkKind.MATH, source)
    return Document(text, (Block(Span(0, len(text))),), marks=(mark,))


def test_a_rule_never_cuts_through_a_formula_and_may_take_the_whole_of_it() -> None:
    read = formula("So x + y holds.", "x + y", "x + y")
    assert said(read, Rule("x", says="ex")) == ["So x plus y holds."]
    assert said(read, Rule("x + y", says="the sum")) == ["So the sum holds."]


def test_a_told_citation_stays_whole() -> None:
    read = marked("We follow the method of [3] here.", ("[3]", MarkKind.CITATION))
    assert said(read, Rule("3", says="drei", match=Match.ANYWHERE)) == [
        "We follow the method of reference three here."
    ]


def test_cells_are_kept_apart() -> None:
    table = document("Town\tMen\tHeight\nUlm\tmany\t4", kind=BlockKind.TABLE, level=1)
    greedy = Rule(r"Ulm\s", says="Ulm city", match=Match.REGEX)
    assert said(table, greedy)[1] == "Ulm city, Men: many, Height: four"


def test_what_is_only_announced_is_left_as_it_is() -> None:
    read = document("x = 1\ny = 2", kind=BlockKind.CODE)
    assert said(read, Rule("x", Action.SKIP)) == ["Code, two lines."]
    assert Script(read, Hearing(rules=(Rule("x", Action.SKIP),))).skips == ()


def test_a_word_with_ipa_is_printed_as_it_is_written() -> None:
    assert said(document("Ask Siobhan."), Rule("Siobhan", Action.IPA, "ʃɪˈvɔːn")) == ["Ask Siobhan."]


MARKED = st.lists(
    st.tuples(TEXTS.filter(str.strip), st.sampled_from(BlockKind), st.sampled_from(MarkKind)), max_size=4
)


@given(MARKED, RULES, st.sampled_from(Level), st.integers(5, 60))
@settings(deadline=None)
def test_every_character_is_accounted_for_whatever_the_rules(
    parts: list[tuple[str, BlockKind, MarkKind]], rules: list[Rule], level: Level, limit: int
) -> None:
    text, blocks, marks = "", [], []
    for part, kind, mark in parts:
        blocks.append(Block(Span(len(text), len(text) + len(part)), kind))
        if len(part) > 2:
            marks.append(Mark(Span(len(text) + 1, len(text) + 3), mark, "x^2"))
        text += part + "\n\n"
    read = Document(text, tuple(blocks), fill_gaps(text, blocks), tuple(marks))
    script = Script(read, Hearing(LEVELS[level], rules=tuple(rules)))
    chunks = script.chunks(limit)
    covered = coverage(script, chunks)
    assert covered.spoken + covered.space + sum(len(skip.span) for skip in covered.skips) == len(text)
    _check_order(read, script, chunks)


def _check_order(read: Document, script: Script, chunks: tuple[Chunk, ...]) -> None:
    at = 0
    for skip in script.skips:
        assert at <= skip.span.start < skip.span.end
        at = skip.span.end
    at = 0
    for chunk in chunks:
        assert at <= chunk.span.start < chunk.span.end <= read.blocks[chunk.block].span.end
        at, inside = chunk.span.end, 0
        for rewrite in chunk.rewrites:
            assert inside <= rewrite.source.start < rewrite.source.end <= len(chunk.text)
            inside = rewrite.source.end


class Counting(ToneEngine):
    """Keeps what it was asked to say."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
        self.asked.append(text)
        yield from super().synthesize(text, voice, speed)


def heard(read: Document, cache: Path, *rules: Rule) -> tuple[list[Span], list[str]]:
    """Where the chunks stand, and what had to be made."""
    engine = Counting()
    narrator = Narrator(engine, find_voice(engine), cache=FileCache(cache))
    chunks = narrator.chunks(read, Hearing(rules=rules))
    assert len(list(narrator.narrate(chunks))) == len(chunks)
    narrator.close()
    return [chunk.span for chunk in chunks], engine.asked


def test_only_what_holds_a_match_is_made_again_and_every_place_is_kept(tmp_path: Path) -> None:
    read = document("One Yapit here. And none there.", "A second paragraph.", "The last Yapit. It ends.")
    before, made = heard(read, tmp_path)
    assert len(made) == 5
    after, again = heard(read, tmp_path, Rule("Yapit", says="yap it"))
    assert again == ["One yap it here.", "The last yap it."]
    assert after == before
    assert heard(read, tmp_path)[1] == []


def test_an_engine_that_cannot_say_ipa_never_sees_it(tmp_path: Path) -> None:
    read = document("One Yapit here.")
    assert heard(read, tmp_path, Rule("Yapit", Action.IPA, "ˈjæpɪt"))[1] == ["One Yapit here."]
