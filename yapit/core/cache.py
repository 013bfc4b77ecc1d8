"""Spoken chunks, kept. A cache moves bytes by key; what the bytes mean is written in audio.py."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, runtime_checkable

from yapit.core.errors import CacheError

DEFAULT_MAX_BYTES = 4 * 1024**3
"""About 45 hours of speech."""


def audio_key(model: str, voice: str, speed: float, text: str) -> str:
    """The name of one spoken chunk, from plain values, so that no engine is needed to compute it.

    `text` is what is spoken, not what stands on the page. The fields are
    encoded as JSON, so no two different sets of fields are the same bytes;
    speed is taken to two decimals, so 1, 1.0 and 1.0000001 are one key.
    """
    fields = ["yapit-speech-1", model, voice, f"{speed:.2f}", text]
    return hashlib.sha256(json.dumps(fields, ensure_ascii=True).encode()).hexdigest()


@runtime_checkable
class Cache(Protocol):
    """Bytes by key. Safe to use from several processes at once."""

    def get(self, key: str) -> bytes | None:
        """The bytes last put under `key`, whole, or None."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keep `data` under `key`.

        Raises:
            CacheError: It cannot be written.
        """
        ...

    def drop(self, key: str) -> None:
        """Forget `key`; nothing happens where it is not kept."""
        ...


class NullCache:
    """Keeps nothing."""

    def get(self, key: str) -> bytes | None:
        return None

    def put(self, key: str, data: bytes) -> None: ...

    def drop(self, key: str) -> None: ...


_KEY = re.compile(r"[0-9a-f]{64}")
_PART = re.compile(r"[0-9a-f]{64}\.[^.]*\.part")


@dataclass(frozen=True, slots=True, order=True)
class _Entry:
    used: float
    """Seconds since the epoch."""

    size: int
    path: Path


@dataclass(frozen=True, slots=True)
class Usage:
    entries: int
    bytes: int


class FileCache:
    """One file a key, below `root`; the least recently used go first when `max_bytes` are passed.

    A file appears under its name only when it is whole: a killed process
    leaves at most a `.part` file, which the next eviction removes.
    """

    def __init__(self, root: Path, max_bytes: int = DEFAULT_MAX_BYTES) -> None:
        self.root = root
        self.max_bytes = max_bytes
        self._bytes: int | None = None

    def get(self, key: str) -> bytes | None:
        path = self._path(key)
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise CacheError(f"cannot read {path}: {error.strerror}", cure=self._cure()) from error
        with contextlib.suppress(OSError):  # a read-only cache still serves
            os.utime(path)
        return data

    def put(self, key: str, data: bytes) -> None:
        path = self._path(key)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(path, data)
        except OSError as error:
            raise CacheError(f"cannot write to {self.root}: {error.strerror}", cure=self._cure()) from error
        self._make_room(len(data))

    def drop(self, key: str) -> None:
        with contextlib.suppress(OSError):
            self._path(key).unlink()

    def usage(self) -> Usage:
        sizes = [entry.size for entry in self._entries()]
        return Usage(len(sizes), sum(sizes))

    def clear(self) -> Usage:
        """Remove every entry; returns what was removed.

        Raises:
            CacheError: Something cannot be removed.
        """
        before = self.usage()
        try:
            for entry in [*self._entries(), *self._entries(_PART)]:
                entry.path.unlink(missing_ok=True)
        except OSError as error:
            raise CacheError(f"cannot clear {self.root}: {error.strerror}", cure=self._cure()) from error
        self._bytes = 0
        return before

    def _path(self, key: str) -> Path:
        return self.root / key[:2] / key

    def _entries(self, name: re.Pattern[str] = _KEY) -> Iterator[_Entry]:
        """Our own files: nobody knows what else is in a folder that someone chose."""
        try:
            for path in self.root.glob("??/*"):
                if name.fullmatch(path.name) and path.name.startswith(path.parent.name):
                    with contextlib.suppress(FileNotFoundError):  # another process evicts too
                        stat = path.stat()
                        yield _Entry(stat.st_mtime, stat.st_size, path)
        except OSError as error:
            raise CacheError(f"cannot look into {self.root}: {error.strerror}", cure=self._cure()) from error

    def _make_room(self, added: int) -> None:
        self._bytes = self.usage().bytes if self._bytes is None else self._bytes + added
        if self._bytes <= self.max_bytes:
            return
        entries = sorted(self._entries())
        left = sum(entry.size for entry in entries)
        for entry in [*self._left_behind(), *entries]:
            # A tenth of head room, so that not every put has to look through the folder.
            if left <= self.max_bytes * 0.9:
                break
            with contextlib.suppress(OSError):  # what cannot be removed now may be later
                entry.path.unlink()
            left -= entry.size
        self._bytes = left

    def _left_behind(self) -> list[_Entry]:
        """What killed processes did not finish; no write takes an hour."""
        now = datetime.now(UTC).timestamp()
        return [_Entry(part.used, 0, part.path) for part in self._entries(_PART) if now - part.used > 3600]

    def _cure(self) -> str:
        return (
            "Free some space or mend the folder's permissions; "
            "or choose another with YAPIT_CACHE_DIR, or read with --no-cache."
        )


def _write_whole(path: Path, data: bytes) -> None:
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=f"{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(part)
        raise
