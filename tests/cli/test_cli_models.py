"""`yapit models`, with an engine whose models are names and nothing more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from yapit.core import engine as engines
from yapit.core.engine import HasModels, ModelInfo
from yapit.core.errors import EngineError
from yapit.engines.tone import ToneEngine


class Shelf(ToneEngine):
    """A tone engine that comes with one model and knows another."""

    def __init__(self) -> None:
        super().__init__()
        self.here = {"small"}
        self.used = "small"

    def models(self) -> Sequence[ModelInfo]:
        return [
            ModelInfo(name, size, f"a {name} one", name in self.here, name == self.used)
            for name, size in (("small", 90_000_000), ("large", 325_500_000))
        ]

    def download_model(self, name: str, on_progress: Callable[[int, int | None], None] | None = None) -> None:
        self._check(name)
        if on_progress:
            on_progress(1, None)
            on_progress(2, 2)
        self.here.add(name)

    def use_model(self, name: str) -> None:
        self._check(name)
        self.used = name

    def remove_model(self, name: str) -> None:
        self._check(name)
        self.here.discard(name)

    def _check(self, name: str) -> None:
        if name not in ("small", "large"):
            raise EngineError(f"there is no model {name!r}", cure="List them with: yapit models")


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    shelf = Shelf()
    assert isinstance(shelf, HasModels)
    monkeypatch.setattr(engines, "load_engine", lambda name: shelf)
    return shelf


def test_models_are_listed_with_the_one_in_use_marked(yapit: Any, shelf: Shelf) -> None:
    assert [line.split()[:4] for line in yapit("models").stdout.splitlines()] == [
        ["MODEL", "SIZE", "STATUS", "NOTE"],
        ["small", "*", "90.0", "MB"],
        ["large", "325.5", "MB", "a"],
    ]


def test_a_model_is_downloaded_used_and_removed(yapit: Any, shelf: Shelf) -> None:
    assert "yapit models use large" in yapit("models", "download", "large").stdout
    assert shelf.here == {"small", "large"}
    yapit("models", "use", "large")
    assert shelf.used == "large"
    assert yapit("models", "remove", "large", stdin="n\n").returncode == 1
    assert "large" in shelf.here
    assert yapit("models", "remove", "large", "--yes").returncode == 0
    assert "large" not in shelf.here


def test_a_model_that_does_not_exist_is_an_error_with_a_cure(yapit: Any, shelf: Shelf) -> None:
    run = yapit("models", "use", "huge")
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        "yapit: there is no model 'huge'",
        "List them with: yapit models",
    ]


def test_an_engine_without_a_model_in_use_is_not_called_ready(yapit: Any, shelf: Shelf) -> None:
    shelf.used = ""
    assert "yapit models" in yapit("engines").stdout
