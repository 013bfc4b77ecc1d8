"""The one protocol that every engine speaks, and how an engine is found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, ClassVar, Protocol, cast, runtime_checkable

from yapit.core.errors import EngineUnavailable, UnknownEngine, UnknownVoice

if TYPE_CHECKING:
    from yapit.core.audio import Speech

GROUP = "yapit.engines"


@dataclass(frozen=True, slots=True)
class Voice:
    id: str
    """What the user types."""

    name: str
    language: str
    """BCP 47 tag."""

    gender: str = ""
    """`female`, `male` or empty."""


@runtime_checkable
class Engine(Protocol):
    """Turns text into sound. Blocking; called from one thread at a time.

    Importing an engine's module is cheap. Building the engine is cheap too:
    what is heavy is loaded by the first `synthesize`, or by `warm_up`.
    """

    name: ClassVar[str]
    """What the user types; the entry point's name."""

    model: str
    """Changes whenever the same text may sound different: part of the cache key."""

    max_chars: int
    """The longest text that `synthesize` takes: the caller splits, an engine never truncates."""

    default_voice: str
    """Id of the voice that speaks when none is asked for."""

    def voices(self) -> Sequence[Voice]:
        """Every voice; loads no model."""
        ...

    def warm_up(self) -> None:
        """Load what is heavy now, so that the first `synthesize` need not.

        Raises:
            EngineUnavailable: The model is missing or damaged.
        """
        ...

    def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
        """Yield the sound of `text` in order, in one or more pieces of the same sample rate.

        Word spans are places in `text`; word times count from the start of
        their own piece. An engine that knows no times yields no words.

        Raises:
            TextTooLong: `text` is longer than `max_chars`.
            EngineUnavailable: The model is missing or damaged.
            SynthesisError: The text could not be spoken.
            Interrupted: `interrupt` was called meanwhile.
        """
        ...

    def interrupt(self) -> None:
        """Ask a running `synthesize` to end soon by raising `Interrupted`; called from any thread.

        Does nothing where none is running. An engine that cannot be
        interrupted may ignore it.
        """
        ...

    def close(self) -> None:
        """Give back what the engine holds; it is not used afterwards."""
        ...


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model that an engine can speak with, as a user chooses among them."""

    name: str
    """What the user types."""

    bytes: int
    """Size on disk, and of the download where it is not installed."""

    note: str
    """What sets it apart, in one line."""

    installed: bool
    active: bool
    """The engine speaks with it; one is, at most."""


@runtime_checkable
class HasModels(Protocol):
    """An ability that some engines have: the user chooses what they speak with.

    A choice is kept, and holds for engines built after it.
    """

    def models(self) -> Sequence[ModelInfo]:
        """Every model, installed or not; reaches no network."""
        ...

    def download_model(self, name: str, on_progress: Callable[[int, int | None], None] | None = None) -> None:
        """Install a model; one that was begun goes on where it stopped. Installed, it does nothing.

        `on_progress` is given the bytes that are here and, where known, the bytes there are.

        Raises:
            EngineError: No such model.
            DownloadError: It could not be had whole.
        """
        ...

    def use_model(self, name: str) -> None:
        """Speak with an installed model from now on.

        Raises:
            EngineError: No such model, or it is not installed, or the choice cannot be written.
        """
        ...

    def remove_model(self, name: str) -> None:
        """Remove a model's files; the engine's own model speaks instead. Not installed, it does nothing.

        Raises:
            EngineError: No such model, or it is part of the installation, or its files cannot be removed.
        """
        ...


@runtime_checkable
class SaysIpa(Protocol):
    """An ability that some engines have: they say a word by its IPA, as the listener's rules want it.

    Only they are handed texts with runs as `yapit.core.ipa.RUN` finds them. A run is one word, said by its
    IPA alone; where that cannot be, the word in it is said as any other. Both methods may be called from
    any thread.
    """

    def check_ipa(self, ipa: str, voice: Voice) -> None:
        """Raises RuleError, naming the sign and a cure, where the voice cannot say this IPA."""
        ...

    def pronunciation(self, text: str, voice: Voice) -> str:
        """How the voice says a text, in IPA that it would say the same; empty where nothing is said."""
        ...


def engine_names() -> list[str]:
    """Installed engines, without importing any."""
    return sorted({point.name for point in entry_points(group=GROUP)})


def load_engine(name: str) -> Engine:
    """Import and build exactly one engine.

    Raises:
        UnknownEngine: No installed engine has that name.
        EngineUnavailable: It is installed, but something it needs is not.
    """
    build = _import(_point(name))
    return cast("Engine", build())


def find_voice(engine: Engine, voice_id: str = "") -> Voice:
    """The voice of that id, or the engine's default where the id is empty.

    Raises:
        UnknownVoice: The engine has no such voice; the cure names the nearest.
    """
    wanted = voice_id or engine.default_voice
    voices = engine.voices()
    for voice in voices:
        if voice.id == wanted:
            return voice
    raise UnknownVoice(
        f"{engine.name} has no voice {wanted!r}", cure=_nearest(wanted, [v.id for v in voices])
    )


def _point(name: str) -> EntryPoint:
    points = [point for point in entry_points(group=GROUP) if point.name == name]
    if not points:
        known = ", ".join(engine_names()) or "none"
        raise UnknownEngine(f"no engine is called {name!r}", cure=f"Installed engines: {known}.")
    return points[-1]


def _import(point: EntryPoint) -> type:
    try:
        return cast("type", point.load())
    except ImportError as error:
        package = point.dist.name if point.dist else "yapit-reader"
        raise EngineUnavailable(
            f"the engine {point.name} cannot be imported: {error}",
            cure=f"Install it again, with what it needs: pip install --force-reinstall {package}",
        ) from error


def _nearest(wanted: str, known: Sequence[str]) -> str:
    import difflib  # noqa: PLC0415 - only on the way to an error

    close = difflib.get_close_matches(wanted, known, n=3)
    if close:
        return f"Did you mean {' or '.join(close)}? List them all with: yapit voices"
    return "List its voices with: yapit voices"
