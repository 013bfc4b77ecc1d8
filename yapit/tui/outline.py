"""The chapters beside the page: one row each, however many there are, to be folded and gone to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from yapit.core.outline import Entry, current

_WIDE_ENOUGH_FOR_SHARES = 28


class Outline(ScrollView, can_focus=True, inherit_bindings=False):
    COMPONENT_CLASSES: ClassVar[set[str]] = {"outline--heard", "outline--cursor", "outline--share"}
    DEFAULT_CSS = """
    Outline {
        width: 34; background: $surface; color: $foreground; overflow-x: hidden; overflow-y: auto;
        scrollbar-size-vertical: 1; scrollbar-background: $surface;
        & > .outline--heard { text-style: bold; color: $text-primary; }
        & > .outline--cursor { text-style: reverse; }
        & > .outline--share { color: $foreground-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("down,j", "move(1)", "down", show=False),
        Binding("pageup", "move_page(-1)", "page up", show=False),
        Binding("pagedown", "move_page(1)", "page down", show=False),
        Binding("home,g", "move(-1000000)", "first", show=False),
        Binding("end,G", "move(1000000)", "last", show=False),
        Binding("left,h", "fold(True)", "fold", show=False),
        Binding("right,l", "fold(False)", "unfold", show=False),
        Binding("enter", "choose", "go there", show=False),
        *(Binding(f"{n}", f"show_levels({n})", f"{n} levels", show=False) for n in range(1, 7)),
    ]

    class Chosen(Message):
        """Someone wants to go to a chapter."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self) -> None:
        super().__init__()
        self._entries: Sequence[Entry] = ()
        self._folded: set[int] = set()  # places of entries whose parts are hidden
        self._rows: list[int] = []  # indices of the entries that are shown
        self._row_of: list[int] = []  # the row of each entry, or of the one that hides it
        self._cursor = 0
        self._heard = -1

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these, which may be more than before; what is folded stays so."""
        at = self._entry_at_cursor()
        self._entries = entries
        self._arrange(at.span.start if at else 0)

    def mark(self, place: int) -> None:
        """The voice is here: its chapter is set off, and kept in view unless someone is choosing."""
        heard = current(self._entries, place)
        if heard == self._heard:
            return
        self._heard = heard
        if not self.has_focus and self._entries:
            self._cursor = self._row_of[max(heard, 0)]
            self._keep_in_view()
        self.refresh()

    def action_move(self, by: int) -> None:
        self._cursor = max(0, min(self._cursor + by, len(self._rows) - 1))
        self._keep_in_view()
        self.refresh()

    def action_move_page(self, by: int) -> None:
        self.action_move(by * max(self.size.height - 1, 1))

    def action_fold(self, hide: bool) -> None:
        """Fold the entry at the cursor, or go to the one above it where there is nothing to fold."""
        entry = self._entry_at_cursor()
        if entry is None:
            return
        index, place = self._rows[self._cursor], entry.span.start
        if not hide:
            self._folded.discard(place)
        elif self._has_parts(index) and place not in self._folded:
            self._folded.add(place)
        else:
            place = self._entries[self._above(index)].span.start
        self._arrange(place)

    def action_show_levels(self, levels: int) -> None:
        """Fold everything below so many levels."""
        entry = self._entry_at_cursor()
        self._folded = {e.span.start for e in self._entries if e.level >= levels}
        self._arrange(entry.span.start if entry else 0)

    def action_choose(self) -> None:
        entry = self._entry_at_cursor()
        if entry is not None:
            self.post_message(self.Chosen(entry.span.start))

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y
        if row >= len(self._rows):
            return
        self._cursor = row
        index = self._rows[row]
        indent = self._indent(index)
        if self._has_parts(index) and indent < event.x <= indent + 2:
            self.action_fold(self._entries[index].span.start not in self._folded)
        else:
            self.action_choose()
        self.refresh()

    def on_resize(self) -> None:
        self._keep_in_view()

    def render_line(self, y: int) -> Strip:
        width, row = self.scrollable_content_region.width, y + self.scroll_offset.y
        if row >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        index = self._rows[row]
        style = self.rich_style
        if row == self._row_heard():
            style += self._style("heard")
        if row == self._cursor and self.has_focus:
            style += self._style("cursor")
        share = self._share(index) if width >= _WIDE_ENOUGH_FOR_SHARES else ""
        text = set_cell_size(self._label(index, width - cell_len(share)), width - cell_len(share))
        return Strip([Segment(text, style), Segment(share, style + self._style("share"))], width)

    def _label(self, index: int, width: int) -> str:
        entry = self._entries[index]
        sign = " "
        if self._has_parts(index):
            sign = "▸" if entry.span.start in self._folded else "▾"
        bar = "▎" if self._row_of[index] == self._row_heard() else " "
        label = f"{bar}{' ' * self._indent(index)}{sign} {entry.title}"
        return label if cell_len(label) <= width else f"{set_cell_size(label, max(width - 1, 0))}…"

    def _share(self, index: int) -> str:
        share = self._entries[index].share
        return f" {share:.0%} " if share >= 0.005 else " <1% "

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"outline--{name}", partial=True)

    def _indent(self, index: int) -> int:
        """Cells; so few that the title has most of the row."""
        return min(2 * (self._entries[index].level - 1), max(self.size.width // 3, 0))

    def _has_parts(self, index: int) -> bool:
        after = index + 1
        return after < len(self._entries) and self._entries[after].level > self._entries[index].level

    def _above(self, index: int) -> int:
        level = self._entries[index].level
        above = range(index - 1, -1, -1)
        return next((i for i in above if self._entries[i].level < level), index)

    def _row_heard(self) -> int:
        return self._row_of[self._heard] if 0 <= self._heard < len(self._row_of) else -1

    def _entry_at_cursor(self) -> Entry | None:
        return self._entries[self._rows[self._cursor]] if self._cursor < len(self._rows) else None

    def _arrange(self, place: int) -> None:
        """Find out which rows there are, with the cursor on the entry of a place."""
        self._rows, self._row_of = [], []
        hidden_below = 1 << 30  # a level; deeper entries are hidden
        for index, entry in enumerate(self._entries):
            if entry.level <= hidden_below:
                hidden_below = entry.level if entry.span.start in self._folded else 1 << 30
                self._rows.append(index)
            self._row_of.append(len(self._rows) - 1)
        at = current(self._entries, place)
        self._cursor = self._row_of[max(at, 0)] if self._entries else 0
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))
        self._keep_in_view()
        self.refresh()

    def _keep_in_view(self) -> None:
        top, height = self.scroll_offset.y, self.size.height
        if not top <= self._cursor < top + height:
            goal = self._cursor - height // 3
            self.scroll_to(y=max(0, min(goal, self.max_scroll_y)), animate=False, force=True)
