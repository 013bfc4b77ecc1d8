"""`yapit summarize`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from yapit.cli.options import Skip, Source, Yes
from yapit.cli.progress import progress
from yapit.cli.speaking import effective
from yapit.core.errors import VisionError

if TYPE_CHECKING:
    from yapit.config import Config
    from yapit.core.document import Document
    from yapit.core.hearing import Hearing
    from yapit.core.vision import Endpoint, Plan

CACHE_BYTES = 500 * 10**6


def summarize(
    source: Source,
    vision: Annotated[
        str | None, typer.Option(metavar="URL", help="Base of an OpenAI-compatible API.", show_default=False)
    ] = None,
    model: Annotated[str | None, typer.Option(help="Name of the model there.", show_default=False)] = None,
    words: Annotated[int, typer.Option(min=20, max=2000, help="About how long it may be.")] = 200,
    skip: Skip = None,
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
    from yapit.core.parse import read  # noqa: PLC0415 - only what reads needs parsers
    from yapit.core.vision import plan_summary  # noqa: PLC0415 - only for this
    from yapit.core.vision import summarize as ask_for_summary  # noqa: PLC0415 - only for this

    config = effective(skip=skip)
    endpoint = endpoint_of(config, vision, model)
    with progress(f"Opening {source}") as advance:
        document = read(source, on_progress=advance)
    text = _spoken(document, config.hearing)
    plan = plan_summary(endpoint, text, words=words)
    confirm(plan, endpoint, config, yes=yes)
    with progress("Summarizing") as advance:
        summary = ask_for_summary(endpoint, text, words=words, on_progress=advance)
    typer.echo(summary.text)
    if summary.doubtful:
        typer.echo(f"yapit: not in the document: {', '.join(summary.doubtful)}", err=True)


def endpoint_of(config: Config, url: str | None, model: str | None) -> Endpoint:
    """The model to ask.

    Raises:
        VisionError: None is set.
    """
    from yapit.core.cache import FileCache  # noqa: PLC0415 - only for this
    from yapit.core.vision import Endpoint  # noqa: PLC0415 - only for this

    url, model = url or config.vision_url, model or config.vision_model
    if not url or not model:
        raise VisionError(
            "no model is set that could do this",
            cure="Give --vision URL and --model NAME, or: yapit config set vision_url URL (and vision_model)",
        )
    cache = FileCache(config.cache_dir.parent / "vision", CACHE_BYTES)
    return Endpoint(url, model, config.vision_key, cache)


def confirm(plan: Plan, endpoint: Endpoint, config: Config, *, yes: bool) -> None:
    """Say what it will take, and go on only if that is wanted.

    Raises:
        VisionError: Nobody is there to be asked.
        Abort: It is not wanted.
    """
    if not plan.requests:
        return
    typer.echo(f"{endpoint.model}: {cost(plan, config)}", err=True)
    if yes:
        return
    if not sys.stdin.isatty():
        raise VisionError(
            "nobody is there to be asked whether to go on", cure="Say so beforehand with --yes."
        )
    typer.confirm("Go on?", abort=True, err=True)


def cost(plan: Plan, config: Config) -> str:
    requests = "1 request" if plan.requests == 1 else f"{plan.requests} requests"
    said = f"{requests}, about {plan.tokens_in:,} tokens in and at most {plan.tokens_out:,} out"
    prices = config.vision_prices
    return f"{said}, about {plan.price(*prices):.4f} at your price" if prices else said


def _spoken(document: Document, hearing: Hearing) -> str:
    """What is spoken of the document, as it is on the page, a paragraph a block."""
    from yapit.core.script import Script  # noqa: PLC0415 - 30 ms

    script = Script(document, hearing)
    paragraphs: dict[int, list[str]] = {}
    for chunk in script.chunks(10_000):
        paragraphs.setdefault(chunk.block, []).append(chunk.text)
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs.values())
