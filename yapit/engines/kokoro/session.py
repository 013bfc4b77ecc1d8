"""The model in ONNX Runtime: loaded, run, told to stop.

Optimizing the published graph and laying out its weights takes 2 s of a
processor. Both are done once: the result is kept on disk, named after the
weights, the runtime's version and the processor, and later mapped into memory
in 0.5 s. It may vanish or fail to be written at any time; then the graph is
made again from the weights, in memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yapit.core.audio import Samples
from yapit.core.errors import EngineUnavailable, Interrupted, SynthesisError
from yapit.engines.kokoro import graph, models, processor

# Else ONNX Runtime's wheels keep a device id in the user's cache and report to events.data.microsoft.com.
# It is read once, while the runtime is imported: its disable_telemetry_events() comes too late.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

_INPUTS = {"tokens", "style", "speed"}
_GRAPH, _WEIGHTS = "graph.onnx", "weights.bin"
_REVISION = "1"
"""Of what is kept on disk; older revisions are made again."""

_IN_USE_SECONDS = 7 * 24 * 3600
"""Graphs for other processors and versions stay this long: homes are shared, environments are many."""

_IN_THE_MAKING_SECONDS = 600
"""What is unfinished for so long was left by a process that was killed: making it takes 3."""

_SAVE = {
    "session.optimized_model_external_initializers_file_name": _WEIGHTS,
    "session.optimized_model_external_initializers_min_size_in_bytes": "1024",
    # Weights are kept in the order in which this processor multiplies them: loading takes half the time.
    "session.save_external_prepacked_constant_initializers": "1",
}


class Session:
    """One loaded model. `run` is called from one thread at a time.

    Raises:
        EngineUnavailable: The weights are missing or damaged.
    """

    def __init__(self, model: models.Model) -> None:
        self._session = _prepared(model) or _made(model)
        if {given.name for given in self._session.get_inputs()} != _INPUTS:
            raise EngineUnavailable(
                f"the model {model.name} is no Kokoro that Yapit knows",
                cure="Choose another with: yapit models use int8",
            )

    def run(
        self, tokens: list[int], style: NDArray[np.float32], speed: float, options: Any
    ) -> tuple[Samples, NDArray[np.int64] | None]:
        """The sound of tokens, and the frames of each where the graph tells; `options` from `run_options`."""
        feeds = {
            "tokens": np.array([tokens], np.int64),
            "style": style,
            "speed": np.array([speed], np.float32),
        }
        try:
            sound, *rest = self._session.run(None, feeds, options)
        except _runtime_errors() as error:
            if options.terminate:
                raise Interrupted("asked to stop") from error
            raise SynthesisError(
                f"the model failed: {error}", cure="Try a shorter text or another voice."
            ) from error
        durations = rest[0].reshape(-1).astype(np.int64) if rest else None
        return np.asarray(sound, np.float32).reshape(-1), durations


def run_options() -> Any:
    """What a run can be stopped by, from any thread, before it began or while it lasts: set `terminate`."""
    import onnxruntime  # noqa: PLC0415 - 50 ms, needed only to speak

    return onnxruntime.RunOptions()


def _prepared(model: models.Model) -> Any | None:
    """The session of the graph kept on disk, or None where there is none that works."""
    folder = _folder(model)
    if not (folder / _GRAPH).is_file():
        return None
    import onnxruntime  # noqa: PLC0415 - see run_options

    options = _options()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    try:
        session = _open(str(folder / _GRAPH), options)
        with contextlib.suppress(OSError):  # a read-only folder still serves
            os.utime(folder)
        return session
    except _runtime_errors():  # cut short or tampered with: it is made anew
        shutil.rmtree(folder, ignore_errors=True)
        return None


def _made(model: models.Model) -> Any:
    """A session made from the weights, and kept for the next time where that is possible."""
    data = graph.with_durations(models.read(model))
    unkept: tuple[type[Exception], ...] = (OSError, *_runtime_errors())
    try:
        return _made_and_kept(model, data)
    except unkept:  # a full or read-only disk is no reason to be silent
        return _made_in_memory(data)


def _made_in_memory(data: bytes) -> Any:
    try:
        return _open(data, _options())
    except _runtime_errors() as error:
        raise EngineUnavailable(
            f"ONNX Runtime cannot load kokoro: {error}",
            cure="Install it again: pip install --upgrade --force-reinstall onnxruntime",
        ) from error


def _made_and_kept(model: models.Model, data: bytes) -> Any:
    folder = _folder(model)
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f"{folder.name}.part"))
    try:
        options = _options()
        options.optimized_model_filepath = str(part / _GRAPH)
        for key, value in _SAVE.items():
            options.add_session_config_entry(key, value)
        session = _open(data, options)
        with contextlib.suppress(OSError):  # another process was first
            _move(part, folder)
        return session
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _move(part: Path, folder: Path) -> None:
    """Make `part` visible under its name, whole; drop what other versions and killed processes left."""
    made_at = part.stat().st_mtime
    os.rename(part, folder)
    for old in folder.parent.glob(f"{folder.name.rpartition('-')[0]}-*"):
        kept_for = _IN_THE_MAKING_SECONDS if ".part" in old.name else _IN_USE_SECONDS
        if old != folder and old.stat().st_mtime < made_at - kept_for:
            shutil.rmtree(old, ignore_errors=True)


def _folder(model: models.Model) -> Path:
    import onnxruntime  # noqa: PLC0415 - see run_options

    made_for = "\n".join([_REVISION, model.sha256, onnxruntime.__version__, processor.identity()])
    return models.folder() / f"{model.name}-{hashlib.sha256(made_for.encode()).hexdigest()[:16]}"


def _options() -> Any:
    import onnxruntime  # noqa: PLC0415 - see run_options

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # errors arrive as exceptions; the terminal belongs to the reader
    options.intra_op_num_threads = processor.threads()
    return options


def _open(source: str | bytes, options: Any) -> Any:
    import onnxruntime  # noqa: PLC0415 - see run_options

    return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])


def _runtime_errors() -> tuple[type[Exception], ...]:
    """Everything that ONNX Runtime raises: its exceptions have no common base of their own."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state  # noqa: PLC0415 - see run_options

    kinds = [kind for kind in vars(state).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    return (RuntimeError, *kinds)
