"""What passages say that are no text of the article, or stand at its edges: calls, credits, bylines."""

from __future__ import annotations

import re


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


_LEAD = _pattern(
    r"\W*",
    _any(
        r"read (?:more|also|next|the full)",
        r"related(?: (?:stor(?:y|ies)|articles?|content|coverage|posts?|links?))?",
        r"see (?:more|also)",
        r"more (?:on|from|stories|news|about)",
        r"also (?:on|read)",
        r"don['’]?t miss|must read|recommended|watch(?: now| more)?|listen(?: now)?",
        r"you (?:may|might) also like|(?:click|tap) here (?:to|for)",
        r"lire aussi|à lire|voir aussi|lesen sie auch|mehr zum thema|lees ook|leggi anche|lea también",
        r"leia (?:também|mais)|veja também|читайте также|czytaj (?:też|także)|baca juga",
    ),
    r"\b\s*(?:[:：|»>–—-]|$)",
)
"""How a line begins that leads to another page; the link is behind it."""

_CALL = _pattern(
    r"\W*",
    _any(
        r"(?:like|love) this (?:story|article|post)",
        r"share (?:this|on|it|via|your)|tweet(?: this)?$|share$",
        r"follow (?:us|me|him|her|them|@)",
        r"sign up (?:for|to|now|here)|subscribe (?:to|now|here|today|for)",
        r"get (?:the|our|your|all the)? ?(?:latest|daily|best|news)\b.*(?:inbox|newsletter|email)",
        r"join (?:us|our|the)\b.*(?:newsletter|telegram|whatsapp|facebook|mailing list)",
        r"(?:this )?advertisements?\b.{0,40}$|sponsored(?: content)?$|advertising$",
        r"story continues(?: below)?|article continues|continue reading|scroll (?:down )?(?:for|to)|skip to",
        r"(?:copyright|©|\(c\)) ?(?:19|20)?|all rights reserved",
        r"we use cookies|this (?:site|website) uses cookies|accept (?:all )?cookies",
        r"(?:have|got) a tip\b|do you have a story\b|email \w+ \w+ at \S+@",
        r"filed under\b|tags? ?:|categor(?:y|ies) ?:|posted in\b",
        r"(?:loading|please wait)\W*$|\d+ comments?$|comments?$|leave a (?:comment|reply)|reply$",
        r"back to top|print (?:this )?(?:page|article)$|report (?:an )?error",
    ),
)
_CALL_WITHIN = _pattern(
    _any(
        r"\bfollow (?:us|him|her|them|me)\b.{0,40} on (?:twitter|facebook|instagram|x|threads|social)\b",
        r"\bfollow \S+ (?:\S+ )?on (?:twitter|facebook|instagram)\b",
        r"\b(?:sign up (?:for|to)|subscribe to)\b.{0,60}\b(?:newsletters?|inbox)\b",
        r"\bdelivered (?:to your inbox|through your letterbox)\b",
        r"\b(?:may|can) be (?:reached|contacted) at\b",
        r"\bclick here for more information\W*$",
    )
)
_LONGEST_CALL = 60
"""Words: what is longer says more than a stock phrase."""

_FEW_WORDS = 4


def is_call(text: str, words: int, linked: float) -> bool:
    """Whether a passage asks to click, share or subscribe; `linked` is the share of it that is links."""
    if words > _LONGEST_CALL:
        return False
    if _LEAD.match(text) is not None and (linked > 0.3 or words < _FEW_WORDS):
        return True
    return _CALL.match(text) is not None or _CALL_WITHIN.search(text) is not None


_BESIDE = _pattern(
    r"\W*",
    _any(
        r"related (?:posts?|stor(?:y|ies)|articles?|content|links|news|topics|reading)",
        r"you (?:may|might) (?:also )?(?:like|enjoy).*|recommended(?: for you)?|sponsored",
        r"(?:\d+ )?comments?|(?:leave|post|write|add) an? (?:comment|reply)|responses",
        r"join the (?:conversation|discussion)|about the authors?",
        r"more (?:from|on|in|news|stories)\b.{0,40}|most (?:read|popular|viewed)",
        r"latest (?:news|posts|stories)",
        r"(?:don['’]?t miss|must read|read next|up next|trending)(?: now)?",
        r"share (?:this|on).*|share|tags|filed under|newsletter",
        r"você pode gostar.*|leia também|veja também|artigos relacionados|entradas relacionadas",
        r"artículos relacionados|articles (?:liés|similaires)|commentaires|kommentare",
        r"ähnliche (?:artikel|beiträge)|das könnte (?:sie|dich) auch interessieren",
        r"articoli correlati|leggi anche|gerelateerd|похожие (?:статьи|записи)|читайте также",
        r"相关(?:文章|阅读)|関連記事",
    ),
    r"\W*",
)
_LONGEST_HEADING = 80


def heads_what_is_beside(heading: str) -> bool:
    """Whether a heading stands over something else than the article."""
    return len(heading) < _LONGEST_HEADING and _BESIDE.fullmatch(heading) is not None


_AGENCIES = r"getty images|shutterstock|ap photo|reuters|afp|istock|picture alliance|zuma"
_CREDIT = _pattern(
    _any(
        r"\((?:image|photo|picture|pic|source|credit|foto|bild|crédit|crédits)s?\b[^()]{0,80}\)\W*$",
        rf"(?:/|via |by |, )(?:{_AGENCIES})\W*$|^(?:{_AGENCIES})\W*$",
        r"^(?:image|photo|picture|media) ?(?:caption|credit|copyright|source|by|via|courtesy)\b",
        r"^(?:photo|foto|bild|image|credit) ?[:：]",
    )
)
_LONGEST_CREDIT = 50


def is_credit(text: str, words: int) -> bool:
    """Whether a passage tells about a picture and who took it."""
    return words <= _LONGEST_CREDIT and _CREDIT.search(text) is not None


_MONTH = r"[^\W\d]{3,10}"
_YEAR = r"(?:19|20)\d\d"
_BYLINE = _pattern(
    _any(
        r"^(?:by|von|par|por|di|door|av|written by|posted (?:by|on)|published|updated)\b",
        r"^last (?:updated|modified)\b",
        rf"\b\d{{1,2}}[./-]\d{{1,2}}[./-]{_YEAR}\b|\b{_YEAR}-\d\d-\d\d\b|\b\d{{1,2}}:\d\d\b",
        rf"\b\d{{1,2}}\.? (?:de )?{_MONTH}\.? (?:de )?{_YEAR}\b",
        rf"\b{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?, {_YEAR}\b",
    )
)
_CREW = _pattern(
    r"\W*(?:additional )?(?:reporting|writing|editing) by\b|",
    r".{0,80}\bcontributed to this (?:report|article|story)\W*$",
)
_LONGEST_BYLINE = 30
_SENTENCE_ENDS = (".", "!", "?", "”")


def can_be_byline(text: str, words: int) -> bool:
    return words <= _LONGEST_BYLINE and not text.endswith(_SENTENCE_ENDS)


def is_byline(text: str, words: int) -> bool:
    """Whether a passage above an article says who wrote it and when."""
    return can_be_byline(text, words) and _BYLINE.search(text) is not None


def names_crew(text: str, words: int) -> bool:
    """Whether a passage says who else worked on the article."""
    return words <= 2 * _LONGEST_BYLINE and _CREW.match(text) is not None
