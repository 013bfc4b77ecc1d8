"""What writers of Markdown use beyond CommonMark, as rules of markdown-it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline


def markdown_parser(*, live: bool = False) -> MarkdownIt:
    """With `live`, for a text that is still being written: a note need not be there yet when it is
    referred to, and stays where it stands; white space before a line makes no program of it.
    """
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 60 ms
    from mdit_py_plugins.deflist import deflist_plugin  # noqa: PLC0415 - loaded with the others
    from mdit_py_plugins.dollarmath import dollarmath_plugin  # noqa: PLC0415
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=not live, move_to_end=not live, always_match_refs=live)
    parser.use(deflist_plugin)
    if live:
        parser.disable("code")
    # As Pandoc has it: "$5 and $6" is money.
    parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    for name, start, pattern, kind, shown in _INLINE:
        parser.inline.ruler.before("escape", name, _inline_rule(start, pattern, kind, shown))
    ends = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.before("fence", "colon_fence", _colon_fence, {"alt": ends})
    parser.block.ruler.before("table", "ruled_table", _ruled_table, {"alt": ["paragraph"]})
    parser.core.ruler.at("inline", _inline)
    return parser


_LONGEST = 50_000
"""Characters of a paragraph: time grows with the square of it where brackets are left open."""


def _inline(state: StateCore) -> None:
    """Parse running text; what is too long to be any is left as it stands."""
    from markdown_it.token import Token  # noqa: PLC0415 - loaded with the parser

    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if len(token.content) > _LONGEST:
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _emoji(match: re.Match[str]) -> str:
    try:
        return unicodedata.lookup(match.group(1).replace("_", " "))
    except KeyError:
        return match.group()


def _inner(match: re.Match[str]) -> str:
    return next(group for group in reversed(match.groups()) if group is not None)


def _nothing(match: re.Match[str]) -> str:
    return ""


_FORMULA = r"(?=[^\n]{0,400}?[\\^_=+<>]|\w{1,2}\\|[\d\s.,/*-]+\\)"
"""A sign, or a letter or two: what stands in escaped brackets and has none is text."""

# Name, the character it begins with, pattern, the token's type, what is shown.
_INLINE: tuple[tuple[str, str, re.Pattern[str], str, Callable[[re.Match[str]], str]], ...] = (
    ("round_math", "\\", re.compile(rf"\\\({_FORMULA}(.{{1,2000}}?)\\\)", re.S), "math_inline", _inner),
    (
        "square_math", "\\",
        re.compile(rf"(?m:^)[ \t]*\\\[\s*{_FORMULA}(.{{1,4000}}?)\\\](?=[ \t]*(?:\n|\Z))", re.S),
        "math_inline_double", _inner,
    ),
    ("citation", "[", re.compile(r"\[(-?@[^\[\]]{1,800})\](?!\()"), "citation", _inner),
    ("wiki_link", "[", re.compile(r"\[\[([^\[\]|\n]{1,200})(?:\|([^\[\]|\n]{1,200}))?\]\]"), "text", _inner),
    ("bracketed_span", "[", re.compile(r"\[([^\[\]\n]{1,400})\]\{[^{}\n]{0,200}\}"), "text", _inner),
    ("attributes", "{", re.compile(r"\{:?\s*(?:[#.][\w:-]+|[\w-]+=)[^{}\n]{0,200}\}"), "text", _nothing),
    ("subscript", "~", re.compile(r"~([^\s~]{1,30})~(?!~)"), "text", _inner),
    ("superscript", "^", re.compile(r"\^([^\s^\[]{1,30})\^"), "text", _inner),
    ("emoji", ":", re.compile(r":([a-z][a-z_]{1,40}):"), "text", _emoji),
)  # fmt: skip


def _inline_rule(
    start: str, pattern: re.Pattern[str], kind: str, shown: Callable[[re.Match[str]], str]
) -> Callable[[StateInline, bool], bool]:
    def rule(state: StateInline, silent: bool) -> bool:
        if state.src[state.pos] != start:
            return False
        match = pattern.match(state.src, state.pos, state.posMax)
        if match is None:
            return False
        if not silent:
            token = state.push(kind, "", 0)
            token.content = shown(match)
        state.pos = match.end()
        return True

    return rule


_COLONS = re.compile(r":{3,}[ \t]*(?:\{.*\}|[\w -]*)[ \t]*:*$")


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _colon_fence(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """The rows of colons around a division; what is within is read like the rest."""
    if not _line(state, line).startswith(":::") or _COLONS.match(_line(state, line)) is None:
        return False
    if not silent:
        state.line = line + 1
    return True


_DASHES = re.compile(r"-{3,}(?: +-{3,})+ *$")
_MOST_ROWS = 500


def _ruled_table(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """A table whose columns are those of the dashes under its head, as Pandoc writes them."""
    if line + 2 >= end or _DASHES.match(_line(state, line + 1)) is None or silent:
        return False
    offset, rule = state.bMarks[line + 1], state.src[state.bMarks[line + 1] : state.eMarks[line + 1]]
    starts = [match.start() for match in re.finditer(r"-+", rule)]
    if state.src[offset - 1 : offset] != "\n" or not _line(state, line).strip():
        return False
    rows, last = _ruled_rows(state, line, end, starts)
    token = state.push("ruled_table", "", 0)
    token.meta = {"rows": [[state.md.parseInline(cell)[0] for cell in row] for row in rows]}
    state.line = last
    return True


def _ruled_rows(state: StateBlock, line: int, end: int, starts: list[int]) -> tuple[list[list[str]], int]:
    """The head and the rows, cell by cell, and the line after the table; blank lines may part the rows."""
    rows = [_cells(state, line, starts)]
    at = line + 2
    while at < min(end, line + _MOST_ROWS):
        text = _line(state, at)
        if text.strip() and (state.tShift[at] < starts[0] or text.startswith(("---", ":::"))):
            break
        if text.strip():
            rows.append(_cells(state, at, starts))
        elif starts[0] == 0:
            break
        at += 1
    return rows, at


def _cells(state: StateBlock, line: int, starts: list[int]) -> list[str]:
    text = state.src[state.bMarks[line] : state.eMarks[line]]
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
