"""What is drawn of a document looks the same wherever it is drawn, and never differs by colour alone."""

from __future__ import annotations

from rich.style import Style
from textual.widget import Widget

from yapit.tui.paint import STYLES, Palette

CLASSES = frozenset(f"page--{name}" for name in STYLES)
"""The component classes of a widget that draws lines of a document."""

_RULES = """
    NAME {
        background: $background; color: $foreground;
        & > .page--title { color: $text-primary; text-style: bold underline; }
        & > .page--chapter { color: $text-primary; text-style: bold underline; }
        & > .page--heading { color: $text-primary; text-style: bold; }
        & > .page--aside { text-style: italic; }
        & > .page--code { background: $surface; }
        & > .page--head { text-style: bold; }
        & > .page--silent { color: $foreground-muted; text-style: italic; }
        & > .page--lead { color: $accent; }
        & > .page--sentence { background: $primary-muted; }
        & > .page--found { background: $accent-muted; text-style: underline; }
        & > .page--current { text-style: bold reverse; }
        & > .page--selected { text-style: reverse; }
        & > .page--word { background: $warning; color: black; text-style: bold underline; }
    }
    NAME:ansi {
        & > .page--silent { text-style: dim italic; }
        & > .page--sentence { background: ansi_default; text-style: underline; }
        & > .page--found { background: ansi_default; text-style: italic underline; }
        & > .page--word { background: ansi_default; color: ansi_default; text-style: bold underline reverse; }
    }
"""


def rules(name: str) -> str:
    """The style sheet of a widget of that name for its `CLASSES`."""
    return _RULES.replace("NAME", name)


def palette_of(widget: Widget) -> Palette:
    return Palette.of(widget.rich_style, lambda name: style_of(widget, name))


def style_of(widget: Widget, name: str) -> Style:
    """The style of a part, its colour as it looks on the widget's ground."""
    style = widget.get_component_rich_style(f"page--{name}", partial=True)
    color, ground = widget.get_component_styles(f"page--{name}").color, widget.background_colors[1]
    if style.color is None or color.a == 1 or ground.ansi is not None:
        return style
    return style + Style(color=(ground + color).rich_color)
