"""What the class or id of an element says that it is: its makers name menus, captions and bylines."""

from __future__ import annotations

import re

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_BESIDE = """
    nav navbar navigation menu breadcrumbs? footer sidebar toolbar pagination pager skip-?(?:link|to)
    shares? sharing sharebar social addthis sharedaddy
    related jp-relatedposts recommend(?:ed|ations?)? recirc read-?(?:more|next) more-?(?:stories|news|from|on)
    also-?(?:read|like) trending most-?(?:read|popular) popular teasers? outbrain taboola zergnet
    newsletter subscribe subscription sign-?up paywall login search call-?to-?action cta
    promos? promotion adverts? advertisement ads? adslot sponsor(?:ed)? disclaimer
    cookies? consent gdpr modal popup overlay widget copyright print-?only
    comments? disqus respond replies
    author-?(?:bio|info|box|card) about-?(?:the-?)?author bio byline dateline post-?meta entry-?meta
    tags? tag-?(?:list|links|cloud) taglist post-?tags navbox catlinks hatnote
"""
_CAPTION = """
    captions? legend legende bildunterschrift cutline gallerytext credits?
    (?:photo|image|img|media|picture|video|gallery)-?(?:credits?|source|desc(?:ription)?|text)
"""
_BYLINE = "byline authors? dateline date datetime timestamp pub-?date published meta posted"


def _named(words: str) -> re.Pattern[str]:
    """Any of the words, as a whole part of a name: `nav` in `site-nav top`, not in `navy`."""
    return re.compile(rf"(?:^|[\s_-])(?:{'|'.join(words.split())})(?:$|[\s_-])", re.IGNORECASE)


_IS_BESIDE, _IS_CAPTION, _IS_BYLINE = _named(_BESIDE), _named(_CAPTION), _named(_BYLINE)
_MOST_WORDS, _LONGEST = 12, 200
"""Names and characters in a class: pages that style by a hundred small classes name nothing with them."""


def _says(name: str, pattern: re.Pattern[str]) -> bool:
    if len(name) > _LONGEST or len(name.split()) > _MOST_WORDS:
        return False
    return pattern.search(_CAMEL.sub("-", name)) is not None


def names_what_is_beside(name: str) -> bool:
    """Whether an element is no part of the article. What is embedded in it is: posts, letters."""
    return "embed" not in name.lower() and _says(name, _IS_BESIDE)


def names_caption(name: str) -> bool:
    """Whether an element tells about a picture."""
    return _says(name, _IS_CAPTION)


def names_byline(name: str) -> bool:
    """Whether an element says who wrote the article, or when."""
    return _says(name, _IS_BYLINE)
