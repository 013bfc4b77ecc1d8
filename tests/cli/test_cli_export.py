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

import av
import pytest
import soundfile

LONG = "\n\n".join(f"Paragraph number {number} of the long and winding story." for number in range(3000))


def test_two_containers_hold_the_same_sound_and_the_words_fit_it(
    yapit: Any, story: Path, tmp_path: Path
) -> None:
    for name in ("story.wav", "story.flac"):
        run = yapit("export", story, "-o", name, "--words", f"{name}.json")
        assert run.returncode == 0
        assert run.stdout == ""
        assert run.stderr.startswith(f"{name}, {name}.json: 0:0")
        assert "characters spoken, none left out" in run.stderr
    frames = {soundfile.info(tmp_path / name).frames for name in ("story.wav", "story.flac")}
    assert len(frames) == 1
    told = json.loads((tmp_path / "story.flac.json").read_text("utf-8"))
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
    while len(list(tmp_path.rglob("speech/??/*"))) < 20:
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


@pytest.mark.parametrize("name", ["full.wav", "full.opus", "full.mp3", "full.m4b"])
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


BOOK = "".join(f"# Chapter {n}\n\nIt rained {'very ' * n}much.\n\n" for n in range(1, 5))


@pytest.fixture
def tale(tmp_path: Path) -> Path:
    path = tmp_path / "tale.md"
    path.write_text(BOOK, "utf-8")
    return path


