"""How long after a sentence's last byte is written its first sound is heard: `some-llm | yapit -`.

A producer waits until the voice is loaded, then writes two sentences word by word, as a model does, with a
silence between. The time is that from the write of a sentence's end to the first buffer with sound in it that
the output takes, on the system's monotonic clock. The engine `tone` takes no time: what is not synthesis.
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
LOADS = {"tone": 4.0, "kokoro": 12.0}
"""Seconds in which nothing is written: the engine is loaded by then."""

WORD = 0.03
"""Seconds between two words."""

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
sys.argv = ["yapit", "read", "-", "--plain", "--output", "silent", "--no-cache", "--engine", sys.argv[1]]
main()
"""


def one_round(engine: str, ends: str) -> list[float]:
    """Seconds from the end of each sentence to its sound."""
    with subprocess.Popen(
        [sys.executable, "-c", HEARD, engine],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=os.environ,
    ) as process:
        assert process.stdin is not None
        sounds: list[float] = []
        reader = threading.Thread(target=_sounds, args=(process, sounds), daemon=True)
        reader.start()
        time.sleep(LOADS[engine])
        waits = []
        for sentence in SENTENCES:
            *words, last = sentence.split()
            for word in words:
                os.write(process.stdin.fileno(), f"{word} ".encode())
                time.sleep(WORD)
            written = time.monotonic()
            os.write(process.stdin.fileno(), f"{last}{ends}".encode())
            time.sleep(8)
            waits.append(next(at for at in sounds if at > written) - written)
        process.stdin.close()
        process.kill()
    return waits


def _sounds(process: subprocess.Popen[bytes], sounds: list[float]) -> None:
    assert process.stderr is not None
    sounds.extend(float(line.split()[1]) for line in process.stderr if line.startswith(b"SOUND"))


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
                    f"{engine:7} {name:18} median {median:.2f} s, most {max(waits):.2f} s   {shown}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
