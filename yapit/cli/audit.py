"""`yapit audit`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from yapit.cli.lines import json_text
from yapit.cli.opening import Opening
from yapit.cli.options import AsJson, Model, Password, Skip, Source, Vision, Yes
from yapit.cli.shelving import hearing_of
from yapit.cli.speaking import effective
from yapit.cli.text import WITHOUT_ENGINE

if TYPE_CHECKING:
    from yapit.core.document import Document
    from yapit.core.export.coverage import Coverage


def audit(
    source: Source,
    skip: Skip = None,
    as_json: AsJson = False,
    password: Password = None,
    vision: Vision = None,
    model: Model = None,
    yes: Yes = False,
) -> None:
    """Account for every character of a document: spoken, skipped and why, or only shown.

    \b
      yapit audit paper.pdf
      yapit audit paper.pdf --json | jq '.skipped[] | select(.reason == "citation") | .text'
    """
    from yapit.core.export.coverage import coverage  # noqa: PLC0415 - only for this
    from yapit.core.script import Script  # noqa: PLC0415 - 30 ms

    config = effective(skip=skip)
    document = Opening(source, password, vision, model, yes).whole(config)
    script = Script(document, hearing_of(config, document))
    covered = coverage(script, script.chunks(WITHOUT_ENGINE))
    typer.echo(_as_json(document, covered) if as_json else _table(document, covered))


def _table(document: Document, covered: Coverage) -> str:
    rows = [("spoken", covered.spoken), *covered.by_reason().items(), ("white space", covered.space)]
    width = max(len(name) for name, _ in rows)
    whole = len(document.text)
    lines = [f"{name:<{width}}  {count:>10,}  {count / whole:>6.1%}" for name, count in rows]
    return "\n".join([*lines, f"{'characters':<{width}}  {whole:>10,}"])


def _as_json(document: Document, covered: Coverage) -> str:
    from yapit.core.export.blocks import skips_as_json  # noqa: PLC0415 - only for this

    found = {
        "characters": len(document.text),
        "spoken": covered.spoken,
        "white space": covered.space,
        "by reason": covered.by_reason(),
        "skipped": skips_as_json(document, covered.skips),
    }
    return json_text(found)
