"""What Sphinx adds to reStructuredText: its roles and directives, of which the content is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives

_UNREAD = frozenset((
    "toctree", "automodule", "autoclass", "autofunction", "autosummary", "automethod", "autodata", "index",
    "currentmodule", "module", "highlight", "tabularcolumns", "plot", "graphviz", "mermaid", "image-sg",
    "doctest",
    "testsetup", "testcode", "testoutput", "literalinclude", "include", "raw", "csv-table-file", "meta",
    "program",
    "default-domain", "ifconfig", "bibliography", "autoprogram", "click", "sectnum", "contents",
    "inheritance-diagram",
    "py:module", "py:currentmodule", "role", "default-role", "codeauthor", "sectionauthor", "minigallery",
))  # fmt: skip
"""Directives that stand for what is made of other files, or for nothing on the page."""

_ENDLESS = 64
"""Names that one text may bring; more are no documentation."""


class _AnyOption(dict[str, Callable[[str], object]]):
    """Takes any option of a directive, as it stands."""

    def __bool__(self) -> bool:
        return True

    def __missing__(self, name: str) -> Callable[[str], object]:
        return str


class _Content(Directive):
    """The title and the content of a directive that nothing is known of."""

    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], object]] | None] = _AnyOption()
    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        holder = nodes.container()
        if self.arguments:
            text, _ = self.state.inline_text(self.arguments[0], self.lineno)
            holder += nodes.paragraph("", "", *text)
        self.state.nested_parse(self.content, self.content_offset, holder)
        return list(holder.children)


class _Nothing(_Content):
    def run(self) -> list[nodes.Node]:
        return []


_DIRECTIVE = re.compile(r"^[ \t]*\.\. ([A-Za-z][\w:+.-]{0,40})::(?=\s|$)", re.M)


def know_directives_of(text: str) -> None:
    """Have docutils read the directives of a text that it does not know itself."""
    from docutils.parsers.rst.languages import en  # noqa: PLC0415 - loaded with docutils

    own = set(en.directives) - _UNREAD
    for name in sorted({match.lower() for match in _DIRECTIVE.findall(text)} - own)[:_ENDLESS]:
        directives.register_directive(name, _Nothing if name in _UNREAD else _Content)


_ROLE = re.compile(r"(?<![:\w`])(:[\w+.-]+(?::[\w+.-]+){0,2}:)`([^`\n]+(?:\n[^`\n]+)?)`")
_DOCUTILS = frozenset((
    ":math:", ":sub:", ":sup:", ":subscript:", ":superscript:", ":emphasis:", ":strong:", ":literal:",
    ":code:",
    ":title:", ":title-reference:", ":t:",
))  # fmt: skip
_TITLED = re.compile(r"(.+?)\s*<[^<>]+>\s*\Z", re.S)
_CITES = re.compile(r":cite(?::\w+)?:")


def with_plain_roles(text: str) -> str:
    """The text with what roles of Sphinx show in place of them."""
    return _ROLE.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    role, text = match.groups()
    if role in _DOCUTILS:
        return match.group()
    titled = _TITLED.match(text)
    if titled:
        return titled.group(1)
    said = text.rpartition(".")[2] if text.startswith("~") else text.lstrip("!")
    if _CITES.fullmatch(role):
        return f"[{said}]"
    return (
        f"``{said}``" if ":" in role.strip(":") or role in (":func:", ":class:", ":meth:", ":mod:") else said
    )
