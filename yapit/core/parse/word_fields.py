"""Fields of Word: text that Word computes, and what kind of text it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Role(Enum):
    SHOWN = auto()
    SILENT = auto()
    """Numbers of pages, and instructions."""

    CITATION = auto()
    REFERENCES = auto()
    CONTENTS = auto()


_SILENT = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "XE", "TC", "RD", "PRIVATE"))
_CONTENTS = frozenset(("TOC", "INDEX", "TOA"))
_REFERENCES = ("BIBLIOGRAPHY", "ZOTERO_BIBL", "EN.REFLIST", "MENDELEY BIBLIOGRAPHY", "CSL_BIBLIOGRAPHY")
_CITATIONS = ("CITATION ", "ZOTERO_ITEM", "EN.CITE", "MENDELEY CITATION", "CSL_CITATION", "CITAVIPLACEHOLDER")

_TELLING = 200
"""Characters of an instruction that tell what it is; programs for references keep whole libraries in it."""

_MOST_NESTED = 64


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    has_begun: bool = False
    """What comes now is its result, no longer its instruction."""


def role_of(instruction: str) -> Role:
    said = " ".join(instruction[:_TELLING].upper().split())
    word = said.partition(" ")[0]
    if word in _SILENT:
        return Role.SILENT
    if word in _CONTENTS:
        return Role.CONTENTS
    head = said[:60].removeprefix("ADDIN ")
    if head.startswith(_REFERENCES):
        return Role.REFERENCES
    return Role.CITATION if f"{head} ".startswith(_CITATIONS) else Role.SHOWN


class Fields:
    """The fields that are open; they may begin in one paragraph and end in another."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self) -> None:
        if len(self._open) < _MOST_NESTED:
            self._open.append(_Field())

    def instruct(self, text: str) -> None:
        if self._open and not self._open[-1].has_begun:
            self._open[-1].instruction += text

    def separate(self) -> None:
        if self._open:
            self._open[-1].has_begun = True

    def end(self) -> None:
        if self._open:
            self._open.pop()

    def end_paragraph(self) -> None:
        """A silent field that is never closed must not silence the rest."""
        if self.role is Role.SILENT:
            self._open.clear()

    @property
    def role(self) -> Role:
        """Of text that comes now: silent in any silent field, else as the outermost that says something."""
        roles = [role_of(f.instruction) if f.has_begun else Role.SILENT for f in self._open]
        if Role.SILENT in roles:
            return Role.SILENT
        return next((role for role in roles if role is not Role.SHOWN), Role.SHOWN)
