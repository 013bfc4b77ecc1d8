"""Bytes in any pieces to characters: the same text however it was cut, without a terminal's signs."""

from __future__ import annotations

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LONGEST_BOM = 3

_LONGEST = 4096
"""Characters of a terminal's command; what goes on longer is none."""

_STRING = r"\x1b[\]PX^_][^\x07\x1b]*"  # titles, links: anything up to a bell or the end of a string
_COMMAND = re.compile(
    r"(?:\x1b\[|\x9b)(?P<numbers>[0-?]*)[ -/]*(?P<name>[@-~])"
    rf"|{_STRING}(?:\x07|\x1b\\|(?=\x1b[^\\]))"
    r"|\x1b[ -/]+[0-~]|\x1b[^\x1b]|\x1b(?=\x1b)"
)
_BEGUN = re.compile(rf"(?:(?:\x1b\[|\x9b)[0-?]*[ -/]*|{_STRING}\x1b?|\x1b[ -/]*)\Z|\r+\Z")
_LINE_ENDS = re.compile(r"\r*\n|[\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x07\x0e-\x1f\x7f-\x84\x86-\x9f]")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 are read as in whole files that are none."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("yapit.windows-1252", _as_windows_1252)


class Characters:
    r"""Takes bytes as they come.

    A line ends with `\n`. Two controls stay, for whoever keeps the text: `\r` begins the
    line anew, as a progress bar does, and `\b` takes back a character.
    """

    def __init__(self) -> None:
        self._first = b""
        self._decoder: codecs.IncrementalDecoder | None = None
        self._held = ""
        """The beginning of a command, or of a line end, of which the rest has not come."""

    def take(self, data: bytes, *, last: bool = False) -> str:
        text = self._held + self._decoded(data, last=last)
        begun = None if last else _BEGUN.search(text, max(len(text) - _LONGEST, 0))
        self._held = begun[0] if begun else ""
        text = text[: len(text) - len(self._held)]
        text = _LINE_ENDS.sub("\n", _COMMAND.sub(_done, text))
        return _CONTROLS.sub("", text.removesuffix("\r") if last else text).replace("\ufeff", "")

    def _decoded(self, data: bytes, *, last: bool) -> str:
        if self._decoder is None:
            self._first += data
            if len(self._first) < _LONGEST_BOM and not last:
                return ""
            data, self._first = self._first, b""
            mark, name = next((bom for bom in _BOMS if data.startswith(bom[0])), (b"", "utf-8"))
            errors = "yapit.windows-1252" if name == "utf-8" else "replace"
            self._decoder = codecs.getincrementaldecoder(name)(errors)
            data = data.removeprefix(mark)
        return self._decoder.decode(data, last)


def _done(command: re.Match[str]) -> str:
    """What a command does to the text: most only colour it."""
    name, numbers = command["name"], command["numbers"]
    erases = name == "K" and numbers == "2"
    return "\r" if erases or (name == "G" and numbers in ("", "0", "1")) else ""
