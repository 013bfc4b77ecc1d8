"""What stands on a page beside its article: told by the names its makers gave, and by stock phrases."""

from __future__ import annotations

import re

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAME = re.compile(
    r"(?:^|[\s_-])(?:"
    r"nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|share|shares|sharing|sharebar|social|addthis|sharedaddy|"
    r"related|recommend(?:ed|ations?)?|recirc|read-?more|read-?next|more-?(?:stories|news|from|on)|also-?(?:read|like)|"
    r"newsletter|subscribe|subscription|sign-?up|promo|promos|promotion|advert|adverts|advertisement|ads?|adslot|"
    r"sponsor(?:ed)?|cookies?|consent|gdpr|paywall|comments?|disqus|respond|replies|author-?(?:bio|info|box|card)|"
    r"about-?(?:the-?)?author|bio|tags?|tag-?(?:list|links|cloud)|taglist|post-?tags|toolbar|modal|popup|overlay|widget|"
    r"pagination|pager|copyright|trending|most-?(?:read|popular)|popular|outbrain|taboola|zergnet|"
    r"login|search|skip-?(?:link|to)|call-?to-?action|cta|disclaimer|byline|dateline|post-?meta|entry-?meta|"
    r"jp-relatedposts|navbox|catlinks|hatnote|print-?only|teaser|teasers"
    r")(?:$|[\s_-])",
    re.IGNORECASE,
)
_MOST_WORDS = 12
"""Names in a class attribute: pages that style by a hundred small classes name nothing with them."""


def names_chrome(name: str) -> bool:
    """Whether a class or id says that an element is no part of the article."""
    if len(name) > 200 or len(name.split()) > _MOST_WORDS or "embed" in name.lower():
        return False  # what is embedded is shown in the text: posts, letters
    return _NAME.search(_CAMEL.sub("-", name)) is not None


CHROME_TAGS = frozenset(("nav", "aside", "footer", "form", "menu", "dialog", "article"))
"""An article within another is a teaser; the one that is read holds most of what was found."""

_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:captions?|legend|(?:photo|image|img|media|picture|video|gallery)-?(?:credits?|source|desc(?:ription)?|text)|"
    r"credits?|gallerytext|cutline|bildunterschrift|legende)(?:$|[\s_-])",
    re.IGNORECASE,
)


def names_caption(name: str) -> bool:
    """Whether a class or id says that an element tells about a picture."""
    return len(name) < 200 and _CAPTION.search(_CAMEL.sub("-", name)) is not None


