"""How addresses are said in German."""

from __future__ import annotations

from yapit.core.prepare.continental.web import Web

WEB = Web(
    link="Link zu",
    doi="D O I Link",
    signs={".": "Punkt", "@": "ät", "-": "minus", "_": "Unterstrich", "/": "Schrägstrich", "\\": "Backslash",
           "~": "Tilde", "+": "plus"},
)  # fmt: skip
