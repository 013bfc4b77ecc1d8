"""What the listener's rules find in a text, and which of two goes first."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.core.errors import RuleError
from yapit.core.rules import Action, Match, Rule, Ruleset, Scope, check, holds

TEXTS = st.text(
    alphabet=st.one_of(st.characters(), st.sampled_from(list("aAbB .'’-\u0301\u00adßﬁ東京\n\t\0\ufff9")))
)
RULES = st.lists(
    st.builds(
        Rule,
        pattern=st.one_of(
            TEXTS, st.sampled_from(["a", "a b", r"(a)|b", "(a+)", r"\w+", "", "(", "a*", ".."])
        ),
        action=st.sampled_from(Action),
        says=st.one_of(TEXTS, st.sampled_from(["x", r"\1", "$5", "ˈeɪ", ""])),
        match=st.sampled_from(Match),
        case=st.booleans(),
        scope=st.builds(Scope, st.sampled_from(["", "d"]), st.sampled_from(["", "en"])),
    ),
    max_size=5,
)


def found(text: str, *rules: Rule) -> list[tuple[str, str]]:
    return [(find.span.of(text), find.says) for find in Ruleset(rules).find(text)]


def places(text: str, pattern: str, match: Match = Match.WORD, *, case: bool = False) -> list[str]:
    return [part for part, _ in found(text, Rule(pattern, says="x", match=match, case=case))]


def test_a_word_is_not_found_in_a_longer_one() -> None:
    assert places("I read it already; READ on.", "read") == ["read", "READ"]


def test_capitals_are_told_apart_where_that_is_asked_for() -> None:
    assert places("Polish the Polish polish", "Polish", case=True) == ["Polish", "Polish"]


def test_a_part_of_a_negation_is_no_word() -> None:
    assert places("I don't know don", "don") == ["don"]
    assert places("we'll go, we two", "we") == ["we"]
    assert places("can't t", "t") == ["t"]


def test_a_name_is_found_in_its_possessive_and_after_an_elision() -> None:
    assert places("Siobhan's and Siobhan’s, not Siobhan'sx", "Siobhan") == ["Siobhan", "Siobhan"]
    assert places("l'amour et l’amour", "amour") == ["amour", "amour"]


def test_a_number_is_found_whole_or_not_at_all() -> None:
    assert places("3.14 and 1,300 and 3, 3.", "3") == ["3", "3"]
    assert places("3.14 and 3", "3.14") == ["3.14"]


def test_hyphens_part_words_and_are_all_alike() -> None:
    assert places("a Yapit-like, re-Yapit", "Yapit") == ["Yapit", "Yapit"]
    assert places("well‑known well-known", "well-known") == ["well‑known", "well-known"]


def test_an_apostrophe_is_found_however_it_is_typed() -> None:
    assert places("don't don’t", "don’t") == ["don't", "don’t"]


def test_accents_are_found_however_they_are_written() -> None:
    assert places("cafe\u0301 café cafe", "café") == ["cafe\u0301", "café"]
    assert places("cafe\u0301 café cafe", "cafe") == ["cafe"]


def test_soft_hyphens_and_ligatures_hide_no_word() -> None:
    assert places("ca\u00adfe ﬁsh", "cafe") == ["ca\u00adfe"]
    assert places("ca\u00adfe ﬁsh", "fish") == ["ﬁsh"]


def test_letters_that_fold_to_two_keep_their_place() -> None:
    assert places("STRASSE und straße und mehr", "straße") == ["STRASSE", "straße"]
    assert places("Maßstab der Straße", "der") == ["der"]


def test_words_are_words_in_every_script() -> None:
    assert places("हिन्दी और हिन्द", "हिन्द") == ["हिन्द"]
    assert places("שלום שלומי", "שלום") == ["שלום"]
    assert places("東京都は東京", "東京") == ["東京", "東京"]


def test_several_words_are_found_over_a_line_break_but_not_over_two_cells() -> None:
    assert places("New\nYork, New\tYork", "new york") == ["New\nYork"]


def test_what_is_no_letter_needs_no_space_around_it() -> None:
    assert places("C++11 and .NET", "C++") == ["C++"]
    assert places("C++11 and .NET", ".NET") == [".NET"]


def test_anywhere_is_within_words_too() -> None:
    assert places("colour colourful", "colour", Match.ANYWHERE) == ["colour", "colour"]


def test_groups_are_said_again() -> None:
    rule = Rule(r"(\d+)(?P<unit>px)?", says=r"\1 pixels \g<unit>", match=Match.REGEX)
    assert found("10px and 7", rule) == [("10px", "10 pixels px"), ("7", "7 pixels")]


def test_what_matches_nothing_is_not_found() -> None:
    assert places("abc", "x*", Match.REGEX) == []
    assert places("a b", r"\s", Match.REGEX) == []


def test_the_narrower_scope_goes_first_then_the_longer_then_the_older() -> None:
    text = "New York Times"
    everywhere = Rule("New York Times", says="all")
    language = Rule("New York", says="language", scope=Scope(language="en"))
    document = Rule("York", says="document", scope=Scope(document="d"))
    assert found(text, everywhere, language, document) == [("York", "document")]
    assert found(text, everywhere, language) == [("New York", "language")]
    assert found(text, Rule("York", says="short"), everywhere) == [(text, "all")]
    assert found(text, Rule("york", says="1", match=Match.ANYWHERE), Rule("york", says="2")) == [
        ("York", "1")
    ]


def test_a_rule_holds_in_its_document_and_language_alone() -> None:
    assert holds(Scope(), "one", "de-AT")
    assert holds(Scope(language="de"), "one", "de-AT")
    assert holds(Scope(language="de-DE"), "one", "de")
    assert not holds(Scope(language="de"), "one", "en")
    assert holds(Scope(document="one"), "one", "de")
    assert not holds(Scope(document="one"), "two", "de")


@pytest.mark.parametrize(
    "rule",
    [
        Rule(""),
        Rule("a", says=" "),
        Rule("(", says="x", match=Match.REGEX),
        Rule("(a)", says=r"\2", match=Match.REGEX),
        Rule("(a)", says=r"\g<b>", match=Match.REGEX),
        Rule("(?:a{9999}){9999}", says="x", match=Match.REGEX),
        Rule("(?:" * 400 + "a" + ")" * 400, says="x", match=Match.REGEX),
        Rule("a", Action.IPA, "щ"),
        Rule("a", Action.IPA, ""),
    ],
)
def test_a_rule_that_cannot_be_used_is_refused_with_a_cure_and_harms_no_other(rule: Rule) -> None:
    with pytest.raises(RuleError) as caught:
        check(rule)
    assert caught.value.cure
    rules = Ruleset([rule, Rule("b", says="x")])
    assert [find.rule.pattern for find in rules.find("a b")] == ["b"]
    assert list(rules.left_out) == [rule]


def test_an_expression_that_would_never_end_is_left_out_and_told() -> None:
    endless = Rule("(x+x+)+y", says="z", match=Match.REGEX)
    rules = Ruleset([endless, Rule("b", says="x")])
    begun = time.process_time()
    for _ in range(50):
        assert len(rules.find("b " + "x" * 4000)) == 1
    assert time.process_time() - begun < 5
    assert "takes too long" in str(rules.left_out[endless])


@given(TEXTS, RULES)
@settings(deadline=None)
def test_finds_stand_in_order_and_apart_whatever_the_text_and_the_rules(text: str, rules: list[Rule]) -> None:
    at = 0
    for find in Ruleset(rules).find(text):
        assert at <= find.span.start < find.span.end <= len(text)
        assert find.span.of(text).strip()
        at = find.span.end
