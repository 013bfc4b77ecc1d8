"""From what a listener names, a file, a folder, an address or a feed, to documents to be read later."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from yapit.core.errors import SourceError
from yapit.core.library.documents import Addition
from yapit.core.library.feeds import fetch_feed, looks_like_feed

MAX_FILES = 10_000
"""Of one folder and those below it."""


def additions_from(source: str, extensions: Collection[str], *, feed: bool = False) -> Iterator[Addition]:
    """What is added for a source: of a folder, its files with these extensions, and of those below.

    Only a feed is fetched: an address that is named like one, or any where `feed` is asked for.

    Raises:
        SourceError: There is no such file, or it cannot be read, or the feed cannot be had.
    """
    if "://" in source:
        is_feed = feed or looks_like_feed(source)
        yield from fetch_feed(source).additions if is_feed else (Addition(source),)
        return
    path = Path(source).expanduser()
    if path.is_dir():
        for each in _files_in(path, extensions):
            yield _file(each)
    else:
        yield _file(path)


def _files_in(folder: Path, extensions: Collection[str]) -> Iterator[Path]:
    """Hidden files and folders are left out, and links to folders not followed."""
    count = 0
    for at, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            likely = os.path.splitext(name)[1].lstrip(".").lower() in extensions
            if not likely or name.startswith("."):
                continue
            count += 1
            if count > MAX_FILES:
                cure = "Add the folders in it one by one."
                raise SourceError(f"{folder} has more than {MAX_FILES:,} documents", cure=cure)
            yield Path(at) / name


def _file(path: Path) -> Addition:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise SourceError(f"{path} is no file", cure="Add a file, a folder or an address.")
        with path.open("rb") as file:
            edition = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise SourceError(
            f"there is no file {path}", cure="Check the name and the folder you are in."
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(f"cannot read {path}: {reason}", cure="Check the path.") from error
    return Addition(str(path), title=path.stem, edition=edition)
