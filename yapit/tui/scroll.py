"""A document on a page that can be turned: what is in view is laid out at once, the rest by and by."""

from __future__ import annotations

from dataclasses import dataclass

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollDown, ScrollTo, ScrollUp
from textual.timer import Timer

from yapit.core.document import Document
from yapit.core.hearing import Hearing
from yapit.tui.bidi import Bidi, reorders
from yapit.tui.items import Items
from yapit.tui.layout import Anchor, Layout
from yapit.tui.sheet import Format

MEASURE = 78
"""The longest line, in cells: beyond that the eye loses the way back."""

MEASURES = (40, 120)

_SLICE, _PAUSE = 0.004, 0.02
# Laying out what is not in view takes so many seconds at a time, then lets keys and voice have their turn.

_SLICES_BETWEEN_MOVES = 25


@dataclass(frozen=True, slots=True)
class Spacing:
    lines: int = 1
    """1 sets lines close, 2 leaves one empty between them."""

    blocks: int = 1
    """Empty lines between two blocks, from 1 to 3."""


class Scroll(ScrollView, can_focus=True, inherit_bindings=False):
    def __init__(self, document: Document, hearing: Hearing | None, bidi: Bidi) -> None:
        super().__init__()
        self.following = True
        """The page moves with the voice, until the reader moves it."""

        self._items = Items(document, hearing)
        self._layout_of: Layout | None = None
        self._reorders = reorders(bidi)
        self._measure = MEASURE
        self._spacing = Spacing()
        self._top = Anchor()
        self._kept = (Anchor(), 0)  # what was put on top, and the character it was put there for
        self._idle: Timer | None = None
        self._slices = 0

    @property
    def measure(self) -> int:
        """The longest line, in cells, from 40 to 120."""
        return self._measure

    @measure.setter
    def measure(self, cells: int) -> None:
        self._measure = max(MEASURES[0], min(cells, MEASURES[1]))
        self._set()

    @property
    def spacing(self) -> Spacing:
        return self._spacing

    @spacing.setter
    def spacing(self, spacing: Spacing) -> None:
        self._spacing = Spacing(max(1, min(spacing.lines, 2)), max(1, min(spacing.blocks, 3)))
        self._set()

    def extend(self, document: Document) -> None:
        """Show more of the document: what is there stays where it is."""
        if document is self._items.document:
            return
        self._items.extend(document)
        if self._layout_of is not None:
            self._layout_of.extend()
            self._look()
            self.redraw()
            self._settle_soon()

    def first_in_view(self) -> int:
        """The first character on the first line in view."""
        return self._layout_of.start_of(self.scroll_offset.y) if self._layout_of else 0

    def redraw(self) -> None:
        self.refresh()

    def bring_into_view(self, place: int) -> None:
        """Scroll only where a character has left the middle of the page, then put it in the upper third."""
        layout, height = self._layout_of, self.size.height
        if layout is None:
            return
        y = layout.line_at(place, above=height)
        self._arrange()
        top, edge = self.scroll_offset.y, min(3, height // 4)
        if not top + min(edge, top) <= y < top + height - edge:
            self._go(y - height // 3)

    def action_turn(self, to: str) -> None:
        """Move the page by hand: it no longer follows the voice."""
        self.following = False
        y, height = self.scroll_offset.y, self.size.height
        if to == "end" and self._layout_of is not None:
            self._layout_of.line_at(len(self._items.document.text), above=height)
            self._arrange()
        goals = {
            "line_up": y - 1,
            "line_down": y + 1,
            "page_up": y - height + 1,
            "page_down": y + height - 1,
            "top": 0,
            "end": self.max_scroll_y,
        }
        self._go(goals[to])

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._look()

    def on_resize(self) -> None:
        self.redraw()
        self._set()

    def on_mouse_scroll_down(self) -> None:
        self.following = False

    def on_mouse_scroll_up(self) -> None:
        self.following = False

    def on_scroll_to(self, message: ScrollTo) -> None:
        self.following = False

    def on_scroll_up(self, message: ScrollUp) -> None:
        self.following = False

    def on_scroll_down(self, message: ScrollDown) -> None:
        self.following = False

    def _inner_width(self) -> int:
        return self.scrollable_content_region.width

    def _margin(self) -> int:
        width = self._layout_of.form.width if self._layout_of else 0
        return max((self._inner_width() - width) // 2, 0)

    def _form(self) -> Format:
        inner = self._inner_width()
        least = 2 if inner >= 40 else 1 if inner > 12 else 0
        width = max(min(inner - 2 * least, self._measure), 10)
        return Format(width, self._spacing.lines - 1, self._spacing.blocks, self._reorders)

    def _set(self) -> None:
        """Set the page as it is wanted now."""
        if not self.is_attached or not self.size:
            return
        form = self._form()
        if self._layout_of is None or form != self._layout_of.form:
            self._lay_out(form)
        self._look()

    def _lay_out(self, form: Format) -> None:
        """Set the page anew; its first line in view stays there."""
        anchor, place = self._kept
        if self._top != anchor:  # else many small changes of size would add up
            place = self.first_in_view()
        layout = self._layout_of = Layout(self._items, form)
        self._top = layout.anchor(layout.line_at(place) if place else 0)
        self._kept = (self._top, place)
        self._arrange()
        self.redraw()
        self._settle_soon()

    def _look(self) -> None:
        """Lay out what is in view now."""
        layout = self._layout_of
        if layout is not None:
            self._top = layout.anchor(layout.show(self.scroll_offset.y, self.size.height))
            self._arrange()

    def _arrange(self) -> None:
        """The lines above may have become more or fewer: what is in view stays there."""
        layout = self._layout_of
        if layout is None:
            return
        size = Size(self._inner_width(), len(layout))
        if size != self.virtual_size:
            self.virtual_size = size
        y = layout.y_of(self._top)
        if y != self.scroll_offset.y:
            self.scroll_to(y=y, animate=False, force=True)

    def _go(self, y: int) -> None:
        self.scroll_to(y=max(0, min(y, self.max_scroll_y)), animate=False, force=True)

    def _settle_soon(self) -> None:
        if self._idle is None:
            self._idle = self.set_interval(_PAUSE, self._settle)
        else:
            self._idle.resume()

    def _settle(self) -> None:
        """Lay out a little of what is not in view; what that moves is moved twice a second."""
        layout = self._layout_of
        if layout is None or self._idle is None:
            return
        layout.settle(_SLICE)
        self._slices += 1
        if layout.is_laid_out or self._slices % _SLICES_BETWEEN_MOVES == 0:
            layout.commit()
            self._arrange()
        if layout.is_laid_out:
            self._idle.pause()
