"""`yapit config`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from yapit.config import KEYS, Config, check_key, config_path, load, parse_setting, write_setting
from yapit.core.errors import ConfigError

app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)


def _complete_key(incomplete: str) -> list[str]:
    return [key for key in KEYS if key.startswith(incomplete)]


Key = Annotated[str, typer.Argument(help=f"One of {', '.join(KEYS)}.", autocompletion=_complete_key)]


@app.callback()
def config(context: typer.Context) -> None:
    """Show and change settings.

    An option of a command comes before YAPIT_<SETTING> in the environment, and that before the file.

    \b
      yapit config
      yapit config set voice af_heart
      yapit config set tempo 1.3
      yapit config unset voice
    """
    if context.invoked_subcommand is None:
        show()


_SECRETS = ("vision_key",)
_HIDDEN = "(set)"


@app.command()
def show() -> None:
    """Show every setting, and the file they are kept in."""
    in_effect, default = load().plain(), Config().plain()
    for key, value in in_effect.items():
        note = "" if value == default[key] else f"  # default: {_shown(default[key])}"
        typer.echo(f"{key} = {_shown(_HIDDEN if value and key in _SECRETS else value)}{note}")
    path = config_path()
    typer.echo(f"\n# {path}{'' if path.exists() else ' (not there yet)'}")


@app.command()
def path() -> None:
    """Show where the settings file is."""
    typer.echo(str(config_path()))


@app.command()
def get(key: Key) -> None:
    """Show one setting."""
    check_key(key)
    typer.echo(str(load().plain()[key]))


@app.command("set")
def set_(key: Key, value: Annotated[str, typer.Argument(help="Its new value.")]) -> None:
    """Change one setting in the file."""
    parsed = parse_setting(key, value)
    if key in ("engine", "voice"):
        _check_voice(key, value)
    # A size stays as it was typed; a folder is kept whole, for it is read from other places.
    kept = parsed if isinstance(parsed, float) else str(parsed) if isinstance(parsed, Path) else value
    write_setting(config_path(), key, kept)
    typer.echo(f"{key} = {_shown(kept)}")


@app.command()
def unset(key: Key) -> None:
    """Take one setting out of the file: its default holds again."""
    check_key(key)
    write_setting(config_path(), key, None)
    typer.echo(f"{key} = {_shown(Config().plain()[key])}")


def _check_voice(key: str, value: str) -> None:
    """Raise where there is no such engine, or the engine has no such voice."""
    from yapit.core.engine import find_voice, load_engine  # noqa: PLC0415 - loads numpy: 0.15 s

    settings = load()
    if key == "voice":
        find_voice(load_engine(settings.engine), value)
        return
    speaker = load_engine(value)
    known = [voice.id for voice in speaker.voices()]
    if settings.voice and settings.voice not in known:
        raise ConfigError(
            f"the voice that is set, {settings.voice!r}, is none of {value}'s",
            cure="Unset it first with: yapit config unset voice",
        )


def _shown(value: str | float) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
