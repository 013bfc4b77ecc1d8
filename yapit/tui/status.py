"""One line that says how it stands; what matters least gives way where the screen is narrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from yapit.core.errors import YapitError
from yapit.core.listening import Keymap, with_keys
from yapit.core.listening.session import Session
from yapit.core.listening.telling import duration
from yapit.core.position import State

_BETWEEN = "  "
_STATES = {
    State.IDLE: ("▷ ⟦play-pause⟧ plays", "▷"),
    State.WAITING: ("◌ making speech…", "◌ …"),
    State.PLAYING: ("▶",),
    State.PAUSED: ("⏸ paused", "⏸"),
    State.LOST: ("◌ waiting for the sound device", "◌ no device", "◌"),
    State.FINISHED: ("■ the end", "■"),
    State.FAILED: ("⚠",),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Something to say, from its longest form to its shortest; of two, the one of less weight gives way."""

    weight: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Status:
    parts: tuple[Part, ...] = ()
    share: float = 0.0
    """How much has been read, from 0 to 1: the line is filled so far."""


def compose(parts: tuple[Part, ...], width: int) -> str:
    """The parts side by side in at most `width` cells."""
    shown = list(parts)
    while cell_len(line := _BETWEEN.join(part.forms[0] for part in shown if part.forms[0])) > width:
        longer = [i for i, part in enumerate(shown) if len(part.forms) > 1]
        if not longer:
            return set_cell_size(line, width)
        least = min(longer, key=lambda i: shown[i].weight)
        shown[least] = replace(shown[least], forms=shown[least].forms[1:])
    return line


def status_of(session: Session, problem: YapitError | None, keymap: Keymap, *, following: bool) -> Status:
    view, speaker, route = session.look(), session.speaker, session.ready
    share = 1.0 if view.state is State.FINISHED else session.share_read(view.place)
    parts = [_state(session, view.state, problem), Part(8, (f"{share:.0%}", ""))]
    if route is not None and (page := route.page_at(view.place)) is not None:
        pages = f"{route.pages}{'' if session.is_whole else '+'}"
        parts.append(Part(5, (f"page {page} of {pages}", f"p. {page}/{pages}", "")))
    if speaker is not None:
        left = duration(session.seconds_left(view.place) or 0)
        parts.append(Part(6, (f"{left} left", left, "")))
        parts.append(Part(7, (f"×{session.tempo:g}", "")))
        parts.append(Part(1, (speaker.narrator.voice.name, "")))
    parts += _reminders(session)
    if not following:
        parts.append(Part(3, ("⟦follow⟧: back to the voice", "⟦follow⟧: back", "")))
    return Status(tuple(_with_keys(part, keymap) for part in parts), share)


def _with_keys(part: Part, keymap: Keymap) -> Part:
    return replace(part, forms=tuple(with_keys(form, keymap) for form in part.forms))


def _reminders(session: Session) -> Iterator[Part]:
    """What is switched on, and would be forgotten."""
    if session.speaker is not None and session.speaker.note:
        yield Part(4, (session.speaker.note, "no sound, ⟦sound⟧: why", "no sound"))
    if session.volume != 1:
        yield Part(2, (f"volume {session.volume:.0%}", ""))
    if session.loop is not None:
        yield Part(2, ("loop", ""))
    if (rest := session.sleep.seconds_left) is not None:
        yield Part(2, (f"sleep in {duration(rest)}", "sleep", ""))
    elif session.sleep.end is not None:
        yield Part(2, (f"sleep after the {session.sleep.end}", "sleep", ""))


def _state(session: Session, state: State, problem: YapitError | None) -> Part:
    if problem is not None:
        return Part(2, (f"⚠ {problem}. {problem.cure}".strip(), f"⚠ {problem}", "⚠ error", "⚠"))
    if session.speaker is None:
        return Part(9, ("◌ Loading the voice…", "◌ loading", "◌"))
    if session.awaits_text:
        return Part(9, ("◌ waiting for text…", "◌ text…", "◌"))
    if session.is_waiting:
        return Part(9, ("◌ looking for your place…", "◌ …"))
    if session.fell_asleep:
        return Part(9, ("⏾ asleep, ⟦play-pause⟧ goes on", "⏾"))
    return Part(9, _STATES[state])


class StatusLine(Widget):
    COMPONENT_CLASSES: ClassVar[set[str]] = {"status--read"}
    DEFAULT_CSS = """
    StatusLine {
        height: 1; background: $panel; color: $foreground;
        & > .status--read { background: $primary-muted; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._status = Status()

    def show(self, status: Status) -> None:
        """Drawn again only where something changed."""
        if status != self._status:
            self._status = status
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        line = set_cell_size(" " + compose(self._status.parts, max(width - 2, 0)), width)
        strip = Strip([Segment(line, self.rich_style)], width)
        read = round(self._status.share * width)
        ground = Style(bgcolor=self.get_component_rich_style("status--read").bgcolor)
        done = [Segment(s.text, self.rich_style + ground) for s in strip.crop(0, read)]
        return Strip([*done, *strip.crop(read, width)], width)
