"""Chemistry as mhchem writes it: `\\ce{2H2 + O2 -> 2H2O}`."""

from __future__ import annotations

import re

from yapit.core.math.grouping import grouped
from yapit.core.math.tree import Chemical, Node, Number, Row, Sign, Text

YIELDS = "⟶"
_ARROWS = {
    "->": YIELDS,
    "<-": "←",
    "<->": "↔",
    "<=>": "⇌",
    "<=>>": "⇌",
    "<<=>": "⇌",
    "=": "=",
    "^": "↑",
    "v": "↓",
}
_PIECE = re.compile(r"<<?=>>?|<->|->|<-|\s\+\s|\([a-z]{1,3}\)|[^\s<>]+|\s+|.", re.DOTALL)
_PART = re.compile(r"[A-Z][a-z]?|\d+|\^\{?[\d+−-]+\}?|[()\[\]]|[+−-](?=$)|[a-z]")
_AMOUNT = re.compile(r"(\d+(?:/\d+|\.\d+)?)(?=[A-Z(\[])")
_STATES = {"(s)": "solid", "(l)": "liquid", "(g)": "gas", "(aq)": "aqueous"}


def read_chemistry(source: str) -> Row:
    """Substances with their amounts, and the signs between them."""
    nodes: list[Node] = []
    for piece in _PIECE.findall(source.replace("_", "").replace("$", "")):
        stripped = piece.strip()
        if stripped in _ARROWS:
            nodes.append(Sign(_ARROWS[stripped]))
        elif stripped == "+":
            nodes.append(Sign("+"))
        elif stripped in _STATES:
            nodes.append(Text(stripped))
        elif stripped:
            nodes += _substance(stripped)
    return grouped(nodes)


def _substance(written: str) -> list[Node]:
    amount = _AMOUNT.match(written)
    found = _PART.findall(written[amount.end() :] if amount else written)
    parts = tuple(re.sub(r"[{}]", "", part) for part in found)
    return [*([Number(amount[1])] if amount else []), *([Chemical(parts)] if parts else [])]
