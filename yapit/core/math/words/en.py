"""English."""

from __future__ import annotations

from yapit.core.math.characters import PAUSE
from yapit.core.math.words.vocabulary import Vocabulary

LETTER_A = "Ā"
"""The letter's name: "a" and "A" are taken for the article by dictionaries of pronunciation; the macron keeps
them from it, and is not heard."""

_PHRASES = {
    "from above": "{0} from above", "from below": "{0} from below",
    "expectation over": "the expected value over {1} of {0}",
    "commutator": "the commutator of {0} and {1}",
    "conjugate transpose": "{0} conjugate transpose",
    "case if": "{0}, if {1}", "point": "{0} point",
    "a formula": "a formula", "a long formula": "a long formula",
    "over": "{0} over {1}", "over, apart": "{0}, over {1}", "fraction": "the fraction {0}, over {1},",
    "full fraction": "the fraction with numerator {0} and denominator {1}, end fraction,",
    "quantity": "the quantity {0},", "of": "{0} of {1}", "of, apart": "{0} of {1},",
    "choose": "{0} choose {1}", "full choose": "the binomial coefficient {0} choose {1}, end binomial,",
    "square root": "the square root of {0}", "cube root": "the cube root of {0}",
    "root": "the {1} root of {0}",
    "full square root": "the square root of {0}, end root,",
    "full cube root": "the cube root of {0}, end root,",
    "full root": "the {1} root of {0}, end root,",
    "squared": "{0} squared", "cubed": "{0} cubed", "numbered power": "{0} to the {1}",
    "power": "{0} to the {1}",
    "power, apart": "{0} to the {1},", "full power": "{0} to the power {1}, end power,",
    "inverse": "{0} inverse", "transpose": "{0} transpose", "star": "{0} star", "dagger": "{0} dagger",
    "degrees": "{0} degrees", "complement": "{0} complement", "plus above": "{0} plus",
    "minus above": "{0} minus",
    "perp": "{0} perp", "prime": "{0} prime", "double prime": "{0} double prime",
    "triple prime": "{0} triple prime",
    "dimension": "{0} {1}", "superscript": "{0} superscript {1}",
    "full superscript": "{0} superscript {1}, end superscript,",
    "sub": "{0} sub {1}", "sub, apart": "{0} sub {1},", "full sub": "{0} sub {1}, end sub,",
    "base": "{0} base {1} of",
    "from to": "{0} from {1} to {2} of", "from": "{0} over {1} of", "to": "{0} to {1} of",
    "no bounds": "{0} of",
    "as": "{0} as {1} of", "gradient": "the gradient with respect to {0} of", "big O": "big O of {0}",
    "evaluated": "{0}, evaluated at {1},", "evaluated between": "{0}, evaluated from {1} to {2},",
    "derivative": "the derivative of {0} with respect to {1}",
    "derivative of": "the derivative with respect to {0} of",
    "second derivative": "the second derivative of {0} with respect to {1}",
    "second derivative of": "the second derivative with respect to {0} of",
    "nth derivative": "the {2} derivative of {0} with respect to {1}",
    "nth derivative of": "the {1} derivative with respect to {0} of",
    "partial derivative": "the partial derivative of {0} with respect to {1}",
    "partial derivative of": "the partial derivative with respect to {0} of",
    "partial second derivative": "the second partial derivative of {0} with respect to {1}",
    "partial second derivative of": "the second partial derivative with respect to {0} of",
    "partial nth derivative": "the {2} partial derivative of {0} with respect to {1}",
    "partial nth derivative of": "the {1} partial derivative with respect to {0} of",
    "and": "{0} and {1}",
    "absolute": "the absolute value of {0}", "norm": "the norm of {0}",
    "numbered norm": "the {1} norm of {0}", "floor": "the floor of {0}",
    "ceiling": "the ceiling of {0}", "inner product": "the inner product of {0} and {1}", "ket": "ket {0}",
    "bra": "bra {0}", "mean": "the mean of {0}", "bracket": "the bracket {0},",
    "full absolute": "the absolute value of {0}, end absolute value,",
    "full norm": "the norm of {0}, end norm,",
    "set": "the set {0},", "set of": "the set of {0},", "pair": "the pair {0},", "tuple": "the tuple {0},",
    "closed interval": "the interval from {0} to {1}", "open interval": "the open interval from {0} to {1}",
    "half-open interval": "the half-open interval from {0} to {1}",
    "expectation": "the expected value of {0}", "probability": "the probability of {0}",
    "probability that": "the probability that {0},",
    "matrix": "the {0} by {1} matrix, {2},", "matrix row": "row {0}: {1}", "vector": "the vector {0},",
    "row vector": "the row vector {0},", "large matrix": "a {0} by {1} matrix",
    "determinant": "the determinant of {0}",
    "case": "{0}, {1}", "or": "; or ", "cases": "either {0},", "labelled": "{0}, labelled {1},",
    "above": "{0}, with {1} above,",
    "below": "{0}, with {1} below,", "capital": "capital {0}", "bold": "bold {0}",
    "calligraphic": "calligraphic {0}",
    "fraktur": "fraktur {0}", "blackboard": "blackboard {0}", "per": "{0} per {1}",
    "open (": "open paren", "close )": "close paren", "open [": "open bracket", "close ]": "close bracket",
    "open {": "open brace", "close }": "close brace", "open ⟨": "open angle bracket",
    "close ⟩": "close angle bracket",
}  # fmt: skip

