"""A text that is read aloud while it is still being written: bytes as they come in, growing documents out."""

from __future__ import annotations

from yapit.core.parse.live.documents import live_documents, piped_documents
from yapit.core.parse.live.pipe import Pipe

__all__ = ["Pipe", "live_documents", "piped_documents"]
