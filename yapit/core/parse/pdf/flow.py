"""Lines to blocks: each line goes on with the open block or begins another, whatever page it stands on."""

from __future__ import annotations

import re
from itertools import pairwise

from yapit.core.document import BlockKind
from yapit.core.parse.pdf.captions import CAPTION, CAPTION_HEAD, PART
from yapit.core.parse.pdf.contents import is_contents_heading, is_entry
from yapit.core.parse.pdf.equations import is_equation
from yapit.core.parse.pdf.footnotes import MARKED
from yapit.core.parse.pdf.front import ABSTRACT, Front
from yapit.core.parse.pdf.headings import MOST_WORDS, continues_heading, looks_like_heading
from yapit.core.parse.pdf.hyphens import Joiner
from yapit.core.parse.pdf.items import begins_item, depth, is_bullet
from yapit.core.parse.pdf.layout import Layout
from yapit.core.parse.pdf.listings import is_listing
from yapit.core.parse.pdf.outline import Outline
from yapit.core.parse.pdf.page import Line, Page
from yapit.core.parse.pdf.paragraphs import FLOWING, begins_paragraph, is_quote
from yapit.core.parse.pdf.piece import Piece
from yapit.core.parse.pdf.reading import Reading
from yapit.core.parse.pdf.references import begins_entry, begins_list
from yapit.core.parse.pdf.tables import Table, tables_of
from yapit.core.parse.works_cited import heads_works_cited

Kind = BlockKind


