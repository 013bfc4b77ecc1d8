"""`yapit engines`."""

from __future__ import annotations

import json

import typer

from yapit.cli.options import AsJson
from yapit.cli.table import print_table
from yapit.config import load
from yapit.core.errors import EngineUnavailable


def engines(as_json: AsJson = False) -> None:
    """List the engines that are installed.

    It says why one cannot be used. * marks the one that speaks if you name none.

    \b
      yapit engines
      yapit config set engine kokoro
    """
    from yapit.core.engine import engine_names  # noqa: PLC0415 - loads numpy: 0.15 s

    default = load().engine
    rows = [{"name": name, "default": name == default, "problem": _problem(name)} for name in engine_names()]
    if as_json:
        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
        return
    print_table(
        ("ENGINE", "STATUS"),
        [(f"{row['name']}{' *' if row['default'] else ''}", str(row["problem"]) or "ready") for row in rows],
    )


def _problem(name: str) -> str:
    from yapit.core.engine import HasModels, load_engine  # noqa: PLC0415 - loads numpy

    try:
        engine = load_engine(name)
    except EngineUnavailable as error:
        return f"{error}. {error.cure}"
    if isinstance(engine, HasModels) and not any(model.active for model in engine.models()):
        return "no model is installed. See: yapit models"
    return ""
