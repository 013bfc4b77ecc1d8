"""`yapit export`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typer

from yapit.cli.export_options import (
    Author,
    Chapters,
    Cover,
    Force,
    Form,
    JsonLines,
    Loudness,
    Outputs,
    Quiet,
    Sources,
    Split,
    Title,
    Words,
)
from yapit.cli.exporting import Reporter, as_json, chapter_numbers, loudness_of, told
from yapit.cli.opening import Opening
from yapit.cli.options import (
    Engine,
    Model,
    NoCache,
    Password,
    Skip,
    Speed,
    Tempo,
    Vision,
    Voice,
    Yes,
)
from yapit.cli.shelving import hearing_of
from yapit.cli.speaking import effective, narrator_maker, warn_of_cache
from yapit.cli.stopping import stoppable
from yapit.core.errors import ExportError

if TYPE_CHECKING:
    from yapit.config import Config
    from yapit.core.document import Document
    from yapit.core.export import Exported, Target
    from yapit.core.export.recording import Wishes
    from yapit.core.export.writer import Book
    from yapit.core.hearing import Hearing
    from yapit.core.narrator import Narrator
    from yapit.core.parse import Source


def export(
    sources: Sources,
    outputs: Outputs,
    words: Words = None,
    form: Form = "",
    chapters: Chapters = "",
    split: Split = False,
    voice: Voice = None,
    engine: Engine = None,
    speed: Speed = None,
    tempo: Tempo = None,
    loudness: Loudness = "-19",
    title: Title = "",
    author: Author = "",
    cover: Cover = None,
    skip: Skip = None,
    no_cache: NoCache = False,
    password: Password = None,
    vision: Vision = None,
    model: Model = None,
    yes: Yes = False,
    force: Force = False,
    quiet: Quiet = False,
    json_lines: JsonLines = False,
) -> None:
    """Write documents as an audiobook, or as other files of their sound.

    Stop it when you like: what was spoken is kept, and the same command goes on from there.

    \b
      yapit export book.epub -o book.m4b
      yapit export book.epub -o 'book-{chapter:02}.mp3' --chapters 2-5
      yapit export one.md two.md -o both.opus --words both.json --title "Two essays"
      yapit export - -o - --format opus < note.txt | ssh kitchen play -
    """
    from yapit.core.export.cover import cover_from  # noqa: PLC0415 - loads numpy: 0.15 s

    targets = _targets(outputs, words, form, split=split, may_print=not json_lines)
    replaced = _may_replace(targets, force=force)
    wishes = _wishes(chapters, tempo, loudness, replaced)
    picture = cover_from(cover) if cover else b""
    config = effective(engine=engine, voice=voice, speed=speed, skip=skip)
    with ExitStack() as stack:
        if no_cache:  # what is heard twice is not spoken twice
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="yapit-")))
            config = replace(config, cache_dir=folder, cache_max_bytes=2**60)
        make_narrator = narrator_maker(config, keep=True, pauses=config.pauses)
        opened = [_opened(Opening(source, password, vision, model, yes, quiet), config) for source in sources]
        narrator = make_narrator()
        stack.callback(narrator.close)
        book = _book(opened, narrator, picture, title, author)
        stack.enter_context(_resumable(quiet=quiet or no_cache))
        reporter = stack.enter_context(Reporter(quiet=quiet, json_lines=json_lines))
        hearing = hearing_of(config, opened[0][1])
        exported = _exported(book, narrator, targets, hearing, wishes, reporter)
    warn_of_cache(narrator)
    if json_lines:
        typer.echo(as_json(book, exported, wishes.loudness))
    elif not quiet:
        typer.echo(told(exported), err=True)


def _wishes(chapters: str, tempo: float | None, loudness: str, replaced: bool) -> Wishes:
    from yapit.core.export.recording import Wishes  # noqa: PLC0415 - loads numpy

    pace = 1.0 if tempo is None else tempo
    return Wishes(chapter_numbers(chapters), pace, loudness_of(loudness), replaced)


def _exported(
    book: Book,
    narrator: Narrator,
    targets: Sequence[Target],
    hearing: Hearing,
    wishes: Wishes,
    reporter: Reporter,
) -> Exported:
    from yapit.core.export import export as export_book  # noqa: PLC0415 - loads numpy

    return export_book(
        book,
        narrator,
        targets,
        hearing=hearing,
        wishes=wishes,
        on_spoken=reporter.spoken,
        on_written=reporter.written,
    )


@contextmanager
def _resumable(*, quiet: bool) -> Iterator[None]:
    try:
        with stoppable():
            yield
    except (KeyboardInterrupt, SystemExit):
        if not quiet:
            typer.echo("Stopped. What was spoken is kept: the same command goes on from there.", err=True)
        raise


def _targets(
    outputs: Sequence[Path], words: Path | None, form: str, *, split: bool, may_print: bool
) -> list[Target]:
    from yapit.core.export import FORMATS, Target, target_of  # noqa: PLC0415 - loads numpy
    from yapit.core.export.pipe import STDOUT  # noqa: PLC0415 - loads numpy

    found = [target_of(path, ending=form if path == STDOUT else "", split=split) for path in outputs]
    if words is not None:
        found.append(Target(words, FORMATS[".json"]))
    if not may_print and any(target.path == STDOUT for target in found):
        raise ExportError(
            "--json and -o - would both print", cure="Write to a file, or leave one of them out."
        )
    return found


def _may_replace(targets: Sequence[Target], *, force: bool) -> bool:
    """Whether files that are there may go; where somebody sits there, they are asked."""
    from yapit.core.export import check_targets  # noqa: PLC0415 - loads numpy
    from yapit.core.export.pipe import STDOUT  # noqa: PLC0415 - loads numpy

    there = [t.path for t in targets if not t.is_split and t.path != STDOUT and t.path.is_file()]
    if there and not force and sys.stdin.isatty() and sys.stderr.isatty():
        names = ", ".join(str(path) for path in there)
        force = typer.confirm(f"Replace {names}?", err=True)
    check_targets(targets, replace=force)
    return force


def _opened(opening: Opening, config: Config) -> tuple[Source, Document]:
    from yapit.core.parse import load  # noqa: PLC0415 - only what reads needs parsers

    source = load(opening.source)
    return source, replace(opening, loaded=source).whole(config)


def _book(
    opened: Sequence[tuple[Source, Document]], narrator: Narrator, picture: bytes, title: str, author: str
) -> Book:
    from yapit.core.export.cover import cover_of  # noqa: PLC0415 - loads numpy
    from yapit.core.export.joined import joined  # noqa: PLC0415 - loads numpy
    from yapit.core.export.writer import Book, Voiced  # noqa: PLC0415 - loads numpy

    source = opened[0][0]
    document = joined([document for _, document in opened], title)
    return Book(
        document,
        Voiced(narrator.engine.name, narrator.engine.model, narrator.voice.id, narrator.speed),
        document.title or source.stem,
        author or document.author,
        document.language,
        picture or cover_of(source),
    )
