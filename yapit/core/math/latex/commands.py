"""What LaTeX's commands stand for."""

from __future__ import annotations

from yapit.core.math.characters import PAUSE
from yapit.core.math.tree import Style


def _table(text: str) -> dict[str, str]:
    """Pairs of a command and its character, written one after the other."""
    items = text.split()
    return dict(zip(items[::2], items[1::2], strict=True))


LETTERS = _table("""
    alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta θ iota ι kappa κ
    varkappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi π rho ρ varrho ρ sigma σ varsigma σ tau τ
    upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ
    Upsilon Υ Phi Φ Psi Ψ Omega Ω varGamma Γ varDelta Δ varTheta Θ varLambda Λ varPi Π varSigma Σ
    varPhi Φ varPsi Ψ varOmega Ω ell ℓ hbar ℏ hslash ℏ imath i jmath j aleph ℵ beth ℶ wp ℘ digamma ϝ
    infty ∞ partial ∂ nabla ∇ emptyset ∅ varnothing ∅ top ⊤ bot ⊥
""")
SIGNS = _table("""
    times × cdot ⋅ cdotp ⋅ div ÷ pm ± mp ∓ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗
    odot ⊙ cup ∪ cap ∩ setminus ∖ smallsetminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ lnot ¬ neg ¬ uplus ⊎
    sqcup ⊔ sqcap ⊓ triangle △ dagger † ddagger ‡ bigcirc ○ vartriangle △ ltimes ⋉
    le ≤ leq ≤ leqslant ≤ leqq ≤ ge ≥ geq ≥ geqslant ≥ geqq ≥ lt < gt > ne ≠ neq ≠ ll ≪ gg ≫
    approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ propto ∝ varpropto ∝ doteq ≐ asymp ≍ coloneqq ≔ coloneq ≔
    triangleq ≜ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ prec ≺ succ ≻ preceq ≼ succeq ≽ lesssim ≲ gtrsim ≳
    in ∈ notin ∉ ni ∋ owns ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ nsubseteq ⊈
    sqsubseteq ⊑ vdash ⊢ models ⊨ vDash ⊨ Vdash ⊩ perp ⊥ parallel ∥ mid ∣ nmid ∤
    to → rightarrow → longrightarrow → leftarrow ← gets ← longleftarrow ← leftrightarrow ↔
    longleftrightarrow ↔ Rightarrow ⇒ Longrightarrow ⇒ implies ⇒ Leftarrow ⇐ Longleftarrow ⇐
    impliedby ⇐ Leftrightarrow ⇔ Longleftrightarrow ⇔ iff ⇔ mapsto ↦ longmapsto ↦ hookrightarrow ↪
    twoheadrightarrow ↠ uparrow ↑ downarrow ↓ nearrow ↗ searrow ↘ rightleftharpoons ⇌ leadsto ⇝
    rightharpoonup ⇀ rightsquigarrow ⇝
    forall ∀ exists ∃ nexists ∄ therefore ∴ because ∵ angle ∠ measuredangle ∠ square □ Box □ blacksquare ■
    qed □ degree ° prime ′ backprime ‵ checkmark ✓ surd √ complement ∁ sharp ♯ flat ♭ natural ♮
    sum ∑ prod ∏ coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂
    bigvee ⋁ bigwedge ⋀ bigsqcup ⨆ intop ∫ smallint ∫
    ldots … dots … cdots … vdots … ddots … dotsc … dotsb … dotsm … dotsi … hdots …
    colon : vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ lbrace { rbrace } lbrack [ rbrack ]
    langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ llbracket ⟦ rrbracket ⟧ lparen ( rparen )
    backslash ∖ percent % And & | ‖ { { } } % % & & # # $ $ _ _ - ""
""") | {"-": ""}
NEGATED = {
    "=": "≠", "∈": "∉", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "⊂": "⊄", "⊆": "⊈", "∃": "∄", "≡": "≢",
    "∣": "∤", "∥": "∦", "∼": "≁", "≈": "≉", "⊢": "⊬", "⊨": "⊭",
}  # fmt: skip
CHARACTERS = {"-": "−", "*": "∗", "~": PAUSE, "'": "′", "·": "⋅", "∣": "∣", "∥": "∥", "⩽": "≤", "⩾": "≥"}

