"""A text that is read aloud while it is still being written: bytes as they come in, growing documents out."""

from __future__ import annotations

from yapit.core.parse.live.documents import live_documents, piped_documents
from yapit.core.parse.live.pipe import Beginning, Pipe, beginning

__all__ = ["Beginning", "Pipe", "beginning", "live_documents", "piped_documents"]
