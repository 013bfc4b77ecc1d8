"""Finds the best way to play sound here, and says why the better ones do not work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from yapit.core.errors import OutputError
from yapit.core.outputs import cures
from yapit.core.outputs.output import Output
from yapit.core.outputs.silent import SilentOutput

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way of playing sound, tried."""

    name: str
    works: bool
    detail: str
    """Where the sound goes, or why it does not."""

    cure: str = ""
    """The one thing to do about it on this system; empty where it works."""


@dataclass(frozen=True, slots=True)
class Opened:
    output: Output
    attempts: tuple[Attempt, ...]
    """All that were tried, the one that works last."""


def output_names() -> tuple[str, ...]:
    """Every way of playing sound, the best first."""
    return tuple(_WAYS)


def open_output(preferred: str = AUTO, sample_rate: int = 24_000) -> Opened:
    """Open the output of that name; with `auto` the best that works, which is `silent` at the worst.

    In a session over SSH to which no sound is forwarded, `auto` plays none.

    Raises:
        OutputError: The output that was asked for by name does not work, or there is none of that name.
    """
    if preferred != AUTO:
        output = _way(preferred)(sample_rate)
        return Opened(output, (_works(output),))
    attempts: list[Attempt] = []
    for name, way in _WAYS.items():
        if cures.is_remote() and name != "silent":
            attempts.append(Attempt(name, False, _REMOTE, cures.FORWARD))
            continue
        try:
            output = way(sample_rate)
        except OutputError as error:
            attempts.append(Attempt(name, False, str(error), error.cure))
        else:
            return Opened(output, (*attempts, _works(output)))
    raise AssertionError("silence always works")


def probe(sample_rate: int = 24_000) -> tuple[Attempt, ...]:
    """Try every way in turn, opening and closing its device; takes up to a few seconds."""
    return tuple(_try(name, sample_rate) for name in _WAYS)


_REMOTE = "not tried: over SSH the sound would come out of the other machine"


def _try(name: str, sample_rate: int) -> Attempt:
    try:
        output = _WAYS[name](sample_rate)
    except OutputError as error:
        return Attempt(name, False, str(error), error.cure)
    output.close()
    return _works(output)


def _works(output: Output) -> Attempt:
    return Attempt(output.name, True, output.description)


def _way(name: str) -> Callable[[int], Output]:
    if name not in _WAYS:
        known = ", ".join((AUTO, *_WAYS))
        raise OutputError(f"no output is called {name!r}", cure=f"The outputs are: {known}.")
    return _WAYS[name]


def _portaudio(sample_rate: int) -> Output:
    from yapit.core.outputs.portaudio import PortAudioOutput  # noqa: PLC0415 - loads only what is tried

    return PortAudioOutput(sample_rate)


def _pulse(sample_rate: int) -> Output:
    from yapit.core.outputs.pulse import PulseOutput  # noqa: PLC0415 - loads only what is tried

    return PulseOutput(sample_rate)


def _pipe(sample_rate: int) -> Output:
    from yapit.core.outputs.pipe import PipeOutput  # noqa: PLC0415 - loads only what is tried

    return PipeOutput(sample_rate)


_WAYS: Mapping[str, Callable[[int], Output]] = {
    "portaudio": _portaudio,
    "pulse": _pulse,
    "pipe": _pipe,
    "silent": SilentOutput,
}
