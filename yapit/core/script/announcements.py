"""What is said instead of a listing, a large table or a formula that nobody can say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.hearing import Hearing, Telling

_MOST_CELLS = 60
"""A table of more cells than this is not read unless asked for: that takes over a minute."""

_NUMBER = re.compile(r"\(([A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?)\)\s*\Z")
"""The number that stands beside a formula: `(3)`, `(2.1a)`."""


def announcement(document: Document, index: int, hearing: Hearing) -> str:
    """What to say instead of a block; empty where the block itself is said."""
    block = document.blocks[index]
    if block.kind not in _ANNOUNCED:
        return ""
    body = block.span.of(document.text)
    if not body.strip():
        return ""
    say = _PHRASES.get(document.language.partition("-")[0].lower(), _PHRASES["en"])
    if block.kind is BlockKind.CODE:
        return "" if hearing.code is Telling.READ else _code(body, say)
    if block.kind is BlockKind.TABLE:
        return _table(body, say) if _is_announced(body, hearing.tables) else ""
    has_formula = any(mark.kind is MarkKind.MATH for mark in document.marks_in(block.span))
    return "" if has_formula else _equation(body, say)


_ANNOUNCED = frozenset((BlockKind.CODE, BlockKind.TABLE, BlockKind.EQUATION))


def _is_announced(body: str, telling: Telling) -> bool:
    if telling is not Telling.AUTO:
        return telling is Telling.ANNOUNCE
    return body.count("\t") + body.count("\n") + 1 > _MOST_CELLS


def _code(body: str, say: Mapping[str, str]) -> str:
    lines = len(body.splitlines())
    return say["code of a line"] if lines == 1 else say["code"].format(lines=lines)


def _table(body: str, say: Mapping[str, str]) -> str:
    rows = body.splitlines()
    return say["table"].format(columns=max(row.count("\t") + 1 for row in rows), rows=len(rows))


def _equation(body: str, say: Mapping[str, str]) -> str:
    numbered = _NUMBER.search(body)
    return say["equation"].format(number=numbered[1]) if numbered else say["an equation"]


_PHRASES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "code": "Code, {lines} lines.",
        "code of a line": "Code, one line.",
        "table": "Table with {columns} columns and {rows} rows.",
        "equation": "Equation {number}.",
        "an equation": "Equation.",
    },
    "de": {
        "code": "Programmtext, {lines} Zeilen.",
        "code of a line": "Programmtext, eine Zeile.",
        "table": "Tabelle mit {columns} Spalten und {rows} Zeilen.",
        "equation": "Gleichung {number}.",
        "an equation": "Gleichung.",
    },
    "fr": {
        "code": "Code, {lines} lignes.",
        "code of a line": "Code, une ligne.",
        "table": "Tableau de {columns} colonnes et {rows} lignes.",
        "equation": "Équation {number}.",
        "an equation": "Équation.",
    },
    "es": {
        "code": "Código, {lines} líneas.",
        "code of a line": "Código, una línea.",
        "table": "Tabla de {columns} columnas y {rows} filas.",
        "equation": "Ecuación {number}.",
        "an equation": "Ecuación.",
    },
    "it": {
        "code": "Codice, {lines} righe.",
        "code of a line": "Codice, una riga.",
        "table": "Tabella di {columns} colonne e {rows} righe.",
        "equation": "Equazione {number}.",
        "an equation": "Equazione.",
    },
    "pt": {
        "code": "Código, {lines} linhas.",
        "code of a line": "Código, uma linha.",
        "table": "Tabela de {columns} colunas e {rows} linhas.",
        "equation": "Equação {number}.",
        "an equation": "Equação.",
    },
}
