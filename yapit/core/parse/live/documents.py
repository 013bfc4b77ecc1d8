"""What arrives, and for how long nothing does, to documents each of which begins with the one before."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from yapit.core.document import Document
from yapit.core.parse import read_growing
from yapit.core.parse.draft import check_words
from yapit.core.parse.live.characters import Characters
from yapit.core.parse.live.pipe import Arrivals, beginning
from yapit.core.parse.live.text import LiveText, Quiet
from yapit.core.parse.source import Source

_QUIETS = ((0.2, Quiet.SENTENCE), (0.4, Quiet.LINE), (1.5, Quiet.ALL))
"""Seconds in which nothing came. Models pause for 0.05 s between words, for seconds when they think."""

_PATIENCE = 0.3
"""Seconds that the first byte of a file may take: what fails by then fails before a page is drawn."""


def live_documents(arrivals: Arrivals, begun: bytes = b"") -> Iterator[Document]:
    """One each time there is more that is certain; the last is whole. `begun` has arrived before.

    Raises:
        EmptyDocument: It ended, and held no word.
    """
    characters, text = Characters(), LiveText()
    data = begun or _next(arrivals)
    while data:
        text.add(characters.take(data))
        if text.tell():
            yield text.document
        data = yield from _told_in_quiet(arrivals, text)
    text.add(characters.take(b"", last=True))
    text.tell(ended=True)
    document = text.document
    check_words(document.text, "the text from the pipe")
    yield document


def piped_documents(arrivals: Arrivals, *, password: str = "") -> Iterator[Document]:
    """Those of a file where what is piped in comes like one, else those of a live text.

    Where it is not a file that is there at once, the first document is empty: something to show
    while the text is waited for.

    Raises:
        SourceError: It is in no format that Yapit reads.
        EmptyDocument: It holds no text.
        LockedDocument: It asks for a password, or `password` is not the one.
    """
    begun = beginning(arrivals, _PATIENCE)
    if not begun.is_whole:
        yield Document("", ())
        _warm_up()
    if not begun.data:
        begun = beginning(arrivals)
    if begun.is_whole:
        yield from read_growing(Source(begun.data), password=password)
    else:
        yield from live_documents(arrivals, begun.data)


def _warm_up() -> None:
    """Load what reads Markdown and finds sentences, 0.2 s, while the text is waited for."""
    text = LiveText()
    text.add("Ready. Set.")
    text.tell(ended=True)


def _told_in_quiet(arrivals: Arrivals, text: LiveText) -> Generator[Document, None, bytes]:
    """What arrives next; the longer that takes, the more of what is there is told meanwhile."""
    waited = 0.0
    for seconds, quiet in _QUIETS:
        data = arrivals(seconds - waited)
        if data is not None:
            return data
        waited = seconds
        if text.tell(quiet):
            yield text.document
    return _next(arrivals)


def _next(arrivals: Arrivals) -> bytes:
    return arrivals(None) or b""
