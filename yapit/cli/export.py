"""`yapit export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yapit.cli.opening import Opening
from yapit.cli.options import (
    Engine,
    Model,
    NoCache,
    Password,
    Skip,
    Source,
    Speed,
    Target,
    Vision,
    Voice,
    Yes,
)
from yapit.cli.progress import progress
from yapit.cli.shelving import hearing_of
from yapit.cli.speaking import effective, narrator_maker, warn_of_cache
from yapit.cli.stopping import stoppable

if TYPE_CHECKING:
    from yapit.core.document import Document
    from yapit.core.export import Exported
    from yapit.core.hearing import Hearing
    from yapit.core.narrator import Narrator


def export(
    source: Source,
    target: Target,
    words: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Also write when each word is heard, as JSON.")
    ] = None,
    voice: Voice = None,
    engine: Engine = None,
    speed: Speed = None,
    skip: Skip = None,
    no_cache: NoCache = False,
    password: Password = None,
    vision: Vision = None,
    model: Model = None,
    yes: Yes = False,
    force: Annotated[bool, typer.Option("--force", "-f", help="Replace a file that is there.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Write a document as a sound file.

    Stop it when you like: what was spoken is kept, and the same command goes on from there.

    \b
      yapit export book.epub -o book.opus
      yapit export article.md -o article.wav --words article.json
      yapit export - -o note.opus < note.txt
    """
    from yapit.core.export import check_targets  # noqa: PLC0415 - loads numpy: 0.15 s

    check_targets(target, words, replace=force)
    config = effective(engine=engine, voice=voice, speed=speed, skip=skip)
    make_narrator = narrator_maker(config, keep=not no_cache, pauses=config.pauses)
    document = Opening(source, password, vision, model, yes, quiet).whole(config)
    narrator = make_narrator()
    try:
        with stoppable():
            exported = _exported(document, hearing_of(config, document), narrator, target, words, quiet=quiet)
    except (KeyboardInterrupt, SystemExit):
        if not (no_cache or quiet):
            typer.echo("Stopped. What was spoken is kept: the same command goes on from there.", err=True)
        raise
    finally:
        narrator.close()
    warn_of_cache(narrator)
    if not quiet:
        typer.echo(f"{target}: {_clock(exported.duration)}, {exported.coverage}", err=True)


def _exported(
    document: Document,
    hearing: Hearing,
    narrator: Narrator,
    target: Path,
    words: Path | None,
    *,
    quiet: bool,
) -> Exported:
    from yapit.core.export import export as export_document  # noqa: PLC0415 - loads numpy

    with progress(target.name, quiet=quiet) as advance:
        whole = len(document.text)
        return export_document(
            document,
            narrator,
            target,
            words=words,
            hearing=hearing,
            on_chunk=lambda chunk: advance(chunk.span.end, whole),
        )


def _clock(seconds: float) -> str:
    """`1:02:03`, or `2:03` below an hour."""
    minutes, left = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
