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
    return len(name) < 200 and len(name.split()) <= _MOST_WORDS and _NAME.search(_CAMEL.sub("-", name)) is not None


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
_LONGEST_CALL = 60
"""Words: what is longer says more than a stock phrase."""


def is_stock_phrase(text: str, words: int, linked: float) -> bool:
    """Whether a passage asks the reader to click, share, follow or subscribe, and says nothing else."""
    if words > _LONGEST_CALL:
        return False
    return (_LEAD.match(text) is not None and (linked > 0.3 or words < 4)) or _CALL.match(text) is not None
