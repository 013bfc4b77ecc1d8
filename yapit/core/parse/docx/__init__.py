"""Word documents (.docx): headings, lists as Word numbers them, tables, notes, formulas, tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Document
from yapit.core.parse.docx.body import BodyReader
from yapit.core.parse.docx.names import W
from yapit.core.parse.docx.notes import Notes
from yapit.core.parse.docx.numbering import Numbering
from yapit.core.parse.docx.styles import Styles
from yapit.core.parse.draft import Draft
from yapit.core.parse.flow import Flow
from yapit.core.parse.formats import Progress
from yapit.core.parse.opc import Package, R
from yapit.core.parse.source import Source

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOTES = ("footnotes", "endnotes", "comments")


def parse(source: Source, on_progress: Progress) -> Document:
    """Insertions are read and deletions are not, as if all changes were accepted.

    Raises:
        SourceError: The file is damaged as a whole, or locked.
    """
    package = Package(source, "Word document")
    path, root = package.main("word/document.xml")
    styles = Styles(package.related(path, "styles"))
    said = package.properties()
    flow = Flow(Draft(said.title, said.author, said.language or styles.language))
    numbering = Numbering(package.related(path, "numbering"), styles)
    notes = Notes({part: package.related(path, part) for part in _NOTES})
    reader = BodyReader(flow, styles, numbering, notes)
    on_progress(0, 1)
    for head in _page_parts(package, path, root, "header"):
        reader.read(head, BlockKind.RUNNING_HEAD)
    reader.read(root)
    for foot in _page_parts(package, path, root, "footer"):
        reader.read(foot, BlockKind.RUNNING_FOOT)
    flow.end()
    return flow.draft.document(source.label)


def _page_parts(package: Package, path: str, root: _Element, kind: str) -> Iterator[_Element]:
    """The heads or feet that the sections of a document use, each once."""
    ids = [reference.get(f"{R}id") or "" for reference in root.iter(f"{W}{kind}Reference")]
    for part in dict.fromkeys(package.path_of(path, name) for name in ids):
        found = package.xml(part) if part else None
        if found is not None:
            yield found
