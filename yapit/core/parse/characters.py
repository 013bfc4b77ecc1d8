"""Bytes to characters, and the few characters that are spelled otherwise than they are said."""

from __future__ import annotations

import codecs
import re
import unicodedata

from yapit.core.errors import SourceError
from yapit.core.parse.charset import japanese_by_escapes, legacy_encoding, wide_encoding

_BOMS = (  # the longer first: the mark of UTF-16 is the beginning of UTF-32's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_CURE = "Convert it first, for example with: iconv -f SHIFT_JIS -t UTF-8 old.txt > new.txt"


def decode(data: bytes, label: str, declared: str = "") -> str:
    """The text of a file: by its byte order mark, else as declared, else UTF-8, else what fits its letters.

    UTF-8 with a few broken bytes (a file cut short, a bad paste) stays UTF-8,
    with U+FFFD in their place. What nothing fits is taken for Windows-1252,
    which holds Latin-1's letters too.

    Raises:
        SourceError: It is in none of these.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, label)
    wide = wide_encoding(data)
    if wide:
        return data.decode(wide, "replace")
    for encoding in (declared, "iso2022_jp" if japanese_by_escapes(data) else "", "utf-8"):
        text = _leniently(data, encoding) if encoding else None
        if text is not None:
            return text
    text = _leniently(data, legacy_encoding(data))
    return text if text is not None else _strictly(data, "cp1252", label)


def _strictly(data: bytes, encoding: str, label: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(f"{label} is in no encoding that Yapit knows", cure=_CURE) from error


def _leniently(data: bytes, encoding: str) -> str | None:
    """None where more than one in four of the letters beyond ASCII would be lost."""
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, UnicodeError):
        return None
    broken = text.count("\ufffd")
    if broken and broken * 4 > sum(character > "\x7f" for character in text):
        return None
    return text


def is_binary(data: bytes) -> bool:
    """No text holds NUL, save UTF-16 and UTF-32; nor many other control characters."""
    if any(data.startswith(mark) for mark, _ in _BOMS) or wide_encoding(data):
        return False
    head = data[:65536]
    return b"\0" in data or len(_CONTROLS.findall(head)) > max(len(head) // 50, _STRAY)


_STRAY = 4
"""Control characters that a text may hold however short it is."""

_CONTROLS = re.compile(rb"[\x01-\x07\x0e-\x1a\x1c-\x1f\x7f]")

_SPELLED = str.maketrans(
    {
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
        "\u00ad": None,  # soft hyphen: where a word may be broken
        "\u200b": None,  # zero-width space
        "\u2060": None,  # word joiner
        "\ufeff": None,  # byte order mark in mid-text
        "\u2011": "-",  # hyphen that does not break
    }
)  # fmt: skip


def tidy(text: str) -> str:
    """Ligatures spelled out, invisible characters gone, letters composed; white space is left alone."""
    return unicodedata.normalize("NFC", text).translate(_SPELLED)


def one_line(text: str) -> str:
    """`tidy`, with every run of white space (no-break spaces too) a single space."""
    return " ".join(tidy(text).split())
