"""Which key does what: a set to begin with, and what the listener changed of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum

from yapit.core.errors import ConfigError
from yapit.core.listening.commands import BY_NAME, COMMANDS, Command

_NAMED = frozenset(
    (
        *("space", "enter", "tab", "escape", "backspace", "delete", "insert", "home", "end"),
        *("pageup", "pagedown", "up", "down", "left", "right"),
        *(f"f{number}" for number in range(1, 13)),
    )
)
_MODIFIERS = frozenset(("ctrl", "alt", "shift"))


class KeySet(StrEnum):
    ARROWS = "arrows"
    VIM = "vim"


Keymap = Mapping[str, tuple[str, ...]]
"""The keys of each command, by its name, for every command in `COMMANDS`."""


def keymap(key_set: KeySet = KeySet.ARROWS, changed: Mapping[str, str] | None = None) -> Keymap:
    """The keys in effect; `changed` gives commands other keys, several apart by spaces, or none.

    A key that is given to a command is taken from the one that had it.

    Raises:
        ConfigError: There is no such command or key, two were given the same key, or nothing quits any more.
    """
    given = {name: _checked(name, keys) for name, keys in (changed or {}).items()}
    taken = _owners(given)
    keys: dict[str, tuple[str, ...]] = {}
    for command in _in_order_of_claim(key_set):
        own = given.get(command.name)
        if own is None:
            own = tuple(key for key in _default(command, key_set) if key not in taken)
            taken |= dict.fromkeys(own, command.name)
        keys[command.name] = own
    if not keys["quit"]:
        raise ConfigError("no key quits any more", cure='Give it one in [keys]: quit = "q"')
    return {command.name: keys[command.name] for command in COMMANDS}


def _in_order_of_claim(key_set: KeySet) -> list[Command]:
    """In the set `vim`, a command with keys of that set has them before one that only has others."""
    return sorted(COMMANDS, key=lambda command: key_set is KeySet.VIM and command.vim is None)


def _default(command: Command, key_set: KeySet) -> tuple[str, ...]:
    return command.vim if key_set is KeySet.VIM and command.vim is not None else command.keys


def _owners(given: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    owners: dict[str, str] = {}
    for name, keys in given.items():
        for key in keys:
            if owners.setdefault(key, name) != name:
                raise ConfigError(
                    f"{key!r} is the key of both {owners[key]} and {name}",
                    cure="Give one of them another key in [keys] of the settings.",
                )
    return owners


def _checked(name: str, keys: str) -> tuple[str, ...]:
    if name not in BY_NAME:
        raise ConfigError(
            f"no command is called {name!r}", cure=f"In [keys] these have keys: {', '.join(BY_NAME)}."
        )
    found = tuple(keys.split())
    for key in found:
        if not is_key(key):
            raise ConfigError(
                f"{key!r} is no key", cure="Keys are written: a, A, [, space, left, pageup, ctrl+left, f5."
            )
    return found


_COMMAND = re.compile(r"⟦([a-z-]+)⟧")


def with_keys(told: str, keys: Keymap) -> str:
    """What is told, with the listener's own key for each command that it names: `⟦find⟧`."""
    return _COMMAND.sub(lambda found: _shown(found[0], found[1], keys), told)


def _shown(whole: str, name: str, keys: Keymap) -> str:
    if name not in BY_NAME:
        return whole
    return keys[name][0] if keys[name] else f"“{BY_NAME[name].title}”"


def is_key(key: str) -> bool:
    """Whether a key can be called that: one character, or a name, with modifiers before it."""
    *modifiers, last = key.split("+") if key != "+" else [key]
    if not _MODIFIERS.issuperset(modifiers):
        return False
    return (len(last) == 1 and last.isprintable()) or last in _NAMED
