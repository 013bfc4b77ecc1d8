"""Memory at the peak, and what `yapit --help` takes, each as a process of its own."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from benchmarks.peer import LONG, VOICE, files

ROUNDS = 7

HELP = "import sys; from yapit.cli.main import main; sys.argv = ['yapit', '--help']; main()"

WITH_MODEL = """
import sys
from yapit.core.engine import find_voice, load_engine
engine = load_engine("kokoro")
for _ in range(3):
    for speech in engine.synthesize(sys.argv[1], find_voice(engine, sys.argv[2])):
        pass
"""

WITHOUT_MODEL = """
import sys
from yapit.core.cache import NullCache
from yapit.core.engine import find_voice, load_engine
from yapit.core.narrator import Narrator
from yapit.core.outputs.silent import SilentOutput
from yapit.core.parse import read_bytes
from yapit.core.player import Player
import yapit.tui.app, yapit.core.export
document = read_bytes(((sys.argv[1] + "\\n\\n") * 200).encode())
engine = load_engine("tone")
narrator = Narrator(engine, find_voice(engine), cache=NullCache())
player = Player(SilentOutput())
chunks = narrator.chunks(document)
player.play(narrator.narrate(chunks[:1]))
player.wait()
"""

PEER = """
import sys
from kokoro_onnx import Kokoro
kokoro = Kokoro(sys.argv[3], sys.argv[4])
for _ in range(3):
    kokoro.create(sys.argv[1], sys.argv[2])
"""


PEAK = """
from pathlib import Path
print(next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM")))
"""


def peak(code: str, *arguments: str) -> float:
    """Peak memory in MB of a process that runs this. Linux only.

    The child tells it: what the system reports of a child includes what its parent held when it was forked.
    """
    run = subprocess.run(
        [sys.executable, "-c", code + PEAK, *arguments], stdout=subprocess.PIPE, text=True, check=True
    )
    return int(run.stdout.split()[-2]) / 1024


def seconds(code: str) -> float:
    """Median wall seconds of a process that runs this."""
    times = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def main() -> None:
    print(f"with the model      {peak(WITH_MODEL, LONG, VOICE):6.0f} MB at the peak")
    print(f"kokoro-onnx         {peak(PEER, LONG, VOICE, *map(str, files())):6.0f} MB")
    print(f"without the model   {peak(WITHOUT_MODEL, LONG):6.0f} MB (reader, player and tone engine)")
    print(f"yapit --help        {seconds(HELP):6.2f} s")
    print(f"python -c pass      {seconds('pass'):6.2f} s of it")


if __name__ == "__main__":
    main()
