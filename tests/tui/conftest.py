"""A staged document, and the real narrator with an engine that beeps."""

from tests.staged import document, make_narrator, player
from tests.staged_reader import library, start

__all__ = ["document", "library", "make_narrator", "player", "start"]
