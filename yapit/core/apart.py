"""A large document is parsed by a process of its own: no key waits for it, and its memory leaves with it."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import IO

from yapit.core import errors
from yapit.core.document import Document
from yapit.core.errors import SourceError, YapitError
from yapit.core.packed import begins_with, pack, unpack
from yapit.core.parse import Progress, Source, read_growing

_NOTHING = Document("", ())
_HEAD = struct.Struct("<cq")
"""What a message tells, and how many bytes of it follow."""

_PROGRESS, _FURTHER, _ANEW, _ERROR, _END = b"p", b"f", b"a", b"e", b"."
# A document is sent as what it has beyond the one before, or else anew.

_NICE = 5
"""How much the process gives way to keys and voice once there is something to read."""


def read_growing_apart(
    source: Source, *, password: str = "", on_progress: Progress | None = None
) -> Iterator[Document]:
    """As `read_growing`, by a process that begins now, and ends when nobody waits for it any more.

    Where no process can be had, the document is read in this one.
    """
    command = [sys.executable, "-P", "-m", __name__]
    quiet, pipe = subprocess.DEVNULL, subprocess.PIPE
    try:
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=quiet)
    except OSError:
        return read_growing(source, password=password, on_progress=on_progress)
    given = replace(source, password=password or source.password)
    taken, process.stdin = process.stdin, None  # closed by the thread alone, whenever the process ends
    threading.Thread(target=_give, args=(taken, given), name="source", daemon=True).start()
    documents = _taken(process, source.label, on_progress)
    next(documents)  # it has begun: whoever drops it ends the process, though nothing was asked of it yet
    return documents


def _give(taken: IO[bytes] | None, source: Source) -> None:
    """Hand over the bytes, and what is known of them: not as arguments, for those are seen by all."""
    known = [source.name, source.content_type, source.password, source.origin]
    if taken is None:
        return
    with contextlib.suppress(OSError), taken as pipe:  # where it has ended, its answer tells of it
        pipe.write(json.dumps(known).encode() + b"\n")
        pipe.write(source.data)


def _taken(process: subprocess.Popen[bytes], label: str, on_progress: Progress | None) -> Iterator[Document]:
    """Nothing, at once; then the documents as they come."""
    document = _NOTHING
    with process:
        try:
            yield document
            while (message := _received(process.stdout, label))[0] != _END:
                kind, data = message
                if kind == _PROGRESS and on_progress is not None:
                    on_progress(*json.loads(data))
                elif kind == _ERROR:
                    raise _error(*json.loads(data))
                elif kind in (_FURTHER, _ANEW):
                    document = unpack(data, document if kind == _FURTHER else _NOTHING)
                    yield document
        finally:
            process.kill()


def _received(pipe: IO[bytes] | None, label: str) -> tuple[bytes, bytes]:
    head = pipe.read(_HEAD.size) if pipe is not None else b""
    if pipe is not None and len(head) == _HEAD.size:
        kind, length = _HEAD.unpack(head)
        data = pipe.read(length)
        if len(data) == length:
            return kind, data
    raise SourceError(f"reading {label} broke off", cure="What `yapit text` says of it may tell more.")


def _error(name: str, message: str, cure: str) -> YapitError:
    kind = getattr(errors, name, SourceError)
    known = isinstance(kind, type) and issubclass(kind, YapitError)
    return kind(message, cure=cure) if known else SourceError(message, cure=cure)


def _answer(source: Source, pipe: IO[bytes]) -> None:
    def tell(kind: bytes, data: bytes = b"") -> None:
        pipe.write(_HEAD.pack(kind, len(data)))
        pipe.write(data)
        pipe.flush()

    def on_progress(done: int, total: int | None) -> None:
        tell(_PROGRESS, json.dumps((done, total)).encode())

    before = _NOTHING
    try:
        for document in read_growing(source, on_progress=on_progress):
            after, kind = (before, _FURTHER) if begins_with(document, before) else (_NOTHING, _ANEW)
            tell(kind, pack(document, after, level=0))
            if before is _NOTHING and hasattr(os, "nice"):
                os.nice(_NICE)
            before = document
        tell(_END)
    except YapitError as error:
        tell(_ERROR, json.dumps((type(error).__name__, str(error), error.cure)).encode())


def _main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who waits for the answer decides
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what libraries print is no part of the answer
    name, content_type, password, origin = json.loads(sys.stdin.buffer.readline())
    source = Source(sys.stdin.buffer.read(), name, content_type, password, origin)
    try:
        _answer(source, answer)
    except BrokenPipeError:  # nobody waits for it any more
        os._exit(0)


if __name__ == "__main__":
    _main()