class Flow:
    """Takes page after page; `done` holds the pieces that nothing can go on with any more."""

    def __init__(self, layout: Layout, joiner: Joiner, outline: Outline, title: str = "") -> None:
        self.done: list[Piece] = []
        self._joiner = joiner
        self._outline = outline
        self._aside: list[Piece] = []
        """Furniture and notes within the open piece: they come after it."""

        self._note: Piece | None = None
        self._tables: list[Table] = []
        """Those of the page that are told."""

        self._front = Front(layout, title)
        self._reading = Reading(layout, in_front=self._front.is_here)

    @property
    def reading(self) -> Reading:
        return self._reading

    @property
    def layout(self) -> Layout:
        return self._reading.layout

    def enter(self, layout: Layout, held: list[Line]) -> None:
        """The pages that come next have this layout; the places of `held` may be asked for, too."""
        reading = self._reading
        begun = reading.open.lines if reading.open else []
        before = [reading.before] if reading.before else []
        layout.adopt(reading.layout, [*held, *begun, *before])
        reading.layout = layout

    def take(self, page: Page) -> None:
        tables = {line: table for table in tables_of(page, self._reading.layout) for line in table.lines}
        lines = page.lines
        running = self._reading.layout.running(page)
        follows = dict(pairwise(running))
        self._reading.has_second = any(line.text.startswith("[2]") for line in running)
        for line in lines:
            kind = self._reading.layout.kinds.get(line)
            if kind is Kind.FOOTNOTE and not self._is_entry(line, kind):
                self._take_note(line)
            elif kind is not None and not self._is_entry(line, kind):
                self._aside.append(Piece.of(kind, line))
            elif line in tables and self._may_be_table:
                self._take_table(line, tables[line])
            else:
                self._reading.after = follows.get(line)
                self._take(line)
        self._note = None
        self._tables = []

    @property
    def _may_be_table(self) -> bool:
        """Names below a title, works cited and a table of contents stand in rows too."""
        reading = self._reading
        return not (reading.in_front or reading.in_references or reading.in_contents)

    def _is_entry(self, line: Line, kind: Kind) -> bool:
        """Whether what looks like a note is of the list of works cited, which is in small letters too."""
        return kind is Kind.FOOTNOTE and self._reading.in_references and line not in self.layout.under_rules

    def close(self) -> None:
        """End the open piece."""
        piece = self._reading.open
        if piece is not None:
            self.done.append(piece)
            _settle(piece, self._reading)
        self._reading.open = None
        self.done += self._aside
        self._aside = []

    def _take_note(self, line: Line) -> None:
        if self._note is not None and not MARKED.match(line.text):
            self._note.add(line, self._joiner)
            return
        self._note = Piece.of(Kind.FOOTNOTE, line)
        self._aside.append(self._note)

    def _take_table(self, line: Line, table: Table) -> None:
        """All of a table comes where its first line does."""
        if any(told is table for told in self._tables):
            return
        self.close()
        self._tables.append(table)
        self.done.append(Piece(Kind.TABLE, table.text, list(table.lines), level=table.heads))
        self._reading.before = line

    def _take(self, line: Line) -> None:
        reading = self._reading
        kind, small, goes_on = self._judge(line)
        if goes_on and reading.open is not None:
            self._go_on(reading.open, line)
        else:
            self.close()
            level = depth(line, reading) if kind is Kind.LIST_ITEM else 0
            reading.open = Piece.of(kind, line, level=level, small=small)
            self._part_initial(reading.open, line)
            if kind is not Kind.LIST_ITEM:
                reading.insets.clear()
        if kind is Kind.HEADING:
            self._enter_section(reading.open)
        reading.before = line

    def _go_on(self, piece: Piece, line: Line) -> None:
        if piece.kind is Kind.CODE:
            piece.add_row(line)
        else:
            piece.add(line, self._joiner)

    def _part_initial(self, piece: Piece, line: Line) -> None:
        if line.initial and self._joiner.is_word_alone(line.text, line.initial):
            piece.text = line.text[: line.initial] + " " + line.text[line.initial :]
            piece.notes = [span.shift(1) for span in piece.notes]

    def _enter_section(self, heading: Piece | None) -> None:
        text = heading.text if heading is not None else ""
        self._reading.in_references = heads_works_cited(text)
        self._reading.in_abstract = ABSTRACT.fullmatch(text) is not None
        self._reading.in_contents = is_contents_heading(text)

    def _judge(self, line: Line) -> tuple[Kind, bool, bool]:
        """What a line is, whether it is a small one, and whether it goes on with the open piece."""
        kind = self._of_page(line) or self._special(line)
        if kind is not None:
            return kind, False, self._goes_on(kind, line)
        if self._is_small(line):
            goes_on = (
                self._reading.open is not None and self._reading.open.small and self._is_near_small(line)
            )
            return Kind.FURNITURE, True, goes_on
        return self._running(line)

    def _of_page(self, line: Line) -> Kind | None:
        """What a line is that is no text to hear, wherever it stands."""
        if self._front.is_above(line) and not self._reading.in_front:
            return Kind.AUTHOR
        if is_entry(line, self._reading):
            return Kind.FURNITURE
        self._reading.in_contents = self._reading.in_contents and self._reading.before is None
        return Kind.FURNITURE if _says_nothing(line.text) else None

    def _special(self, line: Line) -> Kind | None:
        """The kinds that a line shows by itself."""
        reading = self._reading
        if reading.in_front:
            kind = self._front.kind(line, reading)
            if kind is not None:
                return Kind.CAPTION if kind is Kind.AUTHOR and self._is_caption(line) else kind
            reading.in_front = False
        if line.tagged or (self._outline.names(line) and not reading.is_next_line(line)):
            return Kind.HEADING
        return self._set_off(line)

    def _set_off(self, line: Line) -> Kind | None:
        reading = self._reading
        if self._is_caption(line):
            return Kind.CAPTION
        if is_listing(line, reading):
            return Kind.CODE
        if looks_like_heading(line, reading) or self._goes_on_as_heading(line):
            return Kind.HEADING
        if reading.in_references or begins_list(line, reading):
            reading.in_references = True
            return Kind.REFERENCE
        return Kind.EQUATION if is_equation(line, reading) else None

    def _goes_on_as_heading(self, line: Line) -> bool:
        return self._reading.kind is Kind.HEADING and self._outline.ends(self._reading.open, line)

    def _goes_on(self, kind: Kind, line: Line) -> bool:
        reading = self._reading
        if reading.open is None or reading.open.kind is not kind or reading.open.small:
            return False
        if kind is Kind.HEADING:
            return continues_heading(line, reading) and not self._outline.is_whole(reading.open)
        if kind is Kind.REFERENCE:
            return not begins_entry(line, reading)
        if kind is Kind.EQUATION:
            return reading.is_below(line, 1.6 * reading.layout.leading) or reading.is_level(line)
        if kind is Kind.FURNITURE:
            return False
        return kind is not Kind.CAPTION or not CAPTION.match(line.text)

    def _running(self, line: Line) -> tuple[Kind, bool, bool]:
        reading = self._reading
        if begins_item(line, reading):
            return Kind.LIST_ITEM, False, False
        abstract = reading.in_abstract or ABSTRACT.match(line.text) is not None
        if begins_paragraph(line, reading) or (reading.open is not None and reading.open.small):
            return (Kind.ABSTRACT if abstract else Kind.PARAGRAPH), False, False
        return Kind.PARAGRAPH, False, True

    def _is_caption(self, line: Line) -> bool:
        """`Figure 3: …` and its following lines, which are smaller than the text, or set off."""
        reading = self._reading
        smaller = line.size < reading.layout.body - 0.4
        if smaller and PART.match(line.text) and not reading.is_next_line(line):
            return True
        if CAPTION.match(line.text) and not reading.is_next_line(line):
            titled = CAPTION_HEAD.match(line.text) is not None
            return smaller or titled or line.bold or (reading.is_centred(line) and len(line.text) < 60)
        if reading.kind is not Kind.CAPTION or reading.before is None:
            return False
        alike = abs(reading.before.size - line.size) < 0.3 and line.bold == reading.before.bold
        return alike and self._caption_goes_on(line, smaller=smaller)

    def _caption_goes_on(self, line: Line, *, smaller: bool) -> bool:
        reading = self._reading
        if smaller:
            return reading.is_below(line, 1.6 * reading.layout.leading)
        near = reading.is_below(line, 1.15 * reading.layout.leading)
        return near and reading.before is not None and reading.is_full(reading.before)

    def _is_small(self, line: Line) -> bool:
        reading = self._reading
        if reading.layout.is_text(line):
            return False
        if line.size >= reading.layout.body - (2.6 if reading.in_abstract else 1.6):
            return False
        raised = reading.kind in FLOWING and reading.is_level(line)
        return not raised

    def _is_near_small(self, line: Line) -> bool:
        before = self._reading.before
        if before is None or abs(before.size - line.size) > 0.6 or begins_item(line, self._reading):
            return False
        return self._reading.is_below(line, 1.7 * line.size) or self._reading.is_level(line)


