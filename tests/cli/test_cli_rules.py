"""`yapit rules`: what is added is kept, and heard."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from yapit.cli import rules
from yapit.core.rules import Action, Match, Rule, RuleBook


@pytest.fixture
def book() -> RuleBook:
    return rules.book()


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


def test_rules_move_from_one_machine_to_another(yapit: Command, tmp_path: Path, book: RuleBook) -> None:
    yapit("rules", "add", "Siobhan", "--say", "shi vawn", "--language", "en")
    yapit("rules", "add", "x.y", "--match", "regex", "--skip", "--case")
    before = book.all()
    (tmp_path / "rules.json").write_text(yapit("rules", "list", "--json").stdout, "utf-8")
    for rule in before:
        book.remove(rule)
    assert yapit("rules", "import", "rules.json").stdout == "Added 2 rules.\n"
    assert book.all() == before


def test_a_dictionary_of_nvda_is_taken_and_what_cannot_be_used_named(
    yapit: Command, tmp_path: Path, book: RuleBook
) -> None:
    lines = [
        "#a comment",
        "NVDA\ten vee\t1\t2",
        "(\\d)\\#\t\\1 hash\t0\t1",
        "(\tx\t0\t1",
        "noise\t\t0\t0",
        "",
        "x",
    ]
    (tmp_path / "default.dic").write_text("\ufeff" + "\r\n".join(lines), "utf-8")
    run = yapit("rules", "import", "default.dic")
    assert run.stdout == "Added 3 rules.\n"
    assert "no regular expression" in run.stderr
    assert book.all() == (
        Rule("NVDA", Action.SAY, "en vee", Match.WORD, case=True),
        Rule("(\\d)#", Action.SAY, "\\1 hash", Match.REGEX),
        Rule("noise", Action.SKIP, "", Match.ANYWHERE),
    )


@pytest.mark.parametrize("text", ["", "some prose", "[1]", '[{"match": "word"}]', "[" * 5000])
def test_a_file_without_rules_is_refused(yapit: Command, tmp_path: Path, text: str) -> None:
    (tmp_path / "any.txt").write_text(text, "utf-8")
    run = yapit("rules", "import", "any.txt")
    assert run.returncode == 1
    assert "NVDA" in run.stderr


def test_a_rule_is_heard_in_the_documents_it_holds_in(yapit: Command, tmp_path: Path) -> None:
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_text("Siobhan sailed.", "utf-8")
    other.write_text("Siobhan came home.", "utf-8")
    assert yapit("rules", "add", "Siobhan", "--say", "shi vawn", "--document", str(one)).returncode == 0
    assert yapit("text", str(one)).stdout == "shi vawn sailed.\n"
    assert yapit("text", str(other)).stdout == "Siobhan came home.\n"
