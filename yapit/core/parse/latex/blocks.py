"""LaTeX to blocks: what encloses running text decides its kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from yapit.core.document import BlockKind
from yapit.core.parse.draft import Draft
from yapit.core.parse.grid import Marked, row_of, table_of
from yapit.core.parse.latex.inline import Context, InlineReader
from yapit.core.parse.latex.numbers import SECTIONS
from yapit.core.parse.latex.scanner import Scanner

_CODE = frozenset(
    ("verbatim", "Verbatim", "lstlisting", "minted", "alltt", "algorithmic", "algorithm2e", "Code")
)
_FORMULAS = frozenset((
    "equation", "align", "gather", "multline", "eqnarray", "displaymath", "math", "alignat", "flalign",
    "dmath",
    "subequations",
))  # fmt: skip
_TABLES = frozenset(("tabular", "tabularx", "tabulary", "longtable", "array", "supertabular", "tabu"))
_UNSEEN = frozenset(
    ("tikzpicture", "pgfpicture", "picture", "comment", "filecontents", "CJK", "asy", "pspicture")
)
_LISTS = frozenset(
    ("itemize", "enumerate", "description", "compactitem", "compactenum", "inparaenum", "dinglist")
)
_QUOTES = frozenset(("quote", "quotation", "verse", "displayquote", "quoting", "epigraph"))
_THEOREMS = {
    "theorem": "Theorem", "lemma": "Lemma", "proposition": "Proposition", "corollary": "Corollary",
    "definition": "Definition", "remark": "Remark", "example": "Example", "proof": "Proof", "claim": "Claim",
    "conjecture": "Conjecture", "exercise": "Exercise", "thm": "Theorem", "lem": "Lemma",
    "prop": "Proposition",
    "cor": "Corollary", "defn": "Definition",
}  # fmt: skip
# Environments with arguments that are no text: how many of them.
_ARGUMENTS = {
    "minipage": 1, "wrapfigure": 2, "wraptable": 2, "multicols": 1, "column": 1, "adjustbox": 1, "spacing": 1,
    "thebibliography": 1, "subfigure": 1, "list": 2, "adjustwidth": 2, "otherlanguage": 1, "subtable": 1,
}  # fmt: skip

_DEEPEST = 200
"""Environments within environments; what is deeper counts as part of the last."""


class BlockReader:
    """Reads LaTeX into a draft. Environments are counted, never nested calls: depth costs nothing."""

    def __init__(self, draft: Draft, context: Context, *, has_chapters: bool) -> None:
        self.draft = draft
        self._context = context
        self._inline = InlineReader(context)
        self._top = SECTIONS.index("chapter" if has_chapters else "section")
        self._environments: list[str] = []
        self._numbers: list[int] = []
        self._marker = ""

    def read(self, latex: str) -> None:
        scanner = Scanner(latex)
        while match := scanner.next():
            self._token(match, scanner)
        self.flush()
        self._add_notes()

    def _token(self, match: re.Match[str], scanner: Scanner) -> None:
        if match["begin"]:
            self._begin(match["begin"], scanner)
        elif match["end"]:
            self._end(match["end"])
        elif match["par"]:
            self.flush()
        elif match["math"] == "$$" or match["symbol"] == "[":
            self._display(scanner, "$$" if match["math"] else "\\]")
        elif match["command"] in SECTIONS:
            self._section(match["command"], scanner)
        elif match["command"] in _BLOCKS:
            _BLOCKS[match["command"]](self, scanner)
        else:
            self._inline.add(match, scanner)

    def flush(self) -> None:
        """End the paragraph, and say the notes that it had."""
        text, marks = self._inline.prose.take()
        before, self._marker = (self._marker, "") if text else ("", self._marker)
        kind = self._kind_here()
        level = sum(name in _LISTS for name in self._environments) if kind is BlockKind.LIST_ITEM else 0
        self.draft.add(before + text, kind, level=level, marks=[mark.shift(len(before)) for mark in marks])
        if text:
            self._add_notes()

    def _add_notes(self) -> None:
        self._context.in_note = True
        for latex in self._context.notes:
            note, marks = self._inline.read(latex)
            self.draft.add(note, BlockKind.FOOTNOTE, marks=marks)
        self._context.notes.clear()
        self._context.in_note = False

    def _kind_here(self) -> BlockKind:
        for name in reversed(self._environments):
            if name in _LISTS:
                return BlockKind.LIST_ITEM
            if name in _QUOTES:
                return BlockKind.QUOTE
            if name == "abstract":
                return BlockKind.ABSTRACT
            if name == "thebibliography":
                return BlockKind.REFERENCE
        return BlockKind.PARAGRAPH

    def _begin(self, said: str, scanner: Scanner) -> None:
        name = said.rstrip("*")
        if name in _FORMULAS:
            self._equation(scanner.until_end(said), name)
        elif name in _CODE or name in _UNSEEN:
            self._verbatim(scanner.until_end(said), seen=name in _CODE)
        elif name in _TABLES:
            self._table(name, scanner.until_end(said))
        else:
            self._open(name, scanner)

    def _open(self, name: str, scanner: Scanner) -> None:
        self.flush()
        if len(self._environments) < _DEEPEST:
            self._environments.append(name)
        option = scanner.option()
        for _ in range(_ARGUMENTS.get(name, 0)):
            scanner.argument()
        if name in _LISTS:
            self._numbers.append(0 if "enum" in name else -1)
        elif name in _THEOREMS:
            self._inline.prose.add(f"{_THEOREMS[name]}{self._bracketed(option)}. ")
        elif name == "frame" and scanner.has_argument():
            self._heading(scanner, 2)

    def _bracketed(self, option: str | None) -> str:
        return f" ({self._inline.read(option)[0]})" if option else ""

    def _end(self, said: str) -> None:
        name = said.rstrip("*")
        self.flush()
        if name in self._environments:
            while self._environments.pop() != name:
                pass
        if name in _LISTS and self._numbers:
            self._numbers.pop()
        self._marker = ""

    def _display(self, scanner: Scanner, close: str) -> None:
        source = scanner.until_close(close)
        if source is not None:
            self._equation(source, "")

    def _equation(self, source: str, name: str) -> None:
        self.flush()
        source = " ".join(_UNSAID.sub(" ", source).split())
        if name == "alignat":
            source = re.sub(r"^\{\d+\}", "", source)
        if re.search(r"\\\\|(?<!\\)&", source) and r"\begin" not in source:
            source = rf"\begin{{aligned}} {source} \end{{aligned}}"
        if source:
            self.draft.add_formula(source)

    def _verbatim(self, body: str, *, seen: bool) -> None:
        self.flush()
        if seen:
            self.draft.add(_OPTIONS.sub("", body), BlockKind.CODE)

    def _table(self, name: str, body: str) -> None:
        self.flush()
        scanner = Scanner(body)
        scanner.option()
        for _ in range(2 if name in ("tabularx", "tabulary") else 1):
            scanner.argument()
        body = body[scanner.at :]
        for caption in _CAPTION.finditer(body):
            scanner.at = scanner.text.find(caption.group(), scanner.at) + len(caption.group()) - 1
            self._add_caption(scanner.argument())
        head = _HEAD_RULE.split(_CAPTION_WHOLE.sub("", body), maxsplit=1)
        heads = len(self._rows(head[0])) if len(head) > 1 and self._rows(head[0]) else 0
        text, marks = table_of(self._rows(_CAPTION_WHOLE.sub("", body)))
        self.draft.add(text, BlockKind.TABLE, level=heads, marks=marks)

    def _rows(self, body: str) -> list[Marked]:
        """The rows of a table that hold anything."""
        rows = (row_of(map(self._inline.read, _CELL.split(row))) for row in _ROW.split(body))
        return [row for row in rows if row[0].strip()]

    def _section(self, name: str, scanner: Scanner) -> None:
        self._heading(scanner, max(SECTIONS.index(name) - self._top + 1, 1))

    def _heading(self, scanner: Scanner, level: int) -> None:
        self.flush()
        scanner.option()
        text, marks = self._inline.read(scanner.argument())
        self.draft.add(" ".join(text.split("\n")), BlockKind.HEADING, level=level, marks=marks)

    def item(self, scanner: Scanner) -> None:
        self.flush()
        label = scanner.option()
        self._marker = f"{self._inline.read(label)[0]} " if label and label.strip() else ""
        if self._numbers and self._numbers[-1] >= 0 and label is None:
            self._numbers[-1] += 1
            self._marker = f"{self._numbers[-1]}. "

    def bibliography_item(self, scanner: Scanner) -> None:
        self.flush()
        scanner.option()
        scanner.argument()

    def caption(self, scanner: Scanner) -> None:
        self.flush()
        scanner.option()
        self._add_caption(scanner.argument())

    def _add_caption(self, latex: str) -> None:
        text, marks = self._inline.read(latex)
        self.draft.add(text, BlockKind.CAPTION, marks=marks)

    def frame_title(self, scanner: Scanner) -> None:
        self._heading(scanner, 2)

    def paragraph_end(self, scanner: Scanner) -> None:
        self.flush()

    def other_file(self, scanner: Scanner) -> None:
        self.flush()
        name = " ".join(scanner.argument().replace("\\", "").split())
        self.draft.add(f"[{name}: a file of its own, not read]", BlockKind.FURNITURE)

    def unread(self, scanner: Scanner) -> None:
        """The title and its like, which were read before the text."""
        scanner.option()
        scanner.argument()


_UNSAID = re.compile(r"\\(?:label|tag\*?)\s*\{[^{}]*\}|\\(?:nonumber|notag|displaystyle)\b")
_OPTIONS = re.compile(r"\A(?:\[[^\]\n]*\])?(?:\{\w+\})?")
_CAPTION = re.compile(r"\\caption\*?(?:\[[^\]]{0,300}\])?\{")
_CAPTION_WHOLE = re.compile(
    r"\\caption\*?(?:\[[^\]]{0,300}\])?\{(?:[^{}]|\{[^{}]*\}){0,3000}\}|\\label\{[^{}]*\}"
)
_HEAD_RULE = re.compile(r"\\(?:midrule|endhead|endfirsthead)\b|(?<=\\\\)\s*\\hline")
_ROW = re.compile(r"\\\\\*?(?:\[[^\]]{0,20}\])?|\\tabularnewline\b")
_CELL = re.compile(r"(?<!\\)&")

_BLOCKS: Mapping[str, Callable[[BlockReader, Scanner], None]] = {
    "item": BlockReader.item, "bibitem": BlockReader.bibliography_item, "caption": BlockReader.caption,
    "frametitle": BlockReader.frame_title, "par": BlockReader.paragraph_end, "input": BlockReader.other_file,
    "include": BlockReader.other_file, "subfile": BlockReader.other_file, "title": BlockReader.unread,
    "author": BlockReader.unread, "date": BlockReader.unread, "newpage": BlockReader.paragraph_end,
    "clearpage": BlockReader.paragraph_end, "bigskip": BlockReader.paragraph_end,
    "medskip": BlockReader.paragraph_end, "State": BlockReader.paragraph_end,
}  # fmt: skip
