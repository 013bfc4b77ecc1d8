"""The listener's keys as bindings of Textual, and as they are shown."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding, BindingsMap

from yapit.core.listening import BY_NAME, COMMANDS, Keymap

_SHOWN: Mapping[str, str] = {
    "play-pause": "Pause",
    "next-sentence": "Sentence",
    "faster": "Tempo",
    "help": "Help",
    "quit": "Quit",
    "find": "Find",
    "skips": "Skips",
    "library": "Library",
}
# In the footer, the first key of each: as much as 80 columns hold, the needed before the useful.

_PAIRS: Mapping[str, str] = {"next-sentence": "previous-sentence", "faster": "slower"}
# Shown with the key of its opposite before it.

_SIGNS: Mapping[str, str] = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "page up",
    "pagedown": "page down",
}


def bindings(keymap: Keymap) -> BindingsMap:
    """Each key runs `command('its name')`."""
    in_footer = [BY_NAME[name] for name in _SHOWN]
    others = [command for command in COMMANDS if command.name not in _SHOWN]
    return BindingsMap(
        Binding(
            ",".join("comma" if key == "," else key for key in keymap[command.name]),
            f"command('{command.name}')",
            _SHOWN.get(command.name, command.title),
            show=command.name in _SHOWN,
            key_display=_displayed(command.name, keymap),
            id=command.name,
        )
        for command in [*in_footer, *others]
        if keymap[command.name]
    )


def shown(key: str) -> str:
    """A key as it is written for a reader: ← for `left`."""
    *modifiers, last = key.split("+") if key != "+" else [key]
    return "+".join([*modifiers, _SIGNS.get(last, last)])


def _displayed(name: str, keymap: Keymap) -> str:
    first = shown(keymap[name][0])
    other = keymap.get(_PAIRS.get(name, ""), ())
    return f"{shown(other[0])} {first}" if other else first
