"""A staged document, the real narrator with an engine that beeps, and sessions."""

from tests.staged import document, make_narrator, player
from tests.staged_session import clock, session, speaker, timed

__all__ = ["clock", "document", "make_narrator", "player", "session", "speaker", "timed"]
