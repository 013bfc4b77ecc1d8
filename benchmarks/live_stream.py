"""How long after a sentence's last byte is written its first sound is heard: `some-llm | yapit -`.

A producer waits until the voice is loaded, then writes two sentences word by word, as a model does; the
second when the first was heard to its end. The time is that from the write of a sentence's end until the
output has taken the first of its sound, on the system's monotonic clock. What is heard is told by its place
in the text, so that a pause within a sentence is never taken for the next one. The engine `tone` takes no
time: what is not synthesis. Each row ends with the load of the machine: on a busy one the figures
are not the program's.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

ROUNDS = 2
LOADS = {"tone": 4.0, "kokoro": 12.0}
"""Seconds in which nothing is written: the engine is loaded by then."""

WORD = 0.03
"""Seconds between two words."""

SENTENCES = (
    "The tide rises twice a day because the moon pulls at the sea.",
    "Where the coast is steep you would hardly notice it at all.",
)

LONGEST = 60.0
"""Seconds that a sentence may take until it was heard."""

HEARD = """
import sys, threading, time
import yapit.core.player as player

begin = player.Player.__init__

def watch(player):
    before = None
    while True:
        at, position = time.monotonic(), player.position
        chunk = position.chunk
        now = (position.state.value, chunk.span.start, chunk.span.end) if chunk else None
        if now and now != before:
            print("HEARD", at, *now, file=sys.stderr, flush=True)
        before = now
        time.sleep(0.005)

def watched(self, output, **options):
    begin(self, output, **options)
    threading.Thread(target=watch, args=(self,), daemon=True).start()

player.Player.__init__ = watched
from yapit.cli.main import main
sys.argv = ["yapit", "read", "-", "--plain", "--output", "silent", "--no-cache", "--engine", sys.argv[1]]
main()
"""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard from a time on."""

    at: float
    state: str
    start: int
    end: int
    """Characters of the document."""


def one_round(engine: str, ends: str) -> list[float]:
    """Seconds from the end of each sentence to its sound."""
    with subprocess.Popen(
        [sys.executable, "-c", HEARD, engine],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=os.environ,
    ) as process:
        heard: list[Heard] = []
        threading.Thread(target=_follow, args=(process, heard), daemon=True).start()
        time.sleep(LOADS[engine])
        waits, place = [], 0
        for sentence in SENTENCES:
            written = _write(process, sentence, ends)
            end = place + len(sentence)
            began = _first(heard, "playing", starts=place)
            _first(heard, "waiting", ends=end)
            waits.append(began.at - written)
            place = end
        process.kill()
    return waits


def _write(process: subprocess.Popen[bytes], sentence: str, ends: str) -> float:
    """Write it word by word; when its last byte was written."""
    assert process.stdin is not None
    *words, last = sentence.split()
    for word in words:
        os.write(process.stdin.fileno(), f"{word} ".encode())
        time.sleep(WORD)
    written = time.monotonic()
    os.write(process.stdin.fileno(), f"{last}{ends}".encode())
    return written


def _follow(process: subprocess.Popen[bytes], heard: list[Heard]) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(b"HEARD"):
            _, at, state, start, end = line.decode().split()
            heard.append(Heard(float(at), state, int(start), int(end)))


def _first(heard: list[Heard], state: str, starts: int = 0, ends: int = 0) -> Heard:
    """The first time in a state, at what begins and ends at such places or after them."""
    until = time.monotonic() + LONGEST
    while time.monotonic() < until:
        for now in tuple(heard):
            if now.state == state and now.start >= starts and now.end >= ends:
                return now
        time.sleep(0.02)
    raise TimeoutError(f"it was not {state} within {LONGEST:.0f} s")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = str(Path(folder))
        one_round("kokoro", " ")  # optimizes the graph, once for every machine
        for engine in LOADS:
            for ends, name in ((" ", "then nothing"), ("\n\n", "then a blank line")):
                waits = [wait for _ in range(ROUNDS) for wait in one_round(engine, ends)]
                shown = [round(wait, 2) for wait in waits]
                median = statistics.median(waits)
                print(
                    f"{engine:7} {name:18} median {median:.2f} s, most {max(waits):.2f} s   {shown}"
                    f"   load {os.getloadavg()[0]:.1f}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
