"""What the promises of every engine have in common."""

from __future__ import annotations

import pytest

from tests.contracts.engine_contract import SENTENCE, speak
from yapit.core.audio import Speech
from yapit.core.engine import Engine


@pytest.fixture(scope="module")
def spoken(engine: Engine) -> Speech:
    """SENTENCE, spoken once for all the promises about it."""
    return speak(engine, SENTENCE)
