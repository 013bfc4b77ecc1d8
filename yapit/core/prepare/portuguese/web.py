"""How addresses are said in Portuguese."""

from __future__ import annotations

from yapit.core.prepare.continental.web import Web

WEB = Web(
    link="link para",
    doi="link D O I",
    signs={".": "ponto", "@": "arroba", "-": "hífen", "_": "sublinhado", "/": "barra",
    "\\": "barra invertida",
           "~": "til", "+": "mais"},
)  # fmt: skip
