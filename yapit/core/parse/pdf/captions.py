"""How captions of figures, tables and listings begin."""

from __future__ import annotations

import re

_NAMES = (
    r"fig(?:ure|\.)?|table|tab\.|listing|algorithm|scheme|plate|chart|box|exhibit|map|photo|"
    r"abb(?:ildung|\.)|tabelle|tableau|figura|tabla|tabela|рис(?:унок|\.)|таблица"
)
_NUMBER = r"(?:[A-Z]{0,2}[.\-–]?\d+(?:[.\-–]\d+)*[a-z]?|[IVXL]+)"

CAPTION = re.compile(rf"(?:supplementary\s+)?(?i:{_NAMES})\s*{_NUMBER}(?![\w(])|[图圖表図]\s*\d+")
"""`Figure 3`, `Table II`: also how a sentence may begin."""

PART = re.compile(r"\([a-h]\)\s+\w")
"""`(a) Before`: the caption of a part, where it is set smaller than the text."""

CAPTION_HEAD = re.compile(rf"(?:{CAPTION.pattern})\s*(?:[.:|–—]|$)(?!\d)")
"""`Figure 3.`: hardly how a sentence begins."""
