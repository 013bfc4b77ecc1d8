"""The commands, put together."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Annotated

import typer

from yapit.cli import (
    audit,
    cache,
    config,
    doctor,
    engines,
    export,
    library,
    models,
    read,
    rules,
    say,
    summarize,
    text,
    voices,
)

app = typer.Typer(
    name="yapit",
    no_args_is_help=True,
    # Rich help costs 0.1 s at each start and is hard to read in a narrow terminal or a screen reader.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with: yapit FILE, which is yapit read FILE. Where something does not work: yapit doctor.",
)
app.command("read")(read.read)
app.command("say")(say.say)
app.command("export")(export.export)
app.command("text")(text.text)
app.command("audit")(audit.audit)
app.command("summarize")(summarize.summarize)
app.command("voices")(voices.voices)
app.command("engines")(engines.engines)
app.add_typer(models.app, name="models")
app.add_typer(library.app, name="library")
app.add_typer(rules.app, name="rules")
app.add_typer(cache.app, name="cache")
app.add_typer(config.app, name="config")
app.command("doctor")(doctor.doctor)


def commanded(words: Sequence[str]) -> list[str]:
    """The words of a command line; those that begin with what can be read are of `read`.

    A command has no dot and no slash, so that a word with one is a file, even one that is not there.
    """
    first = words[0] if words else ""
    is_source = first == "-" or (not first.startswith("-") and ("." in first or "/" in first))
    known = {command.name for command in app.registered_commands}
    known |= {group.name for group in app.registered_groups}
    if is_source or (first and first not in known and os.path.isfile(first)):
        return ["read", *words]
    return list(words)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415 - 20 ms, only for --version

        typer.echo(f"yapit {version('yapit-reader')}")
        raise typer.Exit


@app.callback()
def yapit(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Read documents aloud, offline, and light up each word as it is heard.

    \b
      yapit read book.epub
      yapit read https://example.org/article
      yapit say "Good morning."
      yapit export book.epub -o book.opus
    """
