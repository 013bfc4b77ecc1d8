"""The document on the screen: one widget that draws the lines in view, whatever the document's length."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from yapit.core.document import Document, Skip, Span
from yapit.core.finding import Found
from yapit.core.hearing import Hearing
from yapit.core.skips import skips_in
from yapit.tui.bidi import Bidi
from yapit.tui.layout import Anchor
from yapit.tui.line import Line
from yapit.tui.paint import NOTHING, Light, Palette, Part, Place, paint, part_of
from yapit.tui.palette import CLASSES, palette_of, rules
from yapit.tui.scroll import Scroll

_NOWHERE = Span(0, 0)


class Page(Scroll):
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {*CLASSES}
    DEFAULT_CSS = f"""
    {rules("Page")}
    Page {{
        overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; scrollbar-background: $background;
    }}
    """

    class Chosen(Message):
        """Someone pointed at a character of the document."""

        def __init__(self, place: int, silence: str) -> None:
            super().__init__()
            self.place = place
            self.silence = silence
            """Why it is not spoken; empty where it is."""

    class Selected(Message):
        """Someone marked characters with the mouse."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    def __init__(self, document: Document, hearing: Hearing | None = None, *, bidi: Bidi = Bidi.AUTO) -> None:
        super().__init__(document, hearing, bidi)
        self._skips: tuple[Skip, ...] = ()
        self._strips: LRUCache[tuple[Anchor, Light], Strip] = LRUCache(512)
        self._colours: Palette | None = None
        self._word = _NOWHERE
        self._sentence = _NOWHERE
        self._first = 0
        self._found: Found | None = None
        self._current = self._selection = _NOWHERE
        self._held: int | None = None  # where the mouse button went down
        self._dragged = False

    @property
    def document(self) -> Document:
        """As much of it as is there."""
        return self._items.document

    def begin_at(self, place: int) -> None:
        """In view until something is heard."""
        self._first = place

    def mark(self, word: Span | None, sentence: Span | None) -> None:
        """Light up a word and its sentence; draws only the lines that change."""
        was = (self._word, self._sentence)
        self._word, self._sentence = word or _NOWHERE, sentence or _NOWHERE
        if was == (self._word, self._sentence):
            return
        self._first = 0
        self._redraw_changed((was[0], self._word), (was[1], self._sentence))
        if self.following:
            self._keep_in_view()

    def dim(self, skips: tuple[Skip, ...]) -> None:
        """Show what is skipped within what is spoken; in order, without overlaps."""
        self._skips = skips
        self.redraw()

    def set_hearing(self, hearing: Hearing, skips: tuple[Skip, ...]) -> None:
        """Show what this way of hearing leaves out; nothing moves."""
        if hearing != self._items.hearing:
            self._items.hearing = hearing
        self.dim(skips)

    def show_found(self, found: Found | None, current: Span | None = None) -> None:
        """Mark what was found, and the one that is gone to; with None, nothing is marked any more."""
        self._found, self._current = found, current or _NOWHERE
        self.redraw()

    @property
    def selection(self) -> Span | None:
        """What is marked to be copied, noted or repeated."""
        return self._selection or None

    def select(self, span: Span | None) -> None:
        """Mark characters; None unmarks them."""
        was, self._selection = self._selection, span or _NOWHERE
        self._redraw_changed((was, self._selection))

    def reason_at(self, place: int) -> str:
        """Why a character is not spoken; empty where it is."""
        layout = self._layout_of
        item = layout.item_at(layout.line_at(place)) if layout else None
        if item is not None and item.silence:
            return item.silence
        return next((skip.reason for skip in skips_in(self._skips, Span(place, place + 1))), "")

    def follow(self) -> None:
        """Go back to the voice, and stay with it."""
        self.following = True
        self._keep_in_view()

    def show_place(self, place: int) -> None:
        """Bring a character into view that is not being heard: the page no longer follows the voice."""
        self.following = False
        self.bring_into_view(place)

    def redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        at = y + self.scroll_offset.y
        layout = self._layout_of
        if layout is None or at >= len(layout):
            return Strip.blank(self._inner_width(), self.rich_style)
        line = layout.line(at)
        key = (layout.anchor(at), self._light_of(line))
        strip = self._strips.get(key)
        if strip is None:
            place = Place(self._inner_width(), self._margin(), layout.form.width)
            strip = self._strips[key] = paint(line, self.palette, place, key[1])
        return strip

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._strips.clear()
        self._colours = None

    @property
    def palette(self) -> Palette:
        if self._colours is None:
            self._colours = palette_of(self)
        return self._colours

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._held, self._dragged = self._place_under(event), False
        if self._held is not None:
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        place = self._place_under(event, nearest=True)
        if self._held is None or place is None or (place == self._held and not self._dragged):
            return
        self._dragged = True
        self.select(Span(min(place, self._held), max(place, self._held) + 1))
        if not 0 <= event.y < self.size.height:
            self.action_turn("line_up" if event.y < 0 else "line_down")

    def on_mouse_up(self) -> None:
        self._held = None
        self.release_mouse()
        if self._dragged and self._selection:
            self.post_message(self.Selected(self._selection))

    def on_click(self, event: events.Click) -> None:
        if self._dragged:
            return
        if self._selection:
            self.select(None)
            return
        place = self._place_under(event)
        if place is not None:
            self.post_message(self.Chosen(place, self.reason_at(place)))

    def _set(self) -> None:
        super()._set()
        if self.following:
            self._keep_in_view()

    def _light_of(self, line: Line) -> Light:
        if line.item is None:
            return Light()
        span = Span(line.offsets[0], line.offsets[-1])
        unsaid = () if line.item.silence else skips_in(self._skips, span)
        return Light(
            part_of(line, self._word),
            part_of(line, self._sentence),
            part_of(line, self._current),
            part_of(line, self._selection),
            _parts(line, [skip.span for skip in unsaid]),
            _parts(line, self._found.within(span) if self._found else ()),
        )

    def _place_under(self, event: events.MouseEvent, *, nearest: bool = False) -> int | None:
        """The character under the mouse; with `nearest`, beside the text the first or last of the line."""
        layout, x, y = self._layout_of, event.x - self._margin(), event.y + self.scroll_offset.y
        if layout is None or not 0 <= y < len(layout):
            return None
        line = layout.line(y)
        place = line.offset_at(x)
        if place is None and nearest and line.text:
            return line.offsets[0] if x < line.left else line.offsets[len(line.text) - 1]
        return place

    def _redraw_changed(self, *changes: tuple[Span, Span]) -> None:
        """Draw the lines again where a span was, and where it is now."""
        changed: set[int] = set()
        for was, now in changes:
            if was != now:
                changed |= self._lines_of(was) | self._lines_of(now)
        for line in changed:
            self.refresh(Region(0, line - self.scroll_offset.y, self.size.width, 1))

    def _lines_of(self, span: Span) -> set[int]:
        """The lines in view that may show some of a span."""
        layout, top, height = self._layout_of, self.scroll_offset.y, self.size.height
        if layout is None or not span:
            return set()
        first, after = layout.start_of(top), layout.start_of(top + height)
        shown = Span(max(span.start, first), min(span.end, after) if top + height < len(layout) else span.end)
        if shown.end <= shown.start:
            return set()
        lines = layout.lines_of(shown)
        return set(range(max(lines.start, top), min(lines.stop, top + height)))

    def _keep_in_view(self) -> None:
        here = self._word or self._sentence
        if here:
            self.bring_into_view(here.start)
        elif self._first:
            self.bring_into_view(self._first)


def _parts(line: Line, spans: Sequence[Span]) -> tuple[Part, ...]:
    parts = (part_of(line, span) for span in spans)
    return tuple(part for part in parts if part != NOTHING)
