"""Pages that hold no text for us: those that scripts would fill, and those that ask for a person."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse.draft import Draft
from yapit.core.parse.elements import tag_of

if TYPE_CHECKING:
    from lxml.etree import _Element

SCRIPTS = (
    "The page's text is made by scripts: open it in a browser, save it as a complete web page, "
    "and give the file."
)
_ROOTS = frozenset(
    ("root", "app", "__next", "___gatsby", "__nuxt", "svelte", "q-app", "react-root", "main-app")
)
_WALL = re.compile(
    r"just a moment|attention required|access denied|verify(?:ing)? you are (?:a )?human|robot check|"
    r"are you a (?:robot|human)|checking your browser|enable javascript and cookies|pardon our interruption",
    re.IGNORECASE,
)
_FEW_WORDS = 40
"""Words: a page that refuses says no more."""


def needs_scripts(root: _Element) -> bool:
    """Whether scripts fill the page: it has an empty element for them, or says so to those without."""
    for element in root.iter("noscript", "div", "main"):
        if tag_of(element) == "noscript" and "javascript" in "".join(map(str, element.itertext())).lower():
            return True
        if element.get("id") in _ROOTS and _has_few_words(element):
            return True
    return False


def has_scripts(root: _Element) -> bool:
    kinds = ((script.get("type") or "").lower() for script in root.iter("script"))
    return any(kind in ("", "module", "text/javascript", "application/javascript") for kind in kinds)


def _has_few_words(element: _Element) -> bool:
    count = 0
    for text in element.itertext():
        count += len(text.split())
        if count > _FEW_WORDS:
            return False
    return True


def check(draft: Draft, label: str, *, needs_scripts: bool) -> None:
    """Refuse what is no text of the page's.

    Raises:
        SourceError: The page asks whether a person reads it.
        EmptyDocument: Its text is made by scripts.
    """
    texts = [draft.text_of(i) for i in range(min(len(draft.blocks), _FEW_WORDS))]
    said = " ".join([draft.title, *texts])
    if len(said.split()) > 2 * _FEW_WORDS:
        return
    if _WALL.search(said):
        cure = "It refuses programs: open it in a browser, save it, and give the file."
        raise SourceError(f"{label} asks whether a person reads it", cure=cure)
    if needs_scripts and len(" ".join(texts).split()) < _LEAST_WORDS:
        raise EmptyDocument(f"{label} holds no text", cure=SCRIPTS)


_LEAST_WORDS = 8
"""Words: "Loading, please wait" is no text."""
