"""One loaded Kokoro for the whole run: loading takes a second or two."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from yapit.engines.kokoro import KokoroEngine


@pytest.fixture(scope="session")
def kokoro() -> Iterator[KokoroEngine]:
    engine = KokoroEngine()
    engine.warm_up()
    yield engine
    engine.close()
