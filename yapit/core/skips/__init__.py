"""What of a document is not spoken, and why: spans with a reason, shown and reversible, never a deletion."""

from __future__ import annotations

from yapit.core.document import Document, Skip
from yapit.core.hearing import Reason
from yapit.core.skips.findings import BLOCK_REASONS, Findings, Search, find, skips_in

__all__ = ["BLOCK_REASONS", "Findings", "Search", "find", "skips", "skips_in"]


def skips(document: Document, wanted: frozenset[Reason]) -> tuple[Skip, ...]:
    """Everything that is skipped for one of these reasons, in order; no two overlap."""
    return find(document, wanted).skips
