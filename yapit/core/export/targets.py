"""Which files an export writes: names, kinds, one file or one a chapter; what would fail is found first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from yapit.core.errors import ExportError
from yapit.core.export.formats import FORMATS, Format
from yapit.core.export.pipe import STDOUT
from yapit.core.export.sections import Section

_FIELD = re.compile(r"\{(?:chapter|title)(?::[^{}]*)?\}")
_UNFIT = re.compile(r"[/\\:*?\"<>|\x00-\x1f\x7f]+")
"""What the file systems of today's machines do not take in a name."""

_LONGEST_TITLE = 60
"""Characters; at four bytes each they leave room for the rest of a name of 255 bytes."""


@dataclass(frozen=True, slots=True)
class Target:
    """What one `-o` asks for."""

    path: Path
    """With `{chapter}` or `{title}` in its name it is one file a chapter."""

    format: Format

    @property
    def is_split(self) -> bool:
        return self.path != STDOUT and _FIELD.search(self.path.name) is not None

    def path_of(self, section: Section) -> Path:
        """The file of one chapter.

        Raises:
            ExportError: The pattern cannot be filled.
        """
        title = _fit(section.title)
        try:
            name = _FIELD.sub(lambda found: _filled(found[0], section.number, title), self.path.name)
        except ValueError as error:
            raise ExportError(
                f"{self.path.name!r} is no pattern for names: {error}", cure="Write {chapter:02} or {title}."
            ) from error
        return self.path.with_name(name)


def target_of(path: Path, *, ending: str = "", split: bool = False) -> Target:
    """What a path asks for; `ending` counts instead of its own, and is needed where it has none.

    Raises:
        ExportError: No format has that ending, or it cannot be piped.
    """
    wanted = (ending or (".wav" if path == STDOUT else path.suffix)).lower()
    found = FORMATS.get(wanted if wanted.startswith(".") or not wanted else f".{wanted}")
    if found is None:
        kind = f"{wanted} files" if wanted else f"{path.name!r}: its name has no ending"
        raise ExportError(f"cannot write {kind}", cure=f"Give a name that ends in {endings(FORMATS)}.")
    if path == STDOUT and found.seeks:
        piped = endings(name for name, form in FORMATS.items() if not form.seeks)
        raise ExportError(f"{wanted} cannot be piped: it is finished at its beginning", cure=f"Pipe {piped}.")
    if split and path != STDOUT and not _FIELD.search(path.name):
        path = path.with_name(f"{path.stem}-{{chapter:02}}{path.suffix}")
    return Target(path, found)


def endings(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} or {last}" if most else last


def check_targets(targets: Sequence[Target], *, replace: bool = False) -> None:
    """Find out before the work what would fail after it.

    Raises:
        ExportError: Two names are one, a folder is missing, or a file is there already.
    """
    paths = [target.path.absolute() if target.path != STDOUT else STDOUT for target in targets]
    twice = next((path for path in paths if paths.count(path) > 1), None)
    if twice is not None:
        raise ExportError(f"two things cannot be one file: {twice.name}", cure="Give each a name of its own.")
    whole = [target.path for target in targets if not target.is_split and target.path != STDOUT]
    check_absent(whole, replace=replace)


def check_absent(paths: Iterable[Path], *, replace: bool) -> None:
    """Raises ExportError where one is a file already and is not to be replaced."""
    for path in paths:
        if path.is_file() and not replace:
            raise ExportError(
                f"{path} is already there", cure="Replace it with --force, or give another name."
            )


def _fit(title: str) -> str:
    """A title as a part of a name."""
    plain = _UNFIT.sub(" ", title.encode("utf-8", "replace").decode())
    return " ".join(plain.split())[:_LONGEST_TITLE].strip(" .")


def _filled(field: str, number: int, title: str) -> str:
    return field.format(chapter=number, title=title)
