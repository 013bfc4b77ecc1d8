"""The note in every file that its speech is synthetic: for people to read and for machines to find."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, version

from yapit.core.export.writer import Voiced

_BEGINNING = "Synthetic speech. "

SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
"""IPTC's name for what a trained model made; the vocabulary that C2PA and search engines read."""


def synthetic_note(voiced: Voiced) -> str:
    """`Synthetic speech.` and one JSON object; the same for the same speech by the same program."""
    told = {
        "synthetic_speech": True,
        "digital_source_type": SOURCE_TYPE,
        "engine": voiced.engine,
        "model": voiced.model,
        "voice": voiced.voice,
        "speed": round(voiced.speed, 2),
        "program": program(),
    }
    return _BEGINNING + json.dumps(told)


def read_note(text: str) -> dict[str, object] | None:
    """What a note tells; None where a text is none."""
    if not text.startswith(_BEGINNING):
        return None
    try:
        told = json.loads(text.removeprefix(_BEGINNING))
    except ValueError:
        return None
    return told if isinstance(told, dict) and told.get("synthetic_speech") is True else None


def program() -> str:
    """`yapit 0.1.0`."""
    try:
        return f"yapit {version('yapit-reader')}"
    except PackageNotFoundError:  # run from a folder that was never installed
        return "yapit"
