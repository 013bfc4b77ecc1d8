"""Hard pages read by a model that sees, each checked against what was read without it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from yapit.core.document import PAGE_FURNITURE, Block, BlockKind, Document, MarkKind
from yapit.core.errors import SourceError
from yapit.core.parse import read_bytes
from yapit.core.parse.draft import Draft
from yapit.core.vision.endpoint import Endpoint, Picture, Question
from yapit.core.vision.summary import Plan

PROMPT = (
    "Transcribe this page as Markdown, word for word, in reading order. Headings with #, lists, tables as "
    "Markdown tables, formulas as LaTeX between dollars, code in fences. Leave out running heads, page "
    "numbers and line numbers. Add nothing, correct nothing, explain nothing."
)
PAGE_TOKENS = 4000

MOST_LOST = 0.06
MOST_INVENTED = 0.06
"""Shares of a page's words; beyond that the model has read something else.

Formulas and tables do not count."""

_FEWEST_WORDS = 5
"""Of a page with fewer words nothing can be checked, and nothing need be."""

_HARD = frozenset((BlockKind.EQUATION, BlockKind.TABLE))


@dataclass(frozen=True, slots=True)
class Rejected:
    """A page that stays as it was read without the model."""

    page: int
    reason: str


@dataclass(frozen=True, slots=True)
class Transcribed:
    document: Document
    rejected: tuple[Rejected, ...] = ()


def hard_pages(document: Document) -> list[int]:
    """Pages with tables, or with formulas that have no source: what rules cannot read and a model may."""
    return sorted({block.page for block in document.blocks if block.page and _is_hard(document, block)})


def _is_hard(document: Document, block: Block) -> bool:
    has_source = any(mark.kind is MarkKind.MATH for mark in document.marks_in(block.span))
    return block.kind in _HARD and not has_source


def question_of(picture: Picture) -> Question:
    return Question(PROMPT, (picture,), PAGE_TOKENS)


def plan_pages(endpoint: Endpoint, pictures: Mapping[int, Picture]) -> Plan:
    """The requests that reading these pages takes; those whose answers are kept cost nothing."""
    asked = [q for q in map(question_of, pictures.values()) if not endpoint.is_kept(q)]
    return Plan(len(asked), sum(q.tokens for q in asked), sum(q.max_tokens for q in asked))


def transcribe(
    document: Document,
    pictures: Mapping[int, Picture],
    endpoint: Endpoint,
    *,
    on_progress: Callable[[int, int | None], None] = lambda done, total: None,
) -> Transcribed:
    """Have pages read by a model, from their pictures; its reading counts where it lost and made up no words.

    Raises:
        VisionError: The endpoint fails.
        CacheError: An answer cannot be kept.
    """
    read: dict[int, Document] = {}
    rejected: list[Rejected] = []
    for number, (page, picture) in enumerate(pictures.items()):
        on_progress(number, len(pictures))
        answer = _read(endpoint.ask(question_of(picture)))
        reason = disagreement(_words_of_page(document, page), answer)
        if answer is None or reason:
            rejected.append(Rejected(page, reason))
        else:
            read[page] = answer
    return Transcribed(_with_pages(document, read) if read else document, tuple(rejected))


_FENCE = re.compile(r"\A```(?:markdown|md)?\n(.*)\n```\Z", re.DOTALL)


def _read(markdown: str) -> Document | None:
    fenced = _FENCE.match(markdown.strip())
    try:
        return read_bytes((fenced[1] if fenced else markdown).encode(), "page.md")
    except SourceError:  # nothing but signs
        return None


def disagreement(ours: Counter[str], theirs: Document | None) -> str:
    """Why a transcription is not to be trusted; empty where it is."""
    if theirs is None:
        return "the model read nothing on it"
    if ours.total() < _FEWEST_WORDS:
        return ""
    prose = _words(theirs, lambda block: block.kind not in _HARD)
    everything = _words(theirs, lambda block: True)
    lost = (ours - everything).total() / ours.total()
    invented = (prose - ours).total() / max(prose.total(), 1)
    if lost > MOST_LOST:
        return f"the model left out {lost:.0%} of its words"
    return f"{invented:.0%} of what the model wrote is not on it" if invented > MOST_INVENTED else ""


def _words_of_page(document: Document, page: int) -> Counter[str]:
    unchecked = _HARD | PAGE_FURNITURE
    return _words(document, lambda block: block.page == page and block.kind not in unchecked)


def _words(document: Document, counts: Callable[[Block], bool]) -> Counter[str]:
    found: Counter[str] = Counter()
    for block in document.blocks:
        if counts(block):
            text = unicodedata.normalize("NFKC", _without_formulas(document, block)).lower()
            found.update(re.findall(r"\w+", text))
    return found


def _without_formulas(document: Document, block: Block) -> str:
    text = block.span.of(document.text)
    for mark in reversed(document.marks_in(block.span)):
        if mark.kind is MarkKind.MATH:
            start, end = mark.span.start - block.span.start, mark.span.end - block.span.start
            text = f"{text[:start]} {text[end:]}"
    return text


def _with_pages(document: Document, read: dict[int, Document]) -> Document:
    """The document with some pages as the model read them; furniture, which it was to leave out, stays."""
    draft = Draft(document.title, document.author, document.language)
    moved: list[int] = []
    begins: dict[int, int] = {}
    for block in document.blocks:
        page = block.page or 0
        if page in read and page not in begins:
            begins[page] = len(draft.blocks)
            _add_all(draft, read[page], page)
        moved.append(begins.get(page, len(draft.blocks)))
        if page not in read or block.kind in PAGE_FURNITURE:
            _add(draft, document, block, block.page)
    draft.chapters += [replace(chapter, block=moved[chapter.block]) for chapter in document.chapters]
    written = draft.document(document.source)
    return replace(written, title=document.title, language=document.language, source=document.source)


def _add_all(draft: Draft, page: Document, number: int) -> None:
    for block in page.blocks:
        _add(draft, page, block, number)


def _add(draft: Draft, document: Document, block: Block, page: int | None) -> None:
    marks = (mark.shift(-block.span.start) for mark in document.marks_in(block.span))
    text = block.span.of(document.text)
    draft.add(text, block.kind, level=block.level, page=page, boxes=block.boxes, marks=marks)
