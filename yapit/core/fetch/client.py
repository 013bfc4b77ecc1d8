"""What every request shares: who asks, how long, what is refused, and errors as the listener reads them."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from yapit.core.errors import SourceError

if TYPE_CHECKING:
    import httpx

Progress = Callable[[int, int | None], None]
"""Bytes so far, and of how many where the server says."""

CONNECT_SECONDS = 10.0
READ_SECONDS = 30.0
MAX_REDIRECTS = 10


def client(read_seconds: float, *, public_only: bool = False) -> httpx.Client:
    from importlib.metadata import version  # noqa: PLC0415 - 20 ms

    import httpx  # noqa: PLC0415 - 0.1 s

    from yapit.core.fetch.public import PublicTransport  # noqa: PLC0415 - it needs httpx

    return httpx.Client(
        transport=PublicTransport() if public_only else None,
        timeout=httpx.Timeout(read_seconds, connect=CONNECT_SECONDS),
        follow_redirects=True,
        max_redirects=MAX_REDIRECTS,
        # No other compression: what a piece of 64 KB can unpack to is bounded with these two.
        headers={"User-Agent": f"yapit/{version('yapit-reader')}", "Accept-Encoding": "gzip, deflate"},
    )


def check_scheme(url: str) -> None:
    scheme, found, rest = url.partition("://")
    if not found or scheme.lower() not in ("http", "https") or not rest.strip("/"):
        cure = "Give an address that begins with http:// or https://, or the path of a file."
        raise SourceError(f"cannot fetch {url}", cure=cure)


def length_of(response: httpx.Response) -> int | None:
    text = response.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() else None


def too_large(url: str, length: int | None, max_bytes: int) -> SourceError:
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


def check_status(response: httpx.Response, url: str) -> None:
    if response.is_success:
        return
    status = response.status_code
    fallback = (
        "The server has trouble; try again later." if status >= 500 else "Open it in a browser to see why."
    )
    reason = f"{status} {response.reason_phrase}".strip()
    raise SourceError(f"{url} answers {reason}", cure=_STATUS_CURES.get(status, fallback))


@contextmanager
def translated(url: str) -> Iterator[None]:
    """What httpx raises, as a SourceError that says what to do."""
    import httpx  # noqa: PLC0415 - loaded already

    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        message, cure = explain(error)
        raise SourceError(f"{url} {message}", cure=cure) from error


def explain(error: Exception) -> tuple[str, str]:
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
