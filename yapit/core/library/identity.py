"""By what a document is known again: its bytes, the place it was read from, and what its beginning says."""

from __future__ import annotations

import hashlib
import os
import re
import zlib
from itertools import islice

from yapit.core.document import Document

_SKETCHED = 200
"""Words at the beginning that tell an edited text from another one in its place."""

_SHINGLE = 3
_DIGITS = 6
_SAME = 0.15
"""Share of its threes of words that an edited text has in common with what it was; other texts have none."""

_WORD = re.compile(r"[^\W_]+")


def id_of(data: bytes) -> str:
    """What a file, a page or a pipe is known by: the sha256 of its bytes."""
    return hashlib.sha256(data).hexdigest()


def absolute(source: str) -> str:
    """The name of a source wherever one stands: an address without its fragment, or a whole path."""
    if "://" in source:
        return source.partition("#")[0]
    return os.path.abspath(os.path.expanduser(source)) if source else ""


def sketch_of(document: Document) -> str:
    """Up to 200 hashes of what stands at the beginning, 6 hexadecimal digits each."""
    words = [match[0].casefold() for match in islice(_WORD.finditer(document.text), _SKETCHED)]
    last = max(len(words) - _SHINGLE, 0) + 1
    shingles = {" ".join(words[at : at + _SHINGLE]) for at in range(last)} if words else set()
    return "".join(
        sorted(
            f"{zlib.crc32(shingle.encode('utf-8', 'surrogatepass')) & 0xFFFFFF:06x}" for shingle in shingles
        )
    )


def is_same_text(one: str, other: str) -> bool:
    """Whether two sketches can be of one text before and after an edit, or before it had grown."""
    ours, theirs = _hashes(one), _hashes(other)
    fewer = min(len(ours), len(theirs))
    return fewer > 0 and len(ours & theirs) / fewer >= _SAME


def _hashes(sketch: str) -> set[str]:
    return {sketch[at : at + _DIGITS] for at in range(0, len(sketch), _DIGITS)}