_LEAD = re.compile(
    r"\W*(?:read (?:more|also|next|the full)|related(?: stor(?:y|ies)| articles?| content| coverage| links?)?|see (?:more|also)|"
    r"more (?:on|from|stories|news|about)|also (?:on|read)|don['’]?t miss|must read|recommended|you (?:may|might) also like|"
    r"(?:click|tap) here (?:to|for)|watch(?: now| more)?|listen(?: now)?|"
    r"lire aussi|à lire|voir aussi|lesen sie auch|mehr zum thema|lees ook|leggi anche|lea también|leia (?:também|mais)|"
    r"veja também|читайте также|czytaj (?:też|także)|baca juga)\b\s*(?:[:：|»>–—-]|$)",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\W*(?:(?:like|love) this (?:story|article|post)|share (?:this|on|it|via|your)|tweet(?: this)?$|follow (?:us|me|him|her|them|@)|"
    r"sign up (?:for|to|now|here)|subscribe (?:to|now|here|today|for)|get (?:the|our|your|all the)? ?(?:latest|daily|best|news)\b.*"
    r"(?:inbox|newsletter|email)|join (?:us|our|the)\b.*(?:newsletter|telegram|whatsapp|facebook|mailing list)|"
    r"(?:this )?advertisements?\b.{0,40}$|sponsored(?: content)?$|advertising$|"
    r"story continues(?: below)?|article continues|continue reading|scroll (?:down )?(?:for|to)|skip to|"
    r"(?:copyright|©|\(c\)) ?(?:19|20)?|all rights reserved|"
    r"we use cookies|this (?:site|website) uses cookies|accept (?:all )?cookies|"
    r"(?:have a tip|got a tip|do you have a story)\b|email \w+ \w+ at \S+@|filed under\b|tags? ?:|categor(?:y|ies) ?:|posted in\b|"
    r"(?:image|photo|picture) (?:credit|source|via|by)\b|(?:loading|please wait)\W*$|\d+ comments?$|leave a (?:comment|reply)|"
    r"back to top|print (?:this )?(?:page|article)$|share$|comments?$|reply$|report (?:an )?error)",
    re.IGNORECASE,
)
_CALL_WITHIN = re.compile(
    r"\b(?:follow (?:us|him|her|them|me)\b.{0,40} on (?:twitter|facebook|instagram|x|threads|social)|"
    r"follow \S+ (?:\S+ )?on (?:twitter|facebook|instagram)\b|"
    r"(?:sign up (?:for|to)|subscribe to)\b.{0,60}\b(?:newsletters?|inbox)|delivered (?:to your inbox|through your letterbox)|"
    r"(?:may|can) be (?:reached|contacted) at\b|(?:for|click here for) more information\W*$)",
    re.IGNORECASE,
)
_LONGEST_CALL = 60
"""Words: what is longer says more than a stock phrase."""

_BESIDE = re.compile(
    r"\W*(?:related (?:posts?|stor(?:y|ies)|articles?|content|links|news|topics|reading)|you (?:may|might) (?:also )?(?:like|enjoy).*|"
    r"(?:\d+ )?comments?|(?:leave|post|write|add) an? (?:comment|reply)|join the (?:conversation|discussion)|responses|"
    r"about the authors?|more (?:from|on|in|news|stories)\b.{0,40}|most (?:read|popular|viewed)|(?:don['’]?t miss|read next|up next|trending)(?: now)?|"
    r"share (?:this|on).*|share|tags|filed under|newsletter|latest (?:news|posts|stories)|recommended(?: for you)?|sponsored|"
    r"você pode gostar.*|leia também|veja também|artigos relacionados|entradas relacionadas|artículos relacionados|articles (?:liés|similaires)|"
    r"commentaires|kommentare|ähnliche (?:artikel|beiträge)|das könnte (?:sie|dich) auch interessieren|articoli correlati|"
    r"leggi anche|gerelateerd|похожие (?:статьи|записи)|читайте также|相关(?:文章|阅读)|関連記事)\W*",
    re.IGNORECASE,
)


def heads_what_is_beside(heading: str) -> bool:
    """Whether a heading stands over something else than the article."""
    return len(heading) < 80 and _BESIDE.fullmatch(heading) is not None


_CREDIT = re.compile(
    r"\((?:image|photo|picture|pic|source|credit|foto|bild|crédit|crédits)s?\b[^()]{0,80}\)\W*$|"
    r"(?:/|via |by |, )?(?:getty images|shutterstock|ap photo|reuters|afp|istock|picture alliance|zuma)\W*$|"
    r"^(?:image|photo|picture|media) ?(?:caption|credit|copyright|source|by|via|courtesy)\b|^(?:photo|foto|bild|image|credit) ?[:：]",
    re.IGNORECASE,
)
_LONGEST_CREDIT = 50


def is_credit(text: str, words: int) -> bool:
    """Whether a passage tells about a picture and who took it."""
    return words <= _LONGEST_CREDIT and _CREDIT.search(text) is not None


_BYLINE_NAME = re.compile(r"(?:^|[\s_-])(?:byline|authors?|dateline|date|datetime|timestamp|pub-?date|published|meta|posted)(?:$|[\s_-])",
                          re.IGNORECASE)  # fmt: skip
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|door|av|written by|posted (?:by|on)|published|updated|last (?:updated|modified))\b|"
    r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}:\d\d\b|"
    r"\b\d{1,2}\.? (?:de )?[^\W\d]{3,10}\.? (?:de )?(?:19|20)\d\d\b|\b[^\W\d]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?, (?:19|20)\d\d\b",
    re.IGNORECASE,
)
_CREW = re.compile(r"\W*(?:additional )?(?:reporting|writing|editing) by\b|.{0,80}\bcontributed to this (?:report|article|story)\W*$",
                   re.IGNORECASE)  # fmt: skip
_LONGEST_BYLINE = 30


def is_byline(text: str, words: int, name: str) -> bool:
    """Whether a passage above the article says who wrote it and when."""
    if words > _LONGEST_BYLINE or text.endswith((".", "!", "?", "”")):
        return False
    return _BYLINE_NAME.search(_CAMEL.sub("-", name)) is not None or _BYLINE.search(text) is not None


def names_crew(text: str, words: int) -> bool:
    """Whether a passage says who else worked on the article."""
    return words <= 2 * _LONGEST_BYLINE and _CREW.match(text) is not None


def is_stock_phrase(text: str, words: int, linked: float) -> bool:
    """Whether a passage asks the reader to click, share, follow or subscribe, and says nothing else."""
    if words > _LONGEST_CALL:
        return False
    return (_LEAD.match(text) is not None and (linked > 0.3 or words < 4)) or any(
        (_CALL.match(text), _CALL_WITHIN.search(text))
    )
