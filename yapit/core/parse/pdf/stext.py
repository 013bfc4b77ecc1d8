"""What MuPDF sees on one page, as lines in an upright frame; text that nobody can see is left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import import_module
from typing import Any

from yapit.core.document import Box
from yapit.core.parse.pdf.accents import composed
from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.spans import Run, line_of
from yapit.core.parse.pdf.tags import heading_tags, place_of

# Bits of MuPDF's `char_flags` (fitz/structured-text.h).
_FILLED, _STROKED, _CLIPPED = 16, 32, 64
_SEEN = _FILLED | _STROKED | _CLIPPED
_TEXT, _VECTOR = 0, 3

_RULES = 200
"""More level strokes than that on a page are a drawing."""


@dataclass(frozen=True, slots=True)
class Found:
    lines: tuple[Line, ...]
    rules: tuple[Box, ...]
    width: float
    height: float
    turn: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """From the places of the file to an upright page."""

    matrix: tuple[float, ...]
    turn: int
    width: float
    height: float

    def box(self, bbox: tuple[float, float, float, float]) -> Box:
        (x0, y0), (x1, y1) = self.point(*bbox[:2]), self.point(*bbox[2:])
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def point(self, x: float, y: float) -> tuple[float, float]:
        a, b, c, d, e, f = self.matrix
        x, y = a * x + c * y + e, b * x + d * y + f
        if self.turn == 1:
            return self.width - y, x
        if self.turn == 3:
            return y, self.height - x
        return x, y

    def run(self, span: dict[str, Any]) -> Run:
        bold, italic, mono = _style(span["font"], span["flags"])
        base = self.point(*span["origin"])[1]
        return Run(span["text"], span["size"], base, bold=bold, italic=italic, mono=mono)


def lines_and_rules(page: Any, number: int, *, tagged: bool = False) -> Found:
    """The lines that can be seen on a page of MuPDF's, and the level strokes on it."""
    blocks = page.get_text("dict", flags=_flags())["blocks"]
    raw = [line for block in blocks if block["type"] == _TEXT for line in block["lines"]]
    frame = _frame(page, raw)
    seen = _seen(raw, page, frame)
    tags = heading_tags(page, _flags()) if tagged else {}
    made = (_line(line, number, frame, tags.get(place_of(line["bbox"]), 0)) for line in seen)
    rules = [frame.box(block["bbox"]) for block in blocks if block["type"] == _VECTOR]
    rules = [box for box in rules if box.y1 - box.y0 < 2 and box.x1 - box.x0 > 20]
    return Found(
        tuple(line for line in made if line is not None),
        tuple(rules[:_RULES]),
        frame.width,
        frame.height,
        frame.turn,
    )


@lru_cache(maxsize=1)
def _flags() -> int:
    pymupdf: Any = import_module("pymupdf")
    without = (
        pymupdf.TEXT_PRESERVE_IMAGES | pymupdf.TEXT_PRESERVE_LIGATURES | pymupdf.TEXT_CID_FOR_UNKNOWN_UNICODE
    )
    return int((pymupdf.TEXTFLAGS_DICT & ~without) | pymupdf.TEXT_COLLECT_VECTORS)


def _frame(page: Any, raw: list[dict[str, Any]]) -> _Frame:
    matrix = tuple(page.rotation_matrix)
    turns: Counter[int] = Counter()
    for line in raw:
        turns[_turn(line, matrix)] += sum(len(span["text"]) for span in line["spans"])
    turn = turns.most_common(1)[0][0] if turns else 0
    width, height = page.rect.width, page.rect.height
    return _Frame(matrix, turn, *((height, width) if turn in (1, 3) else (width, height)))


def _turn(line: dict[str, Any], matrix: tuple[float, ...]) -> int:
    """Quarter turns of a line: 0 runs to the right, 1 up the page, 3 down."""
    x, y = line["dir"]
    x, y = matrix[0] * x + matrix[2] * y, matrix[1] * x + matrix[3] * y
    if abs(x) > 0.9:
        return 0 if x > 0 else 2
    return -1 if abs(y) < 0.9 else 1 if y < 0 else 3


def _line(line: dict[str, Any], number: int, frame: _Frame, tag: int) -> Line | None:
    aside = line["wmode"] == 0 and _turn(line, frame.matrix) != frame.turn
    runs = list(_runs(line["spans"], frame))
    made = line_of(number, _inked(frame.box(line["bbox"]), runs), runs, aside=aside)
    return replace(made, tagged=tag) if made is not None and tag else made


