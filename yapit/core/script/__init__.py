"""What is said of a document: its sentences less what is skipped, its tables, listings and formulas told."""

from __future__ import annotations

from yapit.core.script.script import Script, block_silence
from yapit.core.script.trial import find_at, sentence_at

__all__ = ["Script", "block_silence", "find_at", "sentence_at"]
