"""From options and settings to a narrator and a player."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from yapit.cli.faults import report
from yapit.config import Config, OutputName, load, parse_setting
from yapit.core.errors import OutputError

if TYPE_CHECKING:
    from yapit.core.narrator import Narrator
    from yapit.core.outputs import Attempt, Opened
    from yapit.core.player import Player


def effective(
    *,
    engine: str | None = None,
    voice: str | None = None,
    speed: float | None = None,
    tempo: float | None = None,
    output: OutputName | None = None,
    skip: str | None = None,
) -> Config:
    """The settings with this command's options over them; None leaves a setting as it is.

    The voice that is set belongs to the engine that is set: another engine speaks with its default.
    """
    config = load()
    if voice is None:
        voice = config.voice if engine in (None, config.engine) else ""
    return replace(
        config,
        engine=engine or config.engine,
        voice=voice,
        speed=config.speed if speed is None else speed,
        tempo=config.tempo if tempo is None else tempo,
        output=output.value if output else config.output,
        skip=config.skip if skip is None else str(parse_setting("skip", skip, where="--skip")),
    )


def narrator_maker(config: Config, *, keep: bool, pauses: float = 1.0) -> Callable[[], Narrator]:
    """What builds a narrator; the engine and the voice are looked up now, so that a wrong name fails at once.

    `pauses` is for speech that no player plays: a player has a factor of its own.

    Raises:
        UnknownEngine, EngineUnavailable, UnknownVoice: As the names say.
    """
    from yapit.core.cache import FileCache, NullCache  # noqa: PLC0415 - with the narrator
    from yapit.core.engine import find_voice, load_engine  # noqa: PLC0415 - loads numpy: 0.15 s
    from yapit.core.narrator import Narrator  # noqa: PLC0415 - loads numpy

    voice = find_voice(load_engine(config.engine), config.voice)
    cache = FileCache(config.cache_dir, config.cache_max_bytes) if keep else NullCache()
    # An engine is closed with its narrator, so each narrator gets an engine of its own.
    return lambda: Narrator(load_engine(config.engine), voice, cache=cache, speed=config.speed, pauses=pauses)


def open_player(config: Config) -> tuple[Player, str]:
    """A player and, where nothing will be heard, why not and what to do about it."""
    from yapit.core.outputs import open_output  # noqa: PLC0415 - loads numpy
    from yapit.core.player import Player  # noqa: PLC0415 - loads numpy

    opened = open_output(config.output)
    player = Player(opened.output, tempo=config.tempo, pauses=config.pauses)
    missing = no_sound(config, opened)
    return player, "" if missing is None else f"{missing}. {missing.cure}"


def no_sound(config: Config, opened: Opened) -> OutputError | None:
    """Why nothing will be heard, where silence was not asked for."""
    silent = OutputName.SILENT.value
    if opened.output.name != silent or config.output == silent:
        return None
    failed = [attempt for attempt in opened.attempts if not attempt.works]
    return OutputError(f"no sound: {_why(failed)}", cure=_first_cure(failed))


def _why(failed: Sequence[Attempt]) -> str:
    return "; ".join(f"{attempt.name}: {attempt.detail}" for attempt in failed) or "no device was found"


def _first_cure(failed: Sequence[Attempt]) -> str:
    cures = [attempt.cure for attempt in failed if attempt.cure]
    return cures[0] if cures else "Look at it with: yapit doctor"


def warn_of_cache(narrator: Narrator) -> None:
    """Say once why speech was not kept, where it was not."""
    if narrator.cache_error is not None:
        report(narrator.cache_error)
