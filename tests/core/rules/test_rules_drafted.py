"""The rule that a listener begins with, and how a sentence would sound with it."""

from __future__ import annotations

from tests.core.script.test_script import document
from yapit.core.hearing import Hearing
from yapit.core.prepare import prepare
from yapit.core.rules import Rule, draft_for, with_draft
from yapit.core.script import Script, find_at, sentence_at


def test_a_draft_is_for_the_word_that_is_lit_without_its_surroundings() -> None:
    for lit in ("Siobhan", "Siobhan’s", "“Siobhan,”", "Sio\u00adbhan"):
        assert draft_for(lit) == Rule("Siobhan")


def test_a_word_that_has_a_rule_opens_that_rule() -> None:
    text = "In New York it rains."
    rule = Rule("new york", says="the city")
    script = Script(document("Before.", text), Hearing(rules=(rule, Rule("rains", says="pours"))))
    place = script.document.text.index("York")
    found = find_at(script, place)
    assert found is not None
    assert found.rule == rule
    assert found.span.of(script.document.text) == "New York"
    assert find_at(script, 0) is None


def test_a_draft_takes_the_place_of_the_rule_it_changes() -> None:
    kept = (Rule("a", says="x"), Rule("b", says="y"))
    assert with_draft(kept, Rule("a", says="z")) == (Rule("a", says="z"), Rule("b", says="y"))


def test_a_try_is_the_whole_sentence_with_the_draft() -> None:
    text = "One here. Then, after a long and tiring day at sea, Siobhan came. Last one."
    script = Script(document(text), Hearing(rules=(Rule("Siobhan", says="shi vawn"),)))
    chunks = sentence_at(script, text.index("Siobhan"), 30)
    said = [prepare(chunk.text, chunk.language, chunk.rewrites).text for chunk in chunks]
    assert " ".join(said) == "Then, after a long and tiring day at sea, shi vawn came."
    assert sentence_at(script, 0, 240)[0].text == "One here."
    assert sentence_at(script, len(text) - 1, 240)[0].text == "Last one."
