"""`yapit summarize`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yapit.cli.lines import printable_lines
from yapit.cli.models_that_see import confirm, endpoint_of
from yapit.cli.opening import Opening
from yapit.cli.options import Model, Password, Skip, Source, Yes
from yapit.cli.progress import progress
from yapit.cli.speaking import effective

if TYPE_CHECKING:
    from yapit.core.document import Document
    from yapit.core.hearing import Hearing


def summarize(
    source: Source,
    vision: Annotated[
        str | None, typer.Option(metavar="URL", help="Base of an OpenAI-compatible API.", show_default=False)
    ] = None,
    model: Model = None,
    words: Annotated[int, typer.Option(min=20, max=2000, help="About how long it may be.")] = 200,
    skip: Skip = None,
    password: Password = None,
    yes: Yes = False,
) -> None:
    """Write a summary of a document, to be heard, with a model of yours.

    It needs an endpoint that speaks OpenAI's chat protocol: Ollama, llama.cpp or vLLM on your own
    machine, or a paid service. What it takes is shown before anything is sent; answers are kept.
    Numbers and names in the summary that the document does not have are listed.

    \b
      yapit summarize paper.pdf --vision http://localhost:11434/v1 --model gemma3
      yapit summarize book.epub | yapit say
    """
    from yapit.core.vision import plan_summary  # noqa: PLC0415 - only for this
    from yapit.core.vision import summarize as ask_for_summary  # noqa: PLC0415 - only for this

    config = effective(skip=skip)
    endpoint = endpoint_of(config, vision, model)
    document = Opening(source, password).whole(config)
    text = _spoken(document, config.hearing)
    plan = plan_summary(endpoint, text, words=words)
    confirm(plan, endpoint, config, yes=yes)
    with progress("Summarizing") as advance:
        summary = ask_for_summary(endpoint, text, words=words, on_progress=advance)
    typer.echo(printable_lines(summary.text))
    if summary.doubtful:
        typer.echo(f"yapit: not in the document: {', '.join(summary.doubtful)}", err=True)


def _spoken(document: Document, hearing: Hearing) -> str:
    """What is spoken of the document, as it is on the page, a paragraph a block."""
    from yapit.core.script import Script  # noqa: PLC0415 - 30 ms

    script = Script(document, hearing)
    paragraphs: dict[int, list[str]] = {}
    for chunk in script.chunks(10_000):
        paragraphs.setdefault(chunk.block, []).append(chunk.text)
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs.values())
