"""Memory at the peak, and what `yapit --help` takes, each as a process of its own."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

from benchmarks.peer import LONG, VOICE, files

ROUNDS = 7

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


def run(*command: str) -> tuple[float, float]:
    """Wall seconds and peak memory in MB of one process."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command[:2]} failed")
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return time.perf_counter() - start, usage.ru_maxrss / unit


def main() -> None:
    print(f"with the model      {run('-c', WITH_MODEL, LONG, VOICE)[1]:6.0f} MB at the peak")
    print(f"kokoro-onnx         {run('-c', PEER, LONG, VOICE, *map(str, files()))[1]:6.0f} MB")
    print(f"without the model   {run('-c', WITHOUT_MODEL, LONG)[1]:6.0f} MB (reader, player and tone engine)")
    program = "import sys; from yapit.cli.main import main; sys.argv = ['yapit', '--help']; main()"
    run("-c", program)
    helps = [run("-c", program)[0] for _ in range(ROUNDS)]
    bare = [run("-c", "pass")[0] for _ in range(ROUNDS)]
    print(f"yapit --help        {statistics.median(helps):6.2f} s")
    print(f"python -c pass      {statistics.median(bare):6.2f} s of it")


if __name__ == "__main__":
    main()
