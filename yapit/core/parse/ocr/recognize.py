"""What every recognizer promises: a picture in, written lines out, each with how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from yapit.core.document import Box
from yapit.core.errors import SourceError

Picture = NDArray[np.uint8]
"""Rows, columns and three colours: red, green, blue."""

SURE = 0.9
"""A page of which a recognizer is as sure as this has at most one wrong character in twenty."""

READABLE = 0.8
"""Of a page below this one character in six is wrong, or it is in another script: not worth hearing."""

_READABLE_LINE = 0.6

_SURE_LINE = 0.95
"""What a line needs on a page that is not readable: other scripts look like some letters."""

_LONG = 5
"""Heights of a line in its width."""


class RecognizerUnavailable(SourceError):
    """It is not installed, or lacks its models; `cure` says what to install."""


@dataclass(frozen=True, slots=True)
class Written:
    """A line of writing."""

    box: Box
    """In pixels of the picture as it was read: upright and level."""

    text: str
    """Empty where there is writing in which nothing was recognized."""

    confidence: float
    """From 0 to 1."""

    @property
    def height(self) -> float:
        return self.box.y1 - self.box.y0

    @property
    def width(self) -> float:
        return self.box.x1 - self.box.x0


@dataclass(frozen=True, slots=True)
class Reading:
    """All writing of a picture, in no order."""

    lines: tuple[Written, ...]
    width: float
    height: float
    """Of the picture as it was read, in pixels: a page that lay on its side stands upright here."""

    script: str = ""
    """The English name of the script, where the recognizer can tell."""

    @property
    def confidence(self) -> float:
        """Of the whole page, by the room that lines take; 1 where there are none."""
        areas = [line.width * line.height for line in self.lines]
        sure = sum(area * line.confidence for area, line in zip(areas, self.lines, strict=True))
        return sure / sum(areas) if sum(areas) else 1.0

    @property
    def has_writing(self) -> bool:
        """Whether a line is long enough to be one for certain: detectors see short ones in any photograph."""
        return any(line.width > _LONG * line.height for line in self.lines)

    @property
    def is_readable(self) -> bool:
        return self.confidence >= READABLE or not (self.has_writing or self.script)

    @property
    def readable(self) -> tuple[Written, ...]:
        """The lines that are worth hearing."""
        least = _READABLE_LINE if self.confidence >= READABLE else _SURE_LINE
        return tuple(line for line in self.lines if line.text and line.confidence >= least)


@runtime_checkable
class Recognizer(Protocol):
    def read(self, picture: Picture) -> Reading:
        """The lines of a picture, turned upright.

        Raises:
            RecognizerUnavailable: It cannot work on this machine.
        """
        ...