def test_killed_at_any_moment_the_same_command_makes_the_same_files(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    """Twenty processes are killed at random moments of their work, in the same folder."""
    script = tmp_path / "export.py"
    script.write_text(_IN_ONE_PROCESS, "utf-8")
    (tmp_path / "tale.md").write_text(BOOK * 3, "utf-8")
    names = ["tale.m4b", "tale.mp3", "tale.opus", "tale.flac", "tale.wav", "tale.json", "tale-01.mp3"]

    def run(folder: str, kill_after: str) -> list[int]:
        command = [sys.executable, str(script), folder, kill_after]
        run = subprocess.run(
            command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=True
        )
        return [int(code) for code in run.stdout.split()]

    killed = run("killed", "20")
    assert len(killed) == 20
    assert killed.count(-signal.SIGKILL) >= 15
    assert run("killed", "0") == run("whole", "0") == [0]
    for name in names:
        assert (tmp_path / "killed" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
    assert not [found for found in os.listdir(tmp_path / "killed") if found.endswith(".part")]


_IN_ONE_PROCESS = """
import os, random, shutil, signal, sys, time
import yapit.core.export, yapit.core.parse.markdown, av, yapit.cli.export
from yapit.cli.main import run

folder, kills = sys.argv[1], int(sys.argv[2])
os.makedirs(folder, exist_ok=True)
os.environ["YAPIT_CACHE_DIR"] = os.path.abspath(folder + "-cache")
os.chdir(folder)
sys.argv = ["yapit", "export", "../tale.md", "-q", "-f", "--words", "tale.json", "--tempo", "1.2"]
for ending in ("m4b", "mp3", "opus", "flac", "wav"):
    sys.argv += ["-o", "tale." + ending]
sys.argv += ["-o", "tale-{chapter:02}.mp3"]
chance = random.Random(5)
for turn in range(max(kills, 1)):
    child = os.fork()
    if not child:
        os._exit(run())
    if kills:
        time.sleep(chance.uniform(0.01, 0.25))
        os.kill(child, signal.SIGKILL)
        if turn % 3 == 0:
            shutil.rmtree(os.environ["YAPIT_CACHE_DIR"], ignore_errors=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def test_a_book_is_written_in_several_forms_at_once(yapit: Any, tale: Path, tmp_path: Path) -> None:
    run = yapit("export", tale, "-o", "a.m4b", "-o", "a.mp3", "-o", "a-{chapter:02}.opus")
    assert run.returncode == 0
    assert "4 chapters" in run.stderr
    assert {p.name for p in tmp_path.glob("a*.*")} == {
        "a.m4b",
        "a.mp3",
        *(f"a-0{n}.opus" for n in range(1, 5)),
    }


def test_chapters_and_splitting(yapit: Any, tale: Path, tmp_path: Path) -> None:
    assert yapit("export", tale, "-o", "b.flac", "--split", "--chapters", "2-3").returncode == 0
    assert {p.name for p in tmp_path.glob("b*")} == {"b-02.flac", "b-03.flac"}
    assert yapit("export", tale, "-o", "b.flac", "--split").returncode == 1
    assert not (tmp_path / "b-01.flac").exists()


def test_json_tells_how_far_it_is_and_what_came_of_it(yapit: Any, tale: Path) -> None:
    run = yapit("export", tale, "-o", "c.mp3", "--json")
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.stderr == ""
    assert {line.get("step") for line in lines[:-1]} == {"speaking", "writing"}
    assert lines[-2]["done"] == lines[-2]["whole"]
    assert lines[-1]["event"] == "result"
    assert lines[-1]["files"] == ["c.mp3"]
    assert [chapter["title"] for chapter in lines[-1]["chapters"]] == [f"Chapter {n}" for n in range(1, 5)]
    assert lines[-1]["loudness"] == -19.0


@pytest.mark.parametrize("form", ["wav", "mp3", "opus", "flac"])
def test_sound_goes_into_a_pipe(surroundings: dict[str, str], tale: Path, tmp_path: Path, form: str) -> None:
    command = [sys.executable, "-m", "yapit", "export", str(tale), "-o", "-", "--format", form]
    run = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, check=True)
    (tmp_path / f"piped.{form}").write_bytes(run.stdout)
    with av.open(tmp_path / f"piped.{form}") as sound:
        seconds = sum(frame.samples / frame.sample_rate for frame in sound.decode(audio=0))
    assert seconds > 3
    assert os.listdir(tmp_path).count("-.part") == 0


def test_several_sources_are_one_book(yapit: Any, tale: Path, story: Path) -> None:
    run = yapit("export", tale, story, "-o", "d.m4b", "--title", "Both", "--json")
    result = json.loads(run.stdout.splitlines()[-1])
    assert (result["title"], len(result["chapters"])) == ("Both", 2)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("-o", "e.xyz"), "cannot write .xyz files"),
        (("-o", "e.mp3", "--cover", "tale.md"), "is no picture"),
        (("-o", "e.mp3", "--chapters", "five"), "no list of chapters"),
        (("-o", "e.mp3", "--chapters", "9"), "has 4 chapters"),
        (("-o", "e.mp3", "--loudness", "loud"), "the loudness is a number"),
        (("-o", "e.mp3", "-o", "e.mp3"), "two things cannot be one file"),
        (("-o", "-", "--format", "m4b"), "cannot be piped"),
        (("-o", "-", "--json"), "would both print"),
        (("-o", "nowhere/e.mp3"), "No such file or directory"),
        (("-o", "e-{chapter:xx}.mp3"), "no pattern for names"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_its_cure(
    yapit: Any, tale: Path, tmp_path: Path, words: tuple[str, ...], expected: str
) -> None:
    before = set(os.listdir(tmp_path))
    run = yapit("export", tale, *words)
    assert (run.returncode, run.stdout) == (1, "")
    assert expected in run.stderr.splitlines()[0]
    assert len(run.stderr.splitlines()) == 2
    assert not {name for name in set(os.listdir(tmp_path)) - before if name.startswith("e")}


def test_where_somebody_sits_they_are_asked_before_a_file_is_replaced(
    terminal: Any, tale: Path, tmp_path: Path
) -> None:
    (tmp_path / "f.wav").write_bytes(b"mine")
    asked = terminal("export", str(tale), "-o", "f.wav")
    asked.until("Replace f.wav?")
    asked.type("n\n")
    assert asked.ends() == 1
    assert (tmp_path / "f.wav").read_bytes() == b"mine"
    asked = terminal("export", str(tale), "-o", "f.wav")
    asked.until("Replace f.wav?")
    asked.type("y\n")
    assert asked.ends() == 0
    assert soundfile.info(tmp_path / "f.wav").frames > 0
