"""Standard output as a file that is written once, from its beginning to its end."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from yapit.core.errors import ExportError
from yapit.core.export.part import PartFile

STDOUT = Path("-")


class PipeFile(PartFile):
    """A reader at the other end that goes away is an ExportError; nothing can be taken back."""

    def __init__(self) -> None:
        self.target = STDOUT
        self._file: BinaryIO = sys.stdout.buffer
        self._written = 0

    def write(self, data: bytes) -> int:
        self._written += super().write(data)
        return len(data)

    def seekable(self) -> bool:
        return False

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        raise ExportError("standard output cannot be written twice", cure="Write to a file instead.")

    def tell(self) -> int:
        return self._written

    def commit(self) -> None:
        try:
            self._file.flush()
        except OSError as error:
            raise self._translated(error) from error

    def __exit__(self, *error: object) -> None: ...
