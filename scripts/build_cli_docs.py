"""Writes docs/cli.md from the program itself: `python scripts/build_cli_docs.py`; `--check` only compares."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import typer.main

import yapit.config
from yapit.cli.commands import app

PAGE = Path(__file__).parent.parent / "docs" / "cli.md"

HEAD = """# Commands

<!-- Written by scripts/build_cli_docs.py from the program itself: change it there. -->

`yapit COMMAND --help` says the same in the terminal. Exit codes: 0 all went well, 1 an error, whose cure is
the second line on stderr, 2 a wrong option, 130 stopped by Ctrl-C. `YAPIT_DEBUG=1` shows where an error came
from.
`yapit --install-completion` lets the shell complete commands, voices, engines, models and settings.
"""


def page() -> str:
    """The whole of docs/cli.md."""
    parts = [HEAD, *_command(typer.main.get_command(app), "yapit", depth=1), *_settings()]
    return "\n".join(parts).rstrip() + "\n"


def _command(command: Any, path: str, *, depth: int) -> Iterator[str]:
    """One command and those below it; `Any`, for typer's commands may be those of a click of its own."""
    if depth > 1:
        yield f"{'#' * depth} {path}\n"
        arguments = [_metavar(parameter) for parameter in command.params if not _is_option(parameter)]
        group = hasattr(command, "commands")
        usage = [path, "[OPTIONS]", *arguments, *(["[COMMAND]"] if group else [])]
        yield f"`{' '.join(usage)}`\n"
        yield from _prose(inspect.cleandoc(command.help or ""))
    yield from _options(command)
    for name, below in getattr(command, "commands", {}).items():
        yield from _command(below, f"{path} {name}", depth=depth + 1)


def _prose(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("\b\n"):
            lines = paragraph.removeprefix("\b\n").splitlines()
            yield "```sh\n" + "\n".join(line.strip() for line in lines) + "\n```\n"
        else:
            yield " ".join(paragraph.split()).replace("* marks", "\\* marks") + "\n"


def _options(command: Any) -> Iterator[str]:
    shown = [parameter for parameter in command.params if not getattr(parameter, "hidden", False)]
    rows = [f"| {_names(parameter)} | {parameter.help or ''} |" for parameter in shown]
    if rows:
        yield "\n".join(["| | |", "|---|---|", *rows]) + "\n"


def _is_option(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "option")


def _names(parameter: Any) -> str:
    if not _is_option(parameter):
        return f"`{_metavar(parameter)}`"
    return ", ".join(f"`{name}`" for name in [*parameter.opts, *parameter.secondary_opts])


def _metavar(parameter: Any) -> str:
    return str(parameter.metavar or parameter.name.upper())


def _settings() -> Iterator[str]:
    yield "## Settings\n"
    yield (
        "Kept in `config.toml`, whose place `yapit config path` shows; `YAPIT_CONFIG` names another file.\n"
        "Each can also be set as `YAPIT_<SETTING>` in the environment, which comes before the file.\n"
    )
    yield "| Setting | |\n|---|---|"
    tree = ast.parse(inspect.getsource(yapit.config.Config))
    body = tree.body[0].body  # type: ignore[attr-defined]  # a class
    for field, text in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr):
            yield f"| `{ast.unparse(field.target)}` | {' '.join(ast.literal_eval(text.value).split())} |"


def main() -> None:
    written = page()
    if "--check" in sys.argv:
        if PAGE.read_text("utf-8") != written:
            sys.exit("docs/cli.md is stale: python scripts/build_cli_docs.py")
        return
    PAGE.write_text(written, "utf-8")


if __name__ == "__main__":
    main()