def _settle(piece: Piece, reading: Reading) -> None:
    """What a piece proves to be once all of it is there."""
    if piece.kind is Kind.HEADING and heads_works_cited(piece.text):
        piece.kind = Kind.REFERENCE  # it is heard, or not, with its entries
    if piece.kind is Kind.HEADING and ABSTRACT.fullmatch(piece.text):
        piece.kind = Kind.ABSTRACT
    if piece.kind is Kind.HEADING and _is_pulled(piece, reading):
        piece.kind = Kind.QUOTE
    if piece.small and _is_prose(piece.text):
        piece.kind = Kind.PARAGRAPH
    if piece.kind is Kind.HEADING and len(piece.text.split()) > MOST_WORDS:
        piece.kind = Kind.PARAGRAPH
    if is_quote(piece, reading):
        piece.kind = Kind.QUOTE


def _is_pulled(piece: Piece, reading: Reading) -> bool:
    """Words of the article in large letters within a column: nothing but a quotation."""
    if not _QUOTED.fullmatch(piece.text):
        return False
    line = piece.lines[0]
    width = max(page.width for page in reading.layout.pages if page.number <= line.page)
    return reading.layout.measure(line).width < 0.45 * width


_QUOTED = re.compile(r"(?:“[^”]{12,}”|«[^»]{12,}»|„[^“]{12,}“|\"[^\"]{12,}\")")


def _says_nothing(text: str) -> bool:
    """Not a letter, digit or sign of a list or formula in it: frames, stars, lost characters."""
    return not any(map(str.isalnum, text)) and not is_bullet(text) and not set(text) & _FORMULA


_FORMULA = frozenset("=+−<>∑∏∫√≤≥±×·()[]{}|,.;:")


def _is_prose(text: str) -> bool:
    words = text.split()
    plain = sum(word.strip(",.;:()").isalpha() for word in words)
    return len(words) >= 12 and plain * 2 > len(words) and re.search(r"[.。！？]", text) is not None
