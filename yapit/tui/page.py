"""The document on the screen: one widget that draws the lines in view, whatever the document's length."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollDown, ScrollTo, ScrollUp
from textual.strip import Strip

from yapit.core.document import Document, Skip, Span
from yapit.core.hearing import Hearing
from yapit.core.skips import skips_in
from yapit.tui.layout import Item, Layout, Line
from yapit.tui.paint import STYLES, Light, Palette, Part, paint, part_of

MEASURE = 78
"""The longest line, in cells: beyond that the eye loses the way back."""

_NOWHERE = Span(0, 0)


class Page(ScrollView, can_focus=True, inherit_bindings=False):
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{name}" for name in STYLES}
    DEFAULT_CSS = """
    Page {
        background: $background; color: $foreground;
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; scrollbar-background: $background;
        & > .page--title { color: $text-primary; text-style: bold underline; }
        & > .page--chapter { color: $text-primary; text-style: bold underline; }
        & > .page--heading { color: $text-primary; text-style: bold; }
        & > .page--aside { text-style: italic; }
        & > .page--silent { text-style: dim; }
        & > .page--lead { color: $accent; }
        & > .page--sentence { background: $primary-muted; }
        & > .page--word { background: $warning; color: black; text-style: bold underline; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "turn('line_up')", "line up", show=False),
        Binding("down", "turn('line_down')", "line down", show=False),
        Binding("pageup", "turn('page_up')", "page up", show=False),
        Binding("pagedown", "turn('page_down')", "page down", show=False),
        Binding("home,g", "turn('top')", "top", show=False),
        Binding("end,G", "turn('end')", "end", show=False),
    ]

    class Chosen(Message):
        """Someone pointed at a character of the document."""

        def __init__(self, place: int, silence: str) -> None:
            super().__init__()
            self.place = place
            self.silence = silence
            """Why it is not spoken; empty where it is."""

    def __init__(self, document: Document, hearing: Hearing | None = None) -> None:
        super().__init__()
        self.following = True
        """The page moves with the voice, until the reader moves it."""

        self._document = document
        self._hearing = hearing or Hearing()
        self._skips: tuple[Skip, ...] = ()
        self._layout_of: Layout | None = None
        self._strips: LRUCache[tuple[int, int, int, int, int], Strip] = LRUCache(512)
        self._kept = (0, 0)  # the line that was put on top, and the character it was put there for
        self._colours: Palette | None = None
        self._word = _NOWHERE
        self._sentence = _NOWHERE

    def mark(self, word: Span | None, sentence: Span | None) -> None:
        """Light up a word and its sentence; draws only the lines that change."""
        was = (self._word, self._sentence)
        self._word, self._sentence = word or _NOWHERE, sentence or _NOWHERE
        if was == (self._word, self._sentence):
            return
        changed: set[int] = set()
        if was[0] != self._word:
            changed |= self._lines_of(was[0]) | self._lines_of(self._word)
        if was[1] != self._sentence:
            changed |= self._lines_of(was[1]) | self._lines_of(self._sentence)
        for y in changed:
            self._redraw(y)
        if self.following:
            self._keep_in_view()

    def extend(self, document: Document) -> None:
        """Show more of the document: what is there stays where it is."""
        if document is self._document:
            return
        self._document = document
        if self._layout_of is not None:
            self._layout_of.extend(document)
            self.virtual_size = Size(self._inner_width(), len(self._layout_of))
            self._strips.clear()
            self.refresh()

    def dim(self, skips: tuple[Skip, ...]) -> None:
        """Show what is skipped within what is spoken; in order, without overlaps."""
        self._skips = skips
        self._strips.clear()
        self.refresh()

    def follow(self) -> None:
        """Go back to the voice, and stay with it."""
        self.following = True
        self._keep_in_view()

    def first_in_view(self) -> int:
        """The first character on the first line in view."""
        return self._layout_of.start_of(self.scroll_offset.y) if self._layout_of else 0

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        layout = self._layout_of
        if layout is None or line >= len(layout):
            return Strip.blank(self._inner_width(), self.rich_style)
        drawn = layout.line(line)
        word, sentence = part_of(drawn, self._word), part_of(drawn, self._sentence)
        key = (line, *word, *sentence)
        strip = self._strips.get(key)
        if strip is None:
            light = Light(word, sentence, self._unsaid_in(drawn))
            strip = paint(drawn, self._palette(), self._inner_width(), self._margin(), light)
            self._strips[key] = strip
        return strip

    def _unsaid_in(self, line: Line) -> tuple[Part, ...]:
        if line.item is None or line.item.silence:
            return ()
        start, end = line.offsets[0], line.offsets[-1]
        return tuple(part_of(line, skip.span) for skip in skips_in(self._skips, Span(start, end)))

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()
        self._colours = None

    def on_resize(self) -> None:
        width = max(min(self._inner_width() - 2 * self._least_margin(), MEASURE), 10)
        self._strips.clear()
        if self._layout_of is not None and width == self._layout_of.width:
            self.refresh()
        else:
            self._lay_out(width)
        if self.following:
            self._keep_in_view()

    def on_click(self, event: events.Click) -> None:
        layout = self._layout_of
        if layout is None:
            return
        y = event.y + self.scroll_offset.y
        place = layout.offset_at(event.x - self._margin(), y)
        if place is not None:
            self.post_message(self.Chosen(place, self._silence_at(place, layout.item_at(y))))

    def _silence_at(self, place: int, item: Item | None) -> str:
        if item is not None and item.silence:
            return item.silence
        return next((skip.reason for skip in skips_in(self._skips, Span(place, place + 1))), "")

    def action_turn(self, to: str) -> None:
        """Move the page by hand: it no longer follows the voice."""
        self.following = False
        y = self.scroll_offset.y
        height = self.size.height
        goals = {
            "line_up": y - 1,
            "line_down": y + 1,
            "page_up": y - height + 1,
            "page_down": y + height - 1,
            "top": 0,
            "end": self.max_scroll_y,
        }
        self._go(goals[to])

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

    def _palette(self) -> Palette:
        if self._colours is None:
            self._colours = Palette.of(
                self.rich_style, lambda name: self.get_component_rich_style(f"page--{name}", partial=True)
            )
        return self._colours

    def _inner_width(self) -> int:
        return self.scrollable_content_region.width

    def _least_margin(self) -> int:
        return 2 if self._inner_width() >= 40 else 1 if self._inner_width() > 12 else 0

    def _lay_out(self, width: int) -> None:
        """Set the page anew; its first line in view stays there."""
        y, top = self._kept
        if y != self.scroll_offset.y:  # else many small changes of size would add up
            top = self.first_in_view()
        layout = self._layout_of = Layout(self._document, width, self._hearing)
        self.virtual_size = Size(self._inner_width(), len(layout))
        self._kept = (layout.line_at(top) if top else 0, top)
        self.scroll_to(y=self._kept[0], animate=False, force=True)
        self.refresh()

    def _margin(self) -> int:
        width = self._layout_of.width if self._layout_of else 0
        return max((self._inner_width() - width) // 2, 0)

    def _lines_of(self, span: Span) -> set[int]:
        if self._layout_of is None or not span:
            return set()
        first, last = self._layout_of.line_at(span.start), self._layout_of.line_at(span.end - 1)
        top = self.scroll_offset.y
        return set(range(max(first, top), min(last, top + self.size.height) + 1))

    def _redraw(self, line: int) -> None:
        y = line - self.scroll_offset.y
        if 0 <= y < self.size.height:
            self.refresh(Region(0, y, self.size.width, 1))

    def _keep_in_view(self) -> None:
        """Scroll only where the word has left the middle of the page, then put it in the upper third."""
        here = self._word or self._sentence
        if self._layout_of is None or not here:
            return
        y, top, height = self._layout_of.line_at(here.start), self.scroll_offset.y, self.size.height
        edge = min(3, height // 4)
        if not top + min(edge, top) <= y < top + height - edge:
            self._go(y - height // 3)

    def _go(self, y: int) -> None:
        self.scroll_to(y=max(0, min(y, self.max_scroll_y)), animate=False, force=True)
