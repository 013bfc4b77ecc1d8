"""The options that several commands share, and what the shell offers for them."""

from __future__ import annotations

from typing import Annotated

import typer

from yapit.config import SPEEDS, TEMPOS, OutputName, load
from yapit.core.errors import YapitError
from yapit.core.hearing import Level, Reason, name_of


def complete_engine(incomplete: str) -> list[str]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - core.engine would load numpy: 0.15 s

    names = {point.name for point in entry_points(group="yapit.engines")}
    return sorted(name for name in names if name.startswith(incomplete))


def complete_voice(context: typer.Context, incomplete: str) -> list[str]:
    from yapit.core.engine import load_engine  # noqa: PLC0415 - loads numpy

    try:
        engine = load_engine(context.params.get("engine") or load().engine)
        return [voice.id for voice in engine.voices() if voice.id.startswith(incomplete)]
    except YapitError:  # the shell has no place for an error; the command itself will say it
        return []


def complete_skip(incomplete: str) -> list[str]:
    before, _, last = incomplete.rpartition(" ")
    sign = "-" if last.startswith("-") else ""
    words = [*([] if before or sign else Level), *(f"{sign}{name_of(reason)}" for reason in Reason)]
    return [f"{before} {word}".strip() for word in words if word.startswith(last)]


Source = Annotated[
    str,
    typer.Argument(metavar="SOURCE", help="A file, a URL, or - for what is piped in.", show_default=False),
]
SourceOrNone = Annotated[
    str | None,
    typer.Argument(metavar="SOURCE", help="A file, a URL, or - for what is piped in.", show_default=False),
]
Engine = Annotated[
    str | None,
    typer.Option(
        "--engine", "-e", help="Engine that speaks (see: yapit engines).", autocompletion=complete_engine
    ),
]
Voice = Annotated[
    str | None,
    typer.Option("--voice", "-v", help="Voice (see: yapit voices).", autocompletion=complete_voice),
]
Speed = Annotated[
    float | None,
    typer.Option(
        min=SPEEDS[0],
        max=SPEEDS[1],
        help="How fast the voice speaks, where 1 is its own pace; each speed is spoken anew.",
    ),
]
Tempo = Annotated[
    float | None,
    typer.Option(
        min=TEMPOS[0],
        max=TEMPOS[1],
        help="How fast that is played, at the same pitch; nothing is spoken anew.",
    ),
]
Skip = Annotated[
    str | None,
    typer.Option(
        "--skip",
        "-s",
        metavar="WHAT",
        help="What is not read: off, light, normal or academic, and single things to add or, with a minus, "
        'to read all the same: "normal captions -citations" (see: docs/reading.md).',
        autocompletion=complete_skip,
    ),
]
Password = Annotated[
    str | None,
    typer.Option(
        metavar="TEXT", help="What opens a locked document; without it you are asked.", show_default=False
    ),
]
Vision = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="Have hard pages read by a model that sees, behind an OpenAI-compatible API (needs --model).",
        show_default=False,
    ),
]
Model = Annotated[str | None, typer.Option(help="Name of the model there.", show_default=False)]
Output = Annotated[OutputName | None, typer.Option(help="Where the sound goes (see: yapit doctor).")]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Do not keep what is spoken, nor use what was kept.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]
