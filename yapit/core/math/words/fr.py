"""French."""

from __future__ import annotations

from yapit.core.math.words.vocabulary import Vocabulary

_PHRASES = {
    "from above": "{0} par valeurs supérieures", "from below": "{0} par valeurs inférieures",
    "expectation over": "l'espérance sur {1} de {0}",
    "commutator": "le commutateur de {0} et {1}",
    "conjugate transpose": "{0} adjointe",
    "open ⟨": "chevron ouvrant", "close ⟩": "chevron fermant",
    "case if": "{0}, si {1}", "point": "{0} virgule",
    "a formula": "une formule", "a long formula": "une longue formule", "over": "{0} sur {1}",
    "over, apart": "{0}, sur {1}", "fraction": "la fraction {0}, sur {1},",
    "full fraction": "la fraction de numérateur {0} et de dénominateur {1}, fin de fraction,",
    "quantity": "parenthèse {0} fermée,", "of": "{0} de {1}", "of, apart": "{0} de {1},",
    "choose": "{1} parmi {0}", "full choose": "le coefficient binomial {1} parmi {0}, fin,",
    "square root": "racine carrée de {0}", "cube root": "racine cubique de {0}",
    "root": "racine {1} de {0}", "full square root": "racine carrée de {0}, fin de racine,",
    "full cube root": "racine cubique de {0}, fin de racine,",
    "full root": "racine {1} de {0}, fin de racine,", "squared": "{0} au carré", "cubed": "{0} au cube",
    "numbered power": "{0} puissance {2}", "power": "{0} puissance {1}",
    "power, apart": "{0} puissance {1},", "full power": "{0} puissance {1}, fin de puissance,",
    "inverse": "{0} inverse", "transpose": "{0} transposée", "star": "{0} étoile", "dagger": "{0} dague",
    "degrees": "{0} degrés", "complement": "complémentaire de {0}", "plus above": "{0} plus",
    "minus above": "{0} moins", "perp": "{0} orthogonal", "prime": "{0} prime",
    "double prime": "{0} seconde", "triple prime": "{0} tierce", "dimension": "{0} {1}",
    "superscript": "{0} exposant {1}", "full superscript": "{0} exposant {1}, fin d'exposant,",
    "sub": "{0} indice {1}", "sub, apart": "{0} indice {1},", "full sub": "{0} indice {1}, fin d'indice,",
    "base": "{0} en base {1} de", "from to": "{0} de {1} à {2} de", "from": "{0} sur {1} de",
    "to": "{0} jusqu'à {1} de", "no bounds": "{0} de", "as": "{0} quand {1} de",
    "gradient": "le gradient par rapport à {0} de", "big O": "grand O de {0}",
    "evaluated": "{0}, évalué en {1},", "evaluated between": "{0}, évalué de {1} à {2},",
    "derivative": "la dérivée de {0} par rapport à {1}", "derivative of": "la dérivée par rapport à {0} de",
    "second derivative": "la dérivée seconde de {0} par rapport à {1}",
    "second derivative of": "la dérivée seconde par rapport à {0} de",
    "nth derivative": "la dérivée {2} de {0} par rapport à {1}",
    "nth derivative of": "la dérivée {1} par rapport à {0} de",
    "partial derivative": "la dérivée partielle de {0} par rapport à {1}",
    "partial derivative of": "la dérivée partielle par rapport à {0} de",
    "partial second derivative": "la dérivée partielle seconde de {0} par rapport à {1}",
    "partial second derivative of": "la dérivée partielle seconde par rapport à {0} de",
    "partial nth derivative": "la dérivée partielle {2} de {0} par rapport à {1}",
    "partial nth derivative of": "la dérivée partielle {1} par rapport à {0} de", "and": "{0} et {1}",
    "absolute": "la valeur absolue de {0}",
    "full absolute": "la valeur absolue de {0}, fin de valeur absolue,", "norm": "la norme de {0}",
    "numbered norm": "la norme {1} de {0}", "full norm": "la norme de {0}, fin de norme,",
    "floor": "la partie entière de {0}", "ceiling": "la partie entière par excès de {0}",
    "inner product": "le produit scalaire de {0} et {1}", "ket": "ket {0}", "bra": "bra {0}",
    "mean": "la moyenne de {0}", "bracket": "le crochet {0},", "set": "l'ensemble {0},",
    "set of": "l'ensemble des {0},", "pair": "le couple {0},", "tuple": "le tuple {0},",
    "closed interval": "l'intervalle fermé de {0} à {1}",
    "open interval": "l'intervalle ouvert de {0} à {1}",
    "half-open interval": "l'intervalle semi-ouvert de {0} à {1}", "expectation": "l'espérance de {0}",
    "probability": "la probabilité de {0}", "probability that": "la probabilité que {0},",
    "matrix": "la matrice {0} par {1}, {2},", "matrix row": "ligne {0}: {1}", "vector": "le vecteur {0},",
    "row vector": "le vecteur ligne {0},", "large matrix": "une matrice {0} par {1}",
    "determinant": "le déterminant de {0}", "case": "{0}, {1}", "or": "; ou ", "cases": "soit {0},",
    "labelled": "{0}, noté {1},", "above": "{0}, avec {1} au-dessus,", "below": "{0}, avec {1} au-dessous,",
    "capital": "{0} majuscule", "bold": "{0} gras", "calligraphic": "{0} calligraphique",
    "fraktur": "{0} gothique", "blackboard": "{0} ajouré", "per": "{0} par {1}",
    "open (": "parenthèse ouvrante", "close )": "parenthèse fermante", "open [": "crochet ouvrant",
    "close ]": "crochet fermant", "open {": "accolade ouvrante", "close }": "accolade fermante",
}  # fmt: skip
_SIGNS = {
    "ratio": "pour", "∃!": "il existe un unique",
    "+": "plus", "−": "moins", "±": "plus ou moins", "∓": "moins ou plus", "×": "fois", "⋅": "fois",
    "÷": "divisé par", "/": "sur", "∗": "fois", "∘": "rond", "=": "égale", "≠": "différent de",
    "<": "inférieur à", ">": "supérieur à", "≤": "inférieur ou égal à", "≥": "supérieur ou égal à",
    "≪": "très inférieur à", "≫": "très supérieur à", "≈": "environ égal à", "≃": "environ égal à",
    "≅": "isomorphe à", "≡": "équivalent à", "∼": "suit la loi", "∝": "proportionnel à", "≔": "défini par",
    "≜": "défini par", "∈": "appartient à", "∉": "n'appartient pas à", "∋": "contient", "⊂": "inclus dans",
    "⊆": "inclus dans", "⊊": "strictement inclus dans", "⊄": "non inclus dans", "⊃": "contient",
    "⊇": "contient", "∪": "union", "∩": "inter", "∖": "privé de", "∅": "l'ensemble vide", "∀": "pour tout",
    "∃": "il existe", "∄": "il n'existe pas", "¬": "non", "∧": "et", "∨": "ou", "⇒": "implique",
    "⇐": "est impliqué par", "⇔": "équivaut à", "→": "vers", "←": "depuis", "↔": "équivaut à", "↦": "donne",
    "⊥": "orthogonal à", "∥": "parallèle à", "∣": "divise", "∤": "ne divise pas", "⊢": "démontre",
    "⊨": "satisfait", "∴": "donc", "∵": "car", "⊕": "somme directe", "⊗": "tensoriel", "∞": "l'infini",
    "∂": "d rond", "∇": "le gradient de", "°": "degrés", "′": "prime", "%": "pour cent", "!": "factorielle",
    "…": "et ainsi de suite", "|": "barre", "given": "sachant", "such that": "tel que", "times": "fois",
    "goes to": "tend vers", "from": "de", "cross": "vectoriel", "dot": "scalaire", "by": "par",
    "del": "nabla", "congruent": "congru à", "⟶": "donne", "⇌": "en équilibre avec",
    "< quantified": "inférieur à", "> quantified": "supérieur à", "≤ quantified": "inférieur ou égal à",
    "≥ quantified": "supérieur ou égal à", "≠ quantified": "différent de",
}  # fmt: skip
_LETTERS = {
    "α": "alpha", "β": "bêta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zêta", "η": "êta",
    "θ": "thêta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron",
    "π": "pi", "ρ": "rhô", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "khi", "ψ": "psi",
    "ω": "oméga", "ħ": "h barre", "ℏ": "h barre",
}  # fmt: skip
_NAMES = {
    "sin": "sinus", "cos": "cosinus", "tan": "tangente", "cot": "cotangente", "arcsin": "arc sinus",
    "arccos": "arc cosinus", "arctan": "arc tangente", "sinh": "sinus hyperbolique",
    "cosh": "cosinus hyperbolique", "tanh": "tangente hyperbolique", "log": "log",
    "ln": "logarithme népérien de", "exp": "exponentielle de", "det": "le déterminant de",
    "dim": "la dimension de", "ker": "le noyau de", "deg": "le degré de",
    "gcd": "le plus grand commun diviseur de", "lcm": "le plus petit commun multiple de",
    "pgcd": "le plus grand commun diviseur de", "ppcm": "le plus petit commun multiple de",
    "arg": "l'argument de", "mod": "modulo", "sgn": "le signe de", "tr": "la trace de", "Tr": "la trace de",
    "rank": "le rang de", "rg": "le rang de", "Re": "la partie réelle de", "Im": "la partie imaginaire de",
    "Pr": "la probabilité de", "Var": "la variance de", "Cov": "la covariance de",
}  # fmt: skip
_LARGE = {
    "∑": "la somme", "∏": "le produit", "∫": "l'intégrale", "∬": "l'intégrale double",
    "∭": "l'intégrale triple", "∮": "l'intégrale curviligne", "⋃": "l'union", "⋂": "l'intersection",
    "⨁": "la somme directe", "lim": "la limite", "max": "le maximum", "min": "le minimum",
    "sup": "la borne supérieure", "inf": "la borne inférieure", "argmax": "l'argument du maximum",
    "argmin": "l'argument du minimum", "limsup": "la limite supérieure", "liminf": "la limite inférieure",
}  # fmt: skip
_ACCENTS = {
    "hat": "{0} chapeau", "bar": "{0} barre", "tilde": "{0} tilde", "vector": "vecteur {0}",
    "dot": "{0} point", "double dot": "{0} deux points", "underlined": "{0} souligné", "ring": "{0} rond",
}  # fmt: skip
_SETS = {
    "R": "les réels", "N": "les entiers naturels", "Z": "les entiers relatifs", "Q": "les rationnels",
    "C": "les complexes",
}  # fmt: skip
_FRACTIONS = {
    "1/2": "un demi", "1/3": "un tiers", "2/3": "deux tiers", "1/4": "un quart", "3/4": "trois quarts",
    "1/5": "un cinquième", "1/6": "un sixième", "1/8": "un huitième", "1/10": "un dixième",
}  # fmt: skip
_UNITS = {
    "m": ("mètre", "mètres"), "s": ("seconde", "secondes"), "kg": ("kilogramme", "kilogrammes"),
    "g": ("gramme", "grammes"), "km": ("kilomètre", "kilomètres"), "cm": ("centimètre", "centimètres"),
    "mm": ("millimètre", "millimètres"), "h": ("heure", "heures"), "min": ("minute", "minutes"),
    "K": ("kelvin", "kelvins"), "°C": ("degré Celsius", "degrés Celsius"), "N": ("newton", "newtons"),
    "J": ("joule", "joules"), "W": ("watt", "watts"), "V": ("volt", "volts"), "A": ("ampère", "ampères"),
    "Hz": ("hertz", "hertz"), "mol": ("mole", "moles"), "%": ("pour cent", "pour cent"),
}  # fmt: skip

WORDS = Vocabulary(
    _PHRASES, _SIGNS, _LETTERS, _NAMES, _LARGE, _ACCENTS, _SETS, _FRACTIONS, _UNITS, "{0}-ième".format
)
