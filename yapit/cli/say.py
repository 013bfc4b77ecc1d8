"""`yapit say`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from yapit.cli.options import Engine, NoCache, Output, Speed, Tempo, Voice
from yapit.cli.speaking import effective, narrator_maker, no_sound, warn_of_cache
from yapit.cli.stopping import stoppable
from yapit.core.errors import EmptyDocument


def say(
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT", help="What to say; without it, what is piped in.", show_default=False),
    ] = None,
    voice: Voice = None,
    engine: Engine = None,
    speed: Speed = None,
    tempo: Tempo = None,
    output: Output = None,
    no_cache: NoCache = False,
) -> None:
    """Say a text and exit.

    \b
      yapit say "Dinner is ready."
      make && yapit say done || yapit say failed
      fortune | yapit say
    """
    from yapit.core.outputs import open_output  # noqa: PLC0415 - loads numpy: 0.15 s
    from yapit.core.parse import read_bytes  # noqa: PLC0415 - only what reads needs parsers
    from yapit.core.player import Player  # noqa: PLC0415 - loads numpy

    config = effective(engine=engine, voice=voice, speed=speed, tempo=tempo, output=output)
    make_narrator = narrator_maker(config, keep=not no_cache)
    try:
        document = read_bytes(_given(text), content_type="text/plain")
    except EmptyDocument as error:  # dots or dashes only
        raise _nothing_to_say() from error
    opened = open_output(config.output)
    missing = no_sound(config, opened)
    if missing is not None:  # what is said silently is not said
        opened.output.close()
        raise missing
    player, narrator = Player(opened.output, tempo=config.tempo, pauses=config.pauses), make_narrator()
    try:
        with stoppable():
            player.play(narrator.narrate(narrator.chunks(document), hurry=True))
            position = player.wait()
        if position.error is not None:
            raise position.error
    finally:
        player.close()
        narrator.close()
        warn_of_cache(narrator)


def _given(text: list[str] | None) -> bytes:
    if text and text != ["-"]:
        given = " ".join(text).encode("utf-8", "surrogateescape")
    else:
        given = b"" if sys.stdin.isatty() else sys.stdin.buffer.read()
    if not given.strip():
        raise _nothing_to_say()
    return given


def _nothing_to_say() -> EmptyDocument:
    return EmptyDocument("there is nothing to say", cure='Give it a text: yapit say "Hello", or pipe one in.')
