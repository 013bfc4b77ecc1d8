"""How the bytes of a Rich Text are to be read: by the character sets of its fonts and its code page."""

from __future__ import annotations

import codecs

_CHARSETS = {
    77: "mac-roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
DEFAULT = "cp1252"


def of_charset(charset: int) -> str:
    """The codec of a font; empty where it says nothing."""
    return _CHARSETS.get(charset, "")


def of_code_page(number: int) -> str:
    name = {65001: "utf-8", 10000: "mac-roman"}.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return DEFAULT
    return name
