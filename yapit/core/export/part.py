"""A file that appears under its name only when it is whole."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from yapit.core.errors import ExportError

_CURES = {
    errno.ENOSPC: "Free some space, or write to another disk.",
    errno.EDQUOT: "Free some space, or write to another disk.",
    errno.EFBIG: "The file system or a limit of the shell allows no larger file; write to another disk.",
    errno.ENOENT: "Create that folder first, or choose another.",
    errno.ENOTDIR: "Choose a folder that exists.",
    errno.EACCES: "Choose a folder that you may write to.",
    errno.EPERM: "Choose a folder that you may write to.",
    errno.EROFS: "Choose a folder that you may write to.",
    errno.EISDIR: "Give the name of a file, not of a folder.",
}


class PartFile:
    """Written as `<name>.part` beside its target; `commit` gives it its name, leaving the block removes it.

    Every OSError comes out as an ExportError with its cure.
    """

    def __init__(self, target: Path) -> None:
        self.target = target
        self._part = target.with_name(target.name + ".part")
        try:
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            self._file: BinaryIO = self._part.open("wb")
        except OSError as error:
            raise self._translated(error) from error

    def write(self, data: bytes) -> int:
        try:
            return self._file.write(data)
        except OSError as error:
            raise self._translated(error) from error

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        try:  # seeking writes what is buffered
            return self._file.seek(offset, whence)
        except OSError as error:
            raise self._translated(error) from error

    def seekable(self) -> bool:
        return True

    def reopened(self) -> BinaryIO:
        """What was written so far, to be read."""
        try:
            self._file.flush()
            return self._part.open("rb")
        except OSError as error:
            raise self._translated(error) from error

    def tell(self) -> int:
        return self._file.tell()

    def commit(self) -> None:
        try:
            self._file.close()
            os.replace(self._part, self.target)
        except OSError as error:
            raise self._translated(error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError):  # the error that matters is already on its way
            self._file.close()
        with contextlib.suppress(OSError):  # committed, it is no longer there
            self._part.unlink()

    def _translated(self, error: OSError) -> ExportError:
        cure = _CURES.get(error.errno or 0, "Choose another place to write to.")
        return ExportError(f"cannot write {self.target}: {error.strerror}", cure=cure)
