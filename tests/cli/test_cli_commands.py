"""Help, completion and the commands that show and change things."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main

from yapit.cli.checks import Status, settings
from yapit.cli.commands import app
from yapit.config import Config

ROOT = Path(__file__).parent.parent.parent
HEAVY = (
    "textual",
    "onnxruntime",
    "fastapi",
    "sounddevice",
    "soundfile",
    "pymupdf",
    "httpx",
    "rich",
    "trafilatura",
)


def commands(command: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    below = getattr(command, "commands", {})
    return [path, *(found for name, each in below.items() for found in commands(each, (*path, name)))]


def loaded_by(*words: str) -> set[str]:
    code = (
        f"import sys\nfrom yapit.cli.main import main\nsys.argv = ['yapit', *{words!r}]\n"
        "try: main()\nexcept SystemExit: pass\nprint('\\n', *sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split())


def test_help_needs_neither_numpy_nor_anything_heavy() -> None:
    assert not loaded_by("read", "--help") & {"numpy", *HEAVY}


@pytest.mark.parametrize("words", [("voices",), ("engines",), ("config",), ("library",)])
def test_what_only_lists_loads_no_model_no_screen_and_no_network(words: tuple[str, ...]) -> None:
    assert not loaded_by(*words) & set(HEAVY)


def test_every_command_says_what_it_does_and_every_option_what_it_is_for() -> None:
    whole = typer.main.get_command(app)
    for path in commands(whole):
        command: Any = whole
        for name in path:
            command = command.commands[name]
        assert command.help, path
        if len(path) == 1:
            assert f"yapit {path[0]}" in command.help, f"{path} teaches by no example"
        for parameter in command.params:
            assert parameter.help, (path, parameter.name)


def test_the_page_of_commands_is_what_the_program_says() -> None:
    script = ROOT / "scripts" / "build_cli_docs.py"
    spec = importlib.util.spec_from_file_location("build_cli_docs", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    stale = "docs/cli.md is stale: python scripts/build_cli_docs.py"
    assert module.page() == (ROOT / "docs" / "cli.md").read_text("utf-8"), stale


def test_without_a_command_it_shows_its_help(yapit: Any) -> None:
    run = yapit()
    assert "yapit read book.epub" in run.stdout + run.stderr


def test_it_tells_its_version(yapit: Any) -> None:
    assert yapit("--version").stdout.startswith("yapit 0.")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("yapit say --engine to", {"tone"}),
        ("yapit say --engine tone --voice ", {"low", "beep", "high"}),
        ("yapit config set cache_", {"cache_dir", "cache_max_bytes"}),
        ("yapit vo", {"voices"}),
    ],
)
def test_the_shell_completes_names(yapit: Any, line: str, expected: set[str]) -> None:
    words = str(len(line.split(" ")) - 1)
    env = {"_YAPIT_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": words}
    assert set(yapit(env=env).stdout.split()) == expected


def test_voices_are_a_table_with_the_default_marked(yapit: Any) -> None:
    lines = yapit("voices").stdout.splitlines()
    assert lines[0].split() == ["VOICE", "NAME", "LANGUAGE", "GENDER"]
    assert [line.split()[0] for line in lines[1:]] == ["low", "beep", "high"]
    assert [line for line in lines if "*" in line] == [lines[2]]
    assert yapit("voices", "--language", "en").stdout.splitlines()[1:] == []


def test_voices_and_engines_come_as_json(yapit: Any) -> None:
    voices = json.loads(yapit("voices", "--json").stdout)
    assert {"id": "beep", "name": "440 Hz", "language": "und", "gender": "", "default": True} in voices
    engines = json.loads(yapit("engines", "--json").stdout)
    assert {"name": "tone", "default": True, "problem": ""} in engines


def test_engines_says_which_are_ready(yapit: Any) -> None:
    lines = [line.split() for line in yapit("engines").stdout.splitlines()]
    assert ["tone", "*", "ready"] in lines


def test_settings_are_set_shown_and_unset(yapit: Any) -> None:
    assert yapit("config", "set", "cache_max_bytes", "2 GB").stdout == 'cache_max_bytes = "2 GB"\n'
    assert yapit("config", "get", "cache_max_bytes").stdout == "2000000000\n"
    assert "cache_max_bytes = 2000000000  # default" in yapit("config").stdout
    path = Path(yapit("config", "path").stdout.strip())
    assert path.read_text("utf-8") == 'cache_max_bytes = "2 GB"\n'
    assert yapit("config", "unset", "cache_max_bytes").returncode == 0
    assert path.read_text("utf-8").strip() == ""


def test_an_engine_is_not_set_while_the_voice_is_of_another(yapit: Any) -> None:
    assert yapit("config", "set", "voice", "high").returncode == 0
    run = yapit("config", "set", "engine", "kokoro")
    assert run.returncode == 1
    assert "config unset voice" in run.stderr


def test_the_cache_is_shown_and_cleared_only_after_asking(yapit: Any, story: Path) -> None:
    yapit("export", story, "-o", "story.wav")
    assert yapit("cache").stdout.startswith("3 chunks, ")
    assert yapit("cache", "clear", stdin="n\n").returncode == 1
    assert yapit("cache").stdout.startswith("3 chunks, ")
    assert yapit("cache", "clear", "--yes").stdout.startswith("Removed 3 chunks")
    assert yapit("cache").stdout.startswith("0 chunks, ")


def test_the_doctor_names_what_is_there_and_what_is_not(yapit: Any) -> None:
    report = json.loads(yapit("doctor", "--json").stdout)
    found = {check["name"]: check for check in report["checks"]}
    assert found["engine tone"]["status"] == "fine"
    assert found["cache"]["status"] == "fine"
    assert {"sound portaudio", "sound pulse", "sound pipe", "python", "terminal", "settings"} <= set(found)
    for check in report["checks"]:
        assert check["status"] == "fine" or check["cure"], check


def test_the_doctor_goes_on_with_the_defaults_where_the_settings_are_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "config.toml").write_text("voise = 'x'\n", "utf-8")
    monkeypatch.setenv("YAPIT_CONFIG", str(tmp_path / "config.toml"))
    config, check = settings()
    assert config == Config()
    assert check.status is Status.BROKEN
    assert check.cure == "Did you mean voice?"


def test_the_doctor_fails_where_the_engine_cannot_speak(yapit: Any) -> None:
    run = yapit("doctor", env={"YAPIT_ENGINE": "nobody"})
    assert run.returncode == 1
    assert "!!  engine nobody: no engine is called 'nobody'" in run.stdout
