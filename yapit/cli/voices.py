"""`yapit voices`."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Annotated

import typer

from yapit.cli.options import AsJson, Engine
from yapit.cli.speaking import effective
from yapit.cli.table import print_table


def voices(
    engine: Engine = None,
    language: Annotated[
        str | None, typer.Option("--language", "-l", help="Only this language: en, en-GB, fr ...")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the voices of an engine.

    * marks the one that speaks if you name none.

    \b
      yapit voices
      yapit voices --language en-GB
      yapit say --voice af_heart "How do you do?"
    """
    from yapit.core.engine import find_voice, load_engine  # noqa: PLC0415 - loads numpy: 0.15 s

    config = effective(engine=engine)
    speaker = load_engine(config.engine)
    default = find_voice(speaker, config.voice).id
    found = [voice for voice in speaker.voices() if _speaks(voice.language, language)]
    if as_json:
        rows = [{**asdict(voice), "default": voice.id == default} for voice in found]
        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    mark = {default: " *"}
    print_table(
        ("VOICE", "NAME", "LANGUAGE", "GENDER"),
        [(voice.id + mark.get(voice.id, ""), voice.name, voice.language, voice.gender) for voice in found],
    )


def _speaks(language: str, wanted: str | None) -> bool:
    """`en` takes every English; `en-GB` only the British."""
    return wanted is None or f"{language}-".lower().startswith(f"{wanted}-".lower())
