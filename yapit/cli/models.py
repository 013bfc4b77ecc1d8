"""`yapit models`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yapit.cli.options import Engine, Yes
from yapit.cli.progress import progress
from yapit.cli.speaking import effective
from yapit.cli.table import print_table, size
from yapit.core.errors import EngineError

if TYPE_CHECKING:
    from yapit.core.engine import HasModels

app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)


def _complete_model(context: typer.Context, incomplete: str) -> list[str]:
    from yapit.core.errors import YapitError  # noqa: PLC0415 - only while the shell completes

    try:
        known = _engine(context.params.get("engine")).models()
    except YapitError:  # the shell has no place for an error; the command itself will say it
        return []
    return [model.name for model in known if model.name.startswith(incomplete)]


Name = Annotated[str, typer.Argument(help="Name of the model.", autocompletion=_complete_model)]


@app.callback()
def models(context: typer.Context, engine: Engine = None) -> None:
    """List, download and choose models.

    A model is what an engine speaks with. * marks the one in use.

    \b
      yapit models
      yapit models download NAME
      yapit models use NAME
    """
    context.obj = engine
    if context.invoked_subcommand is None:
        rows = [
            (
                model.name + (" *" if model.active else ""),
                size(model.bytes),
                "installed" if model.installed else "",
                model.note,
            )
            for model in _engine(engine).models()
        ]
        print_table(("MODEL", "SIZE", "STATUS", "NOTE"), rows)


@app.command()
def download(context: typer.Context, name: Name, engine: Engine = None) -> None:
    """Download a model; one that was begun goes on where it stopped."""
    speaker = _engine(engine or context.obj)
    with progress(name, in_bytes=True) as advance:
        speaker.download_model(name, advance)
    typer.echo(f"{name} is installed. Speak with it: yapit models use {name}")


@app.command()
def use(context: typer.Context, name: Name, engine: Engine = None) -> None:
    """Speak with this model from now on."""
    _engine(engine or context.obj).use_model(name)
    typer.echo(f"{name} is in use.")


@app.command()
def remove(context: typer.Context, name: Name, engine: Engine = None, yes: Yes = False) -> None:
    """Remove a model's files."""
    speaker = _engine(engine or context.obj)
    if not yes:
        typer.confirm(f"Remove the model {name}?", abort=True)
    speaker.remove_model(name)
    typer.echo(f"{name} is removed.")


def _engine(name: str | None) -> HasModels:
    from yapit.core.engine import HasModels, load_engine  # noqa: PLC0415 - loads numpy: 0.15 s

    engine = load_engine(effective(engine=name).engine)
    if not isinstance(engine, HasModels):
        raise EngineError(
            f"the engine {engine.name} has no models to choose from",
            cure="Choose another with --engine; see: yapit engines",
        )
    return engine
