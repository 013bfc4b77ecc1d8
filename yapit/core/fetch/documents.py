"""A document behind an address: redirects and one forwarding page followed, size and time bounded."""

from __future__ import annotations

import html
import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

from yapit.core.errors import SourceError
from yapit.core.fetch.client import (
    MAX_REDIRECTS,
    READ_SECONDS,
    Progress,
    check_scheme,
    check_status,
    client,
    length_of,
    too_large,
    translated,
)

if TYPE_CHECKING:
    import httpx

MAX_BYTES = 100 * 1024**2
MAX_SECONDS = 300.0
"""For all of it, however steadily a server drips."""


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
    max_seconds: float = MAX_SECONDS,
    public_only: bool = False,
) -> Fetched:
    """The bytes behind an http(s) address, decompressed.

    With `public_only`, as a server needs that fetches for others, nothing is
    asked of private, loopback, link-local or other special addresses: not of
    the first one, nor of one that a name or a redirect leads to.

    Raises:
        SourceError: There are none, or more than `max_bytes`, or they do not come; `cure` says what to do.
    """
    check_scheme(url)
    limits = _Limits(max_bytes, time.monotonic() + max_seconds, on_progress)
    with translated(url), client(read_seconds, public_only=public_only) as web:
        fetched = _follow(web, url, limits)
        forwarded = _forwarded_to(fetched)
        return fetched if forwarded is None else _follow(web, forwarded, limits)


@dataclass(frozen=True, slots=True)
class _Limits:
    max_bytes: int
    deadline: float
    """On the monotonic clock."""

    on_progress: Progress | None

    def check_time(self, url: str) -> None:
        if time.monotonic() > self.deadline:
            cure = "Try again later; or download it yourself and give the file."
            raise SourceError(f"{url} comes too slowly", cure=cure)


def _follow(web: httpx.Client, url: str, limits: _Limits) -> Fetched:
    """What is there after redirects; each is checked before it is followed."""
    at = url
    for _ in range(MAX_REDIRECTS + 1):
        limits.check_time(url)
        with web.stream("GET", at, follow_redirects=False) as response:
            following = response.next_request
            if following is None:
                return _received(response, url, limits)
            at = str(following.url)
            check_scheme(at)
    raise SourceError(f"{url} leads in circles", cure="Open it in a browser, save it, and give the file.")


def _received(response: httpx.Response, url: str, limits: _Limits) -> Fetched:
    check_status(response, url)
    content_type = response.headers.get("content-type", "")
    _check_type(content_type, url)
    length = length_of(response)
    if length is not None and length > limits.max_bytes:
        raise too_large(url, length, limits.max_bytes)
    data = bytearray()
    for piece in response.iter_bytes():
        data += piece
        if len(data) > limits.max_bytes:
            raise too_large(url, None, limits.max_bytes)
        limits.check_time(url)
        if limits.on_progress:
            limits.on_progress(response.num_bytes_downloaded, length)
    return Fetched(bytes(data), content_type, str(response.url))


_UNREADABLE = {"video/": "a video", "audio/": "a sound recording", "font/": "a font"}


def _check_type(content_type: str, url: str) -> None:
    for beginning, what in _UNREADABLE.items():
        if content_type.lower().startswith(beginning):
            raise SourceError(f"{url} is {what}", cure="Give an address or a file that holds text.")


_REFRESH = re.compile(rb"<meta\s[^>]*http-equiv\s*=\s*[\"']?refresh\b[^>]*>", re.IGNORECASE)
_TARGET = re.compile(
    r"content\s*=\s*[\"']?\s*(\d{1,3})(?:\.\d*)?\s*[;,]\s*url\s*=\s*['\"]?([^'\">]+)", re.IGNORECASE
)
_COMMENT = re.compile(rb"<!--.*?-->|<noscript\b.*?</noscript\s*>", re.IGNORECASE | re.DOTALL)
_HEAD = 16384
"""Bytes in which a page says that it is somewhere else."""

_LONGEST_WAIT = 10
"""Seconds: a page that waits longer is there to be read, and reloads itself."""


def _forwarded_to(fetched: Fetched) -> str | None:
    """Where a page sends its readers by `<meta http-equiv="refresh">`; None for other documents."""
    head = _COMMENT.sub(b"", fetched.data[:_HEAD])
    tag = _REFRESH.search(head) if "html" in fetched.content_type.lower() else None
    found = _TARGET.search(html.unescape(tag.group().decode("latin-1"))) if tag else None
    if found is None or int(found.group(1)) > _LONGEST_WAIT:
        return None
    target: str = urljoin(fetched.url, found.group(2).strip())
    if urldefrag(target).url == urldefrag(fetched.url).url:
        return None
    check_scheme(target)
    return target
