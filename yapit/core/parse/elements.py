"""Elements of HTML and XHTML: their names, roles and classes, whether they are seen, and their text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

UNSEEN = frozenset((
    "head", "script", "style", "template", "noscript", "svg", "canvas", "audio", "video", "object",
    "iframe", "select", "option", "button", "input", "textarea", "map", "area", "rt", "rp", "rtc",
    "annotation", "annotation-xml", "datalist", "dialog",
))  # fmt: skip
"""Elements that show nothing, or a control, or what stands above the line."""

_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "math", "nobr", "q", "ruby", "rb", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "script",
))  # fmt: skip
"""Elements that stand in a line; a formula may be a `<script>`."""


def is_inline(tag: str) -> bool:
    """Whether an element stands in a line where nothing in it ends one, as those that pages invent do."""
    return tag in _INLINE or "-" in tag


_SPACED = frozenset(("br", "p", "div", "li", "td", "th", "tr"))


def tag_of(element: _Element) -> str:
    """Name without namespace, in lower case; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def roles_of(element: _Element) -> set[str]:
    """What ARIA and EPUB say an element is."""
    kinds = element.get("{http://www.idpf.org/2007/ops}type") or element.get("epub:type") or ""
    return {*kinds.split(), *(element.get("role") or "").split()}


def classes_of(element: _Element) -> set[str]:
    return set((element.get("class") or "").split())


_GONE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def is_hidden(element: _Element) -> bool:
    """Whether the element itself says that it is not shown."""
    hidden = element.get("hidden")
    return (
        (hidden is not None and hidden != "until-found")
        or element.get("aria-hidden") == "true"
        or _GONE.search(element.get("style") or "") is not None
    )


def text_of(element: _Element) -> str:
    """All the text in an element that is seen, with line ends where blocks end."""
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    parts = []
    walker = etree.iterwalk(element, events=("start", "end"))
    for event, part in walker:
        tag = tag_of(part)
        if event == "start" and tag and tag not in UNSEEN:
            parts.append(part.text or "")
        elif event == "start":
            walker.skip_subtree()
        else:
            parts.append("\n" if tag in _SPACED else "")
            parts.append((part is not element and part.tail) or "")
    return "".join(parts)
