"""PulseAudio, or PipeWire in its place, through the system's libpulse-simple: no package is needed."""

from __future__ import annotations

import ctypes
import time
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_size_t, c_uint8, c_uint32, c_uint64, c_void_p

import numpy as np

from yapit.core.audio import Samples
from yapit.core.errors import OutputError
from yapit.core.outputs.cures import no_server
from yapit.core.outputs.output import LATENCY_SECONDS
from yapit.core.outputs.sink import SinkOutput

_LIBRARY = "libpulse-simple.so.0"
_FLOAT32_LITTLE_ENDIAN = 5
_PLAYBACK = 1
_SERVER_DECIDES = 0xFFFFFFFF


class _Format(Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _Buffering(Structure):
    """In bytes."""

    _fields_ = (
        ("maxlength", c_uint32),
        ("tlength", c_uint32),
        ("prebuf", c_uint32),
        ("minreq", c_uint32),
        ("fragsize", c_uint32),
    )


class PulseOutput(SinkOutput):
    """Raises OutputError where the library is missing or no server answers."""

    def __init__(self, sample_rate: int = 24_000) -> None:
        library = _load()
        _Connection(library, sample_rate).close()
        super().__init__("pulse", "the sound server", sample_rate, lambda: _Connection(library, sample_rate))


class _Connection:
    """One stream on the server. Its latency was true within a millisecond on PulseAudio, 20 on PipeWire."""

    def __init__(self, library: ctypes.CDLL, sample_rate: int) -> None:
        self._library = library
        self._error = c_int()
        target = int(LATENCY_SECONDS * sample_rate) * 4
        rest = _SERVER_DECIDES
        self._stream = library.pa_simple_new(
            None,
            b"Yapit",
            _PLAYBACK,
            None,
            b"speech",
            byref(_Format(_FLOAT32_LITTLE_ENDIAN, sample_rate, 1)),
            None,
            byref(_Buffering(rest, target, rest, rest, rest)),
            byref(self._error),
        )
        if not self._stream:
            raise self._problem("no sound server answers")

    def now(self) -> float:
        return time.monotonic()

    def due(self) -> float:
        self._error.value = 0
        latency = self._library.pa_simple_get_latency(self._stream, byref(self._error))
        if self._error.value:
            raise self._problem("the sound server went away")
        return time.monotonic() + float(latency) / 1e6

    def write(self, samples: Samples) -> None:
        data = np.ascontiguousarray(samples, "<f4")
        if self._library.pa_simple_write(self._stream, data.ctypes.data, data.nbytes, byref(self._error)) < 0:
            raise self._problem("the sound server went away")

    def silence(self) -> None:
        self._library.pa_simple_flush(self._stream, byref(c_int()))

    def close(self) -> None:
        self._library.pa_simple_free(self._stream)

    def _problem(self, what: str) -> OutputError:
        reason = self._library.pa_strerror(self._error.value).decode()
        return OutputError(f"{what}: {reason}", cure=no_server())


def _load() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError as error:
        raise OutputError(f"{_LIBRARY} is not installed", cure=no_server()) from error
    error_code = POINTER(c_int)
    library.pa_simple_new.restype = c_void_p
    library.pa_simple_new.argtypes = [
        c_char_p, c_char_p, c_int, c_char_p, c_char_p,
        POINTER(_Format), c_void_p, POINTER(_Buffering), error_code,
    ]  # fmt: skip
    library.pa_simple_write.argtypes = [c_void_p, c_void_p, c_size_t, error_code]
    library.pa_simple_get_latency.argtypes = [c_void_p, error_code]
    library.pa_simple_get_latency.restype = c_uint64
    library.pa_simple_flush.argtypes = [c_void_p, error_code]
    library.pa_simple_free.argtypes = [c_void_p]
    library.pa_simple_free.restype = None
    library.pa_strerror.argtypes = [c_int]
    library.pa_strerror.restype = c_char_p
    return library
