"""How long after a sentence's last byte is written its first sound is heard: `some-llm | yapit -`, voice and all.

A producer waits until the voice is loaded, then writes two sentences word by word, as a model does, and stops.
The time is that from the write of a sentence's end, its space included, to the first buffer with sound in it
that the output takes, on the system's monotonic clock; of the second sentence, which comes after a silence, too.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROUNDS = 2
LOADS = 12.0
"""Seconds in which nothing is written: the voice is loaded by then."""

SENTENCES = (
    "The tide rises twice a day because the moon pulls at the sea.",
    "Where the coast is steep you would hardly notice it at all.",
)

HEARD = """
import sys, time
import yapit.core.player as player

begin = player.Player.__init__

def watched(self, output, **options):
    start, was = output.start, [False]
    def started(pull):
        def pulled(buffer):
            count = pull(buffer)
            sounds = bool(count and abs(buffer[:count]).max() > 1e-3)
            if sounds and not was[0]:
                print("SOUND", time.monotonic(), file=sys.stderr, flush=True)
            was[0] = sounds or (was[0] and count > 0)
            return count
        return start(pulled)
    output.start = started
    begin(self, output, **options)

player.Player.__init__ = watched
from yapit.cli.main import main
sys.argv = ["yapit", "read", "-", "--plain", "--output", "silent", "--no-cache"]
main()
"""


def one_round(pause: float, ends: str) -> list[float]:
    """Seconds from the end of each sentence to its sound, at so many seconds a word."""
    with subprocess.Popen(
        [sys.executable, "-c", HEARD],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=os.environ,
    ) as process:
        assert process.stdin is not None
        sounds: list[float] = []
        reader = threading.Thread(target=_sounds, args=(process, sounds), daemon=True)
        reader.start()
        time.sleep(LOADS)
        waits = []
        for sentence in SENTENCES:
            for word in sentence.split():
                time.sleep(pause)
                os.write(process.stdin.fileno(), f"{word} ".encode() if word != sentence.split()[-1] else b"")
            written = time.monotonic()
            os.write(process.stdin.fileno(), f"{sentence.split()[-1]}{ends}".encode())
            time.sleep(8)
            waits.append(next(at for at in sounds if at > written) - written)
        process.stdin.close()
        process.kill()
    return waits


def _sounds(process: subprocess.Popen[bytes], sounds: list[float]) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(b"SOUND"):
            sounds.append(float(line.split()[1]))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = str(Path(folder))
        one_round(0.03, " ")  # optimizes the graph, once for every machine
        for ends, name in ((" ", "then nothing"), ("\n", "then a line end"), ("\n\n", "then a blank line")):
            waits = [wait for _ in range(ROUNDS) for wait in one_round(0.03, ends)]
            shown = [round(wait, 2) for wait in waits]
            print(f"{name:18} median {statistics.median(waits):.2f} s, most {max(waits):.2f} s   {shown}")


if __name__ == "__main__":
    main()
