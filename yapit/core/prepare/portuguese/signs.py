"""Portuguese names of signs."""

from __future__ import annotations

SIGNS = {
    "&": "e", "%": "por cento", "‰": "por mil", "§§": "parágrafos", "§": "parágrafo", "+": "mais",
    "=": "igual a", "°": "graus", "×": "vezes", "·": "vezes", "÷": "dividido por",
    "±": "mais ou menos", "−": "menos", "@": "arroba", "#": "cerquilha", "<": "menor que", ">": "maior que",
    "≤": "menor ou igual a", "≥": "maior ou igual a", "≠": "diferente de", "≈": "aproximadamente",
    "→": "para",
    "←": "de", "©": "copyright", "®": "marca registrada", "™": "marca", "∞": "infinito", "√": "raiz de",
    "€": "euro", "$": "dólar", "£": "libra", "¥": "iene", "¢": "centavo", "µ": "micro", "№": "número",
}  # fmt: skip
