"""kokoro-onnx 0.6.1 on the weights and the voice that Yapit uses: the peer of these benchmarks."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from yapit.engines.kokoro.voices import load_styles
from yapit.engines.kokoro.weights import joined_weights

VOICE = "af_heart"

SHORT = "The old man said nothing."
MEDIUM = "When the rain had stopped, the two of them walked down to the river, slowly and without a word."
LONG = (
    "Long before anyone had thought of putting an engine on wheels, people walked, and they walked further "
    "than most of us would care to drive; they walked to market and to church, to court and to war, and home "
    "again in the dark."
)


@cache
def files() -> tuple[Path, Path]:
    """Paths of the weights as published and of the voice, as kokoro-onnx wants them."""
    folder = Path(tempfile.mkdtemp(prefix="yapit-bench-"))
    weights = folder / "kokoro-v1.0.int8.onnx"
    weights.write_bytes(joined_weights())
    voices = folder / "voices.npz"
    styles: dict[str, Any] = {VOICE: load_styles(VOICE).astype(np.float32).reshape(-1, 1, 256)}
    np.savez(voices, **styles)
    return weights, voices


def load_peer() -> Any:
    from kokoro_onnx import Kokoro  # noqa: PLC0415 - the peer is optional

    weights, voices = files()
    return Kokoro(str(weights), str(voices))
