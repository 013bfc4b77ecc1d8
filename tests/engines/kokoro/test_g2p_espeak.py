from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import espeakng_loader
import pytest

from yapit.core.errors import EngineUnavailable
from yapit.engines.kokoro.g2p import espeak


def test_both_dialects_have_their_own_voice() -> None:
    assert espeak.pronounce("water", "en-US") == "wˈɔɾəɹ"
    assert espeak.pronounce("water", "en-GB") == "wˈɔːtə"


def test_an_r_is_said_once() -> None:
    assert espeak.pronounce("cetera", "en-US") == "sˈɛɾəɹə"


def test_numbers_are_said() -> None:
    assert espeak.pronounce("23", "en-US") == "twˈɛnti θɹˈi"


def test_a_missing_library_is_told_with_its_cure(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(espeakng_loader, "get_library_path", lambda: str(tmp_path / "none.so"))
    espeak._library.cache_clear()
    try:
        with pytest.raises(EngineUnavailable) as caught:
            espeak.ipa("hello", "en-US")
        assert "espeakng-loader" in caught.value.cure
    finally:
        espeak._library.cache_clear()


def test_two_threads_may_ask_at_once() -> None:
    words = [f"zorp{letter}ik" for letter in "abcdefghij"] * 20
    alone = {(word, dialect): espeak.ipa(word, dialect) for word in words for dialect in ("en-US", "en-GB")}
    with ThreadPoolExecutor(2) as pool:
        dialects = ["en-US", "en-GB"] * len(words)
        asked = [(word, dialects[number]) for number, word in enumerate(words)]
        assert list(pool.map(lambda one: espeak.ipa(*one), asked)) == [alone[one] for one in asked]
