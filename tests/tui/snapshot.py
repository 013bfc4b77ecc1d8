"""A screen as lines that a person can compare: its text, and below it what is set off, and how.

Colours go by the names that the theme gives them: another shade of the same role is the same screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.color import Color
from rich.style import Style
from textual.app import App
from textual.strip import Strip

_ROLES = ("foreground", "background", "surface", "panel", "primary", "accent", "warning", "error")
_MUTED = ("primary-muted", "accent-muted", "foreground-muted", "text-primary")
_HOW = ("bold", "dim", "italic", "underline", "reverse", "strike")
_NEAR = 2
"""Textual rounds the parts of a colour up or down."""

_FRAME = " ─│╭╮╰╯▔▁▊▎"
_PLAIN = ("", "foreground", "on background")

Rgb = tuple[int, int, int]


def seen(app: App[Any]) -> str:
    """All that is on the screen, with what lies behind a dialog."""
    update: Any = app.screen._compositor.render_update(
        full=True, screen_stack=app._background_screens, simplify=True
    )
    rows = [Strip.join(row) for row in update.strips]
    names = _names(app)
    text = [f"{y:>2} {strip.text}".rstrip() for y, strip in enumerate(rows)]
    looks = ((y, " ".join(_set_off(strip, names))) for y, strip in enumerate(rows))
    return "\n".join([*text, "", "set off:", *(f"{y:>2} {look}" for y, look in looks if look), ""])


def _names(app: App[Any]) -> Mapping[Rgb, str]:
    theme = app.current_theme
    colors = {name: str(getattr(theme, name)) for name in _ROLES}
    colors |= {name: theme.variables[name] for name in _MUTED}
    return {Color.parse(value).get_truecolor(): name for name, value in colors.items()} | {(0, 0, 0): "black"}


def _set_off(strip: Strip, names: Mapping[Rgb, str]) -> Iterator[str]:
    """What is no plain text; blanks and the frames of dialogs are left out."""
    for text, style, _ in strip:
        if text.strip(_FRAME) and (look := _look(style, names)):
            yield f"[{text.strip()}: {look}]"


def _look(style: Style | None, names: Mapping[Rgb, str]) -> str:
    if style is None:
        return ""
    colors = _name(style.color, names), f"on {name}" if (name := _name(style.bgcolor, names)) else ""
    return " ".join([*(how for how in _HOW if getattr(style, how)), *(c for c in colors if c not in _PLAIN)])


def _name(color: Color | None, names: Mapping[Rgb, str]) -> str:
    """`mixed` for one that the theme does not have: of Textual's own, or seen through a veil."""
    if color is None or color.is_default:
        return ""
    value = color.get_truecolor()
    near = (
        name
        for known, name in names.items()
        if all(abs(a - b) <= _NEAR for a, b in zip(known, value, strict=True))
    )
    return next(near, "mixed")
