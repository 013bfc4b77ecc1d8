"""What commands do on a screen: those about the page, and those that are chosen from a list there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from rich.text import Text
from textual.app import App

from yapit.core.desktop.clipboard import copy
from yapit.core.document import Skip, Span
from yapit.core.errors import YapitError
from yapit.core.finding import Found
from yapit.core.listening import COMMANDS, Keymap
from yapit.core.listening.desk import Desk
from yapit.core.listening.pronouncing import draft_here
from yapit.core.listening.session import Session
from yapit.core.listening.skipped import speak_skipped
from yapit.core.listening.sleeping import sleep_choices, sleep_named
from yapit.tui.choice import Choice
from yapit.tui.help import Notice, help_notice
from yapit.tui.home import Home
from yapit.tui.keys import shown
from yapit.tui.page import Page
from yapit.tui.prompt import Prompt
from yapit.tui.pronounce import Pronounce
from yapit.tui.scroll import Spacing
from yapit.tui.skips import Skips
from yapit.tui.themes import THEMES
from yapit.tui.views import Views


class Stage(Protocol):
    """What commands need of the screen they are given on."""

    session: Session
    desk: Desk
    page: Page
    views: Views
    keymap: Keymap
    problem: YapitError | None
    skip_asked_for: Skip | None
    """What is skipped where the listener pointed last."""

    found: Found | None
    match: Span | None
    """Of what was found, that which is in view."""

    @property
    def app(self) -> App[Any]: ...

    def run_command(self, name: str) -> None:
        """Do a command; where it asks for something, once that is typed."""

    def act(self, name: str, typed: str | None) -> None:
        """Do a command that is the same on every front end."""

    def say(self, told: str) -> None:
        """Tell it for a while."""

    def seek(self, place: int) -> None:
        """Read from a place."""

    def show_match(self, found: Found | None, match: Span | None) -> str:
        """Mark what was found and go to one of it; returns which it is."""

    def want(self, source: str, *, queued: str = "") -> None:
        """Read another document instead; `queued` is its id where it comes from the queue."""

    def look_for_sound(self) -> object:
        """Look again, in a thread."""


ScreenAct = Callable[[Stage], str]
"""Returns what is to be told.

Raises:
    YapitError: It cannot be done, and what to do about it.
