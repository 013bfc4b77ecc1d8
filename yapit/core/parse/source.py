"""What is to be read, as bytes with what is known about them; files become that here."""

from __future__ import annotations

import difflib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from yapit.core.errors import EmptyDocument, SourceError

MAX_FILE_BYTES = 512 * 1024**2
"""Far above any book; below what would exhaust a laptop's memory."""

KNOWN = (
    "Yapit reads PDF, pictures of pages, EPUB, MOBI, AZW3, FB2, DOCX, ODT, RTF, PPTX, HTML, Markdown, "
    "reStructuredText, LaTeX, notebooks, mail, subtitles and plain text."
)


@dataclass(frozen=True, slots=True)
class Source:
    data: bytes
    name: str = ""
    """File name or last part of the URL, empty for a pipe; a hint, never trusted over the bytes."""

    content_type: str = ""
    """What a server said: `text/html; charset=…`."""

    password: str = ""
    """What opens a locked file."""

    origin: str = ""
    """The path or URL it was read from, as it was named; empty for a pipe."""

    @property
    def label(self) -> str:
        """What to call it in a message."""
        return self.name or "the text from the pipe"

    @property
    def extension(self) -> str:
        """Lower case, without the dot."""
        return os.path.splitext(self.name)[1].lstrip(".").lower()

    @property
    def stem(self) -> str:
        return os.path.splitext(self.name)[0]

    @property
    def media_type(self) -> str:
        return self.content_type.partition(";")[0].strip().lower()


def read_file(path: Path) -> Source:
    """The bytes of a file.

    Raises:
        SourceError: There is no such file, or it cannot be read, or it is no file.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise SourceError(f"{path} is a folder", cure=_files_of(path))
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
            raise SourceError(f"{path} is a device, not a document", cure=KNOWN)
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise SourceError(f"there is no file {path}", cure=_like(path)) from error
    except PermissionError as error:
        cure = f"Make it readable with: chmod u+r '{path}'"
        raise SourceError(f"{path} may not be read by you", cure=cure) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"cannot read {path}: {reason}", cure="Check the path.") from error
    check_size(data, str(path))
    return Source(data, path.name)


def check_size(data: bytes, label: str) -> None:
    """Refuse what is empty or too large to hold."""
    if not data:
        raise EmptyDocument(f"{label} is empty", cure="Check that it was saved or downloaded whole.")
    if len(data) > MAX_FILE_BYTES:
        limit = MAX_FILE_BYTES // 1024**2
        raise SourceError(f"{label} is larger than {limit} MB", cure="Split it and read the parts.")


def _like(path: Path) -> str:
    folder = path.parent
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return f"There is no folder {folder} either; check the path."
    lower = {name.lower(): name for name in names}
    close = difflib.get_close_matches(path.name.lower(), list(lower), n=3, cutoff=0.6)
    if close:
        return f"Did you mean {' or '.join(str(folder / lower[name]) for name in close)}?"
    return "Check the name and the folder you are in."


_READABLE = (
    ".pdf", ".epub", ".mobi", ".azw3", ".fb2", ".docx", ".odt", ".rtf", ".pptx", ".md",
    ".html", ".htm", ".txt", ".rst", ".tex", ".ipynb", ".eml", ".srt", ".vtt", ".png", ".jpg",
    ".jpeg", ".tiff",
)  # fmt: skip


def _files_of(folder: Path) -> str:
    try:
        names = sorted(name for name in os.listdir(folder) if name.lower().endswith(_READABLE))
    except OSError:
        names = []
    if not names:
        return "Name a file."
    return f"Name a file in it, such as: {folder / names[0]}"