def _inked(box: Box, runs: list[Run]) -> Box:
    """The place without the spaces at its ends."""
    if not runs or not (runs[0].text[:1].isspace() or runs[-1].text[-1:].isspace()):
        return box
    text = "".join(run.text for run in runs)
    space = 0.25 * runs[0].size
    x0 = box.x0 + space * (len(text) - len(text.lstrip()))
    x1 = box.x1 - space * (len(text) - len(text.rstrip()))
    return Box(x0, box.y0, x1, box.y1) if x0 < x1 else box


def _runs(spans: list[dict[str, Any]], frame: _Frame) -> Iterator[Run]:
    """The spans, those alike and next to each other as one: MuPDF gives one for each space and word."""
    texts: list[str] = []
    first: dict[str, Any] = {}
    for span in spans:
        if first and _is_alike(first, span):
            texts.append(span["text"])
            continue
        if first:
            yield frame.run(first | {"text": composed("".join(texts))})
        texts, first = [span["text"]], span
    if first:
        yield frame.run(first | {"text": composed("".join(texts))})


def _is_alike(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return bool(
        a["size"] == b["size"]
        and a["font"] == b["font"]
        and a["flags"] == b["flags"]
        and abs(a["origin"][1] - b["origin"][1]) < 0.1
    )


_BOLD = re.compile(
    r"bold|black|heavy|semibold|demi(?!\w*ital)|(?:^|[-+])(?:cmbx|lmbx|sfbx|nimbus\w*-bol)", re.I
)
_MONO = re.compile(r"mono|courier|consol|typewriter|cmtt|lmtt|sftt|menlo|inconsolata|fixed", re.I)
_ITALIC = re.compile(r"ital|obli|slant", re.I)
_ITALIC_FLAG, _MONO_FLAG, _BOLD_FLAG = 2, 8, 16


@lru_cache(maxsize=1000)
def _style(font: str, flags: int) -> tuple[bool, bool, bool]:
    return (
        bool(flags & _BOLD_FLAG or _BOLD.search(font)),
        bool(flags & _ITALIC_FLAG or _ITALIC.search(font)),
        bool(flags & _MONO_FLAG or _MONO.search(font)),
    )


def _seen(raw: list[dict[str, Any]], page: Any, frame: _Frame) -> list[dict[str, Any]]:
    """The lines that are seen; or, over the picture of a scanned page, those that lie unseen upon it."""
    unseen = [line for line in raw if not any(span["char_flags"] & _SEEN for span in line["spans"])]
    if unseen and 3 * _letters(raw) < 4 * _letters(unseen):
        return raw
    gone = {id(line) for line in unseen}
    pale = [line for line in raw if id(line) not in gone and all(map(_is_pale, line["spans"]))]
    gone |= {id(line) for line in _without_ink(pale, page, frame)}
    return [line for line in raw if id(line) not in gone]


def _letters(lines: list[dict[str, Any]]) -> int:
    return sum(len(span["text"]) for line in lines for span in line["spans"])


def _is_pale(span: dict[str, Any]) -> bool:
    color = span["color"]
    white = min(color >> 16, color >> 8 & 255, color & 255) > 235
    return white or span["alpha"] < 20 or not span["text"].strip()


def _without_ink(pale: list[dict[str, Any]], page: Any, frame: _Frame) -> Iterator[dict[str, Any]]:
    """Those of the pale lines that are pale on pale ground: the page is drawn, small, to find out."""
    pale = [line for line in pale if _letters([line])]
    if not pale:
        return
    pymupdf: Any = import_module("pymupdf")
    scale = min(2.0, 2000 / max(page.rect.width, page.rect.height, 1))
    ink = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csGRAY, alpha=False)
    upright = _Frame(frame.matrix, 0, page.rect.width, page.rect.height)
    for line in pale:
        box = upright.box(line["bbox"])
        if _is_even(ink, box, scale):
            yield line


def _is_even(ink: Any, box: Box, scale: float) -> bool:
    """Whether all of a place has one shade."""
    x0, x1 = max(int(box.x0 * scale), 0), min(int(box.x1 * scale), ink.width)
    rows = range(max(int(box.y0 * scale), 0), min(int(box.y1 * scale), ink.height))
    shades = b"".join(
        ink.samples_mv[row * ink.stride + x0 : row * ink.stride + x1] for row in rows if x1 > x0
    )
    return not shades or max(shades) - min(shades) < 24
