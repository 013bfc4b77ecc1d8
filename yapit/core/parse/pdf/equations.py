"""Formulas that stand on lines of their own."""

from __future__ import annotations

import re

from yapit.core.document import BlockKind
from yapit.core.parse.pdf.page import Line
from yapit.core.parse.pdf.piece import SENTENCE_END
from yapit.core.parse.pdf.reading import Reading

_SIGNS = re.compile(r"[=∑∏∫√≤≥≈≠±∂∇×·∈→⇒∞≡∝⟨⟩⊗⊕∪∩⊂⊆\u2211\u222b]|[+\-−*/]\s*[a-z]\b")
_NUMBER = re.compile(r"\((?:[A-Z]?\.?\d{1,3}(?:\.\d{1,3})*[a-z]?)\)")
_WORD = re.compile(r"[^\W\d_]{3,}")


def is_equation(line: Line, reading: Reading) -> bool:
    text = line.text
    if _NUMBER.fullmatch(text):
        return not reading.is_level(line) or reading.kind is BlockKind.EQUATION or _is_at_end(line, reading)
    if line.width > 0.92 * reading.layout.measure(line).width and not text.endswith(")"):
        return False
    if reading.inset(line) < 0.9 * reading.layout.body:
        return False
    if reading.is_level(line) and not _near(line, reading):
        return False
    numbered = _NUMBER.search(text[-9:]) is not None and text.endswith(")")
    if numbered and _SIGNS.search(text):
        return len(_WORD.findall(text)) < 8
    return _is_formula(text) or (_near(line, reading) and _is_fragment(text))


def _is_at_end(line: Line, reading: Reading) -> bool:
    return line.box.x1 > reading.layout.measure(line).x1 - 12


def _near(line: Line, reading: Reading) -> bool:
    step = reading.step(line)
    near = step is not None and abs(step) < 1.6 * reading.layout.leading
    return near and reading.kind is BlockKind.EQUATION


def _is_formula(text: str) -> bool:
    words = len(_WORD.findall(text))
    tokens = len(text.split())
    said = SENTENCE_END.search(text.rstrip(".,;")) is not None
    return len(text) < 90 and _SIGNS.search(text) is not None and not said and words <= max(1, 0.25 * tokens)


def _is_fragment(text: str) -> bool:
    """A numerator, limits of a sum: nothing of words."""
    return len(text) < 40 and not _WORD.search(text)
