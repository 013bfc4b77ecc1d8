"""A spoken summary of a text or a picture, and a look at whether its numbers and names are the text's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from yapit.core.errors import VisionError
from yapit.core.vision.endpoint import Endpoint, Picture, Question

PART_CHARS = 24_000
"""About 6,000 tokens: small models lose the thread beyond that."""

_FORM = (
    "Write for the ear, as plain sentences: no headings, no lists, no Markdown, no formulas, no addresses. "
    "Say only what the text says; keep its numbers and names exactly. Write in the language of the text."
)
_PART = (
    "These are notes for a summary. Give the main points of this part in at most 150 words. {form}\n\n{text}"
)
_WHOLE = "Summarize this for somebody who listens, in at most {words} words. {form}\n\n{text}"
_PICTURE = "Describe this picture for somebody who cannot see it, in at most {words} words. {form}"

_PART_TOKENS = 600
_TOKENS_PER_WORD = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """What a summary will take, before anything is asked."""

    requests: int
    tokens_in: int
    """About; what is kept from an earlier time is not counted."""

    tokens_out: int
    """At most, about."""

    def price(self, per_million_in: float, per_million_out: float) -> float:
        """In the currency of the two prices."""
        return (self.tokens_in * per_million_in + self.tokens_out * per_million_out) / 1e6


@dataclass(frozen=True, slots=True)
class Summary:
    text: str
    doubtful: tuple[str, ...] = ()
    """Numbers and names in it that the text does not have."""


def plan_summary(
    endpoint: Endpoint, text: str, pictures: Sequence[Picture] = (), *, words: int = 200
) -> Plan:
    """The requests for a summary; those whose answers are kept cost nothing."""
    questions = [q for q in _first_questions(text, pictures, words) if not endpoint.is_kept(q)]
    asked = len(questions)
    tokens_in = sum(question.tokens for question in questions)
    tokens_out = sum(question.max_tokens for question in questions)
    parts = len(_parts(text))
    if parts > 1:
        asked += 1
        tokens_in += parts * _PART_TOKENS // 2
        tokens_out += words * _TOKENS_PER_WORD
    return Plan(asked, tokens_in, tokens_out)


def summarize(
    endpoint: Endpoint,
    text: str,
    pictures: Sequence[Picture] = (),
    *,
    words: int = 200,
    on_progress: Callable[[int, int | None], None] = lambda done, total: None,
) -> Summary:
    """Ask for a summary: of a long text in parts, and then of what was said of these.

    Raises:
        VisionError: The endpoint fails, or says nothing.
        CacheError: An answer cannot be kept.
    """
    questions = _first_questions(text, pictures, words)
    answers = []
    for number, question in enumerate(questions):
        on_progress(number, len(questions) + 1)
        answers.append(endpoint.ask(question))
    if len(questions) > 1:
        on_progress(len(questions), len(questions) + 1)
        answers = [_condensed(endpoint, answers, words)]
    summary = plain(answers[0])
    if not summary:
        raise VisionError(f"{endpoint.model} thought aloud and said nothing", cure="Try another model.")
    return Summary(summary, tuple(doubtful(summary, text)) if text else ())


def _condensed(endpoint: Endpoint, notes: Sequence[str], words: int) -> str:
    """One summary of the notes of all parts; of so many that they are themselves too long, in steps."""
    while len(parts := _parts("\n\n".join(notes))) > 1 and len(parts) < len(notes):
        notes = [endpoint.ask(_question(_PART, part, _PART_TOKENS)) for part in parts]
    return endpoint.ask(_question(_WHOLE, "\n\n".join(notes), words * _TOKENS_PER_WORD, words=words))


def _first_questions(text: str, pictures: Sequence[Picture], words: int) -> list[Question]:
    if not text.strip():
        return [Question(_PICTURE.format(form=_FORM, words=words), tuple(pictures), words * _TOKENS_PER_WORD)]
    parts = _parts(text)
    if len(parts) > 1:
        return [_question(_PART, part, _PART_TOKENS) for part in parts]
    whole = _question(_WHOLE, text, words * _TOKENS_PER_WORD, words=words)
    return [Question(whole.text, tuple(pictures), whole.max_tokens)]


def _question(form: str, text: str, max_tokens: int, *, words: int = 0) -> Question:
    return Question(form.format(form=_FORM, text=text, words=words), max_tokens=max_tokens)


def _parts(text: str) -> list[str]:
    """The text in parts of at most `PART_CHARS`, cut between paragraphs where there are any."""
    parts: list[str] = []
    rest = text.strip()
    while len(rest) > PART_CHARS:
        cut = rest.rfind("\n\n", PART_CHARS // 2, PART_CHARS)
        cut = cut if cut > 0 else rest.rfind(" ", PART_CHARS // 2, PART_CHARS)
        cut = cut if cut > 0 else PART_CHARS
        parts.append(rest[:cut].strip())
        rest = rest[cut:].strip()
    return [*parts, rest] if rest else parts


_MARKDOWN = re.compile(r"^\s*(?:#{1,6}\s+|[-*+]\s+|>\s?|```\w*$)|\*\*|__|`", re.MULTILINE)
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)


def plain(answer: str) -> str:
    """The answer without Markdown and without what a model thought aloud."""
    lines = _MARKDOWN.sub("", _THOUGHT.sub("", answer)).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"(?<![.!?:”\"]\s)(?<!^)(?<!\n)\b[A-Z][a-z]{2,}\b")


def doubtful(summary: str, text: str) -> Iterable[str]:
    """Numbers, and names within sentences, that stand in the summary and not in the text; each once."""
    numbers = {_digits(number) for number in _NUMBER.findall(text)}
    words = {word.lower() for word in re.findall(r"\w+", text)}
    seen: set[str] = set()
    for match in re.finditer(rf"{_NUMBER.pattern}|{_NAME.pattern}", summary):
        found = match[0]
        known = _digits(found) in numbers if found[0].isdigit() else found.lower() in words
        if not known and found not in seen:
            seen.add(found)
            yield found


def _digits(number: str) -> str:
    return number.replace(",", "").rstrip(".")
