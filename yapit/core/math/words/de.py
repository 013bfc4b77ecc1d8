"""German."""

from __future__ import annotations

from yapit.core.math.words.vocabulary import Vocabulary

_PHRASES = {
    "from above": "{0} von oben", "from below": "{0} von unten",
    "expectation over": "der Erwartungswert über {1} von {0}",
    "commutator": "der Kommutator von {0} und {1}",
    "conjugate transpose": "{0} adjungiert",
    "case if": "{0}, falls {1}", "point": "{0} Komma",
    "a formula": "eine Formel", "a long formula": "eine lange Formel", "over": "{0} durch {1}",
    "over, apart": "{0}, durch {1}", "fraction": "der Bruch {0}, durch {1},",
    "full fraction": "der Bruch mit Zähler {0} und Nenner {1}, Ende des Bruchs,",
    "quantity": "Klammer auf {0} Klammer zu,", "of": "{0} von {1}", "of, apart": "{0} von {1},",
    "choose": "{0} über {1}", "full choose": "der Binomialkoeffizient {0} über {1}, Ende,",
    "square root": "die Wurzel aus {0}", "cube root": "die dritte Wurzel aus {0}",
    "root": "die {1} Wurzel aus {0}", "full square root": "die Wurzel aus {0}, Ende der Wurzel,",
    "full cube root": "die dritte Wurzel aus {0}, Ende der Wurzel,",
    "full root": "die {1} Wurzel aus {0}, Ende der Wurzel,", "squared": "{0} Quadrat",
    "cubed": "{0} hoch 3", "numbered power": "{0} hoch {2}", "power": "{0} hoch {1}",
    "power, apart": "{0} hoch {1},", "full power": "{0} hoch {1}, Ende der Potenz,",
    "inverse": "{0} invers", "transpose": "{0} transponiert", "star": "{0} Stern", "dagger": "{0} Dolch",
    "degrees": "{0} Grad", "complement": "{0} Komplement", "plus above": "{0} plus",
    "minus above": "{0} minus", "perp": "{0} senkrecht", "prime": "{0} Strich",
    "double prime": "{0} zwei Strich", "triple prime": "{0} drei Strich", "dimension": "{0} {1}",
    "superscript": "{0} oben {1}", "full superscript": "{0} oben {1}, Ende oben,", "sub": "{0} {1}",
    "sub, apart": "{0} {1},", "full sub": "{0} unten {1}, Ende unten,", "base": "{0} zur Basis {1} von",
    "from to": "{0} von {1} bis {2} von", "from": "{0} über {1} von", "to": "{0} bis {1} von",
    "no bounds": "{0} von", "as": "{0} für {1} von", "gradient": "der Gradient nach {0} von",
    "big O": "groß O von {0}", "evaluated": "{0}, an der Stelle {1},",
    "evaluated between": "{0}, in den Grenzen von {1} bis {2},",
    "derivative": "die Ableitung von {0} nach {1}", "derivative of": "die Ableitung nach {0} von",
    "second derivative": "die zweite Ableitung von {0} nach {1}",
    "second derivative of": "die zweite Ableitung nach {0} von",
    "nth derivative": "die {2} Ableitung von {0} nach {1}",
    "nth derivative of": "die {1} Ableitung nach {0} von",
    "partial derivative": "die partielle Ableitung von {0} nach {1}",
    "partial derivative of": "die partielle Ableitung nach {0} von",
    "partial second derivative": "die zweite partielle Ableitung von {0} nach {1}",
    "partial second derivative of": "die zweite partielle Ableitung nach {0} von",
    "partial nth derivative": "die {2} partielle Ableitung von {0} nach {1}",
    "partial nth derivative of": "die {1} partielle Ableitung nach {0} von", "and": "{0} und {1}",
    "absolute": "der Betrag von {0}", "full absolute": "der Betrag von {0}, Ende des Betrags,",
    "norm": "die Norm von {0}", "numbered norm": "die {1}-Norm von {0}",
    "full norm": "die Norm von {0}, Ende der Norm,", "floor": "{0} abgerundet",
    "ceiling": "{0} aufgerundet", "inner product": "das Skalarprodukt von {0} und {1}", "ket": "Ket {0}",
    "bra": "Bra {0}", "mean": "der Mittelwert von {0}", "bracket": "die Klammer {0},",
    "set": "die Menge {0},", "set of": "die Menge aller {0},", "pair": "das Paar {0},",
    "tuple": "das Tupel {0},", "closed interval": "das Intervall von {0} bis {1}",
    "open interval": "das offene Intervall von {0} bis {1}",
    "half-open interval": "das halboffene Intervall von {0} bis {1}",
    "expectation": "der Erwartungswert von {0}", "probability": "die Wahrscheinlichkeit von {0}",
    "probability that": "die Wahrscheinlichkeit, dass {0},", "matrix": "die {0} mal {1} Matrix, {2},",
    "matrix row": "Zeile {0}: {1}", "vector": "der Vektor {0},", "row vector": "der Zeilenvektor {0},",
    "large matrix": "eine {0} mal {1} Matrix", "determinant": "die Determinante von {0}",
    "case": "{0}, {1}", "or": "; oder ", "cases": "entweder {0},", "labelled": "{0}, bezeichnet mit {1},",
    "above": "{0}, darüber {1},", "below": "{0}, darunter {1},", "capital": "groß {0}", "bold": "fett {0}",
    "calligraphic": "kalligrafisch {0}", "fraktur": "Fraktur {0}", "blackboard": "Doppelstrich {0}",
    "per": "{0} pro {1}", "open (": "Klammer auf", "close )": "Klammer zu", "open [": "eckige Klammer auf",
    "close ]": "eckige Klammer zu", "open {": "geschweifte Klammer auf",
    "close }": "geschweifte Klammer zu", "open ⟨": "spitze Klammer auf", "close ⟩": "spitze Klammer zu",
}  # fmt: skip
_SIGNS = {
    "ratio": "zu", "∃!": "es gibt genau ein",
    "+": "plus", "−": "minus", "±": "plus minus", "∓": "minus plus", "×": "mal", "⋅": "mal",
    "÷": "geteilt durch", "/": "durch", "∗": "mal", "∘": "nach", "=": "gleich", "≠": "ungleich",
    "<": "kleiner als", ">": "größer als", "≤": "kleiner gleich", "≥": "größer gleich",
    "≪": "viel kleiner als", "≫": "viel größer als", "≈": "ungefähr gleich", "≃": "ungefähr gleich",
    "≅": "isomorph zu", "≡": "äquivalent zu", "∼": "verteilt wie", "∝": "proportional zu",
    "≔": "definiert als", "≜": "definiert als", "∈": "in", "∉": "nicht in", "∋": "enthält",
    "⊂": "Teilmenge von", "⊆": "Teilmenge von", "⊊": "echte Teilmenge von", "⊄": "keine Teilmenge von",
    "⊃": "Obermenge von", "⊇": "Obermenge von", "∪": "vereinigt mit", "∩": "geschnitten mit", "∖": "ohne",
    "∅": "die leere Menge", "∀": "für alle", "∃": "es gibt", "∄": "es gibt kein", "¬": "nicht", "∧": "und",
    "∨": "oder", "⇒": "daraus folgt", "⇐": "folgt aus", "⇔": "genau dann, wenn", "→": "nach", "←": "von",
    "↔": "genau dann, wenn", "↦": "wird abgebildet auf", "⊥": "senkrecht auf", "∥": "parallel zu",
    "∣": "teilt", "∤": "teilt nicht", "⊢": "beweist", "⊨": "erfüllt", "∴": "also", "∵": "weil",
    "⊕": "direkte Summe", "⊗": "Tensor", "∞": "unendlich", "∂": "partiell", "∇": "der Gradient von",
    "°": "Grad", "′": "Strich", "%": "Prozent", "!": "Fakultät", "…": "und so weiter", "|": "Strich",
    "given": "gegeben", "such that": "mit", "times": "mal", "goes to": "gegen", "from": "von",
    "cross": "Kreuz", "dot": "mal", "by": "mal", "del": "Nabla", "congruent": "kongruent zu",
    "⟶": "reagiert zu", "⇌": "im Gleichgewicht mit", "< quantified": "kleiner als",
    "> quantified": "größer als", "≤ quantified": "kleiner gleich", "≥ quantified": "größer gleich",
    "≠ quantified": "ungleich",
}  # fmt: skip
_LETTERS = {
    "α": "Alpha", "β": "Beta", "γ": "Gamma", "δ": "Delta", "ε": "Epsilon", "ζ": "Zeta", "η": "Eta",
    "θ": "Theta", "ι": "Jota", "κ": "Kappa", "λ": "Lambda", "μ": "My", "ν": "Ny", "ξ": "Xi", "ο": "Omikron",
    "π": "Pi", "ρ": "Rho", "σ": "Sigma", "τ": "Tau", "υ": "Ypsilon", "φ": "Phi", "χ": "Chi", "ψ": "Psi",
    "ω": "Omega", "ħ": "h quer", "ℏ": "h quer",
}  # fmt: skip
_NAMES = {
    "sin": "Sinus", "cos": "Kosinus", "tan": "Tangens", "cot": "Kotangens", "arcsin": "Arkussinus",
    "arccos": "Arkuskosinus", "arctan": "Arkustangens", "sinh": "Sinus hyperbolicus",
    "cosh": "Kosinus hyperbolicus", "tanh": "Tangens hyperbolicus", "log": "Logarithmus",
    "ln": "natürlicher Logarithmus", "exp": "die Exponentialfunktion von", "det": "die Determinante von",
    "dim": "die Dimension von", "ker": "der Kern von", "deg": "der Grad von",
    "gcd": "der größte gemeinsame Teiler von", "lcm": "das kleinste gemeinsame Vielfache von",
    "ggT": "der größte gemeinsame Teiler von", "kgV": "das kleinste gemeinsame Vielfache von",
    "arg": "das Argument von", "mod": "modulo", "sgn": "das Vorzeichen von", "tr": "die Spur von",
    "Tr": "die Spur von", "rank": "der Rang von", "span": "die Hülle von", "Re": "der Realteil von",
    "Im": "der Imaginärteil von", "Pr": "die Wahrscheinlichkeit von", "Var": "die Varianz von",
    "Cov": "die Kovarianz von",
}  # fmt: skip
_LARGE = {
    "∑": "die Summe", "∏": "das Produkt", "∫": "das Integral", "∬": "das Doppelintegral",
    "∭": "das Dreifachintegral", "∮": "das Kurvenintegral", "⋃": "die Vereinigung", "⋂": "der Durchschnitt",
    "⨁": "die direkte Summe", "lim": "der Grenzwert", "max": "das Maximum", "min": "das Minimum",
    "sup": "das Supremum", "inf": "das Infimum", "argmax": "das Argument des Maximums",
    "argmin": "das Argument des Minimums", "limsup": "der Limes superior", "liminf": "der Limes inferior",
}  # fmt: skip
_ACCENTS = {
    "hat": "{0} Dach", "bar": "{0} quer", "tilde": "{0} Tilde", "vector": "Vektor {0}", "dot": "{0} Punkt",
    "double dot": "{0} zwei Punkt", "underlined": "{0} unterstrichen", "ring": "{0} Ring",
}  # fmt: skip
_SETS = {
    "R": "die reellen Zahlen", "N": "die natürlichen Zahlen", "Z": "die ganzen Zahlen",
    "Q": "die rationalen Zahlen", "C": "die komplexen Zahlen",
}  # fmt: skip
_FRACTIONS = {
    "1/2": "ein halb", "1/3": "ein Drittel", "2/3": "zwei Drittel", "1/4": "ein Viertel",
    "3/4": "drei Viertel", "1/5": "ein Fünftel", "1/6": "ein Sechstel", "1/8": "ein Achtel",
    "1/10": "ein Zehntel",
}  # fmt: skip
_UNITS = {
    "m": ("Meter", "Meter"), "s": ("Sekunde", "Sekunden"), "kg": ("Kilogramm", "Kilogramm"),
    "g": ("Gramm", "Gramm"), "km": ("Kilometer", "Kilometer"), "cm": ("Zentimeter", "Zentimeter"),
    "mm": ("Millimeter", "Millimeter"), "h": ("Stunde", "Stunden"), "min": ("Minute", "Minuten"),
    "K": ("Kelvin", "Kelvin"), "°C": ("Grad Celsius", "Grad Celsius"), "N": ("Newton", "Newton"),
    "J": ("Joule", "Joule"), "W": ("Watt", "Watt"), "V": ("Volt", "Volt"), "A": ("Ampere", "Ampere"),
    "Hz": ("Hertz", "Hertz"), "mol": ("Mol", "Mol"), "%": ("Prozent", "Prozent"),
}  # fmt: skip

WORDS = Vocabulary(
    _PHRASES, _SIGNS, _LETTERS, _NAMES, _LARGE, _ACCENTS, _SETS, _FRACTIONS, _UNITS, "{0}-te".format
)
