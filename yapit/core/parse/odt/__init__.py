"""OpenDocument texts (.odt): headings, lists, tables, notes, formulas; changes as if all were accepted."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Document
from yapit.core.errors import SourceError
from yapit.core.parse.archive import DAMAGED, Archive
from yapit.core.parse.characters import one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.flow import Flow
from yapit.core.parse.formats import Progress
from yapit.core.parse.odt.body import BodyReader
from yapit.core.parse.odt.lists import ListStyles
from yapit.core.parse.odt.styles import Styles
from yapit.core.parse.odt.words import WordReader
from yapit.core.parse.source import Source
from yapit.core.parse.xml import attribute, inner_text, local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_MATHML = "http://www.w3.org/1998/Math/MathML"


def parse(source: Source, on_progress: Progress) -> Document:
    """A text with its heads and feet, each once.

    Raises:
        SourceError: The file is damaged, or locked with a password.
    """
    archive = Archive(source, "OpenDocument text")
    _refuse_locked(archive)
    content, looks, meta = (archive.xml(f"{name}.xml") for name in ("content", "styles", "meta"))
    body = None if content is None else content.find("{*}body/{*}text")
    if content is None or body is None:
        raise SourceError(f"{source.label} is damaged: its text is missing", cure=DAMAGED)
    roots = [root for root in (content, looks) if root is not None]
    styles = Styles(roots)
    flow = Flow(Draft(_said(meta, "title"), _author(meta), _said(meta, "language") or _language(roots)))
    words = WordReader(styles, lambda path: _formula(archive, path))
    reader = BodyReader(flow, styles, ListStyles(roots), words)
    on_progress(0, 1)
    for head in _page_parts(looks, "header"):
        reader.read(head, BlockKind.RUNNING_HEAD)
    reader.read(body)
    for foot in _page_parts(looks, "footer"):
        reader.read(foot, BlockKind.RUNNING_FOOT)
    flow.end()
    return flow.draft.document(source.label)


def _refuse_locked(archive: Archive) -> None:
    manifest = archive.xml("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter("{*}encryption-data"), None) is not None:
        cure = "Open it with its password and save it without."
        raise SourceError(f"{archive.label} is locked with a password", cure=cure)


def _said(meta: _Element | None, name: str) -> str:
    found = None if meta is None else next(meta.iter(f"{{*}}{name}"), None)
    return "" if found is None else one_line(inner_text(found))


def _author(meta: _Element | None) -> str:
    return _said(meta, "initial-creator") or _said(meta, "creator")


def _language(roots: list[_Element]) -> str:
    """Of the default style of paragraphs."""
    for root in roots:
        for style in root.iter("{*}default-style"):
            properties = style.find("{*}text-properties")
            language = attribute(properties, "language")
            if attribute(style, "family") == "paragraph" and language not in ("", "none", "zxx"):
                country = attribute(properties, "country")
                return f"{language}-{country}" if country not in ("", "none") else language
    return ""


def _page_parts(looks: _Element | None, name: str) -> Iterator[_Element]:
    for page in () if looks is None else looks.iter("{*}master-page"):
        for part in page:
            if local_name(part) in (name, f"{name}-first", f"{name}-left"):
                yield part


def _formula(archive: Archive, path: str) -> tuple[str, str]:
    """MathML and its characters; both empty where the object is something else."""
    from lxml import etree  # noqa: PLC0415 - 20 ms

    root = archive.xml(posixpath.normpath(posixpath.join(path, "content.xml")).lstrip("/")) if path else None
    if root is None or root.tag != f"{{{_MATHML}}}math":
        return "", ""
    etree.strip_elements(root, "{*}annotation", "{*}annotation-xml", with_tail=False)
    text = one_line(" ".join(inner_text(root).split()))
    written = etree.tostring(root, encoding="unicode", with_tail=False)
    return _unprefixed(written, root.prefix or ""), text


def _unprefixed(mathml: str, prefix: str) -> str:
    """The same with no prefix before its names: `<math`, not `<math:math`."""
    if not prefix:
        return mathml
    return (
        mathml.replace(f"<{prefix}:", "<").replace(f"</{prefix}:", "</").replace(f"xmlns:{prefix}=", "xmlns=")
    )
