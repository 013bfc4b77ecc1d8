"""Italian."""

from __future__ import annotations

from yapit.core.math.words.vocabulary import Vocabulary

_PHRASES = {
    "from above": "{0} da destra", "from below": "{0} da sinistra",
    "expectation over": "il valore atteso su {1} di {0}",
    "commutator": "il commutatore di {0} e {1}",
    "conjugate transpose": "{0} aggiunta",
    "open ⟨": "aperta angolare", "close ⟩": "chiusa angolare",
    "case if": "{0}, se {1}", "point": "{0} virgola",
    "a formula": "una formula", "a long formula": "una formula lunga", "over": "{0} fratto {1}",
    "over, apart": "{0}, fratto {1}", "fraction": "la frazione {0}, fratto {1},",
    "full fraction": "la frazione con numeratore {0} e denominatore {1}, fine frazione,",
    "quantity": "la quantità {0},", "of": "{0} di {1}", "of, apart": "{0} di {1},", "choose": "{0} su {1}",
    "full choose": "il coefficiente binomiale {0} su {1}, fine,",
    "square root": "la radice quadrata di {0}", "cube root": "la radice cubica di {0}",
    "root": "la radice {1} di {0}", "full square root": "la radice quadrata di {0}, fine radice,",
    "full cube root": "la radice cubica di {0}, fine radice,",
    "full root": "la radice {1} di {0}, fine radice,", "squared": "{0} al quadrato", "cubed": "{0} al cubo",
    "numbered power": "{0} alla {1}", "power": "{0} alla {1}", "power, apart": "{0} elevato a {1},",
    "full power": "{0} elevato a {1}, fine potenza,", "inverse": "{0} inversa",
    "transpose": "{0} trasposta", "star": "{0} stella", "dagger": "{0} croce", "degrees": "{0} gradi",
    "complement": "complemento di {0}", "plus above": "{0} più", "minus above": "{0} meno",
    "perp": "{0} ortogonale", "prime": "{0} primo", "double prime": "{0} secondo",
    "triple prime": "{0} terzo", "dimension": "{0} {1}", "superscript": "{0} apice {1}",
    "full superscript": "{0} apice {1}, fine apice,", "sub": "{0} con {1}", "sub, apart": "{0} con {1},",
    "full sub": "{0} pedice {1}, fine pedice,", "base": "{0} in base {1} di",
    "from to": "{0} da {1} a {2} di", "from": "{0} su {1} di", "to": "{0} fino a {1} di",
    "no bounds": "{0} di", "as": "{0} per {1} di", "gradient": "il gradiente rispetto a {0} di",
    "big O": "o grande di {0}", "evaluated": "{0}, calcolato in {1},",
    "evaluated between": "{0}, calcolato da {1} a {2},", "derivative": "la derivata di {0} rispetto a {1}",
    "derivative of": "la derivata rispetto a {0} di",
    "second derivative": "la derivata seconda di {0} rispetto a {1}",
    "second derivative of": "la derivata seconda rispetto a {0} di",
    "nth derivative": "la derivata {2} di {0} rispetto a {1}",
    "nth derivative of": "la derivata {1} rispetto a {0} di",
    "partial derivative": "la derivata parziale di {0} rispetto a {1}",
    "partial derivative of": "la derivata parziale rispetto a {0} di",
    "partial second derivative": "la derivata parziale seconda di {0} rispetto a {1}",
    "partial second derivative of": "la derivata parziale seconda rispetto a {0} di",
    "partial nth derivative": "la derivata parziale {2} di {0} rispetto a {1}",
    "partial nth derivative of": "la derivata parziale {1} rispetto a {0} di", "and": "{0} e {1}",
    "absolute": "il valore assoluto di {0}",
    "full absolute": "il valore assoluto di {0}, fine valore assoluto,", "norm": "la norma di {0}",
    "numbered norm": "la norma {1} di {0}", "full norm": "la norma di {0}, fine norma,",
    "floor": "la parte intera inferiore di {0}", "ceiling": "la parte intera superiore di {0}",
    "inner product": "il prodotto scalare di {0} e {1}", "ket": "ket {0}", "bra": "bra {0}",
    "mean": "la media di {0}", "bracket": "la parentesi {0},", "set": "l'insieme {0},",
    "set of": "l'insieme degli {0},", "pair": "la coppia {0},", "tuple": "la tupla {0},",
    "closed interval": "l'intervallo chiuso da {0} a {1}",
    "open interval": "l'intervallo aperto da {0} a {1}",
    "half-open interval": "l'intervallo semiaperto da {0} a {1}", "expectation": "il valore atteso di {0}",
    "probability": "la probabilità di {0}", "probability that": "la probabilità che {0},",
    "matrix": "la matrice {0} per {1}, {2},", "matrix row": "riga {0}: {1}", "vector": "il vettore {0},",
    "row vector": "il vettore riga {0},", "large matrix": "una matrice {0} per {1}",
    "determinant": "il determinante di {0}", "case": "{0}, {1}", "or": "; oppure ", "cases": "{0},",
    "labelled": "{0}, detto {1},", "above": "{0}, con {1} sopra,", "below": "{0}, con {1} sotto,",
    "capital": "{0} maiuscola", "bold": "{0} grassetto", "calligraphic": "{0} corsiva",
    "fraktur": "{0} gotica", "blackboard": "{0} a doppia asta", "per": "{0} al {1}",
    "open (": "aperta parentesi", "close )": "chiusa parentesi", "open [": "aperta quadra",
    "close ]": "chiusa quadra", "open {": "aperta graffa", "close }": "chiusa graffa",
}  # fmt: skip
_SIGNS = {
    "ratio": "a", "∃!": "esiste un unico",
    "+": "più", "−": "meno", "±": "più o meno", "∓": "meno o più", "×": "per", "⋅": "per", "÷": "diviso",
    "/": "fratto", "∗": "per", "∘": "composto", "=": "uguale a", "≠": "diverso da", "<": "minore di",
    ">": "maggiore di", "≤": "minore o uguale a", "≥": "maggiore o uguale a", "≪": "molto minore di",
    "≫": "molto maggiore di", "≈": "circa uguale a", "≃": "circa uguale a", "≅": "isomorfo a",
    "≡": "equivalente a", "∼": "è distribuito come", "∝": "proporzionale a", "≔": "definito come",
    "≜": "definito come", "∈": "appartiene a", "∉": "non appartiene a", "∋": "contiene",
    "⊂": "sottoinsieme di", "⊆": "sottoinsieme di", "⊊": "sottoinsieme proprio di",
    "⊄": "non è sottoinsieme di", "⊃": "contiene", "⊇": "contiene", "∪": "unione", "∩": "intersezione",
    "∖": "meno", "∅": "l'insieme vuoto", "∀": "per ogni", "∃": "esiste", "∄": "non esiste", "¬": "non",
    "∧": "e", "∨": "o", "⇒": "implica", "⇐": "è implicato da", "⇔": "se e solo se", "→": "in", "←": "da",
    "↔": "se e solo se", "↦": "va in", "⊥": "perpendicolare a", "∥": "parallelo a", "∣": "divide",
    "∤": "non divide", "⊢": "dimostra", "⊨": "soddisfa", "∴": "quindi", "∵": "perché", "⊕": "somma diretta",
    "⊗": "tensore", "∞": "infinito", "∂": "parziale", "∇": "il gradiente di", "°": "gradi", "′": "primo",
    "%": "per cento", "!": "fattoriale", "…": "e così via", "|": "barra", "given": "dato",
    "such that": "tale che", "times": "per", "goes to": "che tende a", "from": "da", "cross": "vettoriale",
    "dot": "scalare", "by": "per", "del": "nabla", "congruent": "congruo a", "⟶": "dà",
    "⇌": "in equilibrio con", "< quantified": "minore di", "> quantified": "maggiore di",
    "≤ quantified": "minore o uguale a", "≥ quantified": "maggiore o uguale a",
    "≠ quantified": "diverso da",
}  # fmt: skip
_LETTERS = {
    "α": "alfa", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mi", "ν": "ni", "ξ": "xi", "ο": "omicron",
    "π": "pi", "ρ": "ro", "σ": "sigma", "τ": "tau", "υ": "ipsilon", "φ": "fi", "χ": "chi", "ψ": "psi",
    "ω": "omega", "ħ": "h tagliato", "ℏ": "h tagliato",
}  # fmt: skip
_NAMES = {
    "sin": "seno di", "cos": "coseno di", "tan": "tangente di", "cot": "cotangente di",
    "arcsin": "arcoseno di", "arccos": "arcocoseno di", "arctan": "arcotangente di",
    "sinh": "seno iperbolico di", "cosh": "coseno iperbolico di", "tanh": "tangente iperbolica di",
    "log": "logaritmo di", "ln": "logaritmo naturale di", "exp": "l'esponenziale di",
    "det": "il determinante di", "dim": "la dimensione di", "ker": "il nucleo di", "deg": "il grado di",
    "gcd": "il massimo comun divisore di", "lcm": "il minimo comune multiplo di", "arg": "l'argomento di",
    "mod": "modulo", "sgn": "il segno di", "tr": "la traccia di", "Tr": "la traccia di",
    "rank": "il rango di", "Re": "la parte reale di", "Im": "la parte immaginaria di",
    "Pr": "la probabilità di", "Var": "la varianza di", "Cov": "la covarianza di",
}  # fmt: skip
_LARGE = {
    "∑": "la somma", "∏": "il prodotto", "∫": "l'integrale", "∬": "l'integrale doppio",
    "∭": "l'integrale triplo", "∮": "l'integrale curvilineo", "⋃": "l'unione", "⋂": "l'intersezione",
    "⨁": "la somma diretta", "lim": "il limite", "max": "il massimo", "min": "il minimo",
    "sup": "l'estremo superiore", "inf": "l'estremo inferiore", "argmax": "l'argomento del massimo",
    "argmin": "l'argomento del minimo", "limsup": "il limite superiore", "liminf": "il limite inferiore",
}  # fmt: skip
_ACCENTS = {
    "hat": "{0} cappello", "bar": "{0} segnato", "tilde": "{0} tilde", "vector": "vettore {0}",
    "dot": "{0} punto", "double dot": "{0} due punti", "underlined": "{0} sottolineato",
    "ring": "{0} anello",
}  # fmt: skip
_SETS = {
    "R": "i numeri reali", "N": "i numeri naturali", "Z": "i numeri interi", "Q": "i numeri razionali",
    "C": "i numeri complessi",
}  # fmt: skip
_FRACTIONS = {
    "1/2": "un mezzo", "1/3": "un terzo", "2/3": "due terzi", "1/4": "un quarto", "3/4": "tre quarti",
    "1/5": "un quinto", "1/6": "un sesto", "1/8": "un ottavo", "1/10": "un decimo",
}  # fmt: skip
_UNITS = {
    "m": ("metro", "metri"), "s": ("secondo", "secondi"), "kg": ("chilogrammo", "chilogrammi"),
    "g": ("grammo", "grammi"), "km": ("chilometro", "chilometri"), "cm": ("centimetro", "centimetri"),
    "mm": ("millimetro", "millimetri"), "h": ("ora", "ore"), "min": ("minuto", "minuti"),
    "K": ("kelvin", "kelvin"), "°C": ("grado Celsius", "gradi Celsius"), "N": ("newton", "newton"),
    "J": ("joule", "joule"), "W": ("watt", "watt"), "V": ("volt", "volt"), "A": ("ampere", "ampere"),
    "Hz": ("hertz", "hertz"), "mol": ("mole", "moli"), "%": ("per cento", "per cento"),
}  # fmt: skip

WORDS = Vocabulary(_PHRASES, _SIGNS, _LETTERS, _NAMES, _LARGE, _ACCENTS, _SETS, _FRACTIONS, _UNITS)
