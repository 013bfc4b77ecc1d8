"""The listener's own model, and their consent to what it will take."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import typer

from yapit.core.errors import VisionError

if TYPE_CHECKING:
    from yapit.config import Config
    from yapit.core.vision import Endpoint, Plan

CACHE_BYTES = 500 * 10**6


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
