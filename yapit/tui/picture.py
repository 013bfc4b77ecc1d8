"""The page of a PDF beside its text, in half cells, with what is being heard in a frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual import work
from textual.cache import LRUCache
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.worker import get_current_worker

from yapit.core.document import Box
from yapit.core.errors import SourceError
from yapit.core.listening.opened import Draw

if TYPE_CHECKING:
    from yapit.core.parse.pdf.thumbnail import Thumbnail

_UPPER_HALF = "▀"
_KEPT = 16


class Picture(Widget):
    """Draws behind the scenes; until a page is there, and where it cannot be drawn, it says so."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"picture--frame"}
    DEFAULT_CSS = """
    Picture { width: 1fr; height: 1fr; background: $surface; color: $foreground-muted;
        & > .picture--frame { color: $error; } }
    """

    class Drawn(Message):
        def __init__(self, key: tuple[int, int, int], picture: Thumbnail | None) -> None:
            super().__init__()
            self.key = key
            self.picture = picture

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw_page = draw
        self._page: int | None = None
        self._boxes: Sequence[Box] = ()
        self._pictures: LRUCache[tuple[int, int, int], Thumbnail | None] = LRUCache(_KEPT)
        self._frame: frozenset[tuple[int, int]] = frozenset()

    def show(self, page: int | None, boxes: Sequence[Box] = ()) -> None:
        """A page, from 1, with a frame round what stands in the boxes, in points; None shows nothing."""
        if (page, boxes) != (self._page, self._boxes):
            self._page, self._boxes = page, boxes
            self._set()

    def on_resize(self) -> None:
        self._set()

    def on_picture_drawn(self, message: Drawn) -> None:
        self._pictures[message.key] = message.picture
        self._set()

    def render_line(self, y: int) -> Strip:
        key, width = self._key(), self.size.width
        picture = self._pictures.get(key) if key else None
        if picture is None:
            return self._note(y, "" if key is None else "no picture" if key in self._pictures else "drawing…")
        margin, row = (
            (width - picture.width) // 2,
            2 * (y - (self.size.height - (picture.height + 1) // 2) // 2),
        )
        if not 0 <= row < picture.height:
            return Strip.blank(width, self.rich_style)
        ground, frame = self.rich_style, self.get_component_rich_style("picture--frame", partial=True).color
        segments = [Segment(" " * margin, ground)]
        for x in range(picture.width):
            upper, lower = (self._color(picture, x, at, frame) for at in (row, row + 1))
            segments.append(Segment(_UPPER_HALF, Style(color=upper, bgcolor=lower or ground.bgcolor)))
        return Strip(segments).adjust_cell_length(width, ground)

    def _note(self, y: int, text: str) -> Strip:
        width = self.size.width
        said = text.center(width)[:width] if y == self.size.height // 2 else ""
        return Strip([Segment(said, self.rich_style)]).adjust_cell_length(width, self.rich_style)

    def _color(self, picture: Thumbnail, x: int, y: int, frame: Color | None) -> Color | None:
        if y >= picture.height:
            return None
        return frame if (x, y) in self._frame else Color.from_rgb(*picture.color(x, y))

    def _key(self) -> tuple[int, int, int] | None:
        """What is to be drawn: a page, and pixels across and down."""
        if self._page is None or not self.size:
            return None
        return self._page, self.size.width, 2 * self.size.height

    def _set(self) -> None:
        key = self._key()
        if key is not None and key not in self._pictures:
            self._draw_behind(key)
        picture = self._pictures.get(key) if key else None
        self._frame = frozenset(_frame(self._boxes, picture)) if picture else frozenset()
        self.refresh()

    @work(thread=True, exclusive=True, group="picture", exit_on_error=False)
    def _draw_behind(self, key: tuple[int, int, int]) -> None:
        """Runs in a thread; only the last that was asked for is drawn to the end."""
        worker = get_current_worker()
        try:
            picture = self._draw_page(*key)
        except SourceError:
            picture = None  # it is said in its place
        if not worker.is_cancelled:
            self.post_message(self.Drawn(key, picture))


def _frame(boxes: Sequence[Box], picture: Thumbnail) -> set[tuple[int, int]]:
    """The pixels of a frame round all boxes."""
    if not boxes:
        return set()
    scale = picture.scale
    left, top = (int(min(side) * scale) - 1 for side in ([b.x0 for b in boxes], [b.y0 for b in boxes]))
    right, low = (int(max(side) * scale) + 1 for side in ([b.x1 for b in boxes], [b.y1 for b in boxes]))
    left, top = max(left, 0), max(top, 0)
    right, low = min(right, picture.width - 1), min(low, picture.height - 1)
    across, down = range(left, right + 1), range(top, low + 1)
    return {(x, y) for x in across for y in (top, low)} | {(x, y) for y in down for x in (left, right)}
