"""From what was typed to a document: progress, a password that is asked for, a model for hard pages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import typer

from yapit.cli.models_that_see import confirm, endpoint_of
from yapit.cli.progress import progress
from yapit.core.errors import LockedDocument

if TYPE_CHECKING:
    from yapit.config import Config
    from yapit.core.document import Document
    from yapit.core.listening.opened import Draw
    from yapit.core.parse import Source
    from yapit.core.parse.pdf.thumbnail import Thumbnail

Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class Beginning:
    """A document as far as it is there, and where the rest comes from."""

    document: Document
    more: Iterable[Document] = ()
    edition: str = ""
    """The id of its bytes; empty where they are not known."""

    draw: Draw | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """A source as it was named, with the options that say how it is opened."""

    source: str
    password: str | None = None
    vision: str | None = None
    model: str | None = None
    yes: bool = False
    """What a model will take is not asked about."""

    quiet: bool = False
    """A screen is drawn: nothing is printed, and a password is asked for there."""

    loaded: Source | None = None
    """Its bytes, where they are here already."""

    keep: bool = False
    """What takes long to parse is kept, and taken from there the next time, where it grows."""

    def whole(self, config: Config) -> Document:
        """Read all of it.

        Raises:
            YapitError: It cannot be read, or the model fails.
        """
        from yapit.core.parse import load, read  # noqa: PLC0415 - only what reads needs parsers

        with progress(f"Opening {self.source}", quiet=self.quiet) as advance:
            source = self.loaded or load(self.source, on_progress=advance)
            source, document = self._unlocked(
                lambda key: (replace(source, password=key), read(source, password=key, on_progress=advance))
            )
        return self._with_hard_pages(document, source, config) if self.vision or self.model else document

    def growing(self, config: Config, meanwhile: Callable[[], None] = lambda: None) -> Beginning:
        """Read its beginning; the rest comes while that is read. With a model, all of it is read first.

        `meanwhile` is called where a document is read in a process of its own and not waited for yet.

        Raises:
            YapitError: It cannot be read, or the model fails.
        """
        from yapit.core.cache import FileCache, NullCache  # noqa: PLC0415 - with what reads
        from yapit.core.kept import read_growing_or_kept  # noqa: PLC0415 - only what reads needs parsers
        from yapit.core.library import id_of  # noqa: PLC0415 - loads sqlite3
        from yapit.core.parse import PIPE, load  # noqa: PLC0415 - as above

        if self.vision or self.model:
            return Beginning(self.whole(config))
        if self.loaded is None and self.source == PIPE and (begun := self._piped()) is not None:
            return begun
        cache = FileCache(config.cache_dir, config.cache_max_bytes) if self.keep else NullCache()

        def begin(key: str) -> Beginning:
            documents = read_growing_or_kept(source, cache, password=key, on_progress=advance)
            meanwhile()
            edition = "" if "://" in source.origin else id_of(source.data)
            return Beginning(next(documents), documents, edition, _draw(source, key))

        with progress(f"Opening {self.source}", quiet=self.quiet) as advance:
            source = self.loaded or load(self.source, on_progress=advance)
            return self._unlocked(begin)

    def _piped(self) -> Beginning | None:
        """A text that comes through the pipe while it is written; None where all of it is there."""
        from yapit.core.parse.live import Pipe, piped_documents  # noqa: PLC0415 - 0.04 s, for a pipe only

        pipe = Pipe.of_stdin()
        if pipe is None:
            return None
        documents = piped_documents(pipe, password=self.password or "")
        return Beginning(next(documents), documents)

    def _unlocked(self, open_with: Callable[[str], Opened]) -> Opened:
        """Open it; where it is locked and somebody can be asked, ask once for the password."""
        try:
            return open_with(self.password or "")
        except LockedDocument:
            is_asked = self.password is None and self.source != "-" and not self.quiet and sys.stdin.isatty()
            if not is_asked:
                raise
        return open_with(typer.prompt(f"Password of {self.source}", hide_input=True, err=True))

    def _with_hard_pages(self, document: Document, source: Source, config: Config) -> Document:
        from yapit.core.parse.pdf.pictures import page_pictures  # noqa: PLC0415 - only for this
        from yapit.core.vision import Picture  # noqa: PLC0415 - only for this
        from yapit.core.vision.transcription import hard_pages, plan_pages, transcribe  # noqa: PLC0415

        endpoint = endpoint_of(config, self.vision, self.model)
        found = page_pictures(source, hard_pages(document))
        pictures = {page: Picture(data, "image/png") for page, data in found.items()}
        confirm(plan_pages(endpoint, pictures), endpoint, config, yes=self.yes)
        with progress("Reading hard pages", quiet=self.quiet) as advance:
            done = transcribe(document, pictures, endpoint, on_progress=advance)
        for page in done.rejected:
            typer.echo(f"yapit: page {page.page} stays as it was: {page.reason}", err=True)
        return done.document


def _draw(source: Source, password: str) -> Draw | None:
    """What draws its pages; a file is opened again for that, which costs less than to hold it."""
    if b"%PDF-" not in source.data[:1024]:
        return None
    is_file = bool(source.origin) and "://" not in source.origin
    drawn = source.origin if is_file else source

    def draw(page: int, width: int, height: int) -> Thumbnail:
        from yapit.core.parse import load  # noqa: PLC0415 - loaded by now
        from yapit.core.parse.pdf.thumbnail import draw_page  # noqa: PLC0415 - 0.05 s

        return draw_page(load(drawn, password=password), page, width, height)

    return draw
