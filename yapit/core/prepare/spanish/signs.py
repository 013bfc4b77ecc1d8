"""Spanish names of signs."""

from __future__ import annotations

SIGNS = {
    "&": "y", "%": "por ciento", "‰": "por mil", "§§": "secciones", "§": "sección", "+": "más",
    "=": "igual a",
    "°": "grados", "×": "por", "·": "por", "÷": "dividido entre", "±": "más menos",
    "−": "menos", "@": "arroba", "#": "almohadilla", "<": "menor que", ">": "mayor que",
    "≤": "menor o igual que", "≥": "mayor o igual que", "≠": "distinto de", "≈": "aproximadamente", "→": "a",
    "←": "de", "©": "copyright", "®": "marca registrada", "™": "marca", "∞": "infinito", "√": "raíz de",
    "€": "euro", "$": "dólar", "£": "libra", "¥": "yen", "¢": "centavo", "µ": "micro", "№": "número",
}  # fmt: skip
