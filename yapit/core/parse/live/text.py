"""A live text: characters in, ever longer documents out, and nothing told that more text would change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from yapit.core.document import BlockKind, Document
from yapit.core.parse.live.certainty import Search
from yapit.core.parse.live.opened import OpenSource
from yapit.core.parse.live.pieces import Markup, Piece
from yapit.core.parse.live.stirrings import Stirrings
from yapit.core.parse.live.told import Told
from yapit.core.parse.markdown.front_matter import split_front_matter

_LONGEST_UNTOLD = 65_536
"""Characters of a block of which nothing could be told."""

_WHOLE_ONLY = frozenset((BlockKind.CODE, BlockKind.TABLE))
"""What is told of these, "Code, 12 lines.", can be told when they are over."""

_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)[ \t]*(?:\n|\Z)|(?:--?|\+\+?)?\Z")
_FRONT_MATTER_ENDS = re.compile(r"^(?:---|\.\.\.|\+\+\+)[ \t]*\n", re.M)
_LONGEST_FRONT_MATTER = 8_192


class Quiet(IntEnum):
    """How long nothing has come: the longer, the more is taken to be over."""

    NONE = 0
    SENTENCE = 1
    """What looks like the end of a sentence is one."""

    LINE = 2
    """A line that has ended is not gone on with."""

    ALL = 3
    """Whoever writes has stopped to think: what is there is told."""


class LiveText:
    def __init__(self) -> None:
        self._told = Told()
        self._open = OpenSource(self._told)
        self._may_be_front = True
        self._stirrings = Stirrings()

    @property
    def document(self) -> Document:
        return self._told.document()

    def add(self, text: str) -> None:
        """See `OpenSource.add`."""
        self._open.add(text)
        self._stirrings.look(self._open.text, min(len(text), len(self._open.text)))

    def tell(self, quiet: Quiet = Quiet.NONE, *, ended: bool = False) -> bool:
        """Take what is certain by now into the document; False where that is nothing new."""
        if not (quiet or ended or self._stirrings.is_due) or self._is_in_front_matter(ended=ended):
            return False
        source = self._source(quiet, ended=ended)
        reading = self._open.read(source, ended=ended)
        if not self._open.agrees(reading.pieces):
            self._open.cut()
            return self.tell(quiet or Quiet.SENTENCE, ended=ended)
        self._stirrings.read(reading.pieces[-1].kind if reading.pieces else BlockKind.PARAGRAPH)
        certain = len(reading.pieces) if ended else self._certain(source, reading.pieces, quiet)
        is_new = self._tell(source, reading.pieces, certain, quiet)
        self._open.forget(reading)
        return is_new

    def _source(self, quiet: Quiet, *, ended: bool) -> str:
        if ended:
            return self._open.text
        return self._open.with_words() if quiet is Quiet.ALL else self._open.sure()

    def _is_in_front_matter(self, *, ended: bool) -> bool:
        """Whether the text begins with what it says of itself, and that has not ended; taken once it has."""
        if not self._may_be_front:
            return False
        source = self._open.text
        begun = _FRONT_MATTER.match(source) is not None
        over = _FRONT_MATTER_ENDS.search(source, 4) is not None
        if begun and not over and not ended and len(source) < _LONGEST_FRONT_MATTER:
            return True
        self._may_be_front = False
        if begun:
            self._told.front, self._open.text = split_front_matter(source)
            self._open.markup = Markup(self._told.front.works)
        return False

    def _certain(self, source: str, pieces: Sequence[Piece], quiet: Quiet) -> int:
        """How many of the blocks are over."""
        if not pieces:
            return 0
        may_end = quiet is Quiet.ALL or (quiet is Quiet.LINE and source.endswith("\n"))
        is_over = (
            (may_end and pieces[-1].kind not in _WHOLE_ONLY)
            or len(source) - self._open.released > _LONGEST_UNTOLD
            or self._open.is_over(source, pieces)
        )
        return len(pieces) if is_over else len(pieces) - 1

    def _tell(self, source: str, pieces: Sequence[Piece], certain: int, quiet: Quiet) -> bool:
        before = self._open.base
        new = [self._told.tell(before + number, piece) for number, piece in enumerate(pieces[:certain])]
        if certain == len(pieces):
            self._open.released = len(source)
            return any(new)
        self._open.released = max(self._open.released, pieces[certain].start)
        found = self._search(source, pieces, quiet).found() if pieces[-1].kind not in _WHOLE_ONLY else None
        if found is None:
            return any(new)
        part, self._open.released = found
        return self._told.tell(before + certain, part) or any(new)

    def _search(self, source: str, pieces: Sequence[Piece], quiet: Quiet) -> Search:
        return Search(
            lambda text: self._open.read(text).pieces,
            source,
            pieces,
            self._open.released,
            self._open.begun(len(pieces) - 1),
            self._told.language,
            is_quiet=quiet >= Quiet.SENTENCE,
        )
