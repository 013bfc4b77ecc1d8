"""Markdown: blocks from the tokens of markdown-it, none of its signs; the text is rebuilt, not the file's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Document
from yapit.core.parse.characters import decode, one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.markdown.front_matter import FrontMatter, split_front_matter
from yapit.core.parse.markdown.inline import InlineReader
from yapit.core.parse.markdown.reader import BlockReader
from yapit.core.parse.markdown.rules import markdown_parser
from yapit.core.parse.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token


def parse(source: Source, on_progress: Progress) -> Document:
    front, text = split_front_matter(decode(source.data, source.label))
    draft = Draft(front.title, front.author, front.language)
    reader = BlockReader(draft, InlineReader(front.works))
    tokens = markdown_parser().parse(text)
    _add_head(draft, front, first_heading=_first_heading(tokens))
    reader.read(tokens)
    return draft.document(source.label)


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
