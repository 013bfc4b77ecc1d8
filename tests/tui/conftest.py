"""What the tests of the reader share: the real narrator, with an engine that beeps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.tui.staged import PARTS, StagedPlayer, written
from yapit.core.cache import NullCache
from yapit.core.document import Document
from yapit.core.engine import find_voice
from yapit.core.narrator import Narrator
from yapit.engines.tone import ToneEngine


@pytest.fixture
def document() -> Document:
    return written(*PARTS)


@pytest.fixture
def make_narrator() -> Callable[[], Narrator]:
    def make() -> Narrator:
        engine = ToneEngine()
        return Narrator(engine, find_voice(engine), cache=NullCache())

    return make


@pytest.fixture
def player() -> StagedPlayer:
    return StagedPlayer()