NAMES = frozenset(
    [
        "sin",
        "cos",
        "tan",
        "cot",
        "sec",
        "csc",
        "arcsin",
        "arccos",
        "arctan",
        "arccot",
        "sinh",
        "cosh",
        "tanh",
        "coth",
        "sech",
        "csch",
        "log",
        "ln",
        "lg",
        "exp",
        "det",
        "dim",
        "ker",
        "deg",
        "gcd",
        "lcm",
        "hom",
        "arg",
        "lim",
        "max",
        "min",
        "sup",
        "inf",
        "limsup",
        "liminf",
        "argmax",
        "argmin",
        "Pr",
        "mod",
        "sgn",
        "sign",
        "tr",
        "rank",
        "span",
        "diag",
        "Re",
        "Im",
        "Var",
        "Cov",
        "Tr",
        "erf",
        "softmax",
        "sigmoid",
        "supp",
        "injlim",
        "projlim",
    ]
)
ACCENTS = {
    "hat": "hat", "widehat": "hat", "bar": "bar", "overline": "bar", "tilde": "tilde", "widetilde": "tilde",
    "vec": "vector", "overrightarrow": "vector", "dot": "dot", "ddot": "double dot", "dddot": "triple dot",
    "underline": "underlined", "breve": "breve", "check": "check", "acute": "acute", "grave": "grave",
    "mathring": "ring", "overbrace": "brace", "underbrace": "brace", "underbar": "underlined",
    "overleftarrow": "vector", "overleftrightarrow": "bar", "wideparen": "arc", "overarc": "arc",
    "boxed": "", "fbox": "", "cancel": "", "bcancel": "", "smash": "", "mathstrut": "", "ensuremath": "",
    "mathrlap": "", "mathllap": "", "mathclap": "", "text": "", "pmb": "", "substack": "",
    "mathop": "", "mathbin": "", "mathrel": "", "mathord": "", "mathopen": "", "mathclose": "",
    "mathinner": "",
}  # fmt: skip
"""Commands that mark the group after them; an empty mark leaves the group as it is."""

STYLES = {
    "mathbb": Style.BLACKBOARD, "Bbb": Style.BLACKBOARD, "mathds": Style.BLACKBOARD,
    "mathcal": Style.CALLIGRAPHIC,
    "mathscr": Style.CALLIGRAPHIC, "mathfrak": Style.FRAKTUR, "mathbf": Style.BOLD, "boldsymbol": Style.BOLD,
    "bm": Style.BOLD, "mathrm": Style.PLAIN, "mathsf": Style.PLAIN, "mathtt": Style.PLAIN,
    "mathit": Style.PLAIN, "mathnormal": Style.PLAIN, "pmb": Style.BOLD, "symbf": Style.BOLD,
    "symup": Style.PLAIN, "up": Style.PLAIN, "textup": Style.PLAIN,
}  # fmt: skip
TEXTS = frozenset(
    [
        "text",
        "textrm",
        "textbf",
        "textit",
        "textsf",
        "texttt",
        "textnormal",
        "textsc",
        "mbox",
        "hbox",
        "emph",
        "mathtext",
        "intertext",
        "shortintertext",
    ]
)
SPACES = frozenset(("quad", "qquad", "enspace", "hfill"))
DROPPED = dict.fromkeys(
    [
        ",",
        ";",
        ":",
        "!",
        ">",
        "/",
        "(",
        ")",
        "[",
        "]",
        "left",
        "right",
        "displaystyle",
        "textstyle",
        "scriptstyle",
        "scriptscriptstyle",
        "limits",
        "nolimits",
        "nonumber",
        "notag",
        "big",
        "Big",
        "bigg",
        "Bigg",
        "bigl",
        "Bigl",
        "biggl",
        "Biggl",
        "bigr",
        "Bigr",
        "biggr",
        "Biggr",
        "bigm",
        "Bigm",
        "biggm",
        "Biggm",
        "rm",
        "bf",
        "it",
        "cal",
        "sf",
        "tt",
        "sl",
        "hline",
        "toprule",
        "midrule",
        "bottomrule",
        "strut",
        "allowbreak",
        "relax",
        "noindent",
        "centering",
        "thinspace",
        "medspace",
        "thickspace",
        "negthinspace",
        "negmedspace",
        "boldmath",
        "unboldmath",
        "tiny",
        "small",
        "normalsize",
        "large",
        "Large",
        "newline",
        "par",
        "break",
        "nobreak",
        "null",
        "protect",
        "mathchoice",
        "middle",
        "endgroup",
        "begingroup",
        "bgroup",
        "egroup",
        "displaylimits",
        "left.",
        "right.",
        "@",
        "upshape",
        "bfseries",
        "itshape",
        "mathpunct",
    ],
    0,
) | dict.fromkeys(
    [
        "label",
        "ref",
        "eqref",
        "cite",
        "citep",
        "citet",
        "tag",
        "color",
        "hspace",
        "vspace",
        "hskip",
        "mspace",
        "kern",
        "mkern",
        "phantom",
        "hphantom",
        "vphantom",
        "cline",
        "usepackage",
        "require",
        "pagecolor",
        "raisebox",
        "footnotemark",
        "notag",
        "pageref",
        "bibitem",
    ],
    1,
)
DROPPED |= {
    "rule": 2,
    "newcommand": 2,
    "renewcommand": 2,
    "def": 2,
    "let": 2,
    "setlength": 2,
    "multicolumn": 2,
}
"""Commands without meaning for reader and listener, with the number of their arguments."""

LAST_MEANT = {"textcolor": 2, "colorbox": 2, "href": 2, "parbox": 2, "htmlClass": 2, "class": 2, "style": 2,
              "cssId": 2, "scalebox": 2, "fcolorbox": 3, "raise": 2, "hyperref": 1}  # fmt: skip
"""Commands of whose arguments only the last is meant."""
