"""Settings: the environment comes before the file, the file before the defaults, and a mistake is named."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.config import (
    KEYS,
    PAUSES,
    TEMPOS,
    Config,
    OutputName,
    config_path,
    load,
    parse_setting,
    read_file,
    write_setting,
)
from yapit.config.values import parse_size
from yapit.core.errors import ConfigError
from yapit.core.outputs import probe
from yapit.core.pauses import MAX_PAUSES
from yapit.core.player import MAX_TEMPO, MIN_TEMPO


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config.toml"


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    assert load(file, {}) == Config()


def test_the_file_comes_before_the_defaults(file: Path) -> None:
    file.write_text('voice = "af_sky"\ntempo = 2\ncache_max_bytes = "2 GB"\n', "utf-8")
    config = load(file, {})
    assert (config.voice, config.tempo, config.cache_max_bytes) == ("af_sky", 2.0, 2_000_000_000)


def test_the_environment_comes_before_the_file(file: Path) -> None:
    file.write_text('engine = "kokoro"\n', "utf-8")
    environ = {"YAPIT_ENGINE": "tone", "YAPIT_SPEED": "1.5", "YAPIT_CACHE_DIR": "/tmp/spoken"}
    config = load(file, environ)
    assert (config.engine, config.speed, config.cache_dir) == ("tone", 1.5, Path("/tmp/spoken"))


def test_yapit_config_names_another_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("YAPIT_CONFIG", str(file))
    assert config_path() == file


@pytest.mark.parametrize(
    ("line", "expected", "cure"),
    [
        ('voise = "x"', "there is no setting 'voise'", "voice"),
        ("speed = 9", "speed must be a number from 0.5 to 2.0, not 9", "config set speed"),
        ('speed = "fast"', "speed must be a number", "config set speed"),
        ("speed = true", "speed must be a number", "config set speed"),
        ("tempo = nan", "tempo must be a number", "config set tempo"),
        ("engine = 3", "engine must be a name", "config set engine"),
        ('output = "tape"', "output must be one of auto", "config set output"),
        ('cache_max_bytes = "much"', "cache_max_bytes must be a size", "config set cache_max_bytes"),
        ("cache_max_bytes = -1", "cache_max_bytes must be a size", "config set cache_max_bytes"),
        ("voice = [", "is not valid TOML", "Mend or remove"),
        ("[engine]", "engine must be a name", "config set engine"),
    ],
)
def test_a_mistake_is_named_with_its_file_and_its_cure(
    file: Path, line: str, expected: str, cure: str
) -> None:
    file.write_text(line, "utf-8")
    with pytest.raises(ConfigError) as caught:
        load(file, {})
    assert expected in str(caught.value)
    assert str(file) in str(caught.value)
    assert cure in caught.value.cure


def test_a_mistake_in_the_environment_names_the_variable(file: Path) -> None:
    with pytest.raises(ConfigError, match="YAPIT_TEMPO: tempo must be a number"):
        load(file, {"YAPIT_TEMPO": "quick"})


def test_a_file_that_is_not_text_is_an_error_and_no_crash(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ConfigError, match="not valid TOML"):
        load(file, {})


@pytest.mark.parametrize(
    ("text", "size"),
    [("4 GB", 4 * 10**9), ("500MB", 5 * 10**8), ("2 GiB", 2 * 1024**3), ("1.5k", 1500), ("12", 12), (7, 7)],
)
def test_a_size_is_read_as_people_write_it(text: str | int, size: int) -> None:
    assert parse_size(text) == size


def test_setting_one_key_leaves_comments_and_other_keys_alone(file: Path) -> None:
    file.write_text('# mine\nvoice = "a"  # old\n\ntempo = 1.2\n', "utf-8")
    write_setting(file, "voice", "b")
    assert file.read_text("utf-8") == '# mine\nvoice = "b"\n\ntempo = 1.2\n'
    write_setting(file, "speed", 1.1)
    write_setting(file, "voice", None)
    assert file.read_text("utf-8") == "# mine\n\ntempo = 1.2\nspeed = 1.1\n"


@settings(deadline=None)  # a busy disk says nothing about settings
@given(voice=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x7f"), max_size=40))
def test_any_text_that_is_set_is_read_back(tmp_path_factory: pytest.TempPathFactory, voice: str) -> None:
    file = tmp_path_factory.mktemp("config") / "config.toml"
    write_setting(file, "voice", voice)
    assert read_file(file) == {"voice": voice}


def test_a_broken_file_is_reported_and_not_edited(file: Path) -> None:
    file.write_text("voice = [", "utf-8")
    with pytest.raises(ConfigError):
        write_setting(file, "voice", "a")
    assert file.read_text("utf-8") == "voice = ["


def test_a_file_that_is_a_link_stays_one(file: Path) -> None:
    kept = file.with_name("dotfiles.toml")
    kept.touch()
    file.symlink_to(kept)
    write_setting(file, "voice", "a")
    assert file.is_symlink()
    assert read_file(kept) == {"voice": "a"}


def test_a_full_disk_is_an_error_and_leaves_the_settings_as_they_were(file: Path, tmp_path: Path) -> None:
    file.write_text('voice = "a"\n', "utf-8")
    code = (
        "import resource, signal, sys\nfrom pathlib import Path\nfrom yapit.config import write_setting\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\nresource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))\n"
        "write_setting(Path(sys.argv[1]), 'engine', 'e' * 99)"
    )
    run = subprocess.run([sys.executable, "-c", code, file], capture_output=True, text=True, check=False)
    assert "ConfigError: cannot write" in run.stderr
    assert file.read_text("utf-8") == 'voice = "a"\n'
    assert list(file.parent.iterdir()) == [file]


def test_what_is_shown_can_be_set_again() -> None:
    config = Config()
    for key, value in config.plain().items():
        assert parse_setting(key, str(value)) == getattr(config, key)
    assert tuple(config.plain()) == KEYS


def test_the_limits_are_those_of_the_player_and_the_names_those_of_the_outputs() -> None:
    assert (MIN_TEMPO, MAX_TEMPO) == TEMPOS
    assert PAUSES == (0.0, MAX_PAUSES)
    assert {attempt.name for attempt in probe()} | {"auto", "silent"} == {str(name) for name in OutputName}
