"""A list of rows that no window is too small for, and whose keys are those of its dialog."""

from __future__ import annotations

from textual.geometry import Size
from textual.widgets import OptionList

_LEAST = 8
"""Columns that rows are laid out on at least: on none, Textual and Rich fail."""


class Rows(OptionList, can_focus=False):
    """Never has the keyboard: its own page keys fail in a window without a line for it."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return super().get_content_height(container, viewport, max(width, _LEAST))
