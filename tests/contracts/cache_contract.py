"""What every cache promises. Subclass it and give a `cache`."""

from __future__ import annotations

import threading

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from yapit.core.cache import Cache, audio_key


class CacheContract:
    def test_it_is_a_cache(self, cache: Cache) -> None:
        assert isinstance(cache, Cache)

    def test_what_was_never_put_is_none(self, cache: Cache) -> None:
        assert cache.get(audio_key("m", "v", 1.0, "never")) is None

    def test_dropping_what_is_not_there_does_nothing(self, cache: Cache) -> None:
        cache.drop(audio_key("m", "v", 1.0, "never"))


class KeepingCacheContract(CacheContract):
    """For caches that keep what they are given."""

    @given(data=st.binary(max_size=2000))
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25, deadline=None)
    def test_bytes_come_back_as_they_were_put(self, cache: Cache, data: bytes) -> None:
        key = audio_key("m", "v", 1.0, "text")
        cache.put(key, data)
        assert cache.get(key) == data

    def test_the_last_put_wins(self, cache: Cache) -> None:
        key = audio_key("m", "v", 1.0, "text")
        cache.put(key, b"one")
        cache.put(key, b"two")
        assert cache.get(key) == b"two"

    def test_what_was_dropped_is_gone(self, cache: Cache) -> None:
        key = audio_key("m", "v", 1.0, "text")
        cache.put(key, b"data")
        cache.drop(key)
        assert cache.get(key) is None

    def test_readers_never_see_half_a_write(self, cache: Cache) -> None:
        key = audio_key("m", "v", 1.0, "text")
        values = [bytes([i]) * 200_000 for i in range(4)]
        cache.put(key, values[0])

        def write() -> None:
            for _ in range(10):
                for value in values:
                    cache.put(key, value)

        writers = [threading.Thread(target=write) for _ in range(2)]
        for writer in writers:
            writer.start()
        while any(writer.is_alive() for writer in writers):
            assert cache.get(key) in values
