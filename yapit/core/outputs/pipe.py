"""Sound through a program of the system that plays what it reads: the last resort."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import time
from collections.abc import Sequence
from typing import IO, cast

from yapit.core.audio import Samples
from yapit.core.errors import OutputError
from yapit.core.outputs.cures import no_server
from yapit.core.outputs.output import LATENCY_SECONDS, Pull
from yapit.core.outputs.sink import SinkOutput

OFFSET_SECONDS = 0.015
"""From starting the program to the first sound, in `pacat`; none of the programs tells."""

_PIPE_BYTES = 4096  # of its usual 64 kB it would hold 0.7 s
_TRIAL_SECONDS = 3.0  # to open, play 0.1 s of silence and exit; 0.4 s where all is well

_PROGRAMS = {
    "pacat": (
        "--playback",
        "--raw",
        "--format=float32le",
        "--channels=1",
        "--rate={rate}",
        "--latency-msec=150",
    ),
    "pw-cat": (
        "--playback",
        "--raw",
        "--format=f32",
        "--channels=1",
        "--rate={rate}",
        "--latency=150ms",
        "-",
    ),
    "aplay": ("-q", "-t", "raw", "-f", "FLOAT_LE", "-c", "1", "-r", "{rate}", "--buffer-time=150000"),
}


class PipeOutput(SinkOutput):
    """The first program that is installed and plays; raises OutputError where none does."""

    def __init__(self, sample_rate: int = 24_000) -> None:
        command = _working_command(sample_rate)
        super().__init__("pipe", f"through {command[0]}", sample_rate, lambda: _Child(command, sample_rate))
        self._command = command

    def start(self, pull: Pull) -> None:
        if self.lost and not _plays(self._command, self.sample_rate):  # or the program would start, and end
            raise OutputError(f"{self._command[0]} does not play", cure=no_server())
        super().start(pull)


class _Child:
    """A program that plays its standard input; its clock is ours, with a fixed offset."""

    def __init__(self, command: Sequence[str], sample_rate: int) -> None:
        self._rate = sample_rate
        self._name = command[0]
        self._process = _spawn(command)
        self._input = cast("IO[bytes]", self._process.stdin)
        self._began = time.monotonic()
        self._written = 0

    def now(self) -> float:
        return time.monotonic()

    def due(self) -> float:
        return self._began + self._written / self._rate + OFFSET_SECONDS

    def write(self, samples: Samples) -> None:
        try:
            self._input.write(samples.astype("<f4").tobytes())
        except OSError as error:
            raise OutputError(f"{self._name} stopped playing", cure=no_server()) from error
        self._written += len(samples)
        self._keep_time()

    def silence(self) -> None:
        self._process.kill()

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):
            self._input.close()

    def _keep_time(self) -> None:
        """Never far ahead of what is heard; where the program was late, so is all that follows."""
        ahead = self._began + self._written / self._rate - time.monotonic()
        if ahead > LATENCY_SECONDS:
            time.sleep(ahead - LATENCY_SECONDS)
        elif ahead < 0:
            self._began -= ahead


def _working_command(sample_rate: int) -> list[str]:
    installed = [name for name in _PROGRAMS if shutil.which(name)]
    for name in installed:
        command = [name, *(option.format(rate=sample_rate) for option in _PROGRAMS[name])]
        if _plays(command, sample_rate):
            return command
    failed = " and ".join(f"{name} does not play" for name in installed)
    raise OutputError(failed or f"none of {', '.join(_PROGRAMS)} is installed", cure=no_server())


def _plays(command: Sequence[str], sample_rate: int) -> bool:
    """A trial with a tenth of a second of silence."""
    process = _spawn(command)
    try:
        process.communicate(bytes(4 * (sample_rate // 10)), timeout=_TRIAL_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
    return process.returncode == 0


def _spawn(command: Sequence[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            pipesize=_PIPE_BYTES,
            start_new_session=True,  # Ctrl-C is for us
        )
    except OSError as error:
        raise OutputError(f"{command[0]} cannot be started: {error.strerror}", cure=no_server()) from error
