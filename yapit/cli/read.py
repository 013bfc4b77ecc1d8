"""`yapit read`."""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from yapit.cli.faults import report
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
    SourceOrNone,
    Speed,
    Tempo,
    Vision,
    Voice,
    Yes,
)
from yapit.cli.shelving import Shelving, open_library
from yapit.cli.speaking import effective, narrator_maker, open_player, warn_of_cache
from yapit.cli.stopping import stoppable

if TYPE_CHECKING:
    from collections.abc import Callable

    from yapit.cli.keys import Keyboard
    from yapit.config import Config
    from yapit.core.desktop.desktop import Desktop
    from yapit.core.library import Library
    from yapit.core.listening.opened import Opened
    from yapit.core.listening.sleeping import SleepTimer
    from yapit.core.listening.speaker import Speaker
    from yapit.core.narrator import Narrator
    from yapit.core.parse import Source


def read(
    source: SourceOrNone = None,
    voice: Voice = None,
    engine: Engine = None,
    speed: Speed = None,
    tempo: Tempo = None,
    output: Output = None,
    skip: Skip = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="One line a sentence instead of the full screen.")
    ] = False,
    clipboard: Annotated[
        bool, typer.Option("--clipboard", help="Read what is in the clipboard: text, or an address.")
    ] = False,
    no_cache: NoCache = False,
    no_library: Annotated[
        bool, typer.Option("--no-library", help="Keep no place, and begin at the beginning.")
    ] = False,
    password: Password = None,
    vision: Vision = None,
    model: Model = None,
    yes: Yes = False,
) -> None:
    """Read a document aloud.

    PDFs, scans, books, office files, web pages, texts, or what is piped in. In a terminal it
    opens full screen (? shows the keys). In a pipe, or with --plain, each sentence is printed
    when it is heard; in a terminal, the same keys work as on the full screen.

    A document that was read before goes on at the word where you were. Without SOURCE, a terminal
    shows the library to choose from.

    \b
      yapit read paper.pdf
      yapit read https://example.org/article --tempo 1.3
      man bash | yapit read -
      some-llm "Explain tides." | yapit -
      yapit read notes.md --plain > heard.txt
      yapit read --clipboard
    """
    config = effective(engine=engine, voice=voice, speed=speed, tempo=tempo, output=output, skip=skip)
    gc.disable()  # until the first picture or line: looking for garbage among what is loaded takes 0.1 s
    library = None if no_library else open_library(config)
    shelving = Shelving(config, library, tempo is not None, voice is not None, skip is not None)
    name, loaded = _pasted(source) if clipboard else (_named(source, config, library, plain), None)
    can_draw = not plain and _can_draw()
    is_named = engine is not None or voice is not None
    make_narrator = (_later if can_draw and not is_named else narrator_maker)(config, keep=not no_cache)

    def open_source(name: str, password: str | None = password) -> Opened:
        opening = Opening(name, password, vision, model, yes, keep=not no_cache, quiet=can_draw)
        return shelving.opened(opening.growing(config))

    opening = Opening(name, password, vision, model, yes, loaded=loaded, keep=not no_cache)
    first = shelving.opened(opening.growing(config, _load_screen if can_draw else _load_nothing))
    if can_draw and _has_keyboard(name):  # asked after the pipe was opened, since it may take its place
        _read_on_screen(first, open_source, make_narrator, config)
    else:
        _read_in_lines(first, open_source, make_narrator(), config)


def _named(source: str | None, config: Config, library: Library | None, plain: bool) -> str:
    """What was named; else what is chosen from the library.

    Raises:
        typer.Exit: The listener thought better of it.
        YapitError: There is nothing to choose from, or nowhere to show it.
    """
    if source is not None:
        return source
    from yapit.core.errors import YapitError  # noqa: PLC0415 - only where nothing was named

    if plain or library is None or not (_can_draw() and sys.stdin.isatty()):
        raise YapitError(
            "nothing was named that could be read",
            cure="Name a file or a URL, - for what is piped in, or --clipboard; "
            "yapit library list shows what you read.",
        )
    from yapit.tui.home import choose_document  # noqa: PLC0415 - textual: 0.3 s

    gc.enable()
    chosen = choose_document(library, theme=config.theme, tempo=config.tempo)
    if chosen is None:
        raise typer.Exit
    return chosen


