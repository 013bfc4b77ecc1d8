"""German names of signs."""

from __future__ import annotations

SIGNS = {
    "&": "und", "%": "Prozent", "‰": "Promille", "§§": "Paragraphen", "§": "Paragraph", "+": "plus",
    "=": "gleich", "°": "Grad", "º": "Grad", "×": "mal", "·": "mal", "÷": "geteilt durch",
    "±": "plus minus", "−": "minus", "@": "at", "#": "Nummer", "<": "kleiner als", ">": "größer als",
    "≤": "kleiner gleich", "≥": "größer gleich", "≠": "ungleich", "≈": "ungefähr", "→": "nach", "←": "von",
    "©": "Copyright", "®": "eingetragene Marke", "™": "Marke", "∞": "unendlich", "√": "Wurzel aus",
    "€": "Euro", "$": "Dollar", "£": "Pfund", "¥": "Yen", "¢": "Cent", "µ": "Mikro", "№": "Nummer",
}  # fmt: skip
