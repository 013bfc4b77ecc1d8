"""What Kokoro can speak with: the 8-bit weights that come with it, or the full ones, once downloaded."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from yapit.core.engine import ModelInfo
from yapit.core.errors import EngineError, EngineUnavailable
from yapit.engines.kokoro import weights


@dataclass(frozen=True, slots=True)
class Model:
    """A published ONNX file of Kokoro-82M v1.0."""

    name: str
    sha256: str
    bytes: int
    note: str
    url: str = ""
    """Empty where it comes with the installation."""


INT8 = Model("int8", weights.SHA256, weights.BYTES, "8-bit weights; comes with Yapit")
FP32 = Model(
    "fp32",
    "7d5df8ecf7d4b1878015a32686053fd0eebe2bc377234608764cc0ef3636a6c5",
    325_532_387,
    "full-precision weights, to be downloaded",
    "https://github.com/thewh1teagle/kokoro-onnx/releases/download/model-files-v1.0/kokoro-v1.0.onnx",
)
MODELS = (INT8, FP32)


def folder() -> Path:
    """Where models and what is made of them are kept: below YAPIT_DATA_DIR, or the user's data folder."""
    named = os.environ.get("YAPIT_DATA_DIR")
    if named:
        return Path(named) / "models" / "kokoro"
    import platformdirs  # noqa: PLC0415 - 5 ms, needed only where no folder is named

    return platformdirs.user_data_path("yapit", appauthor=False) / "models" / "kokoro"


def infos() -> Sequence[ModelInfo]:
    """Every model, as the user chooses among them."""
    speaking = active()
    return [
        ModelInfo(model.name, model.bytes, model.note, _is_installed(model), model is speaking)
        for model in MODELS
    ]


def active() -> Model:
    """The model that was chosen and is installed, else the 8-bit one."""
    try:
        chosen = _choice().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return INT8
    return next((model for model in MODELS if model.name == chosen and _is_installed(model)), INT8)


def use(name: str) -> None:
    """Keep the choice of an installed model."""
    model = _find(name)
    if not _is_installed(model):
        raise EngineError(
            f"the model {name} is not installed", cure=f"Download it with: yapit models download {name}"
        )
    try:
        folder().mkdir(parents=True, exist_ok=True)
        _choice().write_text(f"{name}\n", encoding="utf-8")
    except OSError as error:
        raise EngineError(f"cannot write to {folder()}: {error.strerror}", cure=_disk_cure()) from error


def download(name: str, on_progress: Callable[[int, int | None], None] | None = None) -> None:
    """Bring a model here, whole and checked."""
    model = _find(name)
    if _is_installed(model):
        return
    from yapit.core import fetch  # noqa: PLC0415 - 60 ms: the network is needed nowhere else

    fetch.download(model.url, _path(model), sha256=model.sha256, size=model.bytes, on_progress=on_progress)


def remove(name: str) -> None:
    """Remove a downloaded model and what was made of it."""
    model = _find(name)
    if not model.url:
        raise EngineError(
            f"the model {name} is part of the installation",
            cure="Remove it with the program: pip uninstall yapit-reader",
        )
    try:
        for path in folder().glob(f"{_path(model).name}*"):  # an unfinished download goes too
            path.unlink(missing_ok=True)
    except OSError as error:
        raise EngineError(f"cannot remove {_path(model)}: {error.strerror}", cure=_disk_cure()) from error
    for prepared in folder().glob(f"{name}-*"):
        shutil.rmtree(prepared, ignore_errors=True)
    with contextlib.suppress(OSError):  # without the file the 8-bit model speaks, whatever was chosen
        if _choice().read_text(encoding="utf-8").strip() == name:
            _choice().unlink()


def read(model: Model) -> bytes:
    """The model's file, checked.

    Raises:
        EngineUnavailable: It is missing or damaged.
    """
    if not model.url:
        return weights.joined_weights()
    cure = f"Download it again: yapit models remove {model.name} && yapit models download {model.name}"
    try:
        data = _path(model).read_bytes()
    except OSError as error:
        raise EngineUnavailable(
            f"the model {model.name} cannot be read: {error.strerror}", cure=cure
        ) from error
    if hashlib.sha256(data).hexdigest() != model.sha256:
        raise EngineUnavailable(f"the model {model.name} is damaged", cure=cure)
    return data


def _find(name: str) -> Model:
    for model in MODELS:
        if model.name == name:
            return model
    known = ", ".join(model.name for model in MODELS)
    raise EngineError(f"kokoro has no model {name!r}", cure=f"It has: {known}.")


def _is_installed(model: Model) -> bool:
    return _path(model).is_file() if model.url else weights.are_installed()


def _path(model: Model) -> Path:
    return folder() / model.url.rpartition("/")[2]


def _choice() -> Path:
    return folder() / "model.txt"


def _disk_cure() -> str:
    return "Free some space or mend the folder's permissions; or choose another folder with YAPIT_DATA_DIR."
