"""Tables drawn with signs or by columns: their cells with tabs between them, their rules gone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from yapit.core.document import BlockKind
from yapit.core.parse.draft import row_text
from yapit.core.parse.plain.rows import Row, runs_of_rows

_FEWEST = 3
"""Rows: fewer lines with a wide space in each are no table."""

_MOST = 2000
"""Rows of one table; what is longer is no page's table and stays as it is."""

_RULE_SIGNS = re.compile(r"[-=+|:─═┼├┤┬┴┌┐└┘\s]*")
_RULE_PART = re.compile(r"[-=─═]{2,}")
_WIDE = re.compile(r"(?<![.!?:,;\s])(?:[ ]{2,}|[ ]*\t+[ ]*)(?=\S)")
_BULLET = re.compile(r"[-*+•‣◦▪●–]|\(?\w{1,3}[.)]")
_SEPARATOR = re.compile(r"(?<!\\)[|│]")


def tabulated(rows: list[Row]) -> list[Row]:
    """The rows with those of tables rewritten."""
    written: list[Row] = []
    for run in runs_of_rows(rows):
        written += (_table(run) if _may_be_table(run) else None) or run
    return written


def _may_be_table(run: Sequence[Row]) -> bool:
    return _FEWEST <= len(run) <= _MOST and all(row.kind is None for row in run)


def _table(run: Sequence[Row]) -> list[Row] | None:
    texts = [row.raw.rstrip() for row in run]
    if sum(_is_drawn(text) for text in texts) * 10 >= len(texts) * 9:
        return _drawn(texts)
    return _aligned(texts)


def _is_rule(text: str) -> bool:
    return _RULE_SIGNS.fullmatch(text) is not None and _RULE_PART.search(text) is not None


def _is_drawn(text: str) -> bool:
    text = text.strip()
    if text[0] in "+┌├└╞" and _is_rule(text):
        return True
    return text[0] in "|│" and text[-1] in "|│" and len(text) > 2


def _drawn(texts: list[str]) -> list[Row] | None:
    """A grid of lines: what stands between two rules is one row if there are rules enough, else lines are."""
    groups: list[list[list[str]]] = [[]]
    for text in texts:
        if _is_rule(text):
            groups.append([])
        else:
            groups[-1].append(_SEPARATOR.split(text.strip().strip("|│")))
    groups = [group for group in groups if group]
    if len({len(cells) for group in groups for cells in group}) > 2 or not groups:
        return None
    if len(groups) > 2:
        return _rows([_merged(group) for group in groups], 1 if _has_head(texts) else 0)
    heads = len(groups[0]) if len(groups) == 2 else 0
    return _rows([cells for group in groups for cells in group], heads)


def _merged(group: list[list[str]]) -> list[str]:
    width = max(map(len, group))
    return [" ".join(cells[at].strip() for cells in group if at < len(cells)) for at in range(width)]


def _has_head(texts: list[str]) -> bool:
    return any("===" in text for text in texts if _is_rule(text))


def _aligned(texts: list[str]) -> list[Row] | None:
    """Columns with two spaces or a tab between them that begin, or end, in the same places."""
    full = [text for text in texts if not _is_rule(text)]
    cells = [_WIDE.split(text.strip()) for text in full]
    wide = [row for row in cells if len(row) > 1]
    if len(full) < _FEWEST or len(wide) * 5 < len(full) * 4:
        return None
    listed = sum(_BULLET.fullmatch(row[0]) is not None for row in wide)
    if listed * 2 > len(wide) or not (_same_columns(full) and _is_terse(wide)):
        return None
    second = len(texts) > 1 and _is_rule(texts[1])
    return _rows(cells, 1 if second else 0)


def _same_columns(full: list[str]) -> bool:
    if all("\t" in text.strip() for text in full):
        return len({text.strip().count("\t") for text in full}) == 1
    starts = Counter(match.end() for text in full for match in _WIDE.finditer(text.rstrip(), _indent(text)))
    numbers = Counter(len(text.rstrip()) for text in full if text.rstrip()[-1].isdecimal())
    return max(starts.values(), default=0) * 10 >= len(full) * 7 or (
        max(numbers.values(), default=0) * 10 >= len(full) * 8
    )


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


_TERSE = 8
"""Words: a table's first cells have no more on the average."""


def _is_terse(wide: list[list[str]]) -> bool:
    return sum(len(row[0].split()) for row in wide) <= _TERSE * len(wide)


def _rows(cells: list[list[str]], heads: int) -> list[Row]:
    return [Row(row_text(row) + "\n", BlockKind.TABLE, heads) for row in cells if any(map(str.strip, row))]
