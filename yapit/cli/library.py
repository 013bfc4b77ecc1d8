"""`yapit library`."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yapit.cli import queue
from yapit.cli.lines import json_text
from yapit.cli.options import AsJson, Yes
from yapit.cli.shelf import lasting, print_entries, shelf
from yapit.cli.table import print_table
from yapit.config import load
from yapit.core.errors import ExportError, LibraryError, SourceError

if TYPE_CHECKING:
    from yapit.core.library import Entry, Library

app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)
app.add_typer(queue.app, name="queue")


@app.callback()
def library(context: typer.Context, as_json: AsJson = False) -> None:
    """What you read, where you are in it, and what you noted.

    Every document that is opened is remembered: its place to the word, tempo, voice, bookmarks and
    notes. It is found again by its content, and by its path when it was edited.

    \b
      yapit library
      yapit library add ~/papers --queue
      yapit library add https://example.org/feed.xml
      yapit library search whale
      yapit library time
      yapit library export --markdown -o notes.md
    """
    if context.invoked_subcommand is None:
        _show(as_json)


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """List the documents, the last opened first."""
    _show(as_json)


@app.command("time")
def time_(as_json: AsJson = False) -> None:
    """How long you listened, by day."""
    with shelf() as opened:
        days = opened.listening.by_day()
    if as_json:
        typer.echo(json_text({day.isoformat(): round(seconds) for day, seconds in days.items()}))
        return
    if not days:
        typer.echo("Nothing was listened to yet.", err=True)
        return
    rows = [(day.isoformat(), lasting(seconds)) for day, seconds in days.items()]
    print_table(("DAY", "LISTENED"), [*rows, ("all", lasting(sum(days.values())))])


@app.command()
def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help="Words that all have to be there.", show_default=False),
    ],
    as_json: AsJson = False,
) -> None:
    """Find documents by title, author, source, or what you marked and noted in them."""
    with shelf() as opened:
        found = opened.search(" ".join(words), tempo=load().tempo)
    if not found and not as_json:
        raise LibraryError(f"nothing in the library has {' '.join(words)!r}", cure="Try fewer words.")
    print_entries(found, as_json=as_json)


@app.command()
def add(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Files, folders, addresses, feeds.", show_default=False),
    ],
    queued: Annotated[bool, typer.Option("--queue", help="Read them after what is queued already.")] = False,
    feed: Annotated[
        bool, typer.Option("--feed", help="The addresses are of feeds, however they are named.")
    ] = False,
) -> None:
    """Add documents to be read later.

    Of a folder all documents in it and below it are added, of an RSS or Atom feed what it links to.
    Nothing is read before you open it, and nothing but feeds is fetched.
    """
    failed = 0
    with shelf() as opened:
        for source in sources:
            try:
                _add(opened, source, queued=queued, feed=feed)
            except SourceError as error:
                failed += 1
                typer.echo(f"yapit: {error}\n{error.cure}", err=True)
    if failed:
        raise typer.Exit(1)


@app.command()
def remove(
    what: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHAT...]",
            help="Documents: the beginning of an id, a path or address, or words of a title.",
            show_default=False,
        ),
    ] = None,
    finished: Annotated[bool, typer.Option("--finished", help="All that were heard to their end.")] = False,
    yes: Yes = False,
) -> None:
    """Forget documents: their place, notes and listening time. Your files stay where they are."""
    with shelf() as opened:
        entries = {entry.id: entry for entry in _meant(opened, what or [], finished=finished)}
        if not entries:
            raise LibraryError("nothing to remove", cure="Name a document; see: yapit library")
        notes = sum(len(opened.notes.of(key)) for key in entries)
        if not yes and (len(entries) > 1 or notes):
            what_goes = f"{_count(len(entries), 'document')} and {_count(notes, 'note')}"
            typer.confirm(f"Forget {what_goes}?", abort=True)
        removed = opened.documents.remove(entries)
    typer.echo(f"Forgot {_count(removed, 'document')}.")


@app.command()
def export(
    target: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="File to write instead of printing.", show_default=False
        ),
    ] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="The notes alone, as Markdown.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="All of it, as JSON: what is written anyway.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", "-f", help="Replace a file that is there.")] = False,
) -> None:
    """Write the whole library as JSON, or the notes as Markdown."""
    if markdown and as_json:
        raise typer.BadParameter("--markdown and --json exclude each other")
    if target is not None and target.exists() and not force:
        raise ExportError(f"{target} is there already", cure="Name another file, or replace it with --force.")
    with shelf() as opened:
        text = opened.notes_as_markdown() if markdown else json_text(opened.exported()) + "\n"
    if target is None:
        typer.echo(text, nl=False)
    else:
        _write(target, text)


@app.command("import")
def import_(
    source: Annotated[
        Path, typer.Argument(metavar="FILE", help="What yapit library export wrote.", show_default=False)
    ],
) -> None:
    """Join an exported library with this one; where both have something, the newer is kept."""
    try:
        whole = json.loads(source.read_text("utf-8"))
    except OSError as error:
        raise LibraryError(f"cannot read {source}: {error.strerror}", cure="Check the path.") from error
    except (ValueError, RecursionError) as error:
        cure = "Write one with: yapit library export -o FILE"
        raise LibraryError(f"{source} is no exported library", cure=cure) from error
    with shelf() as opened:
        taken = opened.take_in(whole)
    typer.echo(f"Took in {_count(taken, 'document')}.")


def _show(as_json: bool) -> None:
    with shelf() as opened:
        entries = opened.documents.entries(tempo=load().tempo)
    if entries or as_json:
        print_entries(entries, as_json=as_json)
    else:
        typer.echo("The library is empty. What you read is kept in it: yapit read FILE")


def _add(opened: Library, source: str, *, queued: bool, feed: bool) -> None:
    from yapit.core.library.adding import additions_from  # noqa: PLC0415 - only where something is added

    before, count = opened.documents.count(), 0
    for addition in additions_from(source, _likely(), feed=feed):
        entry = opened.documents.add(addition)
        if queued:
            opened.queue.add(entry.id)
        count += 1
    new = opened.documents.count() - before
    known = f", {count - new:,} of them known already" if new < count else ""
    typer.echo(f"{source}: {_count(count, 'document')}{known}")


def _likely() -> frozenset[str]:
    """Extensions of what is made to be read: no programs, tables and pictures."""
    from yapit.core.parse.formats import FORMATS  # noqa: PLC0415 - only where something is added

    others = ("program", "table", "picture")
    return frozenset(
        extension for form in FORMATS if form.name not in others for extension in form.extensions
    )


def _meant(opened: Library, what: list[str], *, finished: bool) -> list[Entry]:
    from yapit.core.library.choosing import chosen  # noqa: PLC0415 - with the library

    entries = [chosen(opened, each) for each in what]
    if finished:
        entries += [entry for entry in opened.documents.entries() if entry.finished]
    return entries


def _write(target: Path, text: str) -> None:
    part = target.with_name(target.name + ".part")
    try:
        part.write_text(text, "utf-8", "surrogatepass")
        os.replace(part, target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise ExportError(
            f"cannot write {target}: {error.strerror}", cure="Free some space or check the path."
        ) from error


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
