"""Which language is prepared by which rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from yapit.core.prepare.utterance import Rewrite, Utterance, rewritten


def prepare(text: str, language: str = "en") -> Utterance:
    """What is said for a piece of page text, by the rules of its language.

    `language` is a BCP 47 tag; a language without rules is said as it is written.
    """
    find = _FINDERS.get(language.partition("-")[0].lower())
    return rewritten(text, find(text, language) if find else ())


def _english(text: str, language: str) -> list[Rewrite]:
    from yapit.core.prepare.english import find_english_rewrites  # noqa: PLC0415 - 20 ms

    return find_english_rewrites(text, language)


_FINDERS: Mapping[str, Callable[[str, str], list[Rewrite]]] = {"en": _english}
