"""Which encoding a text is in that is no UTF-8 and does not say."""

from __future__ import annotations

import re

_SAMPLE = 65536
"""Bytes that are looked at, from the first letter on that is not ASCII."""

_WIDE_SAMPLE = 4096

# What is met in old files, and told apart well; more names would only be mistaken for these.
_LEGACY = [
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "koi8_u", "cp866",
    "iso8859_2", "iso8859_5", "cp932", "euc_jp", "gb18030", "big5", "cp949",
]  # fmt: skip

_RARE = ["shift_jisx0213", "euc_jisx0213", "johab", "iso8859_7", "mac_roman", "cp437", "cp850"]

# The Latin encodings differ in a few letters; the one in which all letters are of one language is right.
_LATIN = {
    "cp1252": (
        "àâæçéèêëîïôœùûüÿ", "äöüßé", "áéíóúüñ", "àèéìíòóùú", "áàâãçéêíóôõúü", "åäöæøéü", "áðéíóúýþæö",
        "éëïóöüèêá", "àçéèíïóòúü",
    ),
    "cp1250": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"),
    "iso8859_2": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"),
    "cp1254": ("çğıöşüâîû",),
}  # fmt: skip
_SIGN_IN_WORD = re.compile(r"[^\W\d_][^\w\s'’.,:/@&()*+=\"-][^\W\d_]")

_ISO_2022_JP = re.compile(rb"\x1b\$[@B]")


def wide_encoding(data: bytes) -> str:
    """UTF-16's name where half-words without a byte order mark are clearly that, else nothing.

    The wrong order of bytes turns spaces and line ends into signs of distant
    scripts, and pictures or programs hold much that cannot be printed.
    """
    sample = data[: _WIDE_SAMPLE - _WIDE_SAMPLE % 2]
    if b"\0" not in sample or len(data) % 2:
        return ""
    return next((name for name in ("utf-16-le", "utf-16-be") if _reads_well(sample, name)), "")


def _reads_well(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, "replace")
    good = sum(character.isprintable() or character in "\t\r\n" for character in text)
    spaces = sum(character in " \r\n\u3000\u3001\u3002" for character in text)
    return good >= len(text) * 0.98 and spaces * 100 >= len(text) and "\ufffd" not in text[:-1]


def legacy_encoding(data: bytes) -> str:
    """The name of the encoding that fits best, or nothing where none does."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 22 ms, and most texts are UTF-8

    sample = _telling_part(data)
    best = from_bytes(sample, cp_isolation=_LEGACY).best() or from_bytes(sample, cp_isolation=_RARE).best()
    if best is None:
        return ""
    if best.encoding in _LATIN:
        return next((name for name in _LATIN if _is_latin(sample, name)), best.encoding)
    if best.encoding.startswith("koi8"):
        return _by_case(sample, best.encoding)
    return best.encoding


def _is_latin(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, "replace")
    letters = {character for character in text.lower() if character > "\x7f" and character.isalpha()}
    known = any(letters <= set(alphabet) for alphabet in _LATIN[encoding])
    return known and _SIGN_IN_WORD.search(text) is None and "\ufffd" not in text


def _by_case(sample: bytes, encoding: str) -> str:
    """Small letters of Windows-1251 are KOI8-R's capitals, of which a text has fewer."""
    text = sample.decode(encoding, "replace")
    return "cp1251" if sum(map(str.isupper, text)) > sum(map(str.islower, text)) else encoding


def japanese_by_escapes(data: bytes) -> bool:
    """Whether a text is in ISO-2022-JP, which looks like ASCII."""
    return _ISO_2022_JP.search(data[:_SAMPLE]) is not None


_NOT_ASCII = re.compile(rb"[\x80-\xff]")


def _telling_part(data: bytes) -> bytes:
    """Whole lines from the one on in which ASCII ends; a letter of two bytes is never cut."""
    first = _NOT_ASCII.search(data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    if len(data) - start <= _SAMPLE:
        return data[start:]
    end = data.rfind(b"\n", start, start + _SAMPLE)
    return data[start : end if end > start else start + _SAMPLE]
