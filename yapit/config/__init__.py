"""The settings file, the environment and the defaults, as one frozen Config. Read by front ends only."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path

import platformdirs

from yapit.config import values
from yapit.core.cache import DEFAULT_MAX_BYTES
from yapit.core.errors import ConfigError
from yapit.core.hearing import Detail, Hearing, Telling, parse_skips
from yapit.core.listening.keymap import Keymap, KeySet, keymap

SPEEDS = (0.5, 2.0)
"""How fast a voice may be made to speak."""

TEMPOS = (0.5, 4.0)
"""How fast speech may be played; the player's limits, here so that help needs no player."""

PAUSES = (0.0, 3.0)
"""How long pauses may be made."""


class OutputName(StrEnum):
    """Ways to play sound; here so that help needs no sound library."""

    AUTO = "auto"
    PORTAUDIO = "portaudio"
    PULSE = "pulse"
    PIPE = "pipe"
    SILENT = "silent"


def default_cache_dir() -> Path:
    return Path(platformdirs.user_cache_dir("yapit")) / "speech"


def default_library() -> Path:
    return Path(platformdirs.user_data_dir("yapit")) / "library.db"


@dataclass(frozen=True, slots=True)
class Config:
    """What is in effect. Each field is a key of the file and, as YAPIT_<KEY>, of the environment."""

    engine: str = "kokoro"
    """Engine that speaks; `yapit engines` lists them."""

    voice: str = ""
    """Voice of that engine; empty for its own default."""

    speed: float = 1.0
    """How fast the voice speaks: 0.5 to 2, where 1 is its own pace."""

    tempo: float = 1.0
    """How fast speech is played: 0.5 to 4; the pitch stays."""

    pauses: float = 1.0
    """How long it is silent between sentences and paragraphs: 0 to 3, where 1 is as a narrator would."""

    output: str = "auto"
    """Where sound goes: auto (the best that works), portaudio, pulse, pipe or silent."""

    skip: str = "normal"
    """What is not read: off, light, normal or academic, and single things: "normal captions -citations"."""

    tables: str = "auto"
    """How tables are told: auto (small ones read, others announced), read or announce."""

    code: str = "auto"
    """How listings are told: auto and announce name them, read spells them out."""

    math: str = "brief"
    """How formulas are said: brief, as a person would, or full, so that they can be written down."""

    theme: str = "dark"
    """Colours of the reader: dark, light, contrast, or system, those of the terminal."""

    measure: int = 78
    """The longest line of the reader, in columns: 40 to 120."""

    bidi: str = "auto"
    """Who turns Arabic and Hebrew lines round: auto, terminal, where the terminal does, or yapit."""

    rewind: bool = True
    """After a long pause, begin a little before the word: the longer the pause, the further back."""

    progress: bool = True
    """Show how far it is at the terminal's tab or in the task bar, where the terminal can."""

    notify: bool = True
    """Show a notice when a document was heard to its end and the reader is not in view."""

    key_set: str = "arrows"
    """The reader's keys: arrows or vim."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Other keys for commands: a table [keys] with lines such as next-sentence = "l right"."""

    vision_url: str = ""
    """Base of an OpenAI-compatible API for summaries and hard pages: http://localhost:11434/v1."""

    vision_model: str = ""
    """Name of the model there; it must take pictures to read pages."""

    vision_key: str = ""
    """Its key; better kept in YAPIT_VISION_KEY than in the file."""

    vision_price: str = ""
    """What a million tokens in and out cost, such as "0.15 0.60", to be told before it is spent."""

    cache_dir: Path = field(default_factory=default_cache_dir)
    """Folder of spoken chunks."""

    cache_max_bytes: int = DEFAULT_MAX_BYTES
    """How much of it is kept, such as "4 GB"; the least recently used goes first."""

    library: Path = field(default_factory=default_library)
    """File of the library: documents, places, notes, rules, the queue."""

    @property
    def hearing(self) -> Hearing:
        return Hearing(parse_skips(self.skip), Telling(self.tables), Telling(self.code), Detail(self.math))

    @property
    def vision_prices(self) -> tuple[float, float] | None:
        """For a million tokens in, and out; None where it is not set."""
        return values.prices(self.vision_price)

    @property
    def keymap(self) -> Keymap:
        return keymap(KeySet(self.key_set), self.keys)

    def plain(self) -> dict[str, str | float]:
        """The settings as values of TOML and JSON."""
        return {key: _plain(value) for key, value in asdict(self).items()}


def _plain(value: object) -> str | float:
    if isinstance(value, Mapping):
        return "; ".join(f"{name}={keys}" for name, keys in value.items())
    return value if isinstance(value, str | int | float) else str(value)


KEYS = tuple(setting.name for setting in fields(Config))


