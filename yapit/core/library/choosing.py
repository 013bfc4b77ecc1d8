"""Which documents a listener means by a few letters of an id, a source, or words of a title."""

from __future__ import annotations

import re

from yapit.core.errors import LibraryError
from yapit.core.library.identity import absolute
from yapit.core.library.library import Library
from yapit.core.library.values import Entry

_MANY = 5


def chosen(library: Library, what: str) -> Entry:
    """The one document that is meant.

    Raises:
        LibraryError: There is none, or there are several; the cure names them.
    """
    known = library.documents.known(absolute(what)) or library.documents.known(what)
    if known is not None:
        return library.documents.entry(known)
    found = _by_id(library, what) or library.search(what)
    if len(found) == 1:
        return found[0]
    if not found:
        raise LibraryError(f"there is no document {what!r} in the library", cure="See what is: yapit library")
    titled = [entry for entry in found if entry.title.casefold() == what.casefold()]
    if len(titled) == 1:
        return titled[0]
    names = ", ".join(f"{entry.id[:8]} ({(entry.source or entry.title)[-60:]})" for entry in found[:_MANY])
    more = f" and {len(found) - _MANY} more" if len(found) > _MANY else ""
    raise LibraryError(f"{what!r} can be {len(found)} documents", cure=f"Name one of: {names}{more}.")


def _by_id(library: Library, what: str) -> tuple[Entry, ...]:
    if not re.fullmatch(r"[0-9a-f]{6,64}", what):
        return ()
    return tuple(entry for entry in library.documents.entries() if entry.id.startswith(what))
