"""Pieces of patterns for numbers with a decimal comma."""

from __future__ import annotations

from yapit.core.prepare.fragments import MINUS

START = r"(?<![\w.])(?<!\d[,:])(?<![A-Za-z]-)"
"""Nothing that would belong to the number stands before it."""

NUMBER = (
    r"(?:[1-9]\d{0,2}(?:\.\d{3})+(?!\d|\.\d)(?:,\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}(?![\d,])"
    r"|\d{1,3}(?:[\u00a0\u2009\u202f'’]\d{3})+(?!\d)(?:,\d+)?|[1-9]\d{0,2}(?: \d{3})+(?![\d ]*\d)(?:,\d+)?"
    r"|\d+(?:,\d+|\.\d+)?)"
)
"""A number without its sign; dots, narrow spaces or apostrophes may group its digits."""

SIGNED = MINUS + START + NUMBER
