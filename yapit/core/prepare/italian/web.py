"""How addresses are said in Italian."""

from __future__ import annotations

from yapit.core.prepare.continental.web import Web

WEB = Web(
    link="link a",
    doi="link D O I",
    signs={".": "punto", "@": "chiocciola", "-": "trattino", "_": "trattino basso", "/": "barra",
           "\\": "barra rovesciata", "~": "tilde", "+": "più"},
)  # fmt: skip
