from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.contracts.cache_contract import CacheContract, KeepingCacheContract
from yapit.core.cache import FileCache, NullCache, audio_key
from yapit.core.errors import CacheError


class TestNullCache(CacheContract):
    @pytest.fixture
    def cache(self) -> NullCache:
        return NullCache()


class TestFileCache(KeepingCacheContract):
    @pytest.fixture
    def cache(self, tmp_path: Path) -> FileCache:
        return FileCache(tmp_path / "cache")


def key(number: int) -> str:
    return audio_key("m", "v", 1.0, str(number))


fields = st.tuples(st.text(), st.text(), st.floats(0.5, 3), st.text())


@given(fields, fields)
def test_different_speech_never_shares_a_key(
    one: tuple[str, str, float, str], two: tuple[str, str, float, str]
) -> None:
    same = one[:2] == two[:2] and one[3] == two[3] and f"{one[2]:.2f}" == f"{two[2]:.2f}"
    assert (audio_key(*one) == audio_key(*two)) is same


def test_fields_that_run_together_are_told_apart() -> None:
    assert audio_key("a|b", "c", 1.0, "d") != audio_key("a", "b|c", 1.0, "d")


def test_one_speed_written_in_three_ways_is_one_key() -> None:
    assert audio_key("m", "v", 1, "t") == audio_key("m", "v", 1.0, "t") == audio_key("m", "v", 1.0000001, "t")


def test_the_least_recently_heard_goes_first(tmp_path: Path) -> None:
    cache = FileCache(tmp_path, max_bytes=1000)
    for number in range(9):
        cache.put(key(number), b"x" * 100)
        os.utime(tmp_path / key(number)[:2] / key(number), (number, number))
    assert cache.get(key(0)) is not None  # heard again: now the latest
    for number in (9, 10):
        cache.put(key(number), b"x" * 100)
    assert cache.usage().bytes <= 1000
    assert cache.get(key(0)) is not None
    assert cache.get(key(10)) is not None
    assert cache.get(key(1)) is None


def test_the_size_bound_holds_over_many_puts(tmp_path: Path) -> None:
    cache = FileCache(tmp_path, max_bytes=5000)
    for number in range(200):
        cache.put(key(number), b"x" * 300)
        assert cache.usage().bytes <= 5000
    assert cache.get(key(199)) is not None


def test_clearing_tells_what_was_removed(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    cache.put(key(1), b"abc")
    cache.put(key(2), b"defg")
    removed = cache.clear()
    assert (removed.entries, removed.bytes) == (2, 7)
    assert cache.usage().entries == 0


def test_a_killed_writer_leaves_no_broken_entry(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom yapit.core.cache import FileCache, audio_key\n"
        "cache = FileCache(Path(sys.argv[1]))\nprint('go', flush=True)\n"
        "while True:\n    for n in range(20):\n"
        "        cache.put(audio_key('m', 'v', 1.0, str(n)), bytes([n]) * 3_000_000)\n"
    )
    for delay in (0.0, 0.011, 0.023, 0.04):
        with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(delay)
            writer.send_signal(signal.SIGKILL)
    cache = FileCache(tmp_path)
    for number in range(20):
        assert cache.get(key(number)) in (None, bytes([number]) * 3_000_000)


def test_what_a_killed_writer_left_behind_is_cleared(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    cache.put(key(1), b"abc")
    (tmp_path / key(1)[:2] / f"{key(1)}.abc.part").write_bytes(b"half")
    assert cache.usage().bytes == 3
    cache.clear()
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_what_is_not_its_own_is_never_touched(tmp_path: Path) -> None:
    strangers = [
        tmp_path / "U2" / "beautiful_day.mp3",
        tmp_path / "AC" / "film.part",
        tmp_path / "ab" / "abc",
    ]
    for stranger in strangers:
        stranger.parent.mkdir()
        stranger.write_bytes(b"x" * 2000)
    cache = FileCache(tmp_path, max_bytes=1000)
    for number in range(5):
        cache.put(key(number), b"x" * 400)
    assert cache.clear().bytes <= 1000
    assert all(stranger.read_bytes() == b"x" * 2000 for stranger in strangers)


def test_room_is_made_by_what_killed_writers_left_first(tmp_path: Path) -> None:
    cache = FileCache(tmp_path, max_bytes=1000)
    cache.put(key(1), b"abc")
    part = tmp_path / key(1)[:2] / f"{key(1)}.abc.part"
    part.write_bytes(b"half")
    os.utime(part, (1, 1))
    cache.put(key(2), b"x" * 1000)
    assert not part.exists()


def test_a_folder_that_cannot_be_written_is_an_error_with_a_cure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CacheError) as caught:
        FileCache(tmp_path / "file").put(key(1), b"abc")
    assert "--no-cache" in caught.value.cure
