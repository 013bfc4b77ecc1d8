"""Text as a terminal can show it: the same number of characters, safe to print, of known width in cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

TAB = 4
"""Columns between tab stops."""

_SPACES = re.compile(r"[\n\x0b\x0c\r\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]")
# White space where a line may break, besides space and tab; no-break spaces stay what they are.
_EMOJI = r"[\u2600-\u27bf\U0001f000-\U0001faff]"
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\ud800-\udfff]"
    rf"|(?<!{_EMOJI})(?<!{_EMOJI}\ufe0f)\u200d"
)
_NO_WIDTH = "\xad\u200d"
_NARROW = re.compile(
    r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u0590\u1e00-\u1fff\u2007\u2010-\u2027\u202f-\u205e"
    r"\u2070-\u20cf\u2190-\u2319\u2500-\u25fc\ufffd]*"
)
_HAN_AND_KANA = (
    r"\u2e80-\u303f\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf"
    r"\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\U00020000-\U0003fffd"
)
_MARKS = r"\u0300-\u036f\u200d\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"
_OPENING = "「『（【《〈［｛〔"
_CLOSING = "」』）】》〉］｝〕、。，．：；！？…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_UNIT = re.compile(
    rf"[ \t]+|[{_OPENING}]*[{_HAN_AND_KANA}][{_MARKS}]*(?:[{_CLOSING}][{_MARKS}]*)*|[^ \t{_HAN_AND_KANA}]+"
)


def displayable(text: str) -> str:
    """The text, character for character, without those that would upset a terminal.

    White space is a space or a tab; control characters are their pictures;
    a soft hyphen has no width, nor has a joiner, which joins emoji only: of
    other letters it would hide the next one from those who count cells.
    """
    return _UNPRINTABLE.sub(_picture, _SPACES.sub(" ", text))


def _picture(found: re.Match[str]) -> str:
    if found[0] in _NO_WIDTH:
        return "\u200b"
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def is_plain(shown: str, start: int, end: int) -> bool:
    """Each character there is one cell wide, and no two spaces stand together: cells are characters."""
    return _NARROW.fullmatch(shown, start, end) is not None and shown.find("  ", start, end) < 0


def units(shown: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Runs of white space, and what stands between two places where a line may break.

    Chinese and Japanese break between any two characters, but not before a
    closing mark or after an opening one.
    """
    return (match.span() for match in _UNIT.finditer(shown, start, end))


def pieces(shown: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """A unit too long for a line, in parts of at most `width` cells; what is drawn as one stays together."""
    at, cells = start, 0
    for first, _, size in split_graphemes(shown[start:end])[0]:
        if cells + size > width and cells:
            yield at, start + first
            at, cells = start + first, 0
        cells += size
    yield at, end


def gap_cells(run: str, x: int, width: int) -> int:
    """Cells that kept white space takes at column `x`; an indent takes at most half the line."""
    cells = 0
    for character in run:
        cells += TAB - (x + cells) % TAB if character == "\t" else 1
    return min(cells, width // 2) if x == 0 else cells


def cells(text: str) -> int:
    return cell_len(text)
