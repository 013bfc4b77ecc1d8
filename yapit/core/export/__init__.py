"""A document as files: its sound, and when each word in it is heard."""

from __future__ import annotations

from yapit.core.export.coverage import Coverage, coverage
from yapit.core.export.recording import Exported, check_targets, export
from yapit.core.export.sound import CONTAINERS

__all__ = ["CONTAINERS", "Coverage", "Exported", "check_targets", "coverage", "export"]
