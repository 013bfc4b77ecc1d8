"""`yapit cache`."""

from __future__ import annotations

import typer

from yapit.cli.options import Yes
from yapit.cli.table import size
from yapit.config import load
from yapit.core.cache import FileCache

app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)


@app.callback()
def cache(context: typer.Context) -> None:
    """Show and clear the speech that is kept.

    What was spoken once is not made again.

    \b
      yapit cache
      yapit cache clear
      yapit config set cache_max_bytes "1 GB"
    """
    if context.invoked_subcommand is None:
        kept = _opened()
        usage = kept.usage()
        typer.echo(f"{usage.entries:,} chunks, {size(usage.bytes)} of at most {size(kept.max_bytes)}")
        typer.echo(str(kept.root))


@app.command()
def clear(yes: Yes = False) -> None:
    """Remove everything that is kept."""
    kept = _opened()
    usage = kept.usage()
    if not yes and usage.entries:
        typer.confirm(f"Remove {usage.entries:,} chunks, {size(usage.bytes)}, from {kept.root}?", abort=True)
    removed = kept.clear()
    typer.echo(f"Removed {removed.entries:,} chunks, {size(removed.bytes)}.")


def _opened() -> FileCache:
    config = load()
    return FileCache(config.cache_dir, config.cache_max_bytes)
