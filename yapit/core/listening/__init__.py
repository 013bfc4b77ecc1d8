"""Listening to a document: all that a listener can ask for, for every front end alike."""

from yapit.core.listening.commands import BY_NAME, COMMANDS, Command, Group
from yapit.core.listening.keymap import Keymap, KeySet, keymap, with_keys

__all__ = ["BY_NAME", "COMMANDS", "Command", "Group", "KeySet", "Keymap", "keymap", "with_keys"]
