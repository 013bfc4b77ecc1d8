"""Whatever goes wrong: one line for what happened, one for what to do, exit 1, and no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("words", "said", "cure"),
    [
        (("read", "stori.txt"), "there is no file stori.txt", "story.txt"),
        (("read", "empty.txt"), "empty.txt is empty", "Check"),
        (("read", "."), "is a folder", "code.md"),
        (("read", ""), "the name of the file is empty", "Name a file"),
        (("read", "code.md", "--skip", "academic"), "nothing in the document is spoken", "--skip off"),
        (("read", "story.txt", "--voice", "bep"), "tone has no voice 'bep'", "beep"),
        (("read", "story.txt", "--engine", "nobody"), "no engine is called 'nobody'", "tone"),
        (("say", ""), "there is nothing to say", "yapit say"),
        (("say", "..."), "there is nothing to say", "yapit say"),
        (("say",), "there is nothing to say", "yapit say"),
        (("export", "story.txt", "-o", "story.mp9"), "cannot write .mp9 files", ".m4b"),
        (("export", "story.txt", "-o", "nowhere/story.wav"), "No such file or directory", "Create"),
        (("export", "silent.txt", "-o", "silent.wav"), "", "i"),
        (("models", "--engine", "tone"), "the engine tone has no models", "--engine"),
        (("config", "set", "voise", "x"), "there is no setting 'voise'", "voice"),
        (("config", "set", "speed", "9"), "speed must be a number from 0.5 to 2.0", "config set speed"),
        (("config", "set", "voice", "bep"), "tone has no voice 'bep'", "beep"),
        (("config", "get", "tempi"), "there is no setting 'tempi'", "tempo"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_mistake_is_one_line_and_its_cure(
    yapit: Any, story: Path, tmp_path: Path, words: tuple[str, ...], said: str, cure: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "silent.txt").write_text("***", "utf-8")
    (tmp_path / "code.md").write_text("```python\nprint(1)\n```\n", "utf-8")
    run = yapit(*words)
    first, second = run.stderr.splitlines()
    assert (run.returncode, run.stdout) == (1, "")
    assert first.startswith("yapit: ")
    assert said in first
    assert cure in second


def test_a_wrong_settings_file_is_named_with_the_nearest_setting(
    yapit: Any, story: Path, tmp_path: Path
) -> None:
    (tmp_path / "config.toml").write_text("voise = 'x'\n", "utf-8")
    run = yapit("read", story, env={"YAPIT_CONFIG": str(tmp_path / "config.toml")})
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        f"yapit: {tmp_path}/config.toml: there is no setting 'voise'",
        "Did you mean voice?",
    ]


@pytest.mark.parametrize("words", [("read", "story.txt"), ("export", "story.txt", "-o", "story.wav")])
def test_a_cache_that_cannot_be_written_stops_nothing_and_is_said_once(
    yapit: Any, story: Path, words: tuple[str, ...]
) -> None:
    run = yapit(*words, env={"YAPIT_CACHE_DIR": f"{story}/speech"})
    assert run.returncode == 0
    assert run.stderr.count("yapit: cannot ") == 1
    assert f"{story}/speech" in run.stderr
    assert "YAPIT_CACHE_DIR" in run.stderr


@pytest.mark.parametrize("option", [("--speed", "9"), ("--tempo", "0"), ("--output", "tape"), ("--loud",)])
def test_a_wrong_option_is_a_mistake_of_usage(yapit: Any, story: Path, option: tuple[str, ...]) -> None:
    run = yapit("read", story, *option)
    assert run.returncode == 2
    assert option[0] in run.stderr
    assert "Traceback" not in run.stderr


def test_a_pipe_that_closes_early_is_no_error(surroundings: dict[str, str], story: Path) -> None:
    run = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m yapit read {story} | head -1"],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("The sun rose.\n", "")


def in_shell(line: str, surroundings: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    line = line.replace("yapit", f"{sys.executable} -m yapit")
    return subprocess.run(
        ["bash", "-c", line],
        env=surroundings,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("yapit say <&-", 1, "there is nothing to say"),
        ("yapit read - <&-", 1, "nothing came through the pipe"),
        ("yapit read story.txt <&-", 0, ""),
        ("yapit read story.txt >&-", 0, ""),
        ("yapit read nothing.txt 2>&-", 1, ""),
        ("yapit say Hello. <&- >&- 2>&-", 0, ""),
    ],
)
def test_a_stream_that_is_closed_is_an_empty_one(
    surroundings: dict[str, str], story: Path, line: str, code: int, said: str
) -> None:
    run = in_shell(line, surroundings, story.parent)
    assert run.returncode == code, run.stderr
    assert said in run.stderr if said else run.stderr == ""
    assert "bug" not in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
@pytest.mark.parametrize("line", ["yapit voices > /dev/full", "yapit read story.txt > /dev/full"])
def test_lines_that_cannot_be_printed_are_said_to_be_lost(
    surroundings: dict[str, str], story: Path, line: str
) -> None:
    run = in_shell(line, surroundings, story.parent)
    assert run.returncode == 1
    assert run.stderr.splitlines()[0] == "yapit: cannot print: No space left on device"
    assert len(run.stderr.splitlines()) == 2


INTERRUPTED = """
import sys

class Interrupting:
    def find_spec(self, name, path, target=None):
        if name == "typer":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
from yapit.cli.main import main
main()
"""


def test_ctrl_c_while_the_command_is_loading_ends_it_quietly() -> None:
    run = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")


SURPRISE = """
import sys
import yapit.core.engine
from yapit.cli.main import main

def load_engine(name):
    raise RuntimeError("a surprise")

yapit.core.engine.load_engine = load_engine
sys.argv = ["yapit", "voices"]
main()
"""


@pytest.mark.parametrize("debug", ["", "1"])
def test_what_nobody_expected_is_a_line_and_a_log(surroundings: dict[str, str], debug: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", SURPRISE],
        env={**surroundings, "YAPIT_DEBUG": debug},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 1
    first = run.stderr.splitlines()[0]
    assert first.startswith("yapit: this is a bug (RuntimeError)")
    assert "a surprise" in Path(first.rsplit(" ", 1)[1]).read_text("utf-8")
    assert ("Traceback" in run.stderr) == bool(debug)
