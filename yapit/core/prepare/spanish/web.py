"""How addresses are said in Spanish."""

from __future__ import annotations

from yapit.core.prepare.continental.web import Web

WEB = Web(
    link="enlace a",
    doi="enlace D O I",
    signs={".": "punto", "@": "arroba", "-": "guion", "_": "guion bajo", "/": "barra",
    "\\": "barra invertida",
           "~": "virgulilla", "+": "más"},
)  # fmt: skip
