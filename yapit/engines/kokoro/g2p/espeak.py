"""espeak-ng says what no dictionary holds: names, foreign words, digits.

The library is one per process and keeps one voice: call it from one thread
at a time. A word costs about 0.1 ms, opening the library 10 ms.
"""

from __future__ import annotations

import ctypes
import re
import threading
from functools import lru_cache

from yapit.core.errors import EngineUnavailable
from yapit.engines.kokoro.g2p.vocabulary import VOCABULARY

_CURE = "Install the package again: pip install --force-reinstall espeakng-loader"
_SYNCHRONOUS = 2
_UTF8 = 1
_IPA_TIED = 0x02 | 0x80 | ord("^") << 8
"""IPA, with ^ between the letters of one sound."""

_VOICES = {"en-US": b"gmw/en-US", "en-GB": b"gmw/en"}

_SHARED = (
    ("ʔˌn\u0329", "tn"),
    ("ʔn\u0329", "tn"),
    ("ʲo", "jo"),
    ("ʲə", "jə"),
    ("a^ɪ", "I"),
    ("a^ʊ", "W"),
    ("d^ʒ", "ʤ"),
    ("e^ɪ", "A"),
    ("t^ʃ", "ʧ"),
    ("ɔ^ɪ", "Y"),
    ("ə^l", "ᵊl"),
)
"""IPA to the symbols of the dictionaries, the longest first; single symbols follow in `_SINGLE`."""

_BRITISH = (("e^ə", "ɛː"), ("i^ə", "ɪə"), ("iə", "ɪə"), ("ə^ʊ", "Q"))
_AMERICAN = (("o^ʊ", "O"), ("ɜːɹ", "ɜɹ"), ("ɜː", "ɜɹ"), ("ɪə", "iə"), ("ː", ""))
_SINGLE = (
    ("ɚ", "əɹ"),
    ("r", "ɹ"),
    ("x", "k"),
    ("ç", "k"),
    ("ɐ", "ə"),
    ("ɬ", "l"),
    ("ʔ", "t"),
    ("ʲ", ""),
    ("\u0303", ""),
)
_LOCK = threading.Lock()
"""espeak-ng has one state a process; engines may be several, each on a thread of its own."""

_SYLLABIC = re.compile("(\\S)\u0329")
_SWITCH = re.compile(r"\([^)]*\)")
"""espeak marks where it changes language: (fr)…(en)."""


@lru_cache(maxsize=8192)
def pronounce(text: str, dialect: str) -> str:
    """Phonemes of a word or number, in the symbols of the dictionaries; may be several words or empty.

    Raises:
        EngineUnavailable: The library of espeak-ng is missing or damaged.
    """
    return to_symbols(ipa(text, dialect), dialect)


def ipa(text: str, dialect: str) -> str:
    """What espeak-ng itself says, in IPA with ties."""
    buffer = ctypes.create_string_buffer(text.replace("\0", " ").encode("utf-8", "replace"))
    at = ctypes.c_void_p(ctypes.addressof(buffer))
    clauses = []
    with _LOCK:
        library = _library()
        library.espeak_SetVoiceByName(_VOICES[dialect])
        while at.value:
            said = library.espeak_TextToPhonemes(ctypes.byref(at), _UTF8, _IPA_TIED)
            clauses.append(said.decode("utf-8", "replace") if said else "")
    return " ".join(" ".join(clauses).split())


def to_symbols(said: str, dialect: str) -> str:
    """IPA of espeak-ng in the symbols that the voice knows."""
    said = _SWITCH.sub("", said)
    for old, new in _SHARED:
        said = said.replace(old, new)
    said = said.replace("e^", "e").replace("e", "A") if dialect == "en-US" else _plain_e(said)
    for old, new in _BRITISH if dialect == "en-GB" else _AMERICAN:
        said = said.replace(old, new)
    for old, new in _SINGLE:
        said = said.replace(old, new)
    said = _SYLLABIC.sub(r"ᵊ\1", said).replace("o", "ɔ").replace("ɹɹ", "ɹ")  # ɚ and an r after it are one
    return "".join(symbol for symbol in said if symbol in VOCABULARY and symbol not in "^-").strip()


def _plain_e(said: str) -> str:
    """A lone e becomes the diphthong; British e^ə is a sound of its own."""
    return re.sub(r"e(?!\^ə)", "A", said)


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL:
    try:
        import espeakng_loader  # noqa: PLC0415 - only words that no dictionary holds need it

        library = ctypes.CDLL(espeakng_loader.get_library_path())
        data = espeakng_loader.get_data_path()
    except (ImportError, OSError, RuntimeError) as error:
        raise EngineUnavailable(f"espeak-ng cannot be loaded: {error}", cure=_CURE) from error
    library.espeak_Initialize.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]
    # The path compiled into the wheel's library is that of the machine that built it.
    if library.espeak_Initialize(_SYNCHRONOUS, 0, data.encode(), 0) <= 0:
        raise EngineUnavailable(f"espeak-ng cannot read its data in {data}", cure=_CURE)
    return library
