"""French names of signs."""

from __future__ import annotations

SIGNS = {
    "&": "et", "%": "pour cent", "‰": "pour mille", "§§": "paragraphes", "§": "paragraphe", "+": "plus",
    "=": "égale", "°": "degrés", "×": "fois", "·": "fois", "÷": "divisé par",
    "±": "plus ou moins", "−": "moins", "@": "arobase", "#": "dièse", "<": "inférieur à", ">": "supérieur à",
    "≤": "inférieur ou égal à", "≥": "supérieur ou égal à", "≠": "différent de", "≈": "environ", "→": "vers",
    "←": "de", "©": "copyright", "®": "marque déposée", "™": "marque", "∞": "infini", "√": "racine de",
    "€": "euro", "$": "dollar", "£": "livre", "¥": "yen", "¢": "cent", "µ": "micro", "№": "numéro",
}  # fmt: skip
