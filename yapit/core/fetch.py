"""A URL to bytes, or to a file: bounded, resumed, checked. Nothing else in core touches the network."""

from __future__ import annotations

import hashlib
import os
import shutil
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from yapit.core.errors import DownloadError, SourceError

if TYPE_CHECKING:
    import httpx

Progress = Callable[[int, int | None], None]
"""Bytes so far, and of how many where the server says."""

MAX_BYTES = 100 * 1024**2
CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0
MAX_REDIRECTS = 10


@dataclass(frozen=True, slots=True)
class Fetched:
    data: bytes
    content_type: str
    """The header as it came: `text/html; charset=…`."""

    url: str
    """Where it was found in the end, after redirects."""


def fetch(
    url: str,
    *,
    max_bytes: int = MAX_BYTES,
    on_progress: Progress | None = None,
    read_seconds: float = READ_SECONDS,
) -> Fetched:
    """The bytes behind an http(s) address, decompressed.

    Raises:
        SourceError: There are none, or more than `max_bytes`, or they do not come; `cure` says what to do.
    """
    _check_scheme(url)
    with _translated(url), _client(read_seconds) as client, client.stream("GET", url) as response:
        _check_status(response, url)
        length = _length(response)
        if length is not None and length > max_bytes:
            raise _too_large(url, length, max_bytes)
        data = bytearray()
        for piece in response.iter_bytes():
            data += piece
            if len(data) > max_bytes:
                raise _too_large(url, None, max_bytes)
            if on_progress:
                on_progress(response.num_bytes_downloaded, length)
        return Fetched(bytes(data), response.headers.get("content-type", ""), str(response.url))


def _client(read_seconds: float) -> httpx.Client:
    from importlib.metadata import version  # noqa: PLC0415 - 20 ms

    import httpx  # noqa: PLC0415 - 0.1 s

    return httpx.Client(
        timeout=httpx.Timeout(read_seconds, connect=CONNECT_SECONDS),
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
        # No other compression: what a piece of 64 KB can unpack to is bounded with these two.
        headers={"User-Agent": f"yapit/{version('yapit-reader')}", "Accept-Encoding": "gzip, deflate"},
    )


def _check_scheme(url: str) -> None:
    scheme, found, rest = url.partition("://")
    if not found or scheme.lower() not in ("http", "https") or not rest.strip("/"):
        cure = "Give an address that begins with http:// or https://, or the path of a file."
        raise SourceError(f"cannot fetch {url}", cure=cure)


def _length(response: httpx.Response) -> int | None:
    text = response.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() else None


def _too_large(url: str, length: int | None, max_bytes: int) -> SourceError:
    limit = max_bytes / 1024**2
    size = f"{length / 1024**2:.0f} MB" if length else f"more than {limit:.0f} MB"
    cure = f"Yapit fetches at most {limit:.0f} MB: download it yourself and give the file."
    return SourceError(f"{url} has {size}", cure=cure)


_STATUS_CURES = {
    401: "It asks for a password: open it in a browser, save it, and give the file.",
    403: "It refuses programs: open it in a browser, save it, and give the file.",
    404: "Check the address; there is nothing there.",
    410: "It was there and is gone; web.archive.org may have a copy.",
    429: "It was asked too often; wait a while and try again.",
}


def _check_status(response: httpx.Response, url: str) -> None:
    if response.is_success:
        return
    status = response.status_code
    fallback = (
        "The server has trouble; try again later." if status >= 500 else "Open it in a browser to see why."
    )
    reason = f"{status} {response.reason_phrase}".strip()
    raise SourceError(f"{url} answers {reason}", cure=_STATUS_CURES.get(status, fallback))


@contextmanager
def _translated(url: str) -> Iterator[None]:
    """What httpx raises, as a SourceError that says what to do."""
    import httpx  # noqa: PLC0415 - loaded already

    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        message, cure = _explain(error)
        raise SourceError(f"{url} {message}", cure=cure) from error


def _explain(error: Exception) -> tuple[str, str]:
    import httpx  # noqa: PLC0415 - loaded already

    if isinstance(error, httpx.TooManyRedirects):
        return "leads in circles", "Open it in a browser, save it, and give the file."
    if isinstance(error, httpx.TimeoutException):
        return "does not answer in time", "Try again later, or check your connection."
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol):
        return "is no address that can be fetched", "Check the address."
    if isinstance(error, httpx.DecodingError):
        return "sends damaged data", "Try again; or save it in a browser and give the file."
    if isinstance(error, httpx.ConnectError):
        return _explain_connection(error)
    return "broke off the connection", "Try again."


def _explain_connection(error: BaseException) -> tuple[str, str]:
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return (
            "cannot prove who it is",
            "Its certificate is wrong; check the address and this machine's clock.",
        )
    if "name" in str(error).lower() or "nodename" in str(error).lower():
        return "cannot be found", "Check the spelling of the address and your connection."
    return "cannot be reached", "Check the address and your connection."


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


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
        _check_scheme(self.url)
        try:
            with (
                _client(self.read_seconds) as client,
                client.stream("GET", self.url, headers=headers) as answer,
            ):
                self._receive(answer, have)
        except httpx.TransportError as error:
            raise _BrokeOff(_explain(error)[0]) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            message, cure = _explain(error)
            raise DownloadError(f"{self.url} {message}", cure=cure) from error

    def _receive(self, answer: httpx.Response, have: int) -> None:
        if answer.status_code == 416:  # nothing after what is here: the sum will tell whether that is all
            return
        if answer.status_code >= 500 or answer.status_code == 429:
            raise _BrokeOff(f"answers {answer.status_code}")
        _check_status(answer, self.url)
        resumed = answer.status_code == 206 and answer.headers.get("content-range", "").startswith(
            f"bytes {have}-"
        )
        if have and answer.status_code == 206 and not resumed:
            self.part.unlink()
            raise _BrokeOff("sends another part than it was asked for")
        self._write(answer, have if resumed else 0)

    def _write(self, answer: httpx.Response, have: int) -> None:
        length = _length(answer)
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
