"""`yapit text`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yapit.cli.lines import json_text, printable, printable_lines
from yapit.cli.opening import Opening
from yapit.cli.options import Model, Password, Skip, Source, Vision, Yes
from yapit.cli.shelving import hearing_of
from yapit.cli.speaking import effective
from yapit.core.errors import YapitError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yapit.core.document import Document
    from yapit.core.hearing import Hearing

WITHOUT_ENGINE = 240
"""Characters of a chunk: those of the narrator, without asking an engine."""


def text(
    source: Source,
    skip: Skip = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", "-m", help="Print the document as clean Markdown instead.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print its blocks as JSON, with what is skipped and why.")
    ] = False,
    password: Password = None,
    vision: Vision = None,
    model: Model = None,
    yes: Yes = False,
) -> None:
    """Print what will be heard of a document, a sentence a line, numbers and signs as they are said.

    \b
      yapit text paper.pdf --skip academic
      yapit text paper.pdf --markdown > paper.md
      yapit text page.html --json | jq '.blocks[].kind'
    """

    if markdown and as_json:
        raise YapitError("--markdown and --json ask for two things", cure="Give one of them.")
    config = effective(skip=skip)
    document = Opening(source, password, vision, model, yes).whole(config)
    if markdown:
        from yapit.core.export.markdown import to_markdown  # noqa: PLC0415 - only for this

        typer.echo(printable_lines(to_markdown(document)), nl=False)
    elif as_json:
        typer.echo(_as_json(document, hearing_of(config, document)))
    else:
        for line in _heard(document, hearing_of(config, document)):
            typer.echo(line)


def _heard(document: Document, hearing: Hearing) -> Iterator[str]:
    """A line for each sentence, a blank one between blocks."""
    from yapit.core.prepare import prepare  # noqa: PLC0415 - 30 ms
    from yapit.core.script import Script  # noqa: PLC0415 - 30 ms
    from yapit.core.split import WITHIN_SENTENCE  # noqa: PLC0415 - with the script

    line, block = "", -1
    for chunk in Script(document, hearing).chunks(WITHOUT_ENGINE):
        if block not in (-1, chunk.block):
            yield ""
        block = chunk.block
        line += prepare(chunk.text, chunk.language, chunk.rewrites).text.strip() + " "
        if chunk.ends not in WITHIN_SENTENCE:
            yield printable(line)
            line = ""


def _as_json(document: Document, hearing: Hearing) -> str:
    from yapit.core.export.blocks import blocks_as_json  # noqa: PLC0415 - only for this
    from yapit.core.export.coverage import coverage  # noqa: PLC0415 - only for this
    from yapit.core.script import Script  # noqa: PLC0415 - 30 ms

    script = Script(document, hearing)
    covered = coverage(script, script.chunks(WITHOUT_ENGINE))
    return json_text(blocks_as_json(document, covered))
