"""How long until the first sample: cold (a new process) and warm (the next document in the same process).

"Cold" is a whole `yapit say`, until a buffer with sound in it is first handed to the output, on the system's
monotonic clock. The peer is a program that loads kokoro-onnx and asks for its stream.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.peer import LONG, VOICE, files
from yapit.core.cache import NullCache
from yapit.core.engine import find_voice, load_engine
from yapit.core.narrator import Narrator
from yapit.core.parse import read_bytes

ROUNDS = 5

COLD = """
import sys, time
import yapit.core.player as player

begin = player.Player.__init__

def watched(self, output, **options):
    start = output.start
    def started(pull):
        def pulled(buffer):
            count = pull(buffer)
            if count and buffer[:count].any():
                print("SOUND", time.monotonic(), flush=True)
            return count
        return start(pulled)
    output.start = started
    begin(self, output, **options)

player.Player.__init__ = watched
from yapit.cli.main import main
sys.argv = ["yapit", "say", "--output", "silent", "--no-cache", sys.argv[1]]
main()
"""

PEER = """
import asyncio, sys, time
from kokoro_onnx import Kokoro

async def first():
    kokoro = Kokoro(sys.argv[2], sys.argv[3])
    async for samples, rate in kokoro.create_stream(sys.argv[1], sys.argv[4]):
        print("SOUND", time.monotonic(), flush=True)
        return

asyncio.run(first())
"""


def cold(code: str, *arguments: str) -> float:
    """Seconds from the start of a process to its first line that says SOUND."""
    start = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, env=os.environ
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line.startswith("SOUND"):
                process.kill()
                return float(line.split()[1]) - start
    raise SystemExit(f"no sound was made: exit code {process.returncode}")


def warm() -> float:
    engine = load_engine("kokoro")
    narrator = Narrator(engine, find_voice(engine, VOICE), cache=NullCache())
    narrator.warm_up().result()
    times = []
    for number in range(ROUNDS + 1):
        document = read_bytes(f"{LONG} Number {number}.".encode())
        start = time.perf_counter()
        narration = narrator.narrate(narrator.chunks(document), hurry=True)
        next(narration)
        times.append(time.perf_counter() - start)
        narration.close()
    narrator.close()
    return statistics.median(times[1:])


def main() -> None:
    weights, voices = files()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = str(Path(folder))
        cold(COLD, LONG)  # optimizes the graph, once for every machine
        ours = [cold(COLD, LONG) for _ in range(ROUNDS)]
        theirs = [cold(PEER, LONG, str(weights), str(voices), VOICE) for _ in range(ROUNDS)]
    print(f"cold, `yapit say`   median {statistics.median(ours):.2f} s   {[round(x, 2) for x in ours]}")
    print(f"cold, kokoro-onnx   median {statistics.median(theirs):.2f} s   {[round(x, 2) for x in theirs]}")
    print(f"warm, next document median {warm():.2f} s to the first piece of speech")


if __name__ == "__main__":
    main()
