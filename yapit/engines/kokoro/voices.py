"""Who speaks: the 54 voices of Kokoro v1.0. All are shipped; those are offered that speak English."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from yapit.core.engine import Voice
from yapit.core.errors import EngineUnavailable, UnknownVoice

DATA = Path(__file__).parent / "data" / "voices.npy"
SHAPE = (510, 256)
"""Rows and columns of one voice."""

DEFAULT = "af_heart"

# The first letter is the language, the second the gender.
_NAMES = {
    "af": "alloy aoede bella heart jessica kore nicole nova river sarah sky",
    "am": "adam echo eric fenrir liam michael onyx puck santa",
    "bf": "alice emma isabella lily",
    "bm": "daniel fable george lewis",
    "ef": "dora",
    "em": "alex santa",
    "ff": "siwis",
    "hf": "alpha beta",
    "hm": "omega psi",
    "if": "sara",
    "im": "nicola",
    "jf": "alpha gongitsune nezumi tebukuro",
    "jm": "kumo",
    "pf": "dora",
    "pm": "alex santa",
    "zf": "xiaobei xiaoni xiaoxiao xiaoyi",
    "zm": "yunjian yunxi yunxia yunyang",
}
IDS = tuple(f"{prefix}_{name}" for prefix, names in _NAMES.items() for name in names.split())
"""Every voice of the data file, in its order."""

_LANGUAGES = {
    "a": "en-US",
    "b": "en-GB",
    "e": "es",
    "f": "fr-FR",
    "h": "hi",
    "i": "it",
    "j": "ja",
    "p": "pt-BR",
    "z": "zh",
}
_GENDERS = {"f": "female", "m": "male"}
_PHONEMIZED = ("en-US", "en-GB")


def offered() -> list[Voice]:
    """The voices that can speak now. Reads no file."""
    voices = [_voice(voice_id) for voice_id in IDS]
    return [voice for voice in voices if voice.language in _PHONEMIZED]


def style(voice: Voice, phonemes: int) -> NDArray[np.float32]:
    """How a voice speaks an utterance of that many phonemes: [1, 256]. Raises as `load_styles` does."""
    row = min(max(phonemes - 1, 0), SHAPE[0] - 1)
    return load_styles(voice.id)[row : row + 1].astype(np.float32)


def load_styles(voice_id: str) -> NDArray[np.float16]:
    """A voice: [510, 256], mapped into memory; row r speaks an utterance of r + 1 phonemes.

    Raises:
        UnknownVoice: No such voice.
        EngineUnavailable: The data file is missing or damaged.
    """
    if voice_id not in IDS:
        raise UnknownVoice(f"kokoro has no voice {voice_id!r}", cure="List its voices with: yapit voices")
    styles: NDArray[np.float16] = _pack()[IDS.index(voice_id)]
    return styles


@lru_cache(maxsize=1)
def _pack() -> NDArray[np.float16]:
    cure = "Install it again: pip install --force-reinstall yapit-reader"
    try:
        pack: NDArray[np.float16] = np.load(DATA, mmap_mode="r")
    except (OSError, ValueError) as error:
        raise EngineUnavailable(f"kokoro's voices cannot be read: {error}", cure=cure) from error
    if pack.shape != (len(IDS), *SHAPE):
        raise EngineUnavailable(f"kokoro's voices are damaged: {DATA}", cure=cure)
    return pack


def _voice(voice_id: str) -> Voice:
    kind, name = voice_id.split("_")
    return Voice(voice_id, name.capitalize(), _LANGUAGES[kind[0]], _GENDERS[kind[1]])
