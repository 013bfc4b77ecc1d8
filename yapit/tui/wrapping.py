"""Where lines of text end on so many columns: words stay whole where they fit, glyphs always."""

from __future__ import annotations

from collections.abc import Iterator

from yapit.core.document import Span
from yapit.tui.glyphs import cells, gap_cells, is_plain, pieces, units


def wrap(shown: str, start: int, end: int, width: int, *, keep: bool = False) -> Iterator[tuple[int, int]]:
    """The lines of what stands from `start` to `end`; with `keep`, white space is as wide as it is."""
    if is_plain(shown, start, end) and (not keep or end - start <= width):
        return _wrap_plain(shown, start, end, width)
    return _wrap_units(shown, start, end, width, keep=keep)


def spread(shown: str, start: int, end: int, width: int, *, keep: bool) -> tuple[str, list[int]]:
    """A line with its white space as wide as it is drawn, and the place of each character and of its end."""
    text: list[str] = []
    offsets: list[int] = []
    x = 0
    for a, b in units(shown, start, end):
        run = shown[a:b]
        if run[0] in " \t":
            run = " " * (gap_cells(run, x, width) if keep else 1)
            offsets += [a] * len(run)
        else:
            offsets += range(a, b)
        text.append(run)
        x += cells(run)
    return "".join(text), [*offsets, end]


def source_lines(text: str, span: Span) -> Iterator[Span]:
    """The lines of a text as they stand in it, without their ends."""
    at = span.start
    while True:
        end = text.find("\n", at, span.end)
        if end < 0:
            yield Span(at, span.end)
            return
        yield Span(at, end - 1 if text[at:end].endswith("\r") else end)
        at = end + 1


def _wrap_plain(shown: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    while end - start > width:
        space = shown.rfind(" ", start + 1, start + width + 1)
        cut = space if space > 0 else start + width
        yield start, cut
        start = cut + 1 if space > 0 else cut
    yield start, end


def _wrap_units(shown: str, start: int, end: int, width: int, *, keep: bool) -> Iterator[tuple[int, int]]:
    first = last = start
    x = gap = 0
    for a, b in units(shown, start, end):
        if shown[a] in " \t":
            gap = gap_cells(shown[a:b], x, width) if keep else 1
            continue
        size = cells(shown[a:b])
        if x + gap + size <= width:
            x, gap, last = x + gap + size, 0, b
            continue
        if last > first:
            yield first, last
        *full, (first, last) = pieces(shown, a, b, width)
        yield from full
        x, gap = cells(shown[first:last]), 0
    yield first, last
