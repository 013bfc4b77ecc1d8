"""Builds docs/images/reader.png: the reader on the sample document, a word in mid-sentence lit.

It reads as `yapit read` does, with beeps on a silent device. Needs the
fonts DejaVu Sans Mono, regular and bold, and the package cairosvg.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from yapit.core.cache import NullCache
from yapit.core.engine import find_voice
from yapit.core.listening.opened import Opened
from yapit.core.narrator import Narrator
from yapit.core.outputs import SilentOutput
from yapit.core.parse import read
from yapit.core.player import Player
from yapit.engines.tone import ToneEngine
from yapit.tui.app import ReaderApp

if TYPE_CHECKING:
    from yapit.core.document import Document

DOCS = Path(__file__).resolve().parent.parent / "docs"
SAMPLE = DOCS / "samples" / "listening.pdf"
PICTURE = DOCS / "images" / "reader.png"
SIZE = (92, 30)
FROM, WORD = "The two rhythms", "enough"
PIXELS_WIDE = 1400


def main() -> None:
    try:
        cairosvg = import_module("cairosvg")
    except (ImportError, OSError) as error:
        raise SystemExit(f"cairosvg is needed: pip install cairosvg ({error})") from error
    svg = drawable(asyncio.run(drawn(read(SAMPLE))))
    PICTURE.parent.mkdir(exist_ok=True)
    cairosvg.svg2png(svg.encode(), write_to=str(PICTURE), output_width=PIXELS_WIDE)
    print(f"{PICTURE.name}: {PICTURE.stat().st_size // 1024} kB")


async def drawn(document: Document) -> str:
    """The screen, as SVG, at the moment when the word is heard."""
    player = Player(SilentOutput())
    app = ReaderApp(Opened(document), narrator, lambda: (player, ""), start=document.text.index(FROM))
    word = document.text.index(WORD, document.text.index(FROM))
    async with app.run_test(size=SIZE) as pilot:
        while (heard := app.reader.session.look().word) is None or heard.start < word:
            await pilot.pause(0.01)
        await pilot.pause(0.05)  # drawn 30 times a second, and told 4 times; a word lasts 0.3 s
        return app.export_screenshot(title="yapit read listening.pdf", simplify=True)


def narrator() -> Narrator:
    """Beeps, under the name of the voice that is usually heard."""
    engine = ToneEngine()
    return Narrator(engine, replace(find_voice(engine), name="Heart"), cache=NullCache())


def drawable(svg: str) -> str:
    """With a font that is installed, instead of one from the network."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return re.sub(r"font-family: [^;]*;", "font-family: DejaVu Sans Mono;", svg)


if __name__ == "__main__":
    main()
