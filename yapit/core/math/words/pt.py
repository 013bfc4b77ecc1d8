"""Portuguese."""

from __future__ import annotations

from yapit.core.math.words.vocabulary import Vocabulary

_PHRASES = {
    "from above": "{0} pela direita", "from below": "{0} pela esquerda",
    "expectation over": "a esperança sobre {1} de {0}",
    "commutator": "o comutador de {0} e {1}",
    "conjugate transpose": "{0} adjunta",
    "open ⟨": "abre ângulo", "close ⟩": "fecha ângulo",
    "case if": "{0}, se {1}", "point": "{0} vírgula",
    "a formula": "uma fórmula", "a long formula": "uma fórmula longa", "over": "{0} sobre {1}",
    "over, apart": "{0}, sobre {1}", "fraction": "a fração {0}, sobre {1},",
    "full fraction": "a fração com numerador {0} e denominador {1}, fim da fração,",
    "quantity": "a quantidade {0},", "of": "{0} de {1}", "of, apart": "{0} de {1},",
    "choose": "{0} escolhe {1}", "full choose": "o coeficiente binomial {0} escolhe {1}, fim,",
    "square root": "a raiz quadrada de {0}", "cube root": "a raiz cúbica de {0}",
    "root": "a raiz {1} de {0}", "full square root": "a raiz quadrada de {0}, fim da raiz,",
    "full cube root": "a raiz cúbica de {0}, fim da raiz,", "full root": "a raiz {1} de {0}, fim da raiz,",
    "squared": "{0} ao quadrado", "cubed": "{0} ao cubo", "numbered power": "{0} elevado a {1}",
    "power": "{0} elevado a {1}", "power, apart": "{0} elevado a {1},",
    "full power": "{0} elevado a {1}, fim da potência,", "inverse": "{0} inversa",
    "transpose": "{0} transposta", "star": "{0} estrela", "dagger": "{0} adaga", "degrees": "{0} graus",
    "complement": "complemento de {0}", "plus above": "{0} mais", "minus above": "{0} menos",
    "perp": "{0} ortogonal", "prime": "{0} linha", "double prime": "{0} duas linhas",
    "triple prime": "{0} três linhas", "dimension": "{0} {1}", "superscript": "{0} sobrescrito {1}",
    "full superscript": "{0} sobrescrito {1}, fim do sobrescrito,", "sub": "{0} índice {1}",
    "sub, apart": "{0} índice {1},", "full sub": "{0} índice {1}, fim do índice,",
    "base": "{0} na base {1} de", "from to": "{0} de {1} até {2} de", "from": "{0} sobre {1} de",
    "to": "{0} até {1} de", "no bounds": "{0} de", "as": "{0} quando {1} de",
    "gradient": "o gradiente em relação a {0} de", "big O": "o grande de {0}",
    "evaluated": "{0}, avaliado em {1},", "evaluated between": "{0}, avaliado de {1} a {2},",
    "derivative": "a derivada de {0} em relação a {1}", "derivative of": "a derivada em relação a {0} de",
    "second derivative": "a segunda derivada de {0} em relação a {1}",
    "second derivative of": "a segunda derivada em relação a {0} de",
    "nth derivative": "a derivada {2} de {0} em relação a {1}",
    "nth derivative of": "a derivada {1} em relação a {0} de",
    "partial derivative": "a derivada parcial de {0} em relação a {1}",
    "partial derivative of": "a derivada parcial em relação a {0} de",
    "partial second derivative": "a segunda derivada parcial de {0} em relação a {1}",
    "partial second derivative of": "a segunda derivada parcial em relação a {0} de",
    "partial nth derivative": "a derivada parcial {2} de {0} em relação a {1}",
    "partial nth derivative of": "a derivada parcial {1} em relação a {0} de", "and": "{0} e {1}",
    "absolute": "o valor absoluto de {0}",
    "full absolute": "o valor absoluto de {0}, fim do valor absoluto,", "norm": "a norma de {0}",
    "numbered norm": "a norma {1} de {0}", "full norm": "a norma de {0}, fim da norma,",
    "floor": "o piso de {0}", "ceiling": "o teto de {0}", "inner product": "o produto interno de {0} e {1}",
    "ket": "ket {0}", "bra": "bra {0}", "mean": "a média de {0}", "bracket": "o colchete {0},",
    "set": "o conjunto {0},", "set of": "o conjunto de {0},", "pair": "o par {0},", "tuple": "a tupla {0},",
    "closed interval": "o intervalo fechado de {0} a {1}",
    "open interval": "o intervalo aberto de {0} a {1}",
    "half-open interval": "o intervalo semiaberto de {0} a {1}", "expectation": "a esperança de {0}",
    "probability": "a probabilidade de {0}", "probability that": "a probabilidade de que {0},",
    "matrix": "a matriz {0} por {1}, {2},", "matrix row": "linha {0}: {1}", "vector": "o vetor {0},",
    "row vector": "o vetor linha {0},", "large matrix": "uma matriz {0} por {1}",
    "determinant": "o determinante de {0}", "case": "{0}, {1}", "or": "; ou ", "cases": "{0},",
    "labelled": "{0}, chamado {1},", "above": "{0}, com {1} acima,", "below": "{0}, com {1} abaixo,",
    "capital": "{0} maiúsculo", "bold": "{0} negrito", "calligraphic": "{0} caligráfico",
    "fraktur": "{0} gótico", "blackboard": "{0} de quadro", "per": "{0} por {1}",
    "open (": "abre parênteses", "close )": "fecha parênteses", "open [": "abre colchete",
    "close ]": "fecha colchete", "open {": "abre chave", "close }": "fecha chave",
}  # fmt: skip
_SIGNS = {
    "ratio": "para", "∃!": "existe um único",
    "+": "mais", "−": "menos", "±": "mais ou menos", "∓": "menos ou mais", "×": "vezes", "⋅": "vezes",
    "÷": "dividido por", "/": "sobre", "∗": "vezes", "∘": "composto com", "=": "igual a",
    "≠": "diferente de", "<": "menor que", ">": "maior que", "≤": "menor ou igual a",
    "≥": "maior ou igual a", "≪": "muito menor que", "≫": "muito maior que", "≈": "aproximadamente igual a",
    "≃": "aproximadamente igual a", "≅": "isomorfo a", "≡": "equivalente a", "∼": "distribuído como",
    "∝": "proporcional a", "≔": "definido como", "≜": "definido como", "∈": "pertence a",
    "∉": "não pertence a", "∋": "contém", "⊂": "subconjunto de", "⊆": "subconjunto de",
    "⊊": "subconjunto próprio de", "⊄": "não é subconjunto de", "⊃": "contém", "⊇": "contém", "∪": "união",
    "∩": "interseção", "∖": "menos", "∅": "o conjunto vazio", "∀": "para todo", "∃": "existe",
    "∄": "não existe", "¬": "não", "∧": "e", "∨": "ou", "⇒": "implica", "⇐": "é implicado por",
    "⇔": "se e somente se", "→": "para", "←": "de", "↔": "se e somente se", "↦": "é levado a",
    "⊥": "perpendicular a", "∥": "paralelo a", "∣": "divide", "∤": "não divide", "⊢": "prova",
    "⊨": "satisfaz", "∴": "portanto", "∵": "porque", "⊕": "soma direta", "⊗": "tensorial", "∞": "infinito",
    "∂": "parcial", "∇": "o gradiente de", "°": "graus", "′": "linha", "%": "por cento", "!": "fatorial",
    "…": "e assim por diante", "|": "barra", "given": "dado", "such that": "tal que", "times": "vezes",
    "goes to": "tende a", "from": "de", "cross": "vetorial", "dot": "escalar", "by": "por", "del": "nabla",
    "congruent": "congruente a", "⟶": "produz", "⇌": "em equilíbrio com", "< quantified": "menor que",
    "> quantified": "maior que", "≤ quantified": "menor ou igual a", "≥ quantified": "maior ou igual a",
    "≠ quantified": "diferente de",
}  # fmt: skip
_LETTERS = {
    "α": "alfa", "β": "beta", "γ": "gama", "δ": "delta", "ε": "épsilon", "ζ": "zeta", "η": "eta",
    "θ": "teta", "ι": "iota", "κ": "capa", "λ": "lambda", "μ": "mi", "ν": "ni", "ξ": "csi", "ο": "ômicron",
    "π": "pi", "ρ": "rô", "σ": "sigma", "τ": "tau", "υ": "ípsilon", "φ": "fi", "χ": "qui", "ψ": "psi",
    "ω": "ômega", "ħ": "h cortado", "ℏ": "h cortado",
}  # fmt: skip
_NAMES = {
    "sin": "seno de", "sen": "seno de", "cos": "cosseno de", "tan": "tangente de", "cot": "cotangente de",
    "arcsin": "arco seno de", "arccos": "arco cosseno de", "arctan": "arco tangente de",
    "sinh": "seno hiperbólico de", "cosh": "cosseno hiperbólico de", "tanh": "tangente hiperbólica de",
    "log": "logaritmo de", "ln": "logaritmo natural de", "exp": "a exponencial de",
    "det": "o determinante de", "dim": "a dimensão de", "ker": "o núcleo de", "deg": "o grau de",
    "gcd": "o máximo divisor comum de", "lcm": "o mínimo múltiplo comum de", "arg": "o argumento de",
    "mod": "módulo", "sgn": "o sinal de", "tr": "o traço de", "Tr": "o traço de", "rank": "o posto de",
    "Re": "a parte real de", "Im": "a parte imaginária de", "Pr": "a probabilidade de",
    "Var": "a variância de", "Cov": "a covariância de",
}  # fmt: skip
_LARGE = {
    "∑": "a soma", "∏": "o produto", "∫": "a integral", "∬": "a integral dupla", "∭": "a integral tripla",
    "∮": "a integral de linha", "⋃": "a união", "⋂": "a interseção", "⨁": "a soma direta",
    "lim": "o limite", "max": "o máximo", "min": "o mínimo", "sup": "o supremo", "inf": "o ínfimo",
    "argmax": "o argumento do máximo", "argmin": "o argumento do mínimo", "limsup": "o limite superior",
    "liminf": "o limite inferior",
}  # fmt: skip
_ACCENTS = {
    "hat": "{0} chapéu", "bar": "{0} barra", "tilde": "{0} til", "vector": "vetor {0}", "dot": "{0} ponto",
    "double dot": "{0} dois pontos", "underlined": "{0} sublinhado", "ring": "{0} anel",
}  # fmt: skip
_SETS = {
    "R": "os números reais", "N": "os números naturais", "Z": "os números inteiros",
    "Q": "os números racionais", "C": "os números complexos",
}  # fmt: skip
_FRACTIONS = {
    "1/2": "um meio", "1/3": "um terço", "2/3": "dois terços", "1/4": "um quarto", "3/4": "três quartos",
    "1/5": "um quinto", "1/6": "um sexto", "1/8": "um oitavo", "1/10": "um décimo",
}  # fmt: skip
_UNITS = {
    "m": ("metro", "metros"), "s": ("segundo", "segundos"), "kg": ("quilograma", "quilogramas"),
    "g": ("grama", "gramas"), "km": ("quilômetro", "quilômetros"), "cm": ("centímetro", "centímetros"),
    "mm": ("milímetro", "milímetros"), "h": ("hora", "horas"), "min": ("minuto", "minutos"),
    "K": ("kelvin", "kelvins"), "°C": ("grau Celsius", "graus Celsius"), "N": ("newton", "newtons"),
    "J": ("joule", "joules"), "W": ("watt", "watts"), "V": ("volt", "volts"), "A": ("ampere", "amperes"),
    "Hz": ("hertz", "hertz"), "mol": ("mol", "mols"), "%": ("por cento", "por cento"),
}  # fmt: skip

WORDS = Vocabulary(_PHRASES, _SIGNS, _LETTERS, _NAMES, _LARGE, _ACCENTS, _SETS, _FRACTIONS, _UNITS)