_SIGNS = {
    "ratio": "to", "∃!": "there exists a unique",
    "+": "plus", "−": "minus", "±": "plus or minus", "∓": "minus or plus", "×": "times", "⋅": "times",
    "÷": "divided by", "/": "over", "∗": "times", "∘": "composed with", "⊙": "element-wise times",
    "⋆": "star", "•": "dot",
    "=": "equals", "≠": "is not equal to", "<": "is less than", ">": "is greater than",
    "≤": "is less than or equal to", "≥": "is greater than or equal to", "≪": "is much less than",
    "≫": "is much greater than", "≈": "is approximately", "≃": "is approximately", "≅": "is isomorphic to",
    "≡": "is equivalent to", "≢": "is not equivalent to", "∼": "is distributed as",
    "∝": "is proportional to", "≔": "is defined as",
    "≜": "is defined as", "≐": "is approximately", "≍": "is of the order of", "≺": "precedes",
    "≻": "succeeds",
    "≼": "precedes or equals", "≽": "succeeds or equals", "≲": "is at most about", "≳": "is at least about",
    "≮": "is not less than", "≯": "is not greater than", "≰": "is not at most", "≱": "is not at least",
    "∈": "in", "∉": "not in", "∋": "contains", "⊂": "is a subset of", "⊆": "is a subset of",
    "⊊": "is a proper subset of", "⊄": "is not a subset of", "⊈": "is not a subset of",
    "⊃": "is a superset of", "⊇": "is a superset of",
    "∪": "union", "∩": "intersection", "∖": "minus", "△": "symmetric difference", "∅": "the empty set",
    "∁": "the complement of",
    "∀": "for all", "∃": "there exists", "∄": "there does not exist", "¬": "not", "∧": "and", "∨": "or",
    "⇒": "implies", "⇐": "is implied by", "⇔": "if and only if", "→": "to", "←": "is set to",
    "↔": "if and only if",
    "↦": "maps to", "↪": "embeds into", "↠": "maps onto", "↑": "up", "↓": "down", "↗": "increases to",
    "↘": "decreases to", "⇌": "in equilibrium with", "⇝": "leads to", "⟶": "yields",
    "⇀": "converges weakly to",
    "⊢": "proves", "⊨": "models", "⊬": "does not prove", "⊭": "does not model", "⊩": "forces",
    "⊥": "is perpendicular to", "∥": "is parallel to",
    "∣": "divides", "∤": "does not divide", "⊤": "top", "∴": "therefore", "∵": "because", "∠": "angle",
    "⊕": "direct sum", "⊖": "minus", "⊗": "tensor", "⊎": "disjoint union", "⊔": "join", "⊓": "meet",
    "⊑": "is below",
    "∞": "infinity", "∂": "partial", "∇": "the gradient of", "√": "the square root of", "ℵ": "aleph",
    "°": "degrees",
    "′": "prime", "″": "double prime", "‵": "back prime", "%": "percent", "‰": "per mille",
    "!": "factorial", "#": "number of",
    "…": "and so on", ",": ",", ";": ",", ":": ",", ".": ".", "?": "?", "|": "bar", "‖": "double bar",
    PAUSE: ",",
    "†": "dagger", "‡": "double dagger", "□": "q e d", "■": "q e d", "✓": "check", "♯": "sharp",
    "♭": "flat", "♮": "natural",
    "$": "dollars", "€": "euros", "£": "pounds", "&": "and", "@": "at", "_": "", "\\": "", "~": "",
    "○": "circle",
    "(": "", ")": "", "[": "", "]": "", "{": "", "}": "", "⟨": "", "⟩": "", "⌊": "floor", "⌋": "",
    "⌈": "ceiling", "⌉": "",
    "∼ is": "is distributed as", "⋉": "semidirect product", "≁": "is not similar to",
    "≉": "is not approximately",
    "given": "given", "such that": "such that", "times": "times", "goes to": "goes to", "from": "from",
    "cross": "cross",
    "dot": "dot", "by": "by", "del": "del", "quantifier": ",", "congruent": "is congruent to",
    "< quantified": "less than", "> quantified": "greater than", "≤ quantified": "at most",
    "≥ quantified": "at least",
    "≠ quantified": "not equal to",
}  # fmt: skip