def _pasted(source: str | None) -> tuple[str, Source | None]:
    """What was copied, as it is called, and its bytes where it is no address."""
    if source is not None:
        raise typer.BadParameter("--clipboard takes the place of SOURCE")
    from yapit.core.desktop.clipboard import paste  # noqa: PLC0415 - only where it is asked for

    found = paste()
    return (found, None) if isinstance(found, str) else ("the clipboard", found)


def _desktop(config: Config) -> Desktop:
    from yapit.core.desktop.desktop import Desktop  # noqa: PLC0415 - loads numpy: 0.15 s

    return Desktop(progress=config.progress, notices=config.notify)


def _can_draw() -> bool:
    return sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def _later(config: Config, *, keep: bool) -> Callable[[], Narrator]:
    """As `narrator_maker`, behind the first picture: what is set, and not named now, is hardly ever wrong."""
    return lambda: narrator_maker(config, keep=keep)()


def _load_screen() -> None:
    """What is needed next, while another process reads the document."""
    from yapit.tui import app  # noqa: F401, PLC0415 - textual: 0.3 s, only for the full screen


def _load_nothing() -> None: ...


def _has_keyboard(source: str) -> bool:
    """Whether there is a terminal to type at; where a document is piped in, from now on that is stdin."""
    return sys.stdin.isatty() or (source == "-" and take_back_keyboard())


def _read_on_screen(
    opened: Opened,
    open_source: Callable[[str, str | None], Opened],
    make_narrator: Callable[[], Narrator],
    config: Config,
) -> None:
    from yapit.tui.app import run_reader  # noqa: PLC0415 - textual: 0.3 s, only for the full screen
    from yapit.tui.bidi import Bidi  # noqa: PLC0415 - with it
    from yapit.tui.looks import Looks  # noqa: PLC0415 - with it

    run_reader(
        opened,
        make_narrator,
        lambda: open_player(config),
        open_source=open_source,
        keys=config.keymap,
        looks=Looks(config.theme, config.measure, Bidi(config.bidi), config.rewind),
        desktop=_desktop(config),
    )


def _read_in_lines(
    first: Opened, open_source: Callable[[str], Opened], narrator: Narrator, config: Config
) -> None:
    from yapit.core.listening.sleeping import SleepTimer  # noqa: PLC0415 - with it
    from yapit.core.listening.speaker import Speaker  # noqa: PLC0415 - loads numpy: 0.15 s

    gc.enable()
    player, note = open_player(config)
    speaker, sleep = Speaker(narrator, player, note), SleepTimer()
    desktop = _desktop(config)
    try:
        if note:
            typer.echo(f"yapit: {note}\nReading on without sound.", err=True)
        if not first.document.text:  # it is still to come
            narrator.warm_up()
        with stoppable(), keyboard() as keys:
            opened: Opened | None = first
            while opened is not None:
                following = _read_one(opened, speaker, keys, config, desktop, sleep)
                opened = _following(following, opened, open_source) if following else None
    finally:
        desktop.close()
        speaker.close()
        warn_of_cache(narrator)


def _following(source: str, before: Opened, open_source: Callable[[str], Opened]) -> Opened:
    """The document that was asked for; where it cannot be opened, the one before it is read on."""
    from yapit.core.errors import YapitError  # noqa: PLC0415 - with the rest

    try:
        return open_source(source)
    except YapitError as error:
        report(error)
        return open_source(before.document.source)


def _read_one(
    opened: Opened,
    speaker: Speaker,
    keys: Keyboard | None,
    config: Config,
    desktop: Desktop,
    sleep: SleepTimer,
) -> str:
    """Read one document; what is to be read after it, or nothing."""
    from yapit.cli.plain import plain_reader  # noqa: PLC0415 - loads numpy
    from yapit.core.listening.telling import title_of  # noqa: PLC0415 - with it

    reader = plain_reader(
        opened,
        speaker,
        write_line,
        keymap=config.keymap,
        rewinds=config.rewind,
        tell=lambda told: typer.echo(told, err=True),
        desktop=desktop,
    )
    if sleep.end is not None:  # of the document before
        sleep.clear()
    reader.desk.session.sleep = sleep
    reader.run(keys)
    if reader.heard:
        desktop.ended(title_of(opened.document))
    return reader.wanted or ""
