"""The optimized graph is made once and kept; whatever happens to it, the engine speaks."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from yapit.engines.kokoro import models, processor
from yapit.engines.kokoro.g2p import VOCABULARY
from yapit.engines.kokoro.session import Session, run_options
from yapit.engines.kokoro.voices import offered, style

TOKENS = [0, *(VOCABULARY[symbol] for symbol in "həlˈO."), 0]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("YAPIT_DATA_DIR", str(tmp_path / "data"))
    return models.folder()


def frames(session: Session) -> list[int]:
    """The frames of each token, which add up to the sound."""
    sound, durations = session.run(TOKENS, style(offered()[0], 6), 1.0, run_options())
    assert durations is not None
    assert durations.sum() * 600 == len(sound)
    return [int(count) for count in durations]


def test_a_graph_is_kept_used_again_and_made_anew_when_damaged(folder: Path) -> None:
    Session(models.INT8)
    (kept,) = folder.iterdir()
    assert sorted(path.name for path in kept.iterdir()) == ["graph.onnx", "weights.bin"]
    stamp = (kept / "weights.bin").stat().st_ino

    from_kept = frames(Session(models.INT8))
    assert (kept / "weights.bin").stat().st_ino == stamp

    (kept / "weights.bin").write_bytes(b"cut short")
    assert frames(Session(models.INT8)) == from_kept
    assert (kept / "weights.bin").stat().st_size > 1_000_000


def test_a_folder_that_cannot_be_written_is_no_reason_to_be_silent(folder: Path) -> None:
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where a folder should be")
    assert len(frames(Session(models.INT8))) == len(TOKENS)


def test_what_a_killed_process_left_is_removed_and_what_another_makes_is_not(folder: Path) -> None:
    folder.mkdir(parents=True)
    left, being_made = folder / "int8-0123.partold", folder / "int8-0123.partnew"
    left.mkdir()
    being_made.mkdir()
    os.utime(left, (1, 1))
    Session(models.INT8)
    assert not left.exists()
    assert being_made.exists()


def test_two_processes_may_start_at_once(folder: Path) -> None:
    code = "from yapit.engines.kokoro import models, session; session.Session(models.INT8)"
    both = [subprocess.Popen([sys.executable, "-c", code]) for _ in range(2)]
    assert [process.wait() for process in both] == [0, 0]
    assert len(list(folder.iterdir())) == 1


def test_threads_are_bounded_by_the_cores_there_are() -> None:
    assert 1 <= processor.threads() <= processor.MAX_THREADS
    assert processor.identity() == processor.identity()


def test_the_runtime_reports_to_nobody_and_leaves_no_trace_at_home(tmp_path: Path) -> None:
    code = "from yapit.engines.kokoro import KokoroEngine; KokoroEngine().warm_up()"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "ORT_"))}
    subprocess.run([sys.executable, "-c", code], env={**environment, "HOME": str(tmp_path)}, check=True)
    assert list(tmp_path.iterdir()) == []
