"""Which language is prepared by which rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from yapit.core.prepare.rules import claim
from yapit.core.prepare.utterance import Rewrite, Utterance, rewritten


def prepare(text: str, language: str = "en", given: Sequence[Rewrite] = ()) -> Utterance:
    """What is said for a piece of page text, by the rules of its language.

    `language` is a BCP 47 tag; a language without rules is said as it is written.
    `given` says what part of the text is to be said otherwise, or not at all, before
    any rule looks at it; its words, too, are said by the rules of the language.
    """
    found = _find(claim(text, given), language)
    return rewritten(text, [*found, *(replace(r, spoken=_plain(r.spoken, language)) for r in given)])


def _find(text: str, language: str) -> list[Rewrite]:
    find = _FINDERS.get(language.partition("-")[0].lower())
    return find(text, language) if find else []


def _plain(spoken: str, language: str) -> str:
    return rewritten(spoken, _find(spoken, language)).text


def _english(text: str, language: str) -> list[Rewrite]:
    from yapit.core.prepare.english import find_english_rewrites  # noqa: PLC0415 - 20 ms

    return find_english_rewrites(text, language)


def _german(text: str, language: str) -> list[Rewrite]:
    from yapit.core.prepare.german import find_german_rewrites  # noqa: PLC0415 - 15 ms

    return find_german_rewrites(text, language)


def _french(text: str, language: str) -> list[Rewrite]:
    from yapit.core.prepare.french import find_french_rewrites  # noqa: PLC0415 - 15 ms

    return find_french_rewrites(text, language)


def _spanish(text: str, language: str) -> list[Rewrite]:
    from yapit.core.prepare.spanish import find_spanish_rewrites  # noqa: PLC0415 - 15 ms

    return find_spanish_rewrites(text, language)


def _italian(text: str, language: str) -> list[Rewrite]:
    from yapit.core.prepare.italian import find_italian_rewrites  # noqa: PLC0415 - 15 ms

    return find_italian_rewrites(text, language)


def _portuguese(text: str, language: str) -> list[Rewrite]:
    from yapit.core.prepare.portuguese import find_portuguese_rewrites  # noqa: PLC0415 - 15 ms

    return find_portuguese_rewrites(text, language)


_FINDERS: Mapping[str, Callable[[str, str], list[Rewrite]]] = {
    "en": _english,
    "de": _german,
    "fr": _french,
    "es": _spanish,
    "it": _italian,
    "pt": _portuguese,
}
