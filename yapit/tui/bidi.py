"""The order in which Hebrew, Arabic and the like are drawn, by the Unicode Bidirectional Algorithm.

Without embeddings and isolates (rules X1 to X8), which documents hardly
ever hold: their signs are passed over.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from unicodedata import bidirectional, mirrored

_RIGHT = re.compile(
    r"[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_NEUTRAL = frozenset(("B", "S", "WS", "ON"))
_PASSED_OVER = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">", "«": "»", "‹": "›", "⟨": "⟩", "༺": "༻", "༼": "༽"}
_MIRRORED = {**_BRACKETS, **{close: begin for begin, close in _BRACKETS.items()}, "≤": "≥", "≥": "≤"}
_PAIRED = "()[]{}⟨⟩༺༻༼༽"
_VTE_WITH_BIDI = 5800


class Bidi(StrEnum):
    """Who draws text that is read from the right in its order."""

    AUTO = "auto"
    TERMINAL = "terminal"
    YAPIT = "yapit"


def reorders(wish: Bidi, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether lines are to be drawn in visual order, because the terminal does not see to it."""
    if wish is not Bidi.AUTO:
        return wish is Bidi.YAPIT
    version = environ.get("VTE_VERSION", "0")
    return not (
        (version.isdigit() and int(version) >= _VTE_WITH_BIDI)
        or "KONSOLE_VERSION" in environ
        or "MLTERM" in environ
        or environ.get("TERM_PROGRAM") == "Apple_Terminal"
    )


def has_right_to_left(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether there is anything in it that is read from the right."""
    return _RIGHT.search(text, start, len(text) if end is None else end) is not None


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a paragraph says that it is read from the right."""
    for character in text:
        kind = bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


def levels(text: str, *, right: bool) -> list[int]:
    """The embedding level of each character of a paragraph; odd where it is read from the right."""
    base = int(right)
    kinds = [bidirectional(character) or "L" for character in text]
    kept = [i for i, kind in enumerate(kinds) if kind not in _PASSED_OVER]
    flow = [kinds[i] for i in kept]
    _weak(flow, "R" if right else "L")
    _paired(flow, [text[i] for i in kept], "R" if right else "L")
    _neutral(flow, "R" if right else "L")
    found = [base] * len(text)
    for i, kind in zip(kept, flow, strict=True):
        found[i] = _level(kind, base)
    for i in range(1, len(text)):
        if kinds[i] in _PASSED_OVER:
            found[i] = found[i - 1]
    return found


def visual_order(line: Sequence[int], text: str, *, right: bool) -> tuple[int, ...]:
    """The characters of a line from left to right, by their levels (rules L1 and L2)."""
    depth = list(line)
    for i in range(len(text) - 1, -1, -1):  # white space at the end is of the paragraph's own direction
        if bidirectional(text[i]) not in ("WS", "S", "B") and bidirectional(text[i]) not in _PASSED_OVER:
            break
        depth[i] = int(right)
    order = list(range(len(text)))
    for level in range(max(depth, default=0), 0, -1):
        _turn(order, depth, level)
    return tuple(order)


def mirror(character: str) -> str:
    """The other bracket of a pair, as it is drawn in text that is read from the right."""
    return _MIRRORED.get(character, character) if mirrored(character) else character


def _turn(order: list[int], depth: Sequence[int], level: int) -> None:
    start = 0
    while start < len(order):
        if depth[order[start]] < level:
            start += 1
            continue
        end = start
        while end < len(order) and depth[order[end]] >= level:
            end += 1
        order[start:end] = order[start:end][::-1]
        start = end


def _level(kind: str, base: int) -> int:
    if base % 2:
        return base if kind == "R" else base + 1
    return base + {"L": 0, "R": 1}.get(kind, 2)


def _weak(flow: list[str], base: str) -> None:
    """Marks, numbers and the signs between them (rules W1 to W7)."""
    _marks_and_numbers(flow, base)
    flow[:] = ["R" if kind == "AL" else kind for kind in _separated(flow)]
    _terminators(flow)
    strong = base
    for i, kind in enumerate(flow):
        if kind in ("L", "R"):
            strong = kind
        elif kind in ("ES", "ET", "CS"):
            flow[i] = "ON"
        elif kind == "EN" and strong == "L":
            flow[i] = "L"


def _marks_and_numbers(flow: list[str], base: str) -> None:
    """A mark is what its letter is; numbers after Arabic letters are Arabic (rules W1 and W2)."""
    before = strong = base
    for i, kind in enumerate(flow):
        if kind == "NSM":
            flow[i] = before
        elif kind == "EN" and strong == "AL":
            flow[i] = "AN"
        before = flow[i]
        if before in ("L", "R", "AL"):
            strong = before


def _separated(flow: Sequence[str]) -> list[str]:
    """One separator between two numbers of a kind is of that number (rule W4)."""
    found = list(flow)
    for i in range(1, len(flow) - 1):
        before, after = found[i - 1], flow[i + 1]
        if before == after and (
            (flow[i] == "CS" and before in ("EN", "AN")) or (flow[i] == "ES" and before == "EN")
        ):
            found[i] = before
    return found


def _terminators(flow: list[str]) -> None:
    """Signs such as % beside a number are of the number (rule W5)."""
    i = 0
    while i < len(flow):
        if flow[i] != "ET":
            i += 1
            continue
        end = i
        while end < len(flow) and flow[end] == "ET":
            end += 1
        if (i and flow[i - 1] == "EN") or (end < len(flow) and flow[end] == "EN"):
            flow[i:end] = ["EN"] * (end - i)
        i = end


def _direction(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else kind if kind == "L" else ""


def _paired(flow: list[str], text: Sequence[str], base: str) -> None:
    """Brackets go with what is in them, or with what is before them (rule N0)."""
    for begin, end in sorted(_pairs(flow, text)):
        inside = {_direction(kind) for kind in flow[begin + 1 : end]} - {""}
        if not inside:
            continue
        way = base
        if base not in inside:
            before = next((_direction(k) for k in reversed(flow[:begin]) if _direction(k)), base)
            way = before if before in inside else base
        flow[begin] = flow[end] = way


def _pairs(flow: Sequence[str], text: Sequence[str]) -> list[tuple[int, int]]:
    open_at: list[int] = []
    found: list[tuple[int, int]] = []
    for i, character in enumerate(text):
        if flow[i] != "ON" or character not in _PAIRED:
            continue
        if character in _BRACKETS:
            open_at.append(i)
            continue
        match = next((at for at in reversed(open_at) if _BRACKETS[text[at]] == character), None)
        if match is not None:
            found.append((match, i))
            del open_at[open_at.index(match) :]
    return found


def _neutral(flow: list[str], base: str) -> None:
    """What has no direction takes that of both sides, or else the paragraph's (rules N1 and N2)."""
    i = 0
    while i < len(flow):
        if flow[i] not in _NEUTRAL:
            i += 1
            continue
        end = i
        while end < len(flow) and flow[end] in _NEUTRAL:
            end += 1
        before = _direction(flow[i - 1]) if i else base
        after = _direction(flow[end]) if end < len(flow) else base
        flow[i:end] = [before if before == after else base] * (end - i)
        i = end
