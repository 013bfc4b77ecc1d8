"""Texts laid out for paper: running lines and page numbers are told apart and moved out of paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from yapit.core.document import BlockKind
from yapit.core.parse.plain.rows import Row

_FEWEST = 3
"""Pages: with less, nothing is seen to repeat."""

_EDGE = 3
"""Running lines at the head or foot of a page, at most."""

_PAGE_FOOT = re.compile(r".*\[Page \d{1,4}\]")
_NUMBER = re.compile(r"\W{0,3}\s*(?:page\s+)?(\d{1,4}|[ivxl]{1,7})(?:\s*(?:/|of)\s*\d{1,4})?\s*\W{0,3}", re.I)


@dataclass(slots=True)
class _Page:
    head: list[Row]
    body: list[Row]
    foot: list[Row] = field(default_factory=list)


def unpaged(rows: list[Row]) -> list[Row]:
    """The rows with those of page edges named, and moved behind the paragraph that goes on over them."""
    ends = _page_ends(rows)
    if len(ends) < _FEWEST - 1:
        return rows
    starts = [0, *(end + 1 for end in ends)]
    pages = [_page(rows[a:b]) for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
    _part_edges(pages)
    if not any(page.head or page.foot for page in pages):
        return rows
    return list(_joined(pages))


def _page_ends(rows: list[Row]) -> list[int]:
    """The rows after which a page ends: at form feeds, else at feet with numbers, else at lone numbers."""
    feeds = [at for at, row in enumerate(rows) if row.raw.endswith("\f")]
    if len(feeds) >= _FEWEST - 1:
        return feeds
    feet = [at for at, row in enumerate(rows) if _is_foot(row)]
    return feet if len(feet) >= _FEWEST else _lone_numbers(rows)


def _is_foot(row: Row) -> bool:
    return row.raw.rstrip().endswith("]") and _PAGE_FOOT.fullmatch(row.text) is not None


def _lone_numbers(rows: list[Row]) -> list[int]:
    """Numbers between blank rows, each one more than the one before."""
    found: list[tuple[int, int]] = []
    for at in range(1, len(rows) - 1):
        text = rows[at].raw.strip(" \t\r\n-–—[]")
        if not (text.isdecimal() and len(text) <= 4 and rows[at - 1].raw.isspace()):
            continue
        if rows[at + 1].raw.isspace():
            found.append((at, int(text)))
    steady = len(found) >= _FEWEST and all(b == a + 1 for (_, a), (_, b) in pairwise(found))
    return [at for at, _ in found] if steady else []


def _page(rows: Sequence[Row]) -> _Page:
    return _Page([], [Row(row.raw.replace("\f", "\n")) for row in rows])


def _part_edges(pages: list[_Page]) -> None:
    heads, feet = Counter[str](), Counter[str]()
    for page in pages:
        full = [row for row in page.body if not row.raw.isspace()]
        heads.update({_key(row) for row in full[:_EDGE]})
        feet.update({_key(row) for row in full[-_EDGE:]})
    enough = max(2, len(pages) * 0.3)
    for page in pages:
        page.foot = _cut(page.body, feet, enough, BlockKind.RUNNING_FOOT, at=-1)[::-1]
        page.head = _cut(page.body, heads, enough, BlockKind.RUNNING_HEAD, at=0)


def _cut(body: list[Row], counts: Counter[str], enough: float, kind: BlockKind, *, at: int) -> list[Row]:
    """Take running rows off one end of a page; `at` is 0 for its head, -1 for its foot."""
    cut: list[Row] = []
    while body and len(cut) < _EDGE:
        while body and body[at].raw.isspace():
            body.pop(at)
        if not body:
            break
        number = _NUMBER.fullmatch(body[at].text) is not None
        if not number and not (counts[_key(body[at])] >= enough and len(_key(body[at])) > 3):
            break
        cut.append(Row(body.pop(at).raw, BlockKind.PAGE_NUMBER if number else kind))
    return cut


def _key(row: Row) -> str:
    return re.sub(r"\d+|\b[ivxl]+\b", "#", " ".join(row.raw.split()))


_ENDED = re.compile(r"[.!?:…。！？]['\"”’)\]]*\s*$")


def _joined(pages: list[_Page]) -> Iterator[Row]:
    waiting: list[Row] = []
    before: Row | None = None
    for page in pages:
        waiting += page.head
        body = page.body
        if waiting and not _goes_on(before, body):
            yield from _apart(waiting)
            waiting = []
        for row in body:
            if waiting and row.raw.isspace():
                yield from _apart(waiting)
                waiting = []
            yield row if row.raw.endswith(("\n", "\r")) else Row(row.raw + "\n")
        before = body[-1] if body else before
        waiting += page.foot
    yield from _apart(waiting)


def _goes_on(before: Row | None, body: list[Row]) -> bool:
    """Whether a page begins in the middle of what the page before it ended with."""
    if before is None or not body or _ENDED.search(before.raw):
        return False
    return body[0].text[:1].islower() or (len(before.text) > 55 and body[0].raw[:1] == before.raw[:1])


def _apart(rows: list[Row]) -> Iterator[Row]:
    for row in rows:
        yield Row("\n")
        yield row if row.raw.endswith(("\n", "\r")) else Row(row.raw + "\n", row.kind)
    if rows:
        yield Row("\n")
