"""What is heard of a long reading at 3x: every word once and whole, and no silence that was not meant."""

from __future__ import annotations

from benchmarks.soak import soak
from tests.sound_server import SoundServer


def test_every_word_is_heard_once_and_nothing_stutters(sound_server: SoundServer) -> None:
    soaked = soak(sound_server.address, seconds=8, tempo=3.0)
    assert soaked.words > 100
    assert soaked.heard.sounds == soaked.words
    assert soaked.underruns == 0
    assert soaked.heard.longest_silence < soaked.allowed_silence + 0.2  # a busy machine's own
