"""Builds docs/images: each screen of the reader on the sample document, a word in mid-sentence lit.

It reads as `yapit read` does, with beeps on a silent device, from a library made up for it. Needs the
fonts DejaVu Sans Mono, regular and bold, and the package cairosvg.
"""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image
from textual.widgets import Input

from yapit.core.cache import NullCache
from yapit.core.engine import find_voice
from yapit.core.library import Addition, Library, anchor
from yapit.core.listening.opened import Opened
from yapit.core.listening.shelf import Shelf
from yapit.core.narrator import Narrator
from yapit.core.outputs import SilentOutput
from yapit.core.parse import read
from yapit.core.parse.pdf.thumbnail import draw_page
from yapit.core.parse.source import Source
from yapit.core.player import Player
from yapit.engines.tone import ToneEngine
from yapit.tui.app import ReaderApp

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from yapit.core.document import Document

DOCS = Path(__file__).resolve().parent.parent / "docs"
SAMPLE = DOCS / "samples" / "listening.pdf"
FROM, WORD = "The two rhythms", "enough"
SIZE, WIDE = (88, 26), (130, 30)
PIXELS_WIDE = 1000
COLORS = 128
"""With so few a picture has less than 60 kB, and with fewer the word is not of its own colour any more."""

OTHERS = (
    ("Middlemarch", "George Eliot", 0.41, 66_000),
    ("Attention and its limits", "J. Okafor, M. Lind", 0.08, 2_900),
    ("Minutes of the allotment society", "", 1.0, 0),
)


async def _press(*keys: str, pilot: Pilot[None]) -> None:
    await pilot.press(*keys)


async def _find(pilot: Pilot[None]) -> None:
    await pilot.press("slash")
    pilot.app.screen.query_one(Input).value = "walk"


async def _pronounce(pilot: Pilot[None]) -> None:
    await pilot.press("p")
    pilot.app.screen.query_one("#says", Input).value = "e nuff"


SHOTS: Mapping[str, tuple[tuple[int, int], Callable[[Pilot[None]], Awaitable[None]]]] = {
    "reader": (SIZE, lambda pilot: _press(pilot=pilot)),
    "outline": (SIZE, lambda pilot: _press("t", pilot=pilot)),
    "picture": (WIDE, lambda pilot: _press("P", pilot=pilot)),
    "focus": (SIZE, lambda pilot: _press("c", pilot=pilot)),
    "pacer": (SIZE, lambda pilot: _press("a", pilot=pilot)),
    "find": (SIZE, _find),
    "pronounce": (SIZE, _pronounce),
    "library": (SIZE, lambda pilot: _press("H", pilot=pilot)),
    "help": (SIZE, lambda pilot: _press("question_mark", pilot=pilot)),
}


def main() -> None:
    document = read(SAMPLE)
    (DOCS / "images").mkdir(exist_ok=True)
    for name in SHOTS:
        path = DOCS / "images" / f"{name}.png"
        path.write_bytes(png(drawable(asyncio.run(drawn(name, document)))))
        print(f"{path.name}: {path.stat().st_size // 1000} kB")


async def drawn(name: str, document: Document) -> str:
    """The screen, as SVG, at the moment when the word is heard."""
    size, show = SHOTS[name]
    player = Player(SilentOutput())
    word = document.text.index(WORD, document.text.index(FROM))
    with Library.in_memory() as library:
        shelf = Shelf(library, library.documents.remember(replace(document, title="Listening on Foot")))
        furnish(library, document)
        opened = Opened(
            document, shelf=shelf, draw=partial(draw_page, Source(SAMPLE.read_bytes(), SAMPLE.name))
        )
        app = ReaderApp(opened, narrator, lambda: (player, ""), start=document.text.index(FROM))
        async with app.run_test(size=size) as pilot:
            while (heard := app.reader.session.look().word) is None or heard.start < word:
                await pilot.pause(0.01)
            if name == "reader":
                await pilot.pause(0.05)  # drawn 30 times a second; a word lasts 0.3 s
            else:
                player.pause()
                await show(pilot)
                await pilot.pause(0.6)  # told 4 times a second; the page of a PDF takes a moment
            return app.export_screenshot(title="yapit read listening.pdf", simplify=True)


def furnish(library: Library, document: Document) -> None:
    """Some that are read, beside the one of the sample."""
    for title, author, share, seconds_left in OTHERS:
        entry = library.documents.add(Addition(f"/books/{title}.epub", title, author))
        library.places.keep(entry.id, anchor(document, 0), share=share, seconds_left=seconds_left)
        if share == 1:
            library.documents.finish(entry.id)
        if share < 0.1:
            library.queue.add(entry.id)


def narrator() -> Narrator:
    """Beeps, under the name of the voice that is usually heard."""
    engine = ToneEngine()
    return Narrator(engine, replace(find_voice(engine), name="Heart"), cache=NullCache())


def drawable(svg: str) -> str:
    """With a font that is installed, instead of one from the network; it has no sign for a pause."""
    svg = svg.replace("⏸", "‖")
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: [^;]*;", "font-family: DejaVu Sans Mono;", svg)


def png(svg: str) -> bytes:
    try:
        cairosvg = import_module("cairosvg")
    except (ImportError, OSError) as error:
        raise SystemExit(f"cairosvg is needed: pip install cairosvg ({error})") from error
    drawn = Image.open(io.BytesIO(cairosvg.svg2png(svg.encode(), output_width=PIXELS_WIDE)))
    small = io.BytesIO()
    drawn.convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


if __name__ == "__main__":
    main()
