"""The files in a zip, read within bounds: whatever sizes it claims, memory and time do not run out."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from yapit.core.errors import SourceError
from yapit.core.parse.source import Source
from yapit.core.parse.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_PART_BYTES = 32 * 1024**2
MAX_TEXT_BYTES = 256 * 1024**2
"""The Bible has 5 MB: what unpacks to more than this is no book."""

MAX_FILES = 50_000
DAMAGED = "It may be damaged or cut short; download or copy it again."

_ENTRY = b"PK\x01\x02"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def open_zip(data: bytes) -> zipfile.ZipFile | None:
    """None for what is no zip, is damaged, or lists more files than a document has."""
    if not data.startswith(b"PK") or data.count(_ENTRY) > MAX_FILES:
        return None
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        return None


class Archive:
    """Reads from a zip what a document needs; a missing or broken file is None, not an error.

    Raises:
        SourceError: It is damaged as a whole, locked, or unpacks to more than a document can hold.
    """

    def __init__(self, source: Source, format_name: str) -> None:
        opened = open_zip(source.data)
        if opened is None:
            raise SourceError(f"{source.label} is a damaged {format_name}", cure=DAMAGED)
        self.label = source.label
        self.names = tuple(opened.namelist())
        self._zip = opened
        self._left = MAX_TEXT_BYTES
        self._counted: set[str] = set()
        self._spelled = frozenset(self.names)
        self._written = {name.lower().replace("\\", "/"): name for name in self.names}

    def read(self, path: str, *, most: int | None = None) -> bytes | None:
        """The bytes of a file; where none is spelled so, of the one that differs in case only.

        It may have `most` bytes, by default `MAX_PART_BYTES`.
        """
        name = path if path in self._spelled else self._written.get(path.lower())
        most = MAX_PART_BYTES if most is None else most
        data = None if name is None else self._unpacked(name, min(most, self._left))
        if name is None or data is None:
            return None
        if name not in self._counted:
            self._counted.add(name)
            self._left -= len(data)
        if len(data) > most or self._left < 0:
            limit = MAX_TEXT_BYTES // 1024**2
            raise SourceError(f"{self.label} unpacks to more than {limit} MB", cure="It is no document.")
        return data

    def _unpacked(self, name: str, most: int) -> bytes | None:
        try:
            with self._zip.open(name) as file:
                return file.read(most + 1)
        except NotImplementedError:  # compressed in an unknown way
            return None
        except RuntimeError as error:
            cure = "Unpack it with its password and read the files in it."
            raise SourceError(f"{self.label} is locked with a password", cure=cure) from error
        except (*_BROKEN, KeyError):
            return None

    def xml(self, path: str, *, is_deep: bool = False) -> _Element | None:
        data = self.read(path)
        return None if data is None else parse_xml(data, path, is_deep=is_deep)
