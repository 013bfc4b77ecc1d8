"""Italian names of signs."""

from __future__ import annotations

SIGNS = {
    "&": "e", "%": "per cento", "‰": "per mille", "§§": "paragrafi", "§": "paragrafo", "+": "più",
    "=": "uguale",
    "°": "gradi", "×": "per", "·": "per", "÷": "diviso", "±": "più o meno", "−": "meno",
    "@": "chiocciola", "#": "cancelletto", "<": "minore di", ">": "maggiore di", "≤": "minore o uguale a",
    "≥": "maggiore o uguale a", "≠": "diverso da", "≈": "circa", "→": "a", "←": "da", "©": "copyright",
    "®": "marchio registrato", "™": "marchio", "∞": "infinito", "√": "radice di", "€": "euro", "$": "dollaro",
    "£": "sterlina", "¥": "yen", "¢": "centesimo", "µ": "micro", "№": "numero",
}  # fmt: skip
