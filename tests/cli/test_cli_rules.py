"""`yapit rules`, against a book that ends with the program."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Command
from yapit.cli import rules
from yapit.core.rules import MemoryRules


@pytest.fixture(autouse=True)
def book(monkeypatch: pytest.MonkeyPatch) -> MemoryRules:
    kept = MemoryRules()
    monkeypatch.setattr(rules, "book", lambda: kept)
    return kept


def test_a_rule_is_added_listed_tried_and_removed(yapit: Command) -> None:
    assert "There are no rules" in yapit("rules").stdout
    assert yapit("rules", "add", "Siobhan", "--say", "shi vawn").returncode == 0
    assert yapit("rules", "add", r"(\d+)px", "--match", "regex", "--say", r"\1 pixels").returncode == 0
    assert [line.split()[1] for line in yapit("rules").stdout.splitlines()[1:]] == ["Siobhan", r"(\d+)px"]
    tried = yapit("rules", "test", "Siobhan drew 10px.").stdout
    assert tried.splitlines()[0] == "shi vawn drew ten pixels."
    assert yapit("rules", "remove", "Siobhan").returncode == 0
    assert yapit("rules", "remove", "1").returncode == 0
    assert "There are no rules" in yapit("rules", "list").stdout


def test_a_rule_holds_where_it_is_said_to(yapit: Command) -> None:
    yapit("rules", "add", "Gift", "--say", "poison", "--language", "de-AT")
    assert yapit("rules", "test", "A Gift.").stdout == "A Gift.\n"
    assert yapit("rules", "test", "Ein Gift.", "--language", "de").stdout.startswith("Ein poison.")
    (kept,) = json.loads(yapit("rules", "list", "--json").stdout)
    assert (kept["pattern"], kept["language"]) == ("Gift", "de")


@pytest.mark.parametrize(
    "words",
    [
        ("add", "x"),
        ("add", "x", "--say", "y", "--skip"),
        ("add", "(", "--skip", "--match", "regex"),
        ("add", "x", "--ipa", "щ"),
        ("remove", "nothing"),
        ("test", " "),
    ],
)
def test_what_cannot_be_is_refused_with_a_cure(yapit: Command, words: tuple[str, ...]) -> None:
    run = yapit("rules", *words)
    assert run.returncode == 1
    assert len(run.stderr.splitlines()) == 2


def test_an_engine_that_cannot_say_ipa_tells_so(yapit: Command) -> None:
    run = yapit("rules", "add", "Yapit", "--ipa", "ˈjæpɪt")
    assert run.returncode == 0
    assert "tone says it as it is written" in run.stderr


def test_a_voice_that_lacks_a_sound_names_it(yapit: Command) -> None:
    run = yapit("rules", "add", "x", "--ipa", "ǃa", env={"YAPIT_ENGINE": "kokoro"})
    assert run.returncode == 1
    assert "ǃ" in run.stderr
