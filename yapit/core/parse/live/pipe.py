"""What is piped in: bytes as they come, and whether they are a file or a text that is still being written."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse.detection import detect
from yapit.core.parse.source import MAX_FILE_BYTES, Source, check_size

Arrivals = Callable[[float | None], bytes | None]
"""What arrives within so many seconds, or at last; None where nothing does, no byte at the end."""

_WINDOW = 0.15
"""Seconds from the first byte on until it is told what comes."""

_OF_A_FILE = 4096
"""Bytes in such a time: a program that writes a thousand times as fast as one speaks is read whole."""

_LIVE = ("plain text", "Markdown", "reStructuredText", "program")
"""Formats that are read as they come; of the others, the end tells what the beginning is."""


class Pipe:
    """Standard input on a descriptor of its own: the terminal may take the place of the first."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = os.dup(descriptor)

    @classmethod
    def of_stdin(cls) -> Pipe | None:
        """None where stdin is a terminal, or no file. Whatever becomes of stdin, the pipe stays open."""
        try:
            descriptor = -1 if sys.stdin is None or sys.stdin.isatty() else sys.stdin.fileno()
        except OSError:  # no file stands behind it
            return None
        return cls(descriptor) if descriptor >= 0 else None

    def __call__(self, seconds: float | None) -> bytes | None:
        """See `Arrivals`.

        Raises:
            SourceError: The pipe broke.
        """
        try:
            if not select.select([self._descriptor], [], [], seconds)[0]:
                return None
            return os.read(self._descriptor, 65536)
        except OSError as error:
            raise SourceError(
                f"the pipe broke: {error.strerror}", cure="Look at the command before it."
            ) from error


@dataclass(frozen=True, slots=True)
class Beginning:
    data: bytes = b""
    """What has come; nothing where nothing came in time."""

    is_whole: bool = False
    """This is all there will be."""


def beginning(arrivals: Arrivals, patience: float | None = None) -> Beginning:
    """The whole of what is piped in where that comes like a file, else what has come of a live text.

    Waits `patience` seconds for the first byte, then until it is told what comes.

    Raises:
        EmptyDocument: It ended, and nothing had come.
        SourceError: It is too large.
    """
    first = arrivals(patience)
    if first is None:
        return Beginning()
    if not first:
        raise EmptyDocument("nothing came through the pipe", cure="Check the command before the pipe.")
    parts, size = [first], len(first)
    while True:
        more, ended = _within_window(arrivals)
        parts += more
        if ended:
            return Beginning(b"".join(parts), is_whole=True)
        size += sum(map(len, more))
        if size > MAX_FILE_BYTES:
            check_size(b"".join(parts), "the text from the pipe")
        if sum(map(len, more)) < _OF_A_FILE:
            break
    data = b"".join(parts)
    return Beginning(data) if _is_live(data) else Beginning(_to_the_end(arrivals, data), is_whole=True)


def _within_window(arrivals: Arrivals) -> tuple[list[bytes], bool]:
    """What comes in that time, and whether it has ended."""
    parts: list[bytes] = []
    until = time.monotonic() + _WINDOW
    while (left := until - time.monotonic()) > 0:
        data = arrivals(left)
        if not data:
            return parts, data is not None
        parts.append(data)
    return parts, False


def _is_live(data: bytes) -> bool:
    try:
        return detect(Source(data)).name in _LIVE
    except SourceError:  # that, too, is told by the whole of it
        return False


def _to_the_end(arrivals: Arrivals, begun: bytes) -> bytes:
    parts, size = [begun], len(begun)
    while size <= MAX_FILE_BYTES and (data := arrivals(None)):
        parts.append(data)
        size += len(data)
    data = b"".join(parts)
    check_size(data, "the text from the pipe")
    return data
