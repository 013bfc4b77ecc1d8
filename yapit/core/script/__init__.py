"""What is said of a document: its sentences less what is skipped, its tables, listings and formulas told."""

from __future__ import annotations

from yapit.core.script.script import Script, block_silence
from yapit.core.script.trial import sentence_at

__all__ = ["Script", "block_silence", "sentence_at"]
