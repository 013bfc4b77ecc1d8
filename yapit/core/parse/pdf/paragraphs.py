"""Where a paragraph ends and the next begins."""

from __future__ import annotations

from yapit.core.document import BlockKind
from yapit.core.parse.pdf.items import looks_like_item
from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.piece import Piece
from yapit.core.parse.pdf.reading import Reading

FLOWING = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.ABSTRACT, BlockKind.QUOTE))
"""What goes on over lines, columns and pages."""


LONGEST = 20_000
"""Characters: no paragraph of a text is longer; what has no end is cut for the sake of time."""


def begins_paragraph(line: Line, reading: Reading) -> bool:
    open_, before = reading.open, reading.before
    if open_ is None or before is None or open_.kind not in FLOWING or len(open_.text) > LONGEST:
        return True
    step = reading.step(line)
    if step is None or _changes_column(line, before, reading):
        return _begins_after_jump(line, before, open_, reading)
    leading = max(reading.layout.leading, 1.0)
    if step > 1.32 * leading:
        return True
    if step <= 0.5 * leading or (line.text[0].islower() and not open_.has_ended):
        return False
    if step > 1.18 * leading and open_.has_ended and not line.text[0].islower():
        return True
    return _is_set_off(line, before, open_, reading)


def _changes_column(line: Line, before: Line, reading: Reading) -> bool:
    layout = reading.layout
    return layout.column(before) != layout.column(line) and not _overlap(line, before)


def _overlap(line: Line, before: Line) -> bool:
    return min(line.box.x1, before.box.x1) - max(line.box.x0, before.box.x0) > 0


def _begins_after_jump(line: Line, before: Line, open_: Piece, reading: Reading) -> bool:
    """Over a page or column: only if the sentence ended, and an indent or a short line shows it."""
    if abs(before.size - line.size) > 0.9 or (before.page == line.page and _overlap(line, before)):
        return True
    if not open_.has_ended or line.text[0].islower() or line.text[0].isdigit():
        return False
    if before.page != line.page and reading.layout.ends_early(before):
        return True
    indented = reading.inset(line) > 0.7 * reading.layout.body
    if open_.kind is BlockKind.LIST_ITEM:
        return not indented or leaves_room(before, line, reading)
    return indented or leaves_room(before, line, reading)


def leaves_room(before: Line, line: Line, reading: Reading) -> bool:
    """Whether the first word of a line would have had room in the line before: the break is meant."""
    column = reading.layout.measure(before)
    letter = before.width / max(len(before.text), 1)
    word = len(line.text.split(" ", 1)[0]) + 1
    room = column.x1 - before.box.x1
    return room > max(1.1 * word * letter, 0.07 * column.width)


def _is_set_off(line: Line, before: Line, open_: Piece, reading: Reading) -> bool:
    """A first line set in, the end of an item, or a last line that left room."""
    body = reading.layout.body
    indent = 0.7 * body
    inset = reading.inset(line)
    if open_.kind is BlockKind.LIST_ITEM:
        back = inset <= 0.5 * body and reading.inset(before) > indent and looks_like_item(open_.text)
        return back or _leaves_hang(line, open_, reading)
    set_in = indent < inset < 3.5 * body
    if open_.has_ended and set_in and reading.inset(before) <= inset - 0.5 * body:
        return True
    return open_.has_ended and not line.text[0].islower() and leaves_room(before, line, reading)


def _leaves_hang(line: Line, item: Piece, reading: Reading) -> bool:
    """Whether a line stands further left than the following lines of an item do, or would."""
    column = reading.layout.column(line)
    here = [li for li in item.lines if li.page == line.page and reading.layout.column(li) == column]
    if here and here[0] is item.lines[0]:
        hang = here[1].box.x0 if len(here) > 1 else here[0].box.x0 + 0.5 * line.size
    else:
        hang = here[0].box.x0 if here else line.box.x0
    return line.box.x0 < hang - 0.3 * line.size and (len(here) > 1 or not line.text[0].islower())


def is_quote(piece: Piece, reading: Reading) -> bool:
    """Set in on both sides, in more than one line."""
    lines, body = piece.lines, reading.layout.body
    if piece.kind is not BlockKind.PARAGRAPH or len(lines) < 3 or looks_like_item(piece.text):
        return False
    if len({line.page for line in lines}) > 1:
        return False
    columns = [reading.layout.measure(line) for line in lines]
    left = min(line.box.x0 - column.x0 for line, column in zip(lines, columns, strict=True))
    right = min(column.x1 - line.box.x1 for line, column in zip(lines, columns, strict=True))
    return left > 1.2 * body and right > 0.8 * body
