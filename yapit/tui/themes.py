"""The reader's colours: dark, light and high contrast, or those of the terminal.

`tests/tui/test_themes.py` holds them to WCAG 2.2: text and highlight 7:1 in high
contrast and 4.5:1 elsewhere, dimmed text 4.5:1.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

DARK = Theme(
    name="yapit-dark",
    primary="#6cb6ff",
    secondary="#8fb8a8",
    accent="#e3b341",
    warning="#ffcf4a",
    error="#ff8a80",
    success="#7ccf8a",
    foreground="#e6e4df",
    background="#14171a",
    surface="#1d2226",
    panel="#22282d",
    dark=True,
    variables={
        "primary-muted": "#24384c",
        "accent-muted": "#4a3d17",
        "foreground-muted": "#a5a9ad",
        "text-primary": "#a8d1ff",
        "footer-key-foreground": "#ffcf4a",
    },
)

LIGHT = Theme(
    name="yapit-light",
    primary="#0b5cad",
    secondary="#2d6a58",
    accent="#8a5a00",
    warning="#ffcb3d",
    error="#b3261e",
    success="#1d6b33",
    foreground="#1f2328",
    background="#fbf9f4",
    surface="#f0ede4",
    panel="#e9e5da",
    dark=False,
    variables={
        "primary-muted": "#d5e6f8",
        "accent-muted": "#f3e3ba",
        "foreground-muted": "#5c6066",
        "text-primary": "#0a4f96",
        "footer-key-foreground": "#0b5cad",
    },
)

CONTRAST = Theme(
    name="yapit-contrast",
    primary="#9fd0ff",
    secondary="#c8ffe0",
    accent="#ffe14d",
    warning="#ffea00",
    error="#ffb3ad",
    success="#a6ffb8",
    foreground="#ffffff",
    background="#000000",
    surface="#141414",
    panel="#1c1c1c",
    dark=True,
    variables={
        "primary-muted": "#06305c",
        "accent-muted": "#4a3b00",
        "foreground-muted": "#c4c4c4",
        "text-primary": "#ffffff",
        "footer-key-foreground": "#ffea00",
    },
)

SYSTEM = replace(BUILTIN_THEMES["ansi-dark"], name="yapit-system")
"""The terminal's own colours: what is lit is bold, underlined and reversed."""

THEMES: Mapping[str, Theme] = {"dark": DARK, "light": LIGHT, "contrast": CONTRAST, "system": SYSTEM}
"""By the name that a listener types."""


LISTS = "OptionList:nocolor > .option-list--option-highlighted { text-style: bold underline; }"
"""Style sheet of an app: where there are no colours, the row that is chosen is set off all the same."""


def theme_for(wish: str, environ: Mapping[str, str] = os.environ) -> Theme:
    """The theme of a name; with NO_COLOR set, the one that needs no colours."""
    return SYSTEM if wants_no_colour(environ) else THEMES.get(wish, DARK)


def wants_no_colour(environ: Mapping[str, str] = os.environ) -> bool:
    """An app must know it from the start, else Textual turns the terminal's own colours into black."""
    return environ.get("NO_COLOR") is not None
