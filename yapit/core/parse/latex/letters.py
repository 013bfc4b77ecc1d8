"""Letters and signs that LaTeX spells with commands."""

from __future__ import annotations

import unicodedata

_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip

ACCENTS = frozenset(_COMBINING)
"""Names of the commands that put a sign over or under the letter after them."""

SYMBOLS = {
    "ss": "ß", "SS": "SS", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "aa": "å", "AA": "Å", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "ng": "ŋ",
    "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "copyright": "©", "pounds": "£", "euro": "€", "EUR": "€",
    "texteuro": "€", "textregistered": "®", "texttrademark": "™", "textdegree": "°", "degree": "°",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "slash": "/",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”",
    "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«", "guillemetright": "»", "glqq": "„",
    "grqq": "“", "flqq": "«", "frqq": "»", "lq": "‘", "rq": "’", "textbackslash": "\\", "textbar": "|",
    "textless": "<", "textgreater": ">", "textasciitilde": "~", "textasciicircum": "^", "textunderscore": "_",
    "textbullet": "•", "textperiodcentered": "·", "textmu": "µ", "textdollar": "$", "textpercent": "%",
    "LaTeX": "LaTeX", "TeX": "TeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX", "XeTeX": "XeTeX",
    "XeLaTeX": "XeLaTeX",
    "space": " ", "quad": " ", "qquad": " ", "enspace": " ", "thinspace": " ", "nobreakspace": " ",
    "hfill": " ",
    "xspace": "", "ie": "i.e.", "eg": "e.g.", "etc": "etc.", "today": "",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "lambda": "λ", "mu": "μ",
    "pi": "π",
    "sigma": "σ", "omega": "ω", "times": "×", "pm": "±", "rightarrow": "→", "leftarrow": "←", "to": "→",
    "checkmark": "✓", "star": "★", "ast": "*", "cdot": "·", "infty": "∞", "leq": "≤", "geq": "≥", "neq": "≠",
}  # fmt: skip
"""What stands on the page for a command without arguments."""

ESCAPED = {
    "%": "%", "$": "$", "&": "&", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "\n": " ", "\t": " ",
    ",": " ", ";": " ", ":": " ", ">": " ", "!": "", "-": "", "/": "", "@": "", "+": "", "<": "", "|": "",
}  # fmt: skip
"""What stands on the page for a backslash and one sign."""

LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "~": " ", ",,": "„"}


def accented(accent: str, letter: str) -> str:
    """The letter with the sign, as one character where there is such a one."""
    base = {"\\i": "i", "\\j": "j", "ı": "i", "ȷ": "j"}.get(letter, letter)
    return unicodedata.normalize("NFC", base[:1] + _COMBINING[accent] + base[1:]) if base.strip() else ""
