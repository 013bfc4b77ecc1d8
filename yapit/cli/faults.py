"""Errors as the user sees them: one line for what happened, one for what to do about it, on stderr."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
import traceback
from datetime import datetime
from pathlib import Path

import platformdirs
import typer

from yapit.core.errors import YapitError


def report(error: YapitError) -> None:
    """Say what happened and the cure; with YAPIT_DEBUG=1 also where."""
    typer.echo(f"yapit: {_one_line(str(error))}", err=True)
    if error.cure:
        typer.echo(_one_line(error.cure), err=True)
    if _debugging():
        typer.echo("".join(traceback.format_exception(error)), err=True)


def report_bug(error: Exception) -> None:
    """Keep the traceback in a log and say where; with YAPIT_DEBUG=1 also show it."""
    trace = "".join(traceback.format_exception(error))
    kind = type(error).__name__
    typer.echo(f"yapit: this is a bug ({kind}). Please report it with {_log(trace)}", err=True)
    if _debugging():
        typer.echo(trace, err=True)


def _debugging() -> bool:
    return os.environ.get("YAPIT_DEBUG", "") not in ("", "0")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _log(trace: str) -> Path:
    now = datetime.now().astimezone()
    head = f"{now:%Y-%m-%d %H:%M:%S %z}  Python {platform.python_version()}  {platform.platform()}\n"
    text = f"{head}{' '.join(sys.argv)}\n\n{trace}"
    name = f"bug-{now:%Y%m%d-%H%M%S}.log"
    for folder in (Path(platformdirs.user_log_dir("yapit")), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text(text, "utf-8", errors="backslashreplace")
        except OSError:
            continue
        return path
    return Path(os.devnull)
