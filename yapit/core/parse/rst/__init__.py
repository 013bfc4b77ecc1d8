"""reStructuredText: blocks from the tree of docutils, which may open no file and no address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yapit.core.document import Document
from yapit.core.errors import SourceError
from yapit.core.parse.characters import decode, one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.source import Source

_LONGEST_LINE = 10_000
_MOST_ROLES = 3000
"""In one paragraph: docutils takes the square of either, and no author writes so many."""

_ROLE = re.compile(r"`|_\s")
_BLANK = re.compile(r"\n[ \t]*\n")

if TYPE_CHECKING:
    from docutils import nodes

_SAFE = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "_disable_config": True,
    "report_level": 5,
    "halt_level": 6,
    "line_length_limit": 1_000_000,
    "input_encoding": "unicode",
    "smart_quotes": False,
    "syntax_highlight": "none",
}


def parse(source: Source, on_progress: Progress) -> Document:
    from docutils import nodes  # noqa: PLC0415 - 60 ms with the parser

    from yapit.core.parse.plain import document_of  # noqa: PLC0415 - loaded where it is needed
    from yapit.core.parse.rst.reader import TreeReader  # noqa: PLC0415 - imports docutils
    from yapit.core.parse.rst.sphinx import know_directives_of, with_plain_roles  # noqa: PLC0415

    written = decode(source.data, source.label).replace("\0", "\ufffd")
    if _takes_too_long(written):
        return document_of(written, source.label)
    text = with_plain_roles(written)
    know_directives_of(text)
    tree = _tree(text, source.label)
    authors = ", ".join(one_line(author.astext()) for author in tree.findall(nodes.author))
    draft = Draft(one_line(str(tree.get("title", ""))), authors)
    TreeReader(draft).read(tree)
    return draft.document(source.label)


def _takes_too_long(text: str) -> bool:
    return any(len(line) > _LONGEST_LINE for line in text.splitlines()) or any(
        sum(1 for _ in _ROLE.finditer(part)) > _MOST_ROLES for part in _BLANK.split(text)
    )


def _tree(text: str, label: str) -> nodes.document:
    from docutils.core import publish_doctree  # noqa: PLC0415 - loaded long ago
    from docutils.utils import SystemMessage  # noqa: PLC0415

    cure = "Convert it first, for example with: pandoc -f rst -t markdown"
    try:
        return publish_doctree(text, settings_overrides=_SAFE)
    except RecursionError as error:
        raise SourceError(f"{label} is nested too deeply", cure=cure) from error
    except (SystemMessage, ValueError, IndexError, AttributeError, TypeError, AssertionError) as error:
        raise SourceError(f"{label} breaks the reader of reStructuredText: {error}", cure=cure) from error
