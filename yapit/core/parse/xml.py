"""XML of strangers to trees: bounded in depth, mended where broken, nothing loaded, no entity replaced."""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from yapit.core.parse.characters import decode

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_DEPTH = 256
"""Deeper elements are left out: libxml2's own bound, far above what any document needs."""

# What XHTML takes from a DTD that is not here; the five of XML itself must stay.
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31};)")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENCODING = re.compile(rb"\s*<\?xml[^>]*encoding=[\"']([\w-]+)")


def parse_xml(data: bytes, label: str, *, is_deep: bool = False) -> _Element | None:
    """The tree of a file; None where nothing can be made of it.

    No element lies deeper than `MAX_DEPTH`, so that walking it may be
    recursive; with `is_deep` the bound is 2048, for pages that never close
    what they open and for walkers without recursion.
    """
    from lxml import etree  # noqa: PLC0415 - 20 ms

    declared = _ENCODING.match(data[:200])
    text = decode(data, label, declared.group(1).decode("ascii") if declared else "")
    text = _DECLARATION.sub("", text, count=1)
    text = _ENTITY.sub(lambda match: html5.get(match.group(1), match.group()), text)
    # Nothing outside the file is loaded, and no entity but the known is replaced: those could be bombs.
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        encoding="utf-8",
        huge_tree=is_deep,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None
    return root if isinstance(root, etree._Element) else None


def local_name(element: _Element) -> str:
    """Name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: _Element | None, name: str, default: str = "") -> str:
    """An attribute by its name without namespace."""
    if element is None:
        return default
    plain = element.get(name)
    if plain is not None:
        return plain
    return next((str(value) for key, value in element.items() if str(key).endswith("}" + name)), default)


def depth_of(element: _Element) -> int:
    """How many elements lie within each other in one."""
    from lxml import etree  # noqa: PLC0415 - loaded by now

    depth = deepest = 0
    for event, _ in etree.iterwalk(element, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def inner_text(element: _Element) -> str:
    """All the text in an element."""
    return "".join(map(str, element.itertext()))


def whole_number(text: str | None, default: int = 0, *, most: int = 10_000) -> int:
    """A number as files write it, however odd: no sign, no more than `most`."""
    return min(int(text), most) if text and re.fullmatch(r"[0-9]{1,9}", text) else default


def parse_html(text: str) -> _Element | None:
    """The tree of a page of HTML, however it is nested; None where nothing can be made of it."""
    from lxml import etree  # noqa: PLC0415 - 20 ms

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring(text.replace("\0", "\ufffd").encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return None
    return root if isinstance(root, etree._Element) else None
