"""A staged document, and the real narrator with an engine that beeps."""

from tests.staged import document, make_narrator, player
from tests.staged_reader import app_of, library, long_document, start

__all__ = ["app_of", "document", "library", "long_document", "make_narrator", "player", "start"]
