"""Formats that the first bytes of a source give away: it can be nothing else, whatever it is called."""

from __future__ import annotations

import re
from collections.abc import Callable

from yapit.core.parse.zips import kind_of_zip

_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
# What may stand before it. `[^>]*+` and the like never give back what they took: no text makes them slow.
_BEFORE_HTML = re.compile(rb"(?:\s++|<\?xml[^>]*+>|<!--(?:[^-]++|-(?!->))*+-->)*+")


def is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:1024]


def is_zip_of(kind: str) -> Callable[[bytes], bool]:
    return lambda data: kind_of_zip(data) == kind


def is_rtf(data: bytes) -> bool:
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf")


def is_fb2(data: bytes) -> bool:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    before = _BEFORE_HTML.match(head)
    starts = before is not None and head.startswith(b"<FictionBook", before.end())
    return starts or kind_of_zip(data) == "fb2"


def is_mobi(data: bytes) -> bool:
    return data[60:68] == b"BOOKMOBI"


def is_html(data: bytes) -> bool:
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    before = _BEFORE_HTML.match(head)
    return before is not None and _HTML_START.match(head, before.end()) is not None


def never(data: bytes) -> bool:
    return False


_PICTURE_STARTS = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+",
)  # fmt: skip


def is_picture(data: bytes) -> bool:
    webp = data.startswith(b"RIFF") and data[8:12] == b"WEBP"
    bmp = data.startswith(b"BM") and data[6:10] == b"\0\0\0\0"
    return webp or bmp or data.startswith(_PICTURE_STARTS)
