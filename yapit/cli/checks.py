"""What `yapit doctor` looks at: one function a subject, each finding with its cure."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from yapit.config import Config, OutputName, config_path, load
from yapit.core.errors import ConfigError, YapitError


class Status(StrEnum):
    FINE = "fine"
    LACKING = "lacking"
    """Yapit works without it."""

    BROKEN = "broken"
    """Yapit does not work."""


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    status: Status
    detail: str
    cure: str = ""


def every_check() -> Iterator[Check]:
    """All findings, in the order in which a person would look."""
    yield Check("python", Status.FINE, f"{platform.python_version()} on {platform.platform()}")
    yield from packages()
    config, found = settings()
    yield found
    yield from engines(config)
    yield from sound()
    yield from media_keys()
    yield folder("cache", config.cache_dir, "Choose another with: yapit config set cache_dir FOLDER")
    yield folder("library", config.library.parent, "Choose another with: yapit config set library FILE")
    yield folder("settings folder", config_path().parent, "Mend its permissions, or set YAPIT_CONFIG.")
    yield terminal()


def packages() -> Iterator[Check]:
    """What Yapit needs and which version of it is there."""
    reinstall = "Install it again: pip install --force-reinstall yapit-reader"
    try:
        needed = requires("yapit-reader") or []
    except PackageNotFoundError:
        yield Check("package yapit-reader", Status.BROKEN, "is not installed", reinstall)
        return
    names = [re.split(r"[^\w.-]", need, maxsplit=1)[0] for need in needed if "extra ==" not in need]
    for name in ["yapit-reader", *names]:
        try:
            yield Check(f"package {name}", Status.FINE, version(name))
        except PackageNotFoundError:
            yield Check(f"package {name}", Status.BROKEN, "is not installed", f"pip install {name}")


def settings() -> tuple[Config, Check]:
    """The settings in effect, or the defaults where the file is wrong."""
    path = config_path()
    try:
        config = load()
    except ConfigError as error:
        return Config(), Check("settings", Status.BROKEN, str(error), error.cure)
    return config, Check("settings", Status.FINE, str(path) if path.exists() else f"defaults; no {path}")


def engines(config: Config) -> Iterator[Check]:
    """Each engine; only the one that is set is essential, and only its model is loaded."""
    from yapit.core.engine import engine_names  # noqa: PLC0415 - loads numpy: 0.15 s

    for name in sorted({*engine_names(), config.engine}):
        speaks = name == config.engine
        try:
            detail = _spoken_with(name, config.voice) if speaks else _built(name)
            yield Check(f"engine {name}", Status.FINE, detail)
        except YapitError as error:
            status = Status.BROKEN if speaks else Status.LACKING
            yield Check(f"engine {name}", status, str(error), error.cure)


def _built(name: str) -> str:
    from yapit.core.engine import load_engine  # noqa: PLC0415 - loads numpy

    return f"{len(load_engine(name).voices())} voices"


def _spoken_with(name: str, voice: str) -> str:
    """The engine's model and voice, after loading both."""
    from yapit.core.engine import HasModels, find_voice, load_engine  # noqa: PLC0415 - loads numpy

    engine = load_engine(name)
    speaking = find_voice(engine, voice)
    try:
        engine.warm_up()
        models = engine.models() if isinstance(engine, HasModels) else ()
        used = ", ".join(model.name for model in models if model.active) or engine.model
        return f"model {used}, voice {speaking.id}"
    finally:
        engine.close()


def sound() -> Iterator[Check]:
    """Each way to play sound; without any, Yapit still reads silently and exports."""
    from yapit.core.outputs import probe  # noqa: PLC0415 - loads numpy

    attempts = [attempt for attempt in probe() if attempt.name != OutputName.SILENT]
    for attempt in attempts:
        status = Status.FINE if attempt.works else Status.LACKING
        yield Check(f"sound {attempt.name}", status, attempt.detail, "" if attempt.works else attempt.cure)
    if not any(attempt.works for attempt in attempts):
        cure = next((attempt.cure for attempt in attempts if attempt.cure), "Connect a sound device.")
        yield Check("sound", Status.LACKING, "nothing will be heard; export works all the same", cure)


def media_keys() -> Iterator[Check]:
    """Of Linux desktops; other systems give none to programs in a terminal."""
    if sys.platform != "linux":
        return
    from yapit.core.desktop.media_keys import check  # noqa: PLC0415 - loads numpy

    try:
        yield Check("media keys", Status.FINE, check())
    except YapitError as error:
        yield Check("media keys", Status.LACKING, str(error), error.cure)


def folder(name: str, path: Path, cure: str) -> Check:
    """Whether a file can be written there."""
    nearest = path
    while not nearest.exists():
        nearest = nearest.parent
    try:
        with tempfile.TemporaryFile(dir=nearest):
            return Check(name, Status.FINE, str(path))
    except OSError as error:
        return Check(name, Status.LACKING, f"{path} cannot be written: {error.strerror}", cure)


def terminal() -> Check:
    """What the screen can show."""
    size = shutil.get_terminal_size()
    colours = os.environ.get("COLORTERM") or "256 or fewer colours"
    kind = os.environ.get("TERM", "")
    detail = f"TERM={kind}, {size.columns}x{size.lines}, {colours}, {sys.stdout.encoding}"
    if "NO_COLOR" in os.environ:
        detail += ", NO_COLOR"
    if not sys.stdout.isatty():
        return Check("terminal", Status.FINE, "none: yapit read prints lines")
    if kind in ("", "dumb"):
        cure = "Set TERM, for example: export TERM=xterm-256color"
        return Check("terminal", Status.LACKING, f"{detail}: yapit read prints lines", cure)
    return Check("terminal", Status.FINE, detail)
