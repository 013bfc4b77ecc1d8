"""One paragraph of a word processor, gathered in runs: those that are alike are marked as one."""

from __future__ import annotations

from yapit.core.document import Mark, MarkKind, Span
from yapit.core.parse.prose import Prose

Passage = tuple[str, tuple[Mark, ...]]
"""Text and the marks in it, as `Prose.take` gives them."""


class Runs:
    def __init__(self) -> None:
        self.kinds: set[MarkKind | None] = set()
        """What its words are marked as."""

        self._prose = Prose()
        self._raw: list[str] = []
        self._pending: list[str] = []
        self._pending_kind: MarkKind | None = None

    def add(self, text: str, kind: MarkKind | None = None) -> None:
        """Append text; what follows another text of its kind is one with it."""
        if kind is not self._pending_kind:
            self._flush()
        self._pending_kind = kind
        self._pending.append(text)
        self._raw.append(text)

    def add_marked(self, text: str, kind: MarkKind, source: str = "") -> None:
        """Append text that is something of its own."""
        self._flush()
        if text.strip():
            self.kinds.add(kind)
        self._raw.append(text)
        self._prose.add_marked(text, kind, source)

    def end_line(self) -> None:
        self._flush()
        self._raw.append("\n")
        self._prose.end_line()

    def is_only(self, kind: MarkKind) -> bool:
        """Whether all its words are of one kind."""
        self._flush()
        return self.kinds == {kind}

    @property
    def raw(self) -> str:
        """The text with all its white space, for listings."""
        return "".join(self._raw)

    def take(self) -> Passage:
        self._flush()
        return self._prose.take()

    def _flush(self) -> None:
        text, kind = "".join(self._pending), self._pending_kind
        self._pending.clear()
        self._pending_kind = None
        if text.strip():
            self.kinds.add(kind)
        if kind is None:
            self._prose.add(text)
        else:
            self._prose.add_marked(text, kind)


def labelled(label: str, passage: Passage, kind: MarkKind | None = None) -> Passage:
    """A passage after its number, which is marked where a kind is given; as it is where there is none."""
    if not label or not passage[0]:
        return passage
    text, marks = passage
    own = () if kind is None else (Mark(Span(0, len(label)), kind),)
    return f"{label} {text}", (*own, *(mark.shift(len(label) + 1) for mark in marks))
