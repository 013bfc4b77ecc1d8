"""`yapit summarize`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from yapit.cli.lines import printable_lines
from yapit.cli.models_that_see import confirm, endpoint_of
from yapit.cli.opening import Opening
from yapit.cli.options import Model, Password, Skip, Source, Yes
from yapit.cli.progress import progress
from yapit.cli.shelving import hearing_of
from yapit.cli.speaking import effective
from yapit.core.errors import SourceError

if TYPE_CHECKING:
    from yapit.config import Config
    from yapit.core.document import Document
    from yapit.core.parse import Source as Loaded
    from yapit.core.vision import Picture


def summarize(
    source: Source,
    vision: Annotated[
        str | None, typer.Option(metavar="URL", help="Base of an OpenAI-compatible API.", show_default=False)
    ] = None,
    model: Model = None,
    page: Annotated[
        int | None,
        typer.Option(min=1, help="Describe this page as it looks, with its figures.", show_default=False),
    ] = None,
    words: Annotated[int, typer.Option(min=20, max=2000, help="About how long it may be.")] = 200,
    skip: Skip = None,
    password: Password = None,
    yes: Yes = False,
) -> None:
    """Write a summary of a document, or describe a picture, to be heard, with a model of yours.

    It needs an endpoint that speaks OpenAI's chat protocol: Ollama, llama.cpp or vLLM on your own
    machine, or a paid service. What it takes is shown before anything is sent; answers are kept.
    Numbers and names in the summary that the document does not have are listed.

    \b
      yapit summarize paper.pdf --vision http://localhost:11434/v1 --model gemma3
      yapit summarize book.epub | yapit say
      yapit summarize figure.png
      yapit summarize paper.pdf --page 4
    """
    from yapit.core.parse import load  # noqa: PLC0415 - only what reads needs parsers
    from yapit.core.vision import plan_summary  # noqa: PLC0415 - only for this
    from yapit.core.vision import summarize as ask_for_summary  # noqa: PLC0415 - only for this

    config = effective(skip=skip)
    endpoint = endpoint_of(config, vision, model)
    with progress(f"Opening {source}") as advance:
        loaded = load(source, password=password or "", on_progress=advance)
    pictures = _pictures(loaded, page)
    text = "" if pictures else _spoken(Opening(source, password, loaded=loaded).whole(config), config)
    plan = plan_summary(endpoint, text, pictures, words=words)
    confirm(plan, endpoint, config, yes=yes)
    with progress("Summarizing") as advance:
        summary = ask_for_summary(endpoint, text, pictures, words=words, on_progress=advance)
    typer.echo(printable_lines(summary.text))
    if summary.doubtful:
        typer.echo(f"yapit: not in the document: {', '.join(summary.doubtful)}", err=True)


def _pictures(source: Loaded, page: int | None) -> list[Picture]:
    """What is to be looked at: the page that was named, or a picture that is no page; else nothing.

    Raises:
        SourceError: There is no such page.
    """
    from yapit.core.parse.pdf.pictures import page_pictures  # noqa: PLC0415 - only for this
    from yapit.core.parse.starts import is_picture  # noqa: PLC0415 - only for this
    from yapit.core.vision import Picture  # noqa: PLC0415 - only for this

    if page is None and not is_picture(source.data):
        return []
    drawn = page_pictures(source, [page or 1])
    if not drawn:
        raise SourceError(f"{source.label} has no page {page}", cure="Count its pages from 1.")
    return [Picture(data, "image/png") for data in drawn.values()]


def _spoken(document: Document, config: Config) -> str:
    """What is spoken of the document, as it is on the page, a paragraph a block."""
    from yapit.core.script import Script  # noqa: PLC0415 - 30 ms

    script = Script(document, hearing_of(config, document))
    paragraphs: dict[int, list[str]] = {}
    for chunk in script.chunks(10_000):
        paragraphs.setdefault(chunk.block, []).append(chunk.text)
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs.values())
