"""`yapit doctor`."""

from __future__ import annotations

import json
from dataclasses import asdict

import typer

from yapit.cli.options import AsJson


def doctor(as_json: AsJson = False) -> None:
    """Check what reading aloud needs.

    Where something is missing it says what to do. - marks what Yapit works without; !! marks
    what it does not, and the exit code is then 1.

    \b
      yapit doctor
      yapit doctor --json > report.json
    """
    from yapit.cli.checks import Check, Status, every_check  # noqa: PLC0415 - only this command looks at everything

    marks = {Status.FINE: "ok", Status.LACKING: "- ", Status.BROKEN: "!!"}
    found: list[Check] = []
    for check in every_check():
        if not as_json:
            typer.echo(f"{marks[check.status]}  {check.name}: {check.detail}")
            if check.cure and check.cure not in [earlier.cure for earlier in found]:
                typer.echo(f"      {check.cure}")
        found.append(check)
    well = not any(check.status is Status.BROKEN for check in found)
    if as_json:
        report = {"well": well, "checks": [asdict(check) for check in found]}
        typer.echo(json.dumps(report, indent=2, ensure_ascii=False))
    if not well:
        raise typer.Exit(1)
