"""How addresses are said in French."""

from __future__ import annotations

from yapit.core.prepare.continental.web import Web

WEB = Web(
    link="lien vers",
    doi="lien D O I",
    signs={".": "point", "@": "arobase", "-": "tiret", "_": "souligné", "/": "barre", "\\": "barre inverse",
           "~": "tilde", "+": "plus"},
)  # fmt: skip