def config_path() -> Path:
    """The settings file, whether it exists or not; YAPIT_CONFIG names another."""
    named = os.environ.get("YAPIT_CONFIG")
    return Path(named) if named else Path(platformdirs.user_config_dir("yapit")) / "config.toml"


def load(path: Path | None = None, environ: Mapping[str, str] = os.environ) -> Config:
    """The settings in effect: the environment before the file before the defaults.

    Raises:
        ConfigError: The file cannot be read, or something in it or in the environment is wrong.
    """
    file = path or config_path()
    settings = {key: _checked(key, value, str(file)) for key, value in read_file(file).items()}
    for key in KEYS:
        name = f"YAPIT_{key.upper()}"
        if name in environ:
            settings[key] = parse_setting(key, environ[name], where=name)
    return Config(**settings)  # type: ignore[arg-type]  # _checked gives each key its type


def read_file(path: Path) -> dict[str, object]:
    """What the file says, unchecked; nothing where there is none."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise ConfigError(
            f"cannot read {path}: {error.strerror}",
            cure="Mend its permissions, or name another in YAPIT_CONFIG.",
        ) from error
    except ValueError as error:
        raise ConfigError(f"{path} is not valid TOML: {error}", cure=f"Mend or remove {path}.") from error


def check_key(key: str, *, where: str = "") -> None:
    """Raise ConfigError, with the nearest setting as its cure, where there is none of that name."""
    if key not in KEYS:
        raise ConfigError(f"{where + ': ' if where else ''}there is no setting {key!r}", cure=_nearest(key))


def parse_setting(key: str, text: str, *, where: str = "") -> object:
    """The value of a setting as typed by a person.

    Raises:
        ConfigError: There is no such setting, or it cannot have that value.
    """
    value: object = text
    if key in ("speed", "tempo", "pauses", "measure"):
        try:
            value = int(text) if key == "measure" else float(text)
        except ValueError:
            value = text
    return _checked(key, value, where)


def write_setting(path: Path, key: str, value: object | None) -> None:
    """Set one key in the file, or remove it where the value is None; all other lines stay as they are.

    Raises:
        ConfigError: The file cannot be read or written.
    """
    read_file(path)  # a broken file is reported, not edited
    line = [] if value is None else [f"{key} = {_as_toml(value)}"]
    try:
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        ours = [at for at, text in enumerate(lines) if re.match(rf"\s*{key}\s*=", text)]
        tables = [at for at, text in enumerate(lines) if text.lstrip().startswith("[")]
        at = ours[0] if ours else tables[0] if tables else len(lines)
        kept = [text for number, text in enumerate(lines) if number not in ours]
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path.resolve(), "\n".join([*kept[:at], *line, *kept[at:], ""]))
    except OSError as error:
        raise ConfigError(
            f"cannot write {path}: {error.strerror}",
            cure="Free some space or mend its permissions, or name another in YAPIT_CONFIG.",
        ) from error


def _write_whole(path: Path, text: str) -> None:
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(text, "utf-8")
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        value = _plain(value)
    return str(value) if isinstance(value, int | float) else json.dumps(str(value), ensure_ascii=False)


def _checked(key: str, value: object, where: str) -> object:
    check_key(key, where=where)
    prefix = f"{where}: " if where else ""
    try:
        return _CHECKS[key](value)
    except ValueError as error:
        cure = f"Correct it there, or with: yapit config set {key} VALUE"
        raise ConfigError(f"{prefix}{key} must be {error}, not {value!r}", cure=cure) from error


def _nearest(key: str) -> str:
    import difflib  # noqa: PLC0415 - only on the way to an error

    close = difflib.get_close_matches(key, KEYS, n=1)
    return f"Did you mean {close[0]}?" if close else f"Settings: {', '.join(KEYS)}."


_CHECKS: Mapping[str, Callable[[object], object]] = {
    "engine": values.name,
    "voice": values.text,
    "speed": values.between(SPEEDS),
    "tempo": values.between(TEMPOS),
    "pauses": values.between(PAUSES),
    "output": values.one_of(OutputName),
    "skip": values.skips,
    "tables": values.one_of(Telling),
    "code": values.one_of(Telling),
    "math": values.one_of(Detail),
    "theme": values.one_of(("dark", "light", "contrast", "system")),
    "measure": values.whole((40, 120)),
    "bidi": values.one_of(("auto", "terminal", "yapit")),
    "rewind": values.switch,
    "progress": values.switch,
    "notify": values.switch,
    "key_set": values.one_of(KeySet),
    "keys": values.keys,
    "vision_url": values.text,
    "vision_model": values.text,
    "vision_key": values.text,
    "vision_price": values.price,
    "cache_dir": values.path,
    "cache_max_bytes": values.parse_size,
    "library": values.path,
}