_LETTERS = {
    "a": LETTER_A, "A": LETTER_A,
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta",
    "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi",
    "ρ": "rho",
    "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega", "ħ": "h bar",
    "ℏ": "h bar", "ℵ": "aleph", "ℶ": "beth", "℘": "p", "ϝ": "digamma", "א": "aleph", "ב": "beth",
    "å": "angstrom",
}  # fmt: skip

_NAMES = {
    "sin": "sine", "cos": "cosine", "tan": "tangent", "cot": "cotangent", "sec": "secant", "csc": "cosecant",
    "arcsin": "arc sine", "arccos": "arc cosine", "arctan": "arc tangent", "arccot": "arc cotangent",
    "sinh": "hyperbolic sine", "cosh": "hyperbolic cosine", "tanh": "hyperbolic tangent",
    "coth": "hyperbolic cotangent", "sech": "hyperbolic secant", "csch": "hyperbolic cosecant",
    "log": "log", "ln": "natural log", "lg": "log", "exp": "the exponential of", "det": "the determinant of",
    "dim": "the dimension of", "ker": "the kernel of", "deg": "the degree of", "hom": "hom",
    "gcd": "the greatest common divisor of", "lcm": "the least common multiple of", "arg": "the argument of",
    "mod": "mod", "sgn": "the sign of", "sign": "the sign of", "tr": "the trace of", "Tr": "the trace of",
    "rank": "the rank of", "span": "the span of", "diag": "diagonal of", "Re": "the real part of",
    "Im": "the imaginary part of", "Pr": "the probability of", "Var": "the variance of",
    "Cov": "the covariance of",
    "var": "the variance of", "cov": "the covariance of", "erf": "the error function of",
    "supp": "the support of",
    "softmax": "soft max", "ReLU": "ray loo", "relu": "ray loo", "MSE": "M S E", "id": "identity",
    "mid": "given",
}  # fmt: skip

_LARGE = {
    "∑": "the sum", "∏": "the product", "∐": "the coproduct", "∫": "the integral", "∬": "the double integral",
    "∭": "the triple integral", "∮": "the contour integral", "⋃": "the union", "⋂": "the intersection",
    "⨁": "the direct sum", "⨂": "the tensor product", "⋁": "the join", "⋀": "the meet",
    "⨆": "the disjoint union",
    "lim": "the limit", "max": "the maximum", "min": "the minimum", "sup": "the supremum",
    "inf": "the infimum",
    "argmax": "the arg max", "argmin": "the arg min", "limsup": "the limit superior",
    "liminf": "the limit inferior",
    "esssup": "the essential supremum", "plim": "the probability limit", "colim": "the colimit",
}  # fmt: skip

_ACCENTS = {
    "hat": "{0} hat", "bar": "{0} bar", "tilde": "{0} tilde", "vector": "vector {0}", "dot": "{0} dot",
    "double dot": "{0} double dot", "triple dot": "{0} triple dot", "underlined": "{0} underlined",
    "breve": "{0} breve", "check": "{0} check", "acute": "{0} acute", "grave": "{0} grave",
    "ring": "{0} ring",
    "arc": "arc {0}", "brace": "{0}",
}  # fmt: skip

_SETS = {
    "R": "the real numbers", "N": "the natural numbers", "Z": "the integers", "Q": "the rational numbers",
    "C": "the complex numbers", "P": "the primes", "H": "the quaternions",
}  # fmt: skip

