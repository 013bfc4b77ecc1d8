"""From a document to how it is listened to: what the library keeps of it, over what is set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from yapit.cli.faults import report
from yapit.core.errors import LibraryError

if TYPE_CHECKING:
    from yapit.cli.opening import Beginning
    from yapit.config import Config
    from yapit.core.document import Document
    from yapit.core.hearing import Hearing
    from yapit.core.library import Library
    from yapit.core.listening.opened import Opened


@dataclass(frozen=True, slots=True)
class Shelving:
    """How documents are listened to; what was typed for this command wins over what is kept of them."""

    config: Config
    library: Library | None
    """None where nothing is to be kept."""

    tempo_given: bool = False
    voice_given: bool = False
    skip_given: bool = False

    def opened(self, begun: Beginning) -> Opened:
        """A document with what is kept of it; where the library fails, and of a pipe, without."""
        from yapit.core.listening.opened import Opened  # noqa: PLC0415 - loads numpy

        config = self.config
        plain = Opened(
            begun.document, begun.more, None, config.hearing, config.tempo, begun.draw, config.voice
        )
        if self.library is None or not begun.document.source:
            return plain
        try:
            return self._with_shelf(plain, self.library, begun.edition)
        except LibraryError as error:
            report(error)
            return plain

    def _with_shelf(self, opened: Opened, library: Library, edition: str) -> Opened:
        from yapit.core.hearing import parse_skips  # noqa: PLC0415 - with the rest
        from yapit.core.listening.shelf import Shelf  # noqa: PLC0415 - loads numpy

        entry = library.documents.remember(opened.document, edition)
        preferences, hearing = entry.preferences, opened.hearing
        if preferences.skip and not self.skip_given:
            hearing = replace(hearing, skip=parse_skips(preferences.skip))
        shelf = Shelf(library, entry, edition)
        hearing = replace(hearing, rules=shelf.rules)
        own_voice = preferences.engine == self.config.engine and not self.voice_given
        return replace(
            opened,
            shelf=shelf,
            hearing=hearing,
            tempo=opened.tempo if self.tempo_given else preferences.tempo or opened.tempo,
            voice=(own_voice and preferences.voice) or opened.voice,
        )


def open_library(config: Config) -> Library | None:
    """The listener's library; None, and a line on stderr, where it cannot be had: then nothing is kept."""
    from yapit.core.library import open_library as open_at  # noqa: PLC0415 - loads sqlite3

    try:
        library = open_at(config.library)
    except LibraryError as error:
        report(error)
        return None
    if library.notice:
        report(LibraryError(library.notice))
    return library


def hearing_of(config: Config, document: Document) -> Hearing:
    """How a document is heard, by the settings and the rules that hold in it."""
    if not config.library.exists():
        return config.hearing
    from yapit.core.library import open_library as open_at  # noqa: PLC0415 - loads sqlite3
    from yapit.core.library.identity import absolute  # noqa: PLC0415 - with it

    try:
        with open_at(config.library) as library:
            key = library.documents.known(absolute(document.source)) or ""
            return replace(config.hearing, rules=library.rules.rules_for(key, document.language))
    except LibraryError as error:
        report(error)
        return config.hearing
