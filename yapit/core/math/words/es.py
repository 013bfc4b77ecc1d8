"""Spanish."""

from __future__ import annotations

from yapit.core.math.words.vocabulary import Vocabulary

_PHRASES = {
    "from above": "{0} por la derecha", "from below": "{0} por la izquierda",
    "expectation over": "la esperanza sobre {1} de {0}",
    "commutator": "el conmutador de {0} y {1}",
    "conjugate transpose": "{0} adjunta",
    "open ⟨": "abre ángulo", "close ⟩": "cierra ángulo",
    "case if": "{0}, si {1}", "point": "{0} coma",
    "a formula": "una fórmula", "a long formula": "una fórmula larga", "over": "{0} sobre {1}",
    "over, apart": "{0}, sobre {1}", "fraction": "la fracción {0}, sobre {1},",
    "full fraction": "la fracción con numerador {0} y denominador {1}, fin de fracción,",
    "quantity": "la cantidad {0},", "of": "{0} de {1}", "of, apart": "{0} de {1},",
    "choose": "{0} sobre {1}", "full choose": "el coeficiente binomial {0} sobre {1}, fin,",
    "square root": "la raíz cuadrada de {0}", "cube root": "la raíz cúbica de {0}",
    "root": "la raíz {1} de {0}", "full square root": "la raíz cuadrada de {0}, fin de raíz,",
    "full cube root": "la raíz cúbica de {0}, fin de raíz,",
    "full root": "la raíz {1} de {0}, fin de raíz,", "squared": "{0} al cuadrado", "cubed": "{0} al cubo",
    "numbered power": "{0} a la {1}", "power": "{0} a la {1}", "power, apart": "{0} elevado a {1},",
    "full power": "{0} elevado a {1}, fin de potencia,", "inverse": "{0} inversa",
    "transpose": "{0} transpuesta", "star": "{0} estrella", "dagger": "{0} daga", "degrees": "{0} grados",
    "complement": "complemento de {0}", "plus above": "{0} más", "minus above": "{0} menos",
    "perp": "{0} ortogonal", "prime": "{0} prima", "double prime": "{0} doble prima",
    "triple prime": "{0} triple prima", "dimension": "{0} {1}", "superscript": "{0} superíndice {1}",
    "full superscript": "{0} superíndice {1}, fin de superíndice,", "sub": "{0} sub {1}",
    "sub, apart": "{0} sub {1},", "full sub": "{0} sub {1}, fin de subíndice,",
    "base": "{0} en base {1} de", "from to": "{0} desde {1} hasta {2} de", "from": "{0} sobre {1} de",
    "to": "{0} hasta {1} de", "no bounds": "{0} de", "as": "{0} cuando {1} de",
    "gradient": "el gradiente respecto a {0} de", "big O": "o grande de {0}",
    "evaluated": "{0}, evaluado en {1},", "evaluated between": "{0}, evaluado de {1} a {2},",
    "derivative": "la derivada de {0} respecto a {1}", "derivative of": "la derivada respecto a {0} de",
    "second derivative": "la segunda derivada de {0} respecto a {1}",
    "second derivative of": "la segunda derivada respecto a {0} de",
    "nth derivative": "la derivada {2} de {0} respecto a {1}",
    "nth derivative of": "la derivada {1} respecto a {0} de",
    "partial derivative": "la derivada parcial de {0} respecto a {1}",
    "partial derivative of": "la derivada parcial respecto a {0} de",
    "partial second derivative": "la segunda derivada parcial de {0} respecto a {1}",
    "partial second derivative of": "la segunda derivada parcial respecto a {0} de",
    "partial nth derivative": "la derivada parcial {2} de {0} respecto a {1}",
    "partial nth derivative of": "la derivada parcial {1} respecto a {0} de", "and": "{0} y {1}",
    "absolute": "el valor absoluto de {0}",
    "full absolute": "el valor absoluto de {0}, fin de valor absoluto,", "norm": "la norma de {0}",
    "numbered norm": "la norma {1} de {0}", "full norm": "la norma de {0}, fin de norma,",
    "floor": "el suelo de {0}", "ceiling": "el techo de {0}",
    "inner product": "el producto escalar de {0} y {1}", "ket": "ket {0}", "bra": "bra {0}",
    "mean": "la media de {0}", "bracket": "el corchete {0},", "set": "el conjunto {0},",
    "set of": "el conjunto de {0},", "pair": "el par {0},", "tuple": "la tupla {0},",
    "closed interval": "el intervalo cerrado de {0} a {1}",
    "open interval": "el intervalo abierto de {0} a {1}",
    "half-open interval": "el intervalo semiabierto de {0} a {1}", "expectation": "la esperanza de {0}",
    "probability": "la probabilidad de {0}", "probability that": "la probabilidad de que {0},",
    "matrix": "la matriz {0} por {1}, {2},", "matrix row": "fila {0}: {1}", "vector": "el vector {0},",
    "row vector": "el vector fila {0},", "large matrix": "una matriz {0} por {1}",
    "determinant": "el determinante de {0}", "case": "{0}, {1}", "or": "; o ", "cases": "{0},",
    "labelled": "{0}, llamado {1},", "above": "{0}, con {1} encima,", "below": "{0}, con {1} debajo,",
    "capital": "{0} mayúscula", "bold": "{0} negrita", "calligraphic": "{0} caligráfica",
    "fraktur": "{0} gótica", "blackboard": "{0} de pizarra", "per": "{0} por {1}",
    "open (": "abre paréntesis", "close )": "cierra paréntesis", "open [": "abre corchete",
    "close ]": "cierra corchete", "open {": "abre llave", "close }": "cierra llave",
}  # fmt: skip
_SIGNS = {
    "ratio": "a", "∃!": "existe un único",
    "+": "más", "−": "menos", "±": "más menos", "∓": "menos más", "×": "por", "⋅": "por",
    "÷": "dividido por", "/": "sobre", "∗": "por", "∘": "compuesto con", "=": "igual a", "≠": "distinto de",
    "<": "menor que", ">": "mayor que", "≤": "menor o igual que", "≥": "mayor o igual que",
    "≪": "mucho menor que", "≫": "mucho mayor que", "≈": "aproximadamente igual a",
    "≃": "aproximadamente igual a", "≅": "isomorfo a", "≡": "equivalente a", "∼": "se distribuye como",
    "∝": "proporcional a", "≔": "se define como", "≜": "se define como", "∈": "pertenece a",
    "∉": "no pertenece a", "∋": "contiene", "⊂": "subconjunto de", "⊆": "subconjunto de",
    "⊊": "subconjunto propio de", "⊄": "no es subconjunto de", "⊃": "contiene a", "⊇": "contiene a",
    "∪": "unión", "∩": "intersección", "∖": "menos", "∅": "el conjunto vacío", "∀": "para todo",
    "∃": "existe", "∄": "no existe", "¬": "no", "∧": "y", "∨": "o", "⇒": "implica", "⇐": "es implicado por",
    "⇔": "si y solo si", "→": "a", "←": "desde", "↔": "si y solo si", "↦": "se transforma en",
    "⊥": "perpendicular a", "∥": "paralelo a", "∣": "divide a", "∤": "no divide a", "⊢": "demuestra",
    "⊨": "satisface", "∴": "por lo tanto", "∵": "porque", "⊕": "suma directa", "⊗": "tensorial",
    "∞": "infinito", "∂": "parcial", "∇": "el gradiente de", "°": "grados", "′": "prima", "%": "por ciento",
    "!": "factorial", "…": "y así sucesivamente", "|": "barra", "given": "dado", "such that": "tal que",
    "times": "por", "goes to": "tiende a", "from": "de", "cross": "vectorial", "dot": "escalar",
    "by": "por", "del": "nabla", "congruent": "congruente con", "⟶": "produce", "⇌": "en equilibrio con",
    "< quantified": "menor que", "> quantified": "mayor que", "≤ quantified": "menor o igual que",
    "≥ quantified": "mayor o igual que", "≠ quantified": "distinto de",
}  # fmt: skip
_LETTERS = {
    "α": "alfa", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "épsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mi", "ν": "ni", "ξ": "xi", "ο": "ómicron",
    "π": "pi", "ρ": "ro", "σ": "sigma", "τ": "tau", "υ": "ípsilon", "φ": "fi", "χ": "ji", "ψ": "psi",
    "ω": "omega", "ħ": "h barra", "ℏ": "h barra",
}  # fmt: skip
_NAMES = {
    "sin": "seno de", "sen": "seno de", "cos": "coseno de", "tan": "tangente de", "cot": "cotangente de",
    "arcsin": "arcoseno de", "arccos": "arcocoseno de", "arctan": "arcotangente de",
    "sinh": "seno hiperbólico de", "cosh": "coseno hiperbólico de", "tanh": "tangente hiperbólica de",
    "log": "logaritmo de", "ln": "logaritmo natural de", "exp": "la exponencial de",
    "det": "el determinante de", "dim": "la dimensión de", "ker": "el núcleo de", "deg": "el grado de",
    "gcd": "el máximo común divisor de", "lcm": "el mínimo común múltiplo de", "arg": "el argumento de",
    "mod": "módulo", "sgn": "el signo de", "tr": "la traza de", "Tr": "la traza de", "rank": "el rango de",
    "Re": "la parte real de", "Im": "la parte imaginaria de", "Pr": "la probabilidad de",
    "Var": "la varianza de", "Cov": "la covarianza de",
}  # fmt: skip
_LARGE = {
    "∑": "la suma", "∏": "el producto", "∫": "la integral", "∬": "la integral doble",
    "∭": "la integral triple", "∮": "la integral de contorno", "⋃": "la unión", "⋂": "la intersección",
    "⨁": "la suma directa", "lim": "el límite", "max": "el máximo", "min": "el mínimo", "sup": "el supremo",
    "inf": "el ínfimo", "argmax": "el argumento del máximo", "argmin": "el argumento del mínimo",
    "limsup": "el límite superior", "liminf": "el límite inferior",
}  # fmt: skip
_ACCENTS = {
    "hat": "{0} gorro", "bar": "{0} barra", "tilde": "{0} virgulilla", "vector": "vector {0}",
    "dot": "{0} punto", "double dot": "{0} dos puntos", "underlined": "{0} subrayado", "ring": "{0} anillo",
}  # fmt: skip
_SETS = {
    "R": "los números reales", "N": "los números naturales", "Z": "los números enteros",
    "Q": "los números racionales", "C": "los números complejos",
}  # fmt: skip
_FRACTIONS = {
    "1/2": "un medio", "1/3": "un tercio", "2/3": "dos tercios", "1/4": "un cuarto", "3/4": "tres cuartos",
    "1/5": "un quinto", "1/6": "un sexto", "1/8": "un octavo", "1/10": "un décimo",
}  # fmt: skip
_UNITS = {
    "m": ("metro", "metros"), "s": ("segundo", "segundos"), "kg": ("kilogramo", "kilogramos"),
    "g": ("gramo", "gramos"), "km": ("kilómetro", "kilómetros"), "cm": ("centímetro", "centímetros"),
    "mm": ("milímetro", "milímetros"), "h": ("hora", "horas"), "min": ("minuto", "minutos"),
    "K": ("kelvin", "kelvin"), "°C": ("grado Celsius", "grados Celsius"), "N": ("newton", "newtons"),
    "J": ("julio", "julios"), "W": ("vatio", "vatios"), "V": ("voltio", "voltios"),
    "A": ("amperio", "amperios"), "Hz": ("hercio", "hercios"), "mol": ("mol", "moles"),
    "%": ("por ciento", "por ciento"),
}  # fmt: skip

WORDS = Vocabulary(_PHRASES, _SIGNS, _LETTERS, _NAMES, _LARGE, _ACCENTS, _SETS, _FRACTIONS, _UNITS)
