"""`yapit read`."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from yapit.cli.keys import keyboard, take_back_keyboard
from yapit.cli.lines import write_line
from yapit.cli.opening import Opening
from yapit.cli.options import (
    Engine,
    Model,
    NoCache,
    Output,
    Password,
    Skip,
    Source,
    Speed,
    Tempo,
    Vision,
    Voice,
    Yes,
)
from yapit.cli.speaking import effective, narrator_maker, open_player, warn_of_cache
from yapit.cli.stopping import stoppable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from yapit.config import Config
    from yapit.core.document import Document
    from yapit.core.narrator import Narrator


def read(
    source: Source,
    voice: Voice = None,
    engine: Engine = None,
    speed: Speed = None,
    tempo: Tempo = None,
    output: Output = None,
    skip: Skip = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="One line a sentence instead of the full screen.")
    ] = False,
    no_cache: NoCache = False,
    password: Password = None,
    vision: Vision = None,
    model: Model = None,
    yes: Yes = False,
) -> None:
    """Read a document aloud.

    PDFs, scans, books, office files, web pages, texts, or what is piped in. In a terminal it
    opens full screen (? shows the keys). In a pipe, or with --plain, each sentence is printed
    when it is heard; in a terminal, space then pauses, the arrows left and right move by a
    sentence, q quits.

    \b
      yapit read paper.pdf
      yapit read https://example.org/article --tempo 1.3
      man bash | yapit read -
      some-llm "Explain tides." | yapit -
      yapit read notes.md --plain > heard.txt
    """
    config = effective(engine=engine, voice=voice, speed=speed, tempo=tempo, output=output, skip=skip)
    gc.disable()  # until the first picture or line: looking for garbage among what is loaded takes 0.1 s
    is_named = engine is not None or voice is not None
    at_once = is_named or plain or not sys.stdout.isatty()
    make_narrator = (narrator_maker if at_once else _later)(config, keep=not no_cache)
    first, documents = Opening(source, password, vision, model, yes, keep=not no_cache).growing(config)
    if not plain and _has_screen(source):
        _read_on_screen(first, documents, make_narrator, config)
    else:
        _read_in_lines(first, documents, make_narrator(), config)


def _later(config: Config, *, keep: bool) -> Callable[[], Narrator]:
    """As `narrator_maker`, behind the first picture: what is set, and not named now, is hardly ever wrong."""
    return lambda: narrator_maker(config, keep=keep)()


def _has_screen(source: str) -> bool:
    """Whether there is a terminal to draw on and to type at."""
    if not sys.stdout.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        return False
    return sys.stdin.isatty() or (source == "-" and take_back_keyboard())


def _read_on_screen(
    document: Document, more: Iterator[Document], make_narrator: Callable[[], Narrator], config: Config
) -> None:
    from yapit.tui.app import run_reader  # noqa: PLC0415 - textual: 0.3 s, only for the full screen

    run_reader(document, make_narrator, lambda: open_player(config), more=more, hearing=config.hearing)


def _read_in_lines(document: Document, more: Iterator[Document], narrator: Narrator, config: Config) -> None:
    from yapit.cli.plain import PlainReader  # noqa: PLC0415 - loads numpy: 0.15 s

    gc.enable()
    player, note = open_player(config)
    try:
        if note:
            typer.echo(f"yapit: {note}\nReading on without sound.", err=True)
        if not document.text:  # it is still to come
            narrator.warm_up()
        with stoppable(), keyboard() as read_keys:
            reader = PlainReader(document, narrator, player, write_line, more=more, hearing=config.hearing)
            reader.run(read_keys)
    finally:
        player.close()
        narrator.close()
        warn_of_cache(narrator)
