"""Running text of LaTeX: what stands on the page, with its notes, citations and formulas marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from yapit.core.document import Mark, MarkKind
from yapit.core.parse.latex.letters import ACCENTS, ESCAPED, LIGATURES, SYMBOLS, accented
from yapit.core.parse.latex.numbers import Numbered
from yapit.core.parse.latex.scanner import Scanner
from yapit.core.parse.prose import Prose

_DEEPEST = 6
"""Running text within running text: notes in captions, and the like."""

# Commands whose arguments are no text: how many of them.
_UNREAD = {
    "label": 1, "vspace": 1, "hspace": 1, "includegraphics": 1, "pagestyle": 1, "thispagestyle": 1,
    "color": 1,
    "pagenumbering": 1, "setlength": 2, "addtolength": 2, "setcounter": 2, "addtocounter": 2, "usepackage": 1,
    "bibliographystyle": 1, "bibliography": 1, "addbibresource": 1, "hypersetup": 1, "geometry": 1,
    "index": 1,
    "addcontentsline": 3, "markboth": 2, "markright": 1, "fontsize": 2, "rule": 2, "definecolor": 3,
    "nocite": 1,
    "graphicspath": 1, "newcounter": 1, "newlength": 1, "theoremstyle": 1, "newtheorem": 2, "hypertarget": 1,
    "hyperlink": 1, "textcolor": 1, "colorbox": 1, "fcolorbox": 2, "parbox": 1, "raisebox": 1,
    "multicolumn": 2,
    "multirow": 2, "foreignlanguage": 1, "selectlanguage": 1, "resizebox": 2, "scalebox": 1, "rotatebox": 1,
    "phantom": 1, "hphantom": 1, "vphantom": 1, "cmidrule": 1, "cline": 1, "usetikzlibrary": 1, "lstset": 1,
    "bibinfo": 1, "bibfield": 1, "captionsetup": 1, "DeclareMathOperator": 2, "documentclass": 1,
    "RequirePackage": 1,
    "renewcommand": 2, "newcommand": 2, "newenvironment": 3, "renewenvironment": 3,
    "ProvidesPackage": 1, "tikz": 1,
    "PassOptionsToPackage": 2, "usetheme": 1, "includesvg": 1, "phantomsection": 0, "vskip": 0,
    "columnwidth": 0,
}  # fmt: skip

_CITE = re.compile(r"[A-Za-z]*cite[a-z]*|[Cc]ite(?:author|year|title|alt|alp)?[a-z]*")
_NAMED = re.compile(r"(?:[Tt]ext)cite|[Cc]itet|[Cc]itealt|citeauthor|[Nn]ewcite|shortcite[Nn]")
_REF = re.compile(r"(?:eq|auto|c|C|page|name|v|sub)?ref\*?|[cC]refrange")
_KEY = re.compile(r"([A-Za-z]{3,})[:_-]?((?:19|20)\d\d)")
_UNIT = re.compile(r"\\([A-Za-z]+)\s*")


@dataclass(slots=True)
class Context:
    """What is known of the whole text while it is read."""

    labels: Mapping[str, Numbered] = field(default_factory=dict)
    works: Mapping[str, str] = field(default_factory=dict)
    """What `\\cite` puts for a work, by its key."""

    notes: list[str] = field(default_factory=list)
    """LaTeX of notes that wait for the end of their paragraph."""

    in_note: bool = False
    """A note within a note is part of it."""

    note: int = 0
    """The number of the last note."""


class InlineReader:
    """Gathers running text; a command that nothing is known of is not read, what stands in its braces is."""

    def __init__(self, context: Context, depth: int = 0) -> None:
        self.prose = Prose()
        self._context = context
        self._depth = depth

    def read(self, latex: str) -> tuple[str, tuple[Mark, ...]]:
        """The running text of an argument."""
        inner = InlineReader(self._context, self._depth + 1)
        scanner = Scanner(latex)
        while match := scanner.next():
            if not inner.add(match, scanner):
                inner.prose.add(" ")
        return inner.prose.take()

    def add(self, match: re.Match[str], scanner: Scanner) -> bool:
        """Take a token, if it is one of running text."""
        if match["command"]:
            self._command(match["command"], scanner)
        elif match["symbol"]:
            self._symbol(match["symbol"], scanner)
        elif match["math"]:
            self._formula(scanner, match["math"], shown=match["math"])
        elif match["bar"]:
            self.prose.add_marked(match["verb"], MarkKind.CODE)
        elif match["ligature"]:
            self.prose.add(
                LIGATURES[match["ligature"]] if match["ligature"] in LIGATURES else match["ligature"]
            )
        elif match["text"]:
            self.prose.add(match["text"])
        elif match["cell"]:
            self.prose.add(" ")
        else:
            return bool(match["brace"])
        return True

    def _command(self, name: str, scanner: Scanner) -> None:
        handler = _HANDLERS.get(name)
        if handler is not None:
            handler(self, scanner)
        elif name in _UNREAD:
            self._drop(scanner, _UNREAD[name])
        elif name in SYMBOLS:
            self.prose.add(SYMBOLS[name])
        elif name in ACCENTS:
            self.prose.add(self._accented(name, scanner))
        elif _CITE.fullmatch(name):
            self._cite(scanner, by_name=_NAMED.fullmatch(name) is not None)
        elif _REF.fullmatch(name):
            self._reference(name, scanner)
        else:
            scanner.option()

    def _symbol(self, sign: str, scanner: Scanner) -> None:
        if sign == "\\":
            self.prose.end_line()
        elif sign in "([":
            self._formula(scanner, "\\)" if sign == "(" else "\\]", shown=sign)
        elif sign in ACCENTS:
            self.prose.add(self._accented(sign, scanner))
        else:
            self.prose.add(ESCAPED.get(sign, ""))

    def _accented(self, accent: str, scanner: Scanner) -> str:
        letter = scanner.argument()
        return accented(accent, letter if len(letter) < 3 else "")

    def _formula(self, scanner: Scanner, close: str, *, shown: str) -> None:
        source = scanner.until_close(close)
        if source is None:
            self.prose.add(shown)
        else:
            self.add_formula(source)

    def add_formula(self, source: str) -> None:
        source = " ".join(source.split())
        if source:
            self.prose.add_formula(source)

    def _drop(self, scanner: Scanner, arguments: int) -> None:
        scanner.option()
        for _ in range(arguments):
            scanner.argument()
            scanner.option()

    def _cite(self, scanner: Scanner, *, by_name: bool) -> None:
        options = [option for option in (scanner.option(), scanner.option()) if option]
        keys = [key.strip() for key in scanner.argument().split(",") if key.strip()]
        place = f", {self._plain(options[-1])}" if options else ""
        if by_name and len(keys) == 1 and (named := _KEY.match(keys[0])):
            self.prose.add(f"{named.group(1).capitalize()} ")
            self.prose.add_marked(f"({named.group(2)}{place})", MarkKind.CITATION)
        elif keys:
            works = ", ".join(self._context.works.get(key, key) for key in keys)
            self.prose.add_marked(f"[{works}{place}]", MarkKind.CITATION)

    def _plain(self, latex: str) -> str:
        return self.read(latex)[0] if self._depth < _DEEPEST else ""

    def _reference(self, name: str, scanner: Scanner) -> None:
        labels = [self._context.labels.get(key.strip()) for key in scanner.argument().split(",")]
        found = [label for label in labels if label is not None and label.number]
        if not found or name.startswith(("page", "name")):
            return
        numbers = " and ".join(label.number for label in found)
        kind = f"{found[0].kind} " if name[:1] in "aCc" else ""
        self.prose.add(f"({numbers})" if name.startswith("eq") else f"{kind}{numbers}")

    def note(self, scanner: Scanner) -> None:
        scanner.option()
        if self._context.in_note:
            return
        self.note_mark(scanner)
        self._context.notes.append(scanner.argument())

    def note_mark(self, scanner: Scanner) -> None:
        self._context.note += 1
        self.prose.add_marked(f"[{self._context.note}]", MarkKind.NOTE)

    def note_text(self, scanner: Scanner) -> None:
        scanner.option()
        self._context.notes.append(scanner.argument())

    def link(self, scanner: Scanner) -> None:
        scanner.option()
        scanner.argument()

    def address(self, scanner: Scanner) -> None:
        self.prose.add(scanner.argument().replace("\\", ""))

    def ensured(self, scanner: Scanner) -> None:
        self.add_formula(scanner.argument())

    def quantity(self, scanner: Scanner) -> None:
        """A number and its unit, as `\\SI{5}{\\kilo\\metre}` has them."""
        scanner.option()
        number, unit = scanner.argument(), scanner.argument()
        self.prose.add(f"{number.strip('{}')} {self._unit(unit)}")

    def unit(self, scanner: Scanner) -> None:
        scanner.option()
        self.prose.add(self._unit(scanner.argument()))

    def _unit(self, latex: str) -> str:
        said = _UNIT.sub(lambda match: " per " if match.group(1) == "per" else match.group(1), latex)
        return " ".join(re.sub(r"[\\{}~^]", " ", said).split())

    def quote(self, scanner: Scanner) -> None:
        if self._depth < _DEEPEST:
            self.prose.add(f"“{self.read(scanner.argument())[0]}”")

    def code(self, scanner: Scanner) -> None:
        scanner.option()
        self.prose.add_marked(scanner.argument().strip("|!"), MarkKind.CODE)

    def end_line(self, scanner: Scanner) -> None:
        self.prose.end_line()


_HANDLERS: Mapping[str, Callable[[InlineReader, Scanner], None]] = {
    "footnote": InlineReader.note, "thanks": InlineReader.note, "footnotemark": InlineReader.note_mark,
    "footnotetext": InlineReader.note_text, "endnote": InlineReader.note, "href": InlineReader.link,
    "url": InlineReader.address, "nolinkurl": InlineReader.address, "path": InlineReader.address,
    "ensuremath": InlineReader.ensured, "SI": InlineReader.quantity, "qty": InlineReader.quantity,
    "si": InlineReader.unit, "unit": InlineReader.unit, "enquote": InlineReader.quote,
    "lstinline": InlineReader.code, "mintinline": InlineReader.code, "newline": InlineReader.end_line,
    "linebreak": InlineReader.end_line,
    "and": InlineReader.end_line, "IEEEauthorblockA": InlineReader.end_line,
    "affiliation": InlineReader.end_line, "affil": InlineReader.end_line, "institute": InlineReader.end_line,
    "email": InlineReader.end_line, "address": InlineReader.end_line,
}  # fmt: skip
