"""Markdown: blocks from the tokens of markdown-it, none of its signs; the text is rebuilt, not the file's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Document
from yapit.core.parse.characters import decode, one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.markdown.front_matter import FrontMatter, split_front_matter
from yapit.core.parse.markdown.inline import InlineReader
from yapit.core.parse.markdown.reader import BlockReader
from yapit.core.parse.markdown.rules import markdown_parser
from yapit.core.parse.markdown.sections import definitions, sections
from yapit.core.parse.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token


_STEP = 1.5
"""So many times as many blocks as the one before has each document that is told."""


def parse(source: Source, on_progress: Progress) -> Document:
    *_, whole = grow(source, on_progress)
    return whole


def grow(source: Source, on_progress: Progress) -> Iterator[Document]:
    """Its first sections at once, then more and more of them."""
    front, text = split_front_matter(decode(source.data, source.label))
    draft = Draft(front.title, front.author, front.language)
    reader, parser = BlockReader(draft, InlineReader(front.works)), markdown_parser()
    links: dict[str, object] = {}
    parser.parse(definitions(text), links)
    done = told = 0
    for part in sections(text):
        tokens = parser.parse(part, links)
        if not done:
            _add_head(draft, front, first_heading=_first_heading(tokens))
        reader.read(tokens)
        done += len(part)
        on_progress(done, len(text))
        if done < len(text) and len(draft.blocks) > _STEP * told and draft.has_words():
            told = len(draft.blocks)
            yield draft.document(source.label)
    yield draft.document(source.label)


def add_markdown(draft: Draft, text: str) -> None:
    """Append what a Markdown text holds, as from a cell of a notebook."""
    BlockReader(draft, InlineReader({})).read(markdown_parser().parse(text))


def _first_heading(tokens: list[Token]) -> str:
    """The text's first heading, where it begins with one."""
    if len(tokens) < 2 or tokens[0].type != "heading_open":
        return ""
    return one_line(tokens[1].content)


def _add_head(draft: Draft, front: FrontMatter, *, first_heading: str) -> None:
    """Title, authors and abstract, as every page made from the text shows them; no title twice."""
    if front.title and one_line(front.title) != first_heading:
        draft.add(one_line(front.title), BlockKind.TITLE)
        draft.add(one_line(front.author), BlockKind.AUTHOR)
    draft.add(one_line(front.abstract), BlockKind.ABSTRACT)
