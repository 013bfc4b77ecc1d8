"""How a sentence tells that a name in it is an author's: by a word before it, or by what he does after it."""

from __future__ import annotations

import re

_REPORTS = """
    show argu find found finds note noting notice report suggest claim propos demonstrat describ observ
    state stating writ wrote conclud introduc develop defin explain point examin discuss identif compar
    estimat call list sees saw count reject deny denie doubt advis recommend review used uses emphasi
    maintain analy investigat ask interview confirm establish assert insist warn caution criticis criticiz
    question challeng agree disagree distinguish attribut ascrib concede admit acknowledg stress underlin
    highlight refer cites cited quotes quoted summari classif categori coin formulat prove proving derive
    deriving obtain simulat evaluat assess document measur record believ thinks thought assum contend
    contest dispute refute replicat extend generali hypothesi theori conceptuali survey studied studies
    remind speaks spoke sampled tested tests compute collected treat reads traces traced lists puts dates
    places blames praises complains adds replies replied responds objects accepts prefers favours favors
    links counts names named concurs speculat conjectur defend posit surmis reckon calculat infer interpret
    characteri criticis lament advocat champion coins formaliz formalis outline sketch summed sums recount
    zeigt zeigen schreib nennt nennen beton argumentier hält halten sieht sehen weist weisen spricht
    sprechen meint kritisier beschreib untersuch unterscheid definier bezeichn versteht behaupt führt stellt
    vermut warnt beleg hebt kommt geht legt vertritt schlägt bezweifel verneint montre soutien affirme écri
    souligne parle propose décri défini distingue note remarque considère insiste estime rappelle explique
    analyse observe suggère conclut pose voit défend nie critique étudie appelle muestra sostien señala
    afirma defiend describe habla propone define distingue considera explica analiza observa sugiere
    concluye niega critica estudia llama escribe cree argumenta apunta advierte plantea recuerda opina
    piensa indica menciona comenta demuestra demostró identifica encuentra halla reconoce dice dijo cuenta
    narra relata subraya destaca insiste mostra sostiene afferma scrive parla definisce propone osserva nota
    laat stelt toont
"""
REPORTS = re.compile(
    r"\s(?:l[ae]\s)?(?:(?:have|has|had|also|both|first|later|then|further|recently|famously|rightly|thus|"
    rf"convincingly)\s){{0,2}}(?:{'|'.join(_REPORTS.split())}|h(?:o|e)lds?\sthat)"
)
"""How a sentence goes on whose subject is an author."""

_SHOWN = """
    shown argued found noted reported suggested claimed proposed demonstrated described observed stated
    introduced developed defined explained examined discussed identified called adapted employed advocated
    pioneered coined formulated proved proven obtained reviewed recommended outlined presented conducted
    undertaken gezeigt beschrieben vorgeschlagen
"""
_WORKS = """
    model method approach framework definition account argument thesis findings results data procedure
    protocol typology classification taxonomy estimates proposal suggestion work views criteria algorithm
    notation terminology formulation hypothesis
"""
_STUDIES = """
    study studies paper article review survey analysis theory critique experiments essay book
"""
_SEE = (
    r"following|building\son|drawing\son|extending|according\sto|contrary\sto|in\scontrast\sto|in\sline\swith|consistent\swith|in\sagreement\swith|see(?:\salso)?|"
    r"cf\.|e\.g\.,?|laut|siehe|vgl\.|selon|voir|d['’]après|según|véase|secondo|segundo|volgens|nach|"
    r"chez|de\sacuerdo\scon"
)
_SAYS = """
    writes argues says notes warns schreibt zeigt meint betont écrit note souligne affirme dice dijo escribe
    señala afirma
"""
_NAME = r"(?:(?:[^\W\d_a-z]\.\s?){0,3}(?:(?:van|von|de|der|den|la|di|du)\s){0,2}[^\W\d_a-z][\w'’-]+)"
NAMES = rf"(?:{_NAME},\s){{0,4}}{_NAME},?\s(?:and|&|und|et|y|e)\s{_NAME}"
"""Two authors or more."""

_TOLD = re.compile(
    rf"(?:\b(?i:{_SEE})|(?:\A|[.,;:(]\s)(?i:as|wie|comme|como)|"
    rf"\b(?:{'|'.join(_SHOWN.split())})\s(?:\w+\s)?(?:by|von)|"
    rf"\b(?:{'|'.join(_WORKS.split())})\s(?:of|by|from|in)|"
    rf"\b(?:{'|'.join(_STUDIES.split())})\s(?:by|from)|\b(?:that|those|sense|words)\sof|"
    rf"\b(?:{'|'.join(_SAYS.split())}))"
    rf"\s(?:{_NAME}(?:,\s|\s(?:and|&|und|et|y|e)\s)){{0,3}}{_NAME}\Z"
)
"""What stands before an author, and hardly before a title; with the name."""

_IS_NOT_WHAT_AUTHORS_DO = re.compile(
    r",?\s(?:(?:which|who)\s)?(?:is|was|tells|stars|starred|won|opened|premiered)\b"
)


def is_told_as_author(before: str, text: str, after: int) -> bool:
    """Without a list to look into: by what is his, by a word before his name, or by what he does."""
    is_owner = before.endswith(("'s", "’s", "s'", "s’"))
    return is_owner or _TOLD.search(before) is not None or REPORTS.match(text, after) is not None


def is_told_as_title(text: str, after: int) -> bool:
    """Whether the sentence goes on as about a work or an event: `Bonnie and Clyde (1967) was`."""
    return _IS_NOT_WHAT_AUTHORS_DO.match(text, after) is not None
