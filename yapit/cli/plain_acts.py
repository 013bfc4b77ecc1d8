"""What commands do where there is no screen."""

from __future__ import annotations

import base64
import os
import sys
from collections.abc import Callable, Mapping
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

from yapit.core.desktop.clipboard import copy
from yapit.core.errors import YapitError
from yapit.core.listening import COMMANDS, Group, Keymap

if TYPE_CHECKING:
    from yapit.core.document import Span
    from yapit.core.listening.desk import Desk


class Lines(Protocol):
    """What commands need of the reader they are given to."""

    desk: Desk
    keymap: Keymap
    tell: Callable[[str], None]
    match: Span | None
    """What was found last."""

    found: str
    """What was looked for."""

    left: bool
    """The listener has had enough."""

    wanted: str | None
    """The document that is to be read instead: its source."""


def _find(reader: Lines, typed: str) -> str:
    reader.found = typed
    found = reader.desk.find(typed)
    return _go(reader, found.after(reader.desk.session.look().place))


def _next_match(reader: Lines, typed: str) -> str:
    if reader.match is None:
        return "nothing was found: ⟦find⟧ finds"
    return _go(reader, reader.desk.find(reader.found).after(reader.match.end))


def _previous_match(reader: Lines, typed: str) -> str:
    if reader.match is None:
        return "nothing was found: ⟦find⟧ finds"
    return _go(reader, reader.desk.find(reader.found).before(reader.match.start))


def _go(reader: Lines, match: Span | None) -> str:
    reader.match = match
    if match is None:
        return "not found"
    found = reader.desk.find(reader.found)
    reader.desk.session.jump(match.start)
    return f"{found.number_of(match)} of {found.count}"


def _sound(reader: Lines, typed: str) -> str:
    speaker = reader.desk.session.speaker
    if speaker is None:
        return "not loaded yet"
    return speaker.note or speaker.player.output.description


def _copy(reader: Lines, typed: str) -> str:
    """By OSC 52, which terminals understand over SSH, too, and by a program of the desktop."""
    text = " ".join(reader.desk.passage.of(reader.desk.session.document.text).split())
    sent = sys.stderr.isatty() and os.environ.get("TERM", "dumb") not in ("dumb", "linux")
    if sent:
        sys.stderr.write(f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\a")
        sys.stderr.flush()
    if not copy(text) and not sent:
        raise YapitError("there is no way to the clipboard", cure="Install xclip or wl-clipboard.")
    return "copied"


def _help(reader: Lines, typed: str) -> str:
    there = sorted(
        (command for command in COMMANDS if not command.only_on_screen),
        key=lambda command: list(Group).index(command.group),
    )
    for group, commands in groupby(there, key=lambda command: command.group):
        reader.tell(f"{group}:")
        for command in commands:
            reader.tell(f"  {'  '.join(reader.keymap[command.name]) or '(no key)'}: {command.title}")
    return ""


def _library(reader: Lines, typed: str) -> str:
    entries = reader.desk.kept.documents
    if not typed.strip().isdecimal() or not 1 <= int(typed) <= len(entries):
        raise YapitError(f"there is no document {typed.strip()}", cure=f"They are 1 to {len(entries)}.")
    reader.wanted = entries[int(typed) - 1].source
    return ""


def _next_document(reader: Lines, typed: str) -> str:
    following = reader.desk.kept.next_in_queue()
    if following is None:
        return "the queue is empty: yapit library add FILE --queue"
    reader.wanted = following.source
    return ""


def _quit(reader: Lines, typed: str) -> str:
    reader.left = True
    return ""


PLAIN_ACTS: Mapping[str, Callable[[Lines, str], str]] = {
    "find": _find,
    "next-match": _next_match,
    "previous-match": _previous_match,
    "sound": _sound,
    "copy": _copy,
    "help": _help,
    "library": _library,
    "next-document": _next_document,
    "quit": _quit,
}
"""By the name of the command; those that are not here are in `yapit.core.listening.acts`."""
