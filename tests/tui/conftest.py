"""A staged document, and the real narrator with an engine that beeps."""

from tests.staged import document, make_narrator, player

__all__ = ["document", "make_narrator", "player"]
