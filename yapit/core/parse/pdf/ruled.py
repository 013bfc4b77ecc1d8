"""Tables between strokes: what stands near a caption, between the first and the last stroke."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yapit.core.document import Box
from yapit.core.parse.pdf.captions import CAPTION
from yapit.core.parse.pdf.page import Line, Page

_TABLE = re.compile(r"(?i:supplementary\s+)?(?i:tab)")
_NEAR = 4.5
"""Lines of text that a caption may have between its first line and the first stroke."""


def ruled_parts(page: Page, lines: list[Line]) -> Iterator[list[Line]]:
    """The lines within each table that has a caption and strokes, in any order."""
    taken: set[Line] = set()
    for caption in lines:
        if not (_TABLE.match(caption.text) and CAPTION.match(caption.text)):
            continue
        strokes = _strokes(caption, page)
        if len(strokes) < 2:
            continue
        inside = [line for line in lines if line not in taken and _is_within(line, strokes)]
        if len(inside) > 3:
            taken.update(inside)
            yield inside


def _strokes(caption: Line, page: Page) -> list[Box]:
    """The strokes of one width below a caption, or above it where there is none below."""
    reach = _NEAR * caption.size * 1.3
    wide = [rule for rule in page.rules if rule.x1 - rule.x0 > 0.2 * page.width and _overlap(rule, caption)]
    below = sorted((rule for rule in wide if rule.y0 > caption.middle), key=lambda rule: rule.y0)
    above = sorted((rule for rule in wide if rule.y0 < caption.middle), key=lambda rule: -rule.y0)
    for rules in (below, above):
        if rules and abs(rules[0].y0 - caption.middle) < reach:
            return [
                rule for rule in rules if abs(rule.x0 - rules[0].x0) < 3 and abs(rule.x1 - rules[0].x1) < 3
            ]
    return []


def _overlap(rule: Box, line: Line) -> bool:
    return rule.x0 - 2 < line.box.x1 and line.box.x0 < rule.x1 + 2


def _is_within(line: Line, strokes: list[Box]) -> bool:
    top, foot = min(rule.y0 for rule in strokes), max(rule.y0 for rule in strokes)
    return top < line.middle < foot and strokes[0].x0 - 6 < line.box.x0 and line.box.x1 < strokes[0].x1 + 6
