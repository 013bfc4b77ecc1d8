"""A private sound server for tests: what is played on it can be recorded and compared, sample by sample."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

from yapit.core.audio import Samples

RATE = 48_000
SINK = "yapit-tests"

_NEEDED = ("pulseaudio", "pactl", "parec")
_RECORD = ("--format=float32le", "--channels=1", f"--rate={RATE}", "--latency-msec=20", "--raw")


class Recording:
    """What leaves the sink, mono at `RATE`, from the beginning to `end`."""

    def __init__(self, address: str, path: Path) -> None:
        self._path = path
        with path.open("wb") as file:
            self._process = subprocess.Popen(
                ["parec", "-s", address, "-d", f"{SINK}.monitor", *_RECORD], stdout=file
            )
        _wait_until(lambda: path.stat().st_size > 0)

    def end(self) -> Samples:
        """All that was recorded; what sounds at this moment is in it."""
        time.sleep(0.2)
        self._process.send_signal(signal.SIGINT)
        self._process.wait(5)
        data = self._path.read_bytes()
        return np.frombuffer(data[: len(data) // 4 * 4], "<f4").astype(np.float32)


@dataclass(frozen=True, slots=True)
class SoundServer:
    address: str
    """For PULSE_SERVER."""

    folder: Path
    process: subprocess.Popen[bytes]

    def record(self) -> Recording:
        return Recording(self.address, self.folder / f"{time.monotonic_ns()}.raw")

    def stop(self) -> None:
        """Die, and leave the address behind for another."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def start_server(folder: Path | None = None) -> SoundServer:
    """A server with one null sink; in the folder of one that has died, at its address.

    Without `norewinds` the first 50 to 350 ms of a stream are lost from the record.
    """
    folder = folder or Path(tempfile.mkdtemp(prefix="yapit-sound-"))
    socket = folder / "native"
    process = subprocess.Popen(
        [
            *("pulseaudio", "-n", "--daemonize=no", "--use-pid-file=no", "--exit-idle-time=-1"),
            *("--high-priority=no", "--realtime=no", f"--log-target=file:{folder / 'log'}"),
            *("-L", f"module-null-sink sink_name={SINK} norewinds=1 rate={RATE} channels=2 format=float32le"),
            *("-L", f"module-native-protocol-unix auth-anonymous=1 socket={socket}"),
        ],
        env={**os.environ, "PULSE_RUNTIME_PATH": str(folder / "run"), "PULSE_STATE_PATH": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    server = SoundServer(f"unix:{socket}", folder, process)
    try:
        _wait_until(lambda: _answers(server))
    except BaseException:
        server.close()
        raise
    return server


@pytest.fixture(scope="session")
def shared_sound_server() -> Iterator[SoundServer]:
    missing = [program for program in _NEEDED if shutil.which(program) is None]
    if missing:
        pytest.skip(f"no sound server to test with: {', '.join(missing)} not installed")
    server = start_server()
    yield server
    server.close()


@pytest.fixture
def sound_server(shared_sound_server: SoundServer, monkeypatch: pytest.MonkeyPatch) -> SoundServer:
    """A sound server that this test plays on: PULSE_SERVER points at it."""
    monkeypatch.setenv("PULSE_SERVER", shared_sound_server.address)
    return shared_sound_server


def _answers(server: SoundServer) -> bool:
    asked = subprocess.run(
        ["pactl", "-s", server.address, "set-default-sink", SINK], capture_output=True, check=False
    )
    return asked.returncode == 0


def _wait_until(true: Callable[[], bool], seconds: float = 10.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError("the sound server did not answer in time")
        time.sleep(0.02)