"""


def _play_pause(reader: Stage) -> str:
    reader.session.toggle()
    return ""  # the status line shows it anyway


def _voice(reader: Stage) -> str:
    speaker = reader.session.speaker
    if speaker is None:
        return "the voice is not loaded yet"
    voices = list(speaker.narrator.engine.voices())
    rows = {voice.id: f"{voice.name}   {voice.language}   {voice.gender}   {voice.id}" for voice in voices}
    dialog = Choice("Voices", rows, chosen=speaker.narrator.voice.id)
    reader.app.push_screen(dialog, partial(reader.act, "voice"))
    return ""


def _sleep(reader: Stage) -> str:
    rows = {value: sleep_named(value) for value in sleep_choices(reader.session.sleep.is_set)}
    dialog = Choice("Sleep after", rows, also=sleep_named, hint="type minutes, or choose")
    reader.app.push_screen(dialog, partial(reader.act, "sleep"))
    return ""


def _skips(reader: Stage) -> str:
    reader.app.push_screen(Skips(reader.desk))
    return ""


def _outline(reader: Stage) -> str:
    if reader.views.toggle_outline():
        return ""
    return "this document has no chapters" if reader.session.ready else "still loading"


def _focus(reader: Stage) -> str:
    reader.views.toggle_focus()
    return ""


def _pacer(reader: Stage) -> str:
    reader.views.toggle_pacer()
    return ""


def _picture(reader: Stage) -> str:
    return "" if reader.views.toggle_picture() else "this document has no pages that can be drawn"


def _pronounce(reader: Stage) -> str:
    draft = draft_here(reader.desk)
    session, dialog = reader.session, Pronounce(reader.desk, draft)
    was_running = session.look().is_running
    session.pause()

    def done(told: str | None) -> None:
        reader.say(told or "")
        if was_running:
            session.play()

    reader.app.push_screen(dialog, done)
    return ""


def _find(reader: Stage) -> str:
    start, following = reader.page.first_in_view(), reader.page.following

    def typed(query: str) -> str:
        found = reader.desk.find(query)
        return reader.show_match(found, found.after(start))

    def done(query: str | None) -> None:
        if not query:
            reader.show_match(None, None)
            if following:
                reader.page.follow()

    reader.app.push_screen(Prompt("Find:", hint="words", while_typing=typed), done)
    return ""


def _next_match(reader: Stage) -> str:
    found, match = reader.found, reader.match
    if found is None or match is None:
        return "nothing was found: ⟦find⟧ finds"
    return reader.show_match(found, found.after(match.end))


def _previous_match(reader: Stage) -> str:
    found, match = reader.found, reader.match
    if found is None or match is None:
        return "nothing was found: ⟦find⟧ finds"
    return reader.show_match(found, found.before(match.start))


def _marks(reader: Stage) -> str:
    marks = reader.desk.marks
    if not marks:
        return "no bookmarks yet: ⟦bookmark⟧ makes one, ⟦note⟧ a note"
    rows = {str(n): f"{note.kind}   {note.text or note.marked}" for n, (note, _) in enumerate(marks, 1)}

    def forget(number: str) -> None:
        reader.desk.kept.forget(marks[int(number) - 1][0])
        reader.say("forgotten")

    dialog = Choice("Bookmarks and notes", rows, forget=forget)
    reader.app.push_screen(dialog, partial(reader.act, "marks"))
    return ""


def _library(reader: Stage) -> str:
    def take(source: str | None) -> None:
        if source is not None:
            reader.want(source)

    reader.app.push_screen(Home(reader.desk.kept.library, tempo=reader.session.tempo), take)
    return ""


def _next_document(reader: Stage) -> str:
    following = reader.desk.kept.next_in_queue()
    if following is None:
        return "the queue is empty: yapit library add FILE --queue"
    reader.want(following.source, queued=following.id)
    return f"opening {following.title}…"


def _speak_skipped(reader: Stage) -> str:
    asked, reader.skip_asked_for = reader.skip_asked_for, None
    skip = speak_skipped(reader.session, asked.span.start if asked else None)
    reader.page.following = True
    return f"skipped before: {skip.reason}" if skip else "nothing is skipped here"


def _sound(reader: Stage) -> str:
    speaker = reader.session.speaker
    if speaker is not None and speaker.note:
        reader.look_for_sound()
        return "looking for sound…"
    show_sound(reader)
    return ""


def show_sound(reader: Stage) -> None:
    """Where it goes, or why it does not and what to do about it."""
    speaker, lost = reader.session.speaker, reader.session.look().error
    if speaker is None:
        told = str(reader.problem or "not loaded yet")
    elif lost is not None:
        told = f"{lost}. {lost.cure}"
    else:
        told = speaker.note or speaker.player.output.description
    reader.app.push_screen(Notice("Sound", Text(told)))


def _copy(reader: Stage) -> str:
    text = " ".join(reader.desk.passage.of(reader.session.document.text).split())
    reader.app.copy_to_clipboard(text)  # by OSC 52, which goes over SSH, but which not all terminals obey
    copy(text)
    return "copied"


def _help(reader: Stage) -> str:
    reader.app.push_screen(help_notice(reader.keymap))
    return ""


def _palette(reader: Stage) -> str:
    others = [command for command in COMMANDS if command.name != "palette"]
    rows = {c.name: "   ".join([c.title, *map(shown, reader.keymap[c.name])]) for c in others}

    def run(name: str | None) -> None:
        if name is not None:
            reader.run_command(name)

    reader.app.push_screen(Choice("All commands", rows), run)
    return ""


def _quit(reader: Stage) -> str:
    reader.app.exit()
    return ""


def _read_here(reader: Stage) -> str:
    match = reader.match
    reader.show_match(None, None)
    reader.seek(match.start if match is not None else reader.page.first_in_view())
    return ""


def _follow(reader: Stage) -> str:
    reader.page.follow()
    return ""


def _close(reader: Stage) -> str:
    """What was opened or marked last is not kept: what hides most of the page goes first."""
    if reader.page.selection is not None:
        reader.page.select(None)
    elif not reader.views.close():
        reader.show_match(None, None)
    return ""


def _select(by: int, reader: Stage) -> str:
    """Sentences only: what is copied or noted is hardly ever less."""
    route = reader.session.ready
    if route is None:
        return "still loading"
    page, places = reader.page, route.places
    marked = page.selection
    if marked is None:
        page.select(reader.desk.passage)
    elif by > 0:
        further = places.sentence_at(marked.end)
        page.select(Span(marked.start, max(marked.end, further.end)))
    else:
        page.select(Span(places.sentence_after(marked.start, -1), marked.end))
    return SELECTED


SELECTED = "selected: ⟦copy⟧ copies, ⟦note⟧ notes, ⟦loop⟧ loops, ⟦close⟧ unmarks"


def _turn(to: str, reader: Stage) -> str:
    reader.page.action_turn(to)
    return ""


def _theme(reader: Stage) -> str:
    names = list(THEMES)
    themes = [theme.name for theme in THEMES.values()]
    here = themes.index(reader.app.theme) if reader.app.theme in themes else -1
    name = names[(here + 1) % len(names)]
    reader.app.theme = THEMES[name].name
    return f"theme {name}"


def _measure(by: int, reader: Stage) -> str:
    reader.page.measure += by
    return f"lines of up to {reader.page.measure} columns"


def _spacing(reader: Stage) -> str:
    spacings = (Spacing(), Spacing(1, 2), Spacing(2, 2))
    here = spacings.index(reader.page.spacing) if reader.page.spacing in spacings else -1
    reader.page.spacing = spacings[(here + 1) % len(spacings)]
    return ""


SCREEN_ACTS: Mapping[str, ScreenAct] = {
    "play-pause": _play_pause,
    "voice": _voice,
    "sleep": _sleep,
    "skips": _skips,
    "outline": _outline,
    "focus": _focus,
    "pacer": _pacer,
    "picture": _picture,
    "pronounce": _pronounce,
    "marks": _marks,
    "library": _library,
    "next-document": _next_document,
    "speak-skipped": _speak_skipped,
    "sound": _sound,
    "copy": _copy,
    "help": _help,
    "palette": _palette,
    "quit": _quit,
    "read-here": _read_here,
    "follow": _follow,
    "close": _close,
    "select-on": partial(_select, 1),
    "select-back": partial(_select, -1),
    "line-up": partial(_turn, "line_up"),
    "line-down": partial(_turn, "line_down"),
    "screen-up": partial(_turn, "page_up"),
    "screen-down": partial(_turn, "page_down"),
    "top": partial(_turn, "top"),
    "end": partial(_turn, "end"),
    "theme": _theme,
    "narrower": partial(_measure, -4),
    "wider": partial(_measure, 4),
    "spacing": _spacing,
    "find": _find,
    "next-match": _next_match,
    "previous-match": _previous_match,
}
"""By the name of the command; those that are not here are in `yapit.core.listening.acts`."""
