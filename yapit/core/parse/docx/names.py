"""The names of WordprocessingML."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def value(parent: _Element | None, *path: str) -> str | None:
    """The `w:val` of the element at a path below another; None where it or its value is missing."""
    found = parent
    for name in path:
        found = None if found is None else found.find(W + name)
    return None if found is None else found.get(f"{W}val")


def is_on(parent: _Element | None, name: str) -> bool:
    """Whether a property that is either on or off is there and on."""
    found = None if parent is None else parent.find(W + name)
    return found is not None and found.get(f"{W}val", "true") not in ("0", "false", "off", "none")
