"""Which format a text without a name is in, by signs that prose does not show."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HEAD = 16384
"""Bytes that are looked at."""


def _kinds_of(signs: Iterable[re.Pattern[bytes]], data: bytes) -> int:
    return sum(sign.search(data, 0, _HEAD) is not None for sign in signs)


_MARKDOWN = (
    re.compile(rb"^#{1,6} \S", re.M),
    re.compile(rb"^(```|~~~)", re.M),
    re.compile(rb"\[[^\]\n]+\]\([^)\s]+\)"),
    re.compile(rb"(?<!\w)(\*\*|__)\S[^\n]*?\S\1"),
    re.compile(rb"^\|?[ \t]*:?-{3,}:?[ \t]*\|", re.M),
    re.compile(rb"^[-*] \S", re.M),
)


def is_markdown(data: bytes) -> bool:
    """Two kinds of signs; one is met in any note."""
    return _kinds_of(_MARKDOWN, data) >= 2


_RST = (
    re.compile(rb"^\.\. [\w-]+:: ?", re.M),
    re.compile(rb"^\.\. (?:_[^:\n]+:|\[[^\]\n]+\] )", re.M),
    re.compile(rb":[a-z]+:`[^`\n]+`|`[^`\n]+ <[^>\n]+>`_"),
    re.compile(rb"^\S.*\n(?:={4,}|-{4,}|~{4,})\s*$", re.M),
    re.compile(rb"^:[A-Z][\w ]{1,30}: ", re.M),
)


def is_rst(data: bytes) -> bool:
    """Two kinds of signs, of which one is a directive, a target or a role."""
    return _kinds_of(_RST[:3], data) >= 1 and _kinds_of(_RST, data) >= 2


_LATEX = re.compile(rb"^[ \t]*\\(?:documentclass\s*[\[{]|begin\s*\{document\})", re.M)


def is_latex(data: bytes) -> bool:
    return _LATEX.search(data, 0, _HEAD) is not None


def is_notebook(data: bytes) -> bool:
    return (
        data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
        and b'"nbformat"' in data
        and b"cell" in data
    )


_HEADERS = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+\r?\n){3,}+(?:\r?\n|\Z)"
)
_FROM = re.compile(rb"^from:", re.M | re.I)
_OF_MAIL = re.compile(rb"^(?:date|received|message-id|mime-version|return-path|delivered-to):", re.M | re.I)
_MAILBOX = re.compile(rb"From \S+ +\w{3} \w{3} [ \d]\d \d\d:\d\d")


def is_mail(data: bytes) -> bool:
    """A head of fields, among them a sender and another that only mail has; or a mailbox's first line."""
    head = data[: 4 * _HEAD]
    if _MAILBOX.match(head):
        return True
    fields = _HEADERS.match(head)
    return fields is not None and all(sign.search(fields.group()) for sign in (_FROM, _OF_MAIL))


_SUBTITLES = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,9}(?:WEBVTT(?:[ \t][^\n]*)?\r?\n"
    rb"|\[Script Info\]"
    rb"|\d{1,4}\s*\n\d\d?:\d\d:\d\d[,.]\d{1,3} *--> *\d\d?:\d\d)"
)


def is_subtitles(data: bytes) -> bool:
    return _SUBTITLES.match(data) is not None


_FIRST_LINE = re.compile(rb"(?:\xef\xbb\xbf)?(?:#!|<\?php|diff --git |\s*[\[{]\s*(?:[\[{\"]|[\]}]))")
_CODE_LINE = re.compile(
    rb"^\s*(?:(?:async )?def \w+\(|class \w+[(:{ ]|import [\w.{]|from [\w.]+ import |return\b|"
    rb"if .+:$|else:|elif .+:$"
    rb"|for .+:$|while .+:$|try:$|except\b.*:$|with .+:$|@\w+|#include\b|[\w.\[\]]+ [-+*/|]?= |"
    rb".*[{}(\[]$|.*[=(){}<>\[\]].*;$|[)\]}]+,?$)"
)


def is_program(data: bytes) -> bool:
    """A first line that only programs and data have, or half of all lines like a program's."""
    if _FIRST_LINE.match(data):
        return True
    lines = [line for line in data[:_HEAD].splitlines()[:-1] if line.strip()]
    code = sum(_CODE_LINE.match(line[:200]) is not None for line in lines)
    return len(lines) >= _FEWEST_LINES and code * 2 >= len(lines)


_FEWEST_LINES = 8
