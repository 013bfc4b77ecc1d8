"""What a document is seen through: the page, one sentence, or one word; outline and picture beside it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal

from yapit.core.document import Box
from yapit.core.listening.opened import Draw
from yapit.core.listening.route import Route
from yapit.core.listening.speaker import View
from yapit.tui.bidi import Bidi
from yapit.tui.focus import Focus
from yapit.tui.outline import Outline
from yapit.tui.pacer import Pacer
from yapit.tui.page import Page
from yapit.tui.picture import Picture


class Views(Horizontal):
    """The page is always there, if not in view; the others are made when they are asked for."""

    SCOPED_CSS = False  # which would not see how wide the screen is
    DEFAULT_CSS = """
    Views { height: 1fr; }
    Views > Page { width: 2fr; }
    .-narrow Views > Outline { width: 100%; }
    .-narrow Views > Picture { display: none; }
    """

    def __init__(self, page: Page, draw: Draw | None, bidi: Bidi = Bidi.AUTO) -> None:
        super().__init__()
        self._page = page
        self._draw_page = draw
        self._bidi = bidi
        self._instead: Focus | Pacer | None = None
        self._outline: Outline | None = None
        self._picture: Picture | None = None
        self._route: Route | None = None
        self._seen = View.nothing()

    def compose(self) -> ComposeResult:
        yield self._page

    def mark(self, view: View) -> None:
        """Light up what is heard."""
        self._seen = view
        self._page.mark(view.word, view.sentence)
        if self._instead is not None:
            self._instead.mark(view.word, view.sentence)
        if self._outline is not None:
            self._outline.mark(view.place)
        if self._picture is not None:
            self._picture.show(*self._framed(view.place))

    def show(self, route: Route) -> None:
        """There is more of the document, or it is heard otherwise."""
        self._route = route
        self._page.extend(route.document)
        self._page.set_hearing(route.hearing, route.skips)
        if self._instead is not None:
            self._instead.extend(route.document)
        if self._outline is not None:
            self._outline.show(route.outline)

    def toggle_focus(self) -> None:
        """One sentence instead of the page, or the page again."""
        is_focus = isinstance(self._instead, Focus)
        self._show_instead(None if is_focus else Focus(self._page.document, bidi=self._bidi))

    def toggle_pacer(self) -> None:
        """One word instead of the page, or the page again."""
        is_pacer = isinstance(self._instead, Pacer)
        self._show_instead(None if is_pacer else Pacer(self._page.document, bidi=self._bidi))

    def toggle_outline(self) -> bool:
        """The chapters beside the page; False where there are none."""
        if self._outline is not None:
            self._outline.remove()
            self._outline = None
            self._page.focus()
            return True
        if self._route is None or not self._route.outline:
            return False
        self._outline = Outline()
        self._outline.show(self._route.outline)
        self.mount(self._outline, before=0)
        self._outline.mark(self._seen.place)
        self._outline.focus()
        return True

    def toggle_picture(self) -> bool:
        """The page itself beside its text; False where the document has none."""
        if self._picture is not None:
            self._picture.remove()
            self._picture = None
            return True
        if self._draw_page is None:
            return False
        self._picture = Picture(self._draw_page)
        self.mount(self._picture)
        self._picture.show(*self._framed(self._seen.place))
        return True

    def close(self) -> bool:
        """One of them, the one that covers most first; False where there is only the page."""
        if self._instead is not None:
            self._show_instead(None)
        elif self._outline is not None:
            self.toggle_outline()
        elif self._picture is not None:
            self.toggle_picture()
        else:
            return False
        return True

    def _show_instead(self, widget: Focus | Pacer | None) -> None:
        if self._instead is not None:
            self._instead.remove()
        self._instead = widget
        self._page.display = widget is None
        if widget is None:
            self._page.focus()
            return
        self.mount(widget, after=self._page)
        widget.mark(self._seen.word, self._seen.sentence)
        widget.focus()

    def _framed(self, place: int) -> tuple[int | None, tuple[Box, ...]]:
        """The page of a place, and the boxes of its block."""
        document = self._page.document
        if not document.blocks:
            return None, ()
        block = document.blocks[document.block_at(place)]
        return block.page, block.boxes
