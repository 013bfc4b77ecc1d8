"""`yapit library queue`."""

from __future__ import annotations

from typing import Annotated

import typer

from yapit.cli.options import AsJson
from yapit.cli.shelf import print_entries, shelf
from yapit.config import load

app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)

What = Annotated[
    str,
    typer.Argument(
        metavar="WHAT",
        help="A document: the beginning of its id, its path or address, or words of its title.",
        show_default=False,
    ),
]


@app.callback()
def queue(context: typer.Context, as_json: AsJson = False) -> None:
    """What is read next, in order.

    \b
      yapit library queue
      yapit library queue add whale --first
      yapit library queue move whale 2
    """
    if context.invoked_subcommand is None:
        with shelf() as opened:
            tempo = load().tempo
            entries = [opened.documents.entry(key, tempo=tempo) for key in opened.queue.all()]
        if entries or as_json:
            print_entries(entries, as_json=as_json)
        else:
            typer.echo("Nothing is queued. Queue something: yapit library queue add WHAT")


@app.command()
def add(
    what: What, first: Annotated[bool, typer.Option("--first", help="Before all others.")] = False
) -> None:
    """Queue a document of the library."""
    from yapit.core.library.choosing import chosen  # noqa: PLC0415 - with the library

    with shelf() as opened:
        opened.queue.add(chosen(opened, what).id, first=first)


@app.command()
def move(
    what: What,
    to: Annotated[
        int,
        typer.Argument(min=1, metavar="PLACE", help="Its place in the queue, from 1.", show_default=False),
    ],
) -> None:
    """Move a queued document to another place."""
    from yapit.core.library.choosing import chosen  # noqa: PLC0415 - with the library

    with shelf() as opened:
        opened.queue.move(chosen(opened, what).id, to)


@app.command()
def remove(what: What) -> None:
    """Take a document out of the queue; it stays in the library."""
    from yapit.core.library.choosing import chosen  # noqa: PLC0415 - with the library

    with shelf() as opened:
        opened.queue.remove(chosen(opened, what).id)


@app.command()
def clear() -> None:
    """Empty the queue; the documents stay in the library."""
    with shelf() as opened:
        opened.queue.clear()
