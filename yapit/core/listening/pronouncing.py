"""A word said otherwise, or not at all: tried, kept, and heard from then on."""

from __future__ import annotations

from dataclasses import replace

from yapit.core.document import Span
from yapit.core.engine import SaysIpa
from yapit.core.errors import YapitError
from yapit.core.listening.desk import Desk
from yapit.core.listening.route import said_words
from yapit.core.rules import Action, Rule, check, draft_for, with_draft
from yapit.core.script import Script, find_at, sentence_at


def word_here(desk: Desk) -> Span:
    """What is selected, else the word that is heard, else the first of the sentence.

    Raises:
        YapitError: There is no word.
    """
    view = desk.meant
    span = desk.selection() or view.word
    if span is None and desk.session.ready is not None:
        chunks = desk.session.ready.places.chunks_from(view.place)
        span = next((word for chunk in chunks for word in said_words(chunk)), None)
    if span is None:
        raise YapitError("there is no word to say otherwise", cure="Wait until something is heard.")
    return span


def draft_here(desk: Desk) -> Rule:
    """The rule that holds for the word, or a new one that says nothing yet."""
    document, word = desk.session.document, word_here(desk)
    found = find_at(Script(document, desk.hearing), word.start)
    return found.rule if found is not None else draft_for(word.of(document.text))


def said_now(desk: Desk, text: str) -> str:
    """How the voice says a text, in IPA; empty where the engine cannot tell."""
    speaker = desk.session.speaker
    if speaker is None or not isinstance(speaker.narrator.engine, SaysIpa):
        return ""
    return speaker.narrator.engine.pronunciation(text, speaker.narrator.voice)


def rule_as_typed(typed: str, draft: Rule) -> Rule:
    """`/ˈjæpɪt/` is IPA, `skip` leaves it out; anything else is said instead."""
    text = typed.strip()
    if text.casefold() == "skip":
        return replace(draft, action=Action.SKIP, says="")
    if len(text) > 1 and text[0] == text[-1] == "/":
        return replace(draft, action=Action.IPA, says=text[1:-1])
    return replace(draft, action=Action.SAY, says=text)


def checked(desk: Desk, rule: Rule) -> Rule:
    """Raises RuleError where it cannot be used, or the voice cannot say its IPA."""
    check(rule)
    speaker = desk.session.speaker
    if rule.action is Action.IPA and speaker is not None:
        engine = speaker.narrator.engine
        if isinstance(engine, SaysIpa):
            engine.check_ipa(rule.says, speaker.narrator.voice)
    return rule


def try_rule(desk: Desk, rule: Rule) -> None:
    """Say the sentence by the rule, and rest there.

    Raises:
        RuleError: It cannot be used.
    """
    checked(desk, rule)
    session, sentence = desk.session, desk.passage
    if session.speaker is None:
        return
    hearing = replace(desk.hearing, rules=with_draft(desk.hearing.rules, rule))
    script = Script(session.document, hearing)
    said = sentence_at(script, sentence.start, session.speaker.narrator.chunk_chars)
    session.say_aside(said, sentence.start, rest=True)


def keep_rule(desk: Desk, rule: Rule, before: Rule | None = None) -> None:
    """Keep a rule, in the place of the one `before`, and hear by it: only what has a match is made again.

    Raises:
        RuleError: It cannot be used.
    """
    checked(desk, rule)
    book = desk.kept.library.rules
    if before is not None and before in book.all():
        book.replace(before, rule)
    else:
        book.put(rule)
    _hear_by_rules(desk)


def forget_rule(desk: Desk, rule: Rule) -> None:
    desk.kept.library.rules.remove(rule)
    _hear_by_rules(desk)


def _hear_by_rules(desk: Desk) -> None:
    desk.hear(replace(desk.hearing, rules=desk.kept.rules))
