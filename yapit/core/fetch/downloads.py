"""A URL to a file of known content: resumed where it broke off, checked, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from yapit.core.errors import DownloadError, SourceError
from yapit.core.fetch.client import (
    READ_SECONDS,
    Progress,
    check_scheme,
    check_status,
    client,
    explain,
    length_of,
)

if TYPE_CHECKING:
    import httpx

_PAUSES = (0.5, 2.0, 8.0)
"""Seconds before another attempt, while no new byte arrives."""


def download(
    url: str,
    target: Path,
    *,
    sha256: str,
    size: int | None = None,
    on_progress: Progress | None = None,
    read_seconds: float = READ_SECONDS,
) -> None:
    """A file of known content to `target`: whole and checked, or not at all.

    What has arrived is kept in `<target>.part`, and a later call goes on from there.

    Raises:
        DownloadError: It did not arrive, or is not what it should be; `cure` says what to do.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _check_room(target, (size or 0) - _size(part))
        _Transfer(url, part, size, on_progress, read_seconds).run()
        _check_sum(part, sha256, url)
        os.replace(part, target)
    except OSError as error:
        reason = error.strerror or str(error)
        raise DownloadError(
            f"cannot write {target}: {reason}", cure="Free some space or mend the folder."
        ) from error
    except SourceError as error:
        raise DownloadError(str(error), cure=error.cure) from error


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _check_room(target: Path, needed: int) -> None:
    free = shutil.disk_usage(target.parent).free
    if needed > free:
        message = (
            f"{target.name} needs {needed / 1024**2:.0f} MB and {target.parent} has {free / 1024**2:.0f} MB"
        )
        raise DownloadError(message, cure="Free some space, or choose another folder.")


def _check_sum(part: Path, sha256: str, url: str) -> None:
    with part.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256.lower():
        part.unlink()
        cure = "Try again; if it happens again, the file was changed on the server or on its way."
        raise DownloadError(f"{url} is not the file it should be (sha256 {found[:12]}…)", cure=cure)


class _BrokeOff(Exception):
    """The connection broke, or the server had trouble: worth another attempt."""


@dataclass(frozen=True, slots=True)
class _Transfer:
    """Bytes from a URL to the end of a file, over as many attempts as make progress."""

    url: str
    part: Path
    size: int | None
    on_progress: Progress | None
    read_seconds: float

    def run(self) -> None:
        failures = 0
        while not self._is_complete():
            before = _size(self.part)
            try:
                self._attempt()
                return
            except _BrokeOff as error:
                failures = 0 if _size(self.part) > before else failures + 1
                if failures > len(_PAUSES):
                    raise DownloadError(
                        f"{self.url} {error}",
                        cure="Check your connection and try again; it goes on from there.",
                    ) from error
                time.sleep(_PAUSES[max(failures - 1, 0)])

    def _is_complete(self) -> bool:
        """Whether all bytes are here already; more than all are thrown away."""
        have = _size(self.part)
        if self.size is not None and have > self.size:
            self.part.unlink()
        return have == self.size

    def _attempt(self) -> None:
        import httpx  # noqa: PLC0415 - 0.1 s

        have = _size(self.part)
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
        check_scheme(self.url)
        try:
            with (
                client(self.read_seconds) as web,
                web.stream("GET", self.url, headers=headers) as answer,
            ):
                self._receive(answer, have)
        except httpx.TransportError as error:
            raise _BrokeOff(explain(error)[0]) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            message, cure = explain(error)
            raise DownloadError(f"{self.url} {message}", cure=cure) from error

    def _receive(self, answer: httpx.Response, have: int) -> None:
        if answer.status_code == 416:  # nothing after what is here: the sum will tell whether that is all
            return
        if answer.status_code >= 500 or answer.status_code == 429:
            raise _BrokeOff(f"answers {answer.status_code}")
        check_status(answer, self.url)
        resumed = answer.status_code == 206 and answer.headers.get("content-range", "").startswith(
            f"bytes {have}-"
        )
        if have and answer.status_code == 206 and not resumed:
            self.part.unlink()
            raise _BrokeOff("sends another part than it was asked for")
        self._write(answer, have if resumed else 0)

    def _write(self, answer: httpx.Response, have: int) -> None:
        length = length_of(answer)
        total = self.size or (None if length is None else have + length)
        with self.part.open("ab" if have else "wb") as file:
            for piece in answer.iter_raw():
                file.write(piece)
                have += len(piece)
                if self.size is not None and have > self.size:
                    return  # not the file it should be: the sum will say so
                if self.on_progress:
                    self.on_progress(have, total)
        if self.size is not None and have < self.size:
            raise _BrokeOff("ends too early")
