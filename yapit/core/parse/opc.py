"""The parts of an Office Open XML file and how they refer to each other: Word and PowerPoint alike."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from yapit.core.errors import SourceError
from yapit.core.parse.archive import DAMAGED, Archive
from yapit.core.parse.characters import one_line
from yapit.core.parse.source import Source
from yapit.core.parse.xml import inner_text, local_name, parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

# The strict form of the standard differs in the names of its namespaces alone.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
"""The space of the names by which parts refer to others."""

_ROOT = ""


@dataclass(frozen=True, slots=True)
class Relation:
    id: str
    kind: str
    """The last word of its type: `styles`, `footnotes`, `slide`."""

    path: str
    """Of the part it leads to; empty for what lies outside the file."""


@dataclass(frozen=True, slots=True)
class Properties:
    title: str = ""
    author: str = ""
    language: str = ""


class Package:
    """The parts by path, and the relations of each. A part that is missing or broken is None."""

    def __init__(self, source: Source, format_name: str) -> None:
        self._archive = Archive(source, format_name)
        self._relations: dict[str, tuple[Relation, ...]] = {}
        self.label = source.label

    def xml(self, path: str) -> _Element | None:
        data = self._archive.read(path)
        return None if data is None else parse_xml(_STRICT.sub(_TRANSITIONAL, data), path)

    def main(self, usual: str) -> tuple[str, _Element]:
        """Path and tree of the part that all others hang on; `usual` is where it is expected.

        Raises:
            SourceError: There is none.
        """
        for path in (*self.paths(_ROOT, "officeDocument"), usual):
            root = self.xml(path)
            if root is not None:
                return path, root
        raise SourceError(f"{self.label} is damaged: its text is missing", cure=DAMAGED)

    def relations(self, part: str) -> tuple[Relation, ...]:
        if part not in self._relations:
            self._relations[part] = tuple(self._read_relations(part))
        return self._relations[part]

    def paths(self, part: str, kind: str) -> list[str]:
        """Where the relations of one kind lead, in their order."""
        return [found.path for found in self.relations(part) if found.kind == kind and found.path]

    def related(self, part: str, kind: str) -> _Element | None:
        """The first part that is related in this way."""
        return next((root for path in self.paths(part, kind) if (root := self.xml(path)) is not None), None)

    def path_of(self, part: str, relation_id: str) -> str:
        return next((found.path for found in self.relations(part) if found.id == relation_id), "")

    def properties(self) -> Properties:
        found: dict[str, str] = {}
        for path in self.paths(_ROOT, "core-properties") or ["docProps/core.xml"]:
            root = self.xml(path)
            for element in () if root is None else root.iterchildren():
                found.setdefault(local_name(element), one_line(inner_text(element)))
        return Properties(found.get("title", ""), found.get("creator", ""), found.get("language", ""))

    def _read_relations(self, part: str) -> Iterator[Relation]:
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        for element in () if root is None else root.iter("{*}Relationship"):
            kind = (element.get("Type") or "").rstrip("/").rpartition("/")[2]
            target = unquote(element.get("Target") or "")
            inside = element.get("TargetMode") != "External"
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/") if inside else ""
            yield Relation(element.get("Id") or "", kind, path)
