"""A document as files: its sound, and when each word in it is heard."""

from __future__ import annotations

from yapit.core.export.coverage import Coverage, coverage
from yapit.core.export.formats import FORMATS
from yapit.core.export.recording import Exported, Wishes, export
from yapit.core.export.targets import Target, check_targets, target_of
from yapit.core.export.writer import Book, Voiced

__all__ = [
    "FORMATS",
    "Book",
    "Coverage",
    "Exported",
    "Target",
    "Voiced",
    "Wishes",
    "check_targets",
    "coverage",
    "export",
    "target_of",
]
