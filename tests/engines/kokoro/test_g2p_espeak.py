from __future__ import annotations

from pathlib import Path

import espeakng_loader
import pytest

from yapit.core.errors import EngineUnavailable
from yapit.engines.kokoro.g2p import espeak


def test_both_dialects_have_their_own_voice() -> None:
    assert espeak.pronounce("water", "en-US") == "wˈɔɾəɹ"
    assert espeak.pronounce("water", "en-GB") == "wˈɔːtə"


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