_COUNTS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_PARTS = {
    2: ("half", "halves"), 3: ("third", "thirds"), 4: ("quarter", "quarters"), 5: ("fifth", "fifths"),
    6: ("sixth", "sixths"), 7: ("seventh", "sevenths"), 8: ("eighth", "eighths"), 9: ("ninth", "ninths"),
    10: ("tenth", "tenths"), 12: ("twelfth", "twelfths"), 16: ("sixteenth", "sixteenths"),
    100: ("hundredth", "hundredths"),
}  # fmt: skip
_FRACTIONS = {
    f"{top}/{bottom}": f"{_COUNTS[top]} {names[top > 1]}"
    for bottom, names in _PARTS.items()
    for top in range(1, min(bottom, 10))
}

_UNITS = {
    "m": ("meter", "meters"), "s": ("second", "seconds"), "g": ("gram", "grams"),
    "kg": ("kilogram", "kilograms"),
    "A": ("ampere", "amperes"), "K": ("kelvin", "kelvin"), "mol": ("mole", "moles"),
    "cd": ("candela", "candelas"),
    "Hz": ("hertz", "hertz"), "N": ("newton", "newtons"), "Pa": ("pascal", "pascals"),
    "J": ("joule", "joules"),
    "W": ("watt", "watts"), "C": ("coulomb", "coulombs"), "V": ("volt", "volts"), "F": ("farad", "farads"),
    "Ω": ("ohm", "ohms"), "T": ("tesla", "tesla"), "H": ("henry", "henries"), "S": ("siemens", "siemens"),
    "Wb": ("weber", "webers"), "lm": ("lumen", "lumens"), "lx": ("lux", "lux"),
    "Bq": ("becquerel", "becquerels"),
    "L": ("liter", "liters"), "l": ("liter", "liters"), "t": ("tonne", "tonnes"),
    "min": ("minute", "minutes"),
    "h": ("hour", "hours"), "d": ("day", "days"), "eV": ("electron volt", "electron volts"),
    "%": ("percent", "percent"),
    "°": ("degree", "degrees"), "°C": ("degree Celsius", "degrees Celsius"), "bit": ("bit", "bits"),
    "B": ("byte", "bytes"), "rad": ("radian", "radians"), "dB": ("decibel", "decibels"),
    "bar": ("bar", "bars"),
    "Å": ("angstrom", "angstroms"), "Da": ("dalton", "daltons"), "sr": ("steradian", "steradians"),
    "au": ("astronomical unit", "astronomical units"), "Gy": ("gray", "grays"), "Sv": ("sievert", "sieverts"),
}  # fmt: skip
_PREFIXES = {
    "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "m": "milli", "µ": "micro", "μ": "micro", "n": "nano",
    "p": "pico", "f": "femto", "c": "centi", "d": "deci", "h": "hecto",
}  # fmt: skip
_PREFIXED = frozenset(
    [
        "m",
        "s",
        "g",
        "A",
        "mol",
        "Hz",
        "N",
        "Pa",
        "J",
        "W",
        "C",
        "V",
        "F",
        "Ω",
        "T",
        "H",
        "L",
        "l",
        "eV",
        "B",
        "bit",
    ]
)
_ALL_UNITS = {
    short + unit: (long + one, long + several)
    for unit, (one, several) in _UNITS.items()
    if unit in _PREFIXED
    for short, long in _PREFIXES.items()
} | _UNITS


def _ordinal(number: str) -> str:
    if not number.isdecimal():
        return number + "'th"
    if number[-2:] in ("11", "12", "13"):
        return number + "th"
    return number + {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")


_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _cardinal(number: str) -> str:
    whole, point, decimals = number.partition(".")
    said = _whole(int(whole)) if whole.isdecimal() and len(whole) < 4 else " ".join(map(_digit, whole))
    return f"{said} point {' '.join(map(_digit, decimals))}" if point else said


def _whole(number: int) -> str:
    if number < 10:
        return _digit(str(number))
    if number < 20:
        return _TEENS[number - 10]
    tens, ones = divmod(number % 100, 10)
    if number < 100:
        return _TENS[tens] + ("-" + _COUNTS[ones] if ones else "")
    return f"{_COUNTS[number // 100]} hundred" + (" " + _whole(number % 100) if number % 100 else "")


def _digit(digit: str) -> str:
    return _COUNTS[int(digit)] or "zero"


WORDS = Vocabulary(
    _PHRASES, _SIGNS, _LETTERS, _NAMES, _LARGE, _ACCENTS, _SETS, _FRACTIONS, _ALL_UNITS, _ordinal, _cardinal
)
