"""`yapit export`: whole files or none, and what was spoken is never spoken twice."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import soundfile

LONG = "\n\n".join(f"Paragraph number {number} of the long and winding story." for number in range(3000))


def test_both_containers_hold_the_same_sound_and_the_words_fit_it(
    yapit: Any, story: Path, tmp_path: Path
) -> None:
    for name in ("story.wav", "story.opus"):
        run = yapit("export", story, "-o", name, "--words", f"{name}.json")
        assert run.returncode == 0
        assert run.stdout == ""
        assert run.stderr.startswith(f"{name}: 0:0")
        assert "characters spoken, none left out" in run.stderr
    frames = {soundfile.info(tmp_path / name).frames for name in ("story.wav", "story.opus")}
    assert len(frames) == 1
    told = json.loads((tmp_path / "story.opus.json").read_text("utf-8"))
    assert told["duration"] == pytest.approx(frames.pop() / 24_000, abs=1e-4)
    assert told["document"]["source"] == str(story)
    for row in told["words"]:
        assert told["text"][row["start_char"] : row["end_char"]] == row["text"]
        assert 0 <= row["start"] < row["end"] <= told["duration"]


def test_what_is_piped_in_can_be_exported(yapit: Any, tmp_path: Path) -> None:
    run = yapit("export", "-", "-o", "note.wav", "--quiet", stdin="A note.")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    assert soundfile.info(tmp_path / "note.wav").frames > 0


def test_a_second_export_is_made_of_what_is_kept(yapit: Any, story: Path, tmp_path: Path) -> None:
    yapit("export", story, "-o", "one.wav")
    kept = sorted((path, path.stat().st_ino) for path in tmp_path.rglob("speech/??/*"))
    yapit("export", story, "-o", "two.wav")
    assert kept
    assert sorted((path, path.stat().st_ino) for path in tmp_path.rglob("speech/??/*")) == kept
    assert (tmp_path / "one.wav").read_bytes() == (tmp_path / "two.wav").read_bytes()


def test_a_file_that_is_there_is_replaced_only_by_force(yapit: Any, story: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.wav").write_bytes(b"mine")
    run = yapit("export", story, "-o", "mine.wav")
    assert run.returncode == 1
    assert "--force" in run.stderr
    assert (tmp_path / "mine.wav").read_bytes() == b"mine"
    assert yapit("export", story, "-o", "mine.wav", "--force").returncode == 0
    assert soundfile.info(tmp_path / "mine.wav").frames > 0


@pytest.mark.parametrize(
    ("end", "code"),
    [
        (signal.SIGINT, 130),
        (signal.SIGTERM, 143),
        (signal.SIGHUP, 129),
        (signal.SIGKILL, -signal.SIGKILL),
    ],
)
def test_an_export_that_is_stopped_leaves_no_file_and_can_go_on(
    surroundings: dict[str, str], tmp_path: Path, end: signal.Signals, code: int
) -> None:
    (tmp_path / "long.txt").write_text(LONG, "utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "yapit", "export", "long.txt", "-o", "long.wav"],
        cwd=tmp_path,
        env=surroundings,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 30
    part = tmp_path / "long.wav.part"
    while not (part.exists() and part.stat().st_size > 300_000):
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.02)
    process.send_signal(end)
    _, said = process.communicate(timeout=30)
    assert process.returncode == code
    assert not (tmp_path / "long.wav").exists()
    assert list(tmp_path.rglob("speech/??/*"))
    if end is not signal.SIGKILL:
        assert not part.exists()
        assert "goes on from there" in said
        assert "Traceback" not in said


def test_an_export_that_was_killed_is_finished_by_the_same_command_to_the_byte(
    surroundings: dict[str, str], process: Any, tmp_path: Path
) -> None:
    (tmp_path / "long.txt").write_text(LONG[:12_000], "utf-8")
    words = ("export", "long.txt", "-o", "long.wav", "--words", "long.json")
    killed = subprocess.Popen([sys.executable, "-m", "yapit", *words], cwd=tmp_path, env=surroundings)
    deadline = time.monotonic() + 30
    while len(list(tmp_path.rglob("speech/??/*"))) < 20:
        assert time.monotonic() < deadline
        assert killed.poll() is None
        time.sleep(0.005)
    killed.kill()
    killed.wait()
    assert not (tmp_path / "long.wav").exists()

    assert process(*words).returncode == 0
    resumed = [(tmp_path / name).read_bytes() for name in ("long.wav", "long.json")]
    assert process(*words, "--force", "--no-cache").returncode == 0
    assert [(tmp_path / name).read_bytes() for name in ("long.wav", "long.json")] == resumed
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize("name", ["full.wav", "full.opus"])
def test_a_full_disk_is_one_line_and_its_cure_and_leaves_no_file(
    process: Any, tmp_path: Path, name: str
) -> None:
    (tmp_path / "long.txt").write_text(LONG[:6000], "utf-8")
    run = process("export", "long.txt", "-o", name, "--no-cache", limit=50_000)
    assert run.returncode == 1
    assert run.stderr.splitlines()[0] == f"yapit: cannot write {name}: File too large"
    assert len(run.stderr.splitlines()) == 2
    assert not [found for found in os.listdir(tmp_path) if found.startswith("full")]


def test_a_full_disk_while_the_words_are_written_leaves_neither_file(process: Any, tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(LONG[:3000], "utf-8")
    run = process("export", "long.txt", "-o", "full.opus", "--words", "full.json", "--no-cache", limit=20_000)
    assert run.returncode == 1
    assert not [found for found in os.listdir(tmp_path) if found.startswith("full")]
