"""What the commands do that are the same on every front end; each tells what came of it, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial

from yapit.core.errors import YapitError
from yapit.core.listening.desk import Desk
from yapit.core.listening.pronouncing import draft_here, keep_rule, rule_as_typed
from yapit.core.listening.route import Step
from yapit.core.listening.skipped import silence_here, speak_skipped
from yapit.core.listening.sleeping import parse_sleep
from yapit.core.listening.targets import target
from yapit.core.listening.telling import duration, whereabouts
from yapit.core.rules import Action

Act = Callable[[Desk, str], str]
"""Gets what was typed, where the command asks for something.

Raises:
    YapitError: It cannot be done, and what to do about it.
"""

TEMPO_STEP = 0.1
VOLUME_STEP = 0.1

_TEMPO = re.compile(r"[\s×x]*(\d+(?:[.,]\d*)?|[.,]\d+)[\s×x]*", re.IGNORECASE)


def _play_pause(desk: Desk, typed: str) -> str:
    desk.session.toggle()
    return "playing" if desk.session.plays_soon else "paused"


def _tempo(by: float, desk: Desk, typed: str) -> str:
    return f"tempo {desk.set_tempo(desk.session.tempo + by):g}"


def _tempo_of(desk: Desk, typed: str) -> str:
    if not (tempo := _TEMPO.fullmatch(typed)):
        raise YapitError(f"{typed!r} is no tempo", cure="Type 0.5 to 4, as in: 1.25")
    return f"tempo {desk.set_tempo(float(tempo[1].replace(',', '.'))):g}"


def _volume(by: float, desk: Desk, typed: str) -> str:
    desk.session.volume += by
    return f"volume {desk.session.volume:.0%}"


def _voice(desk: Desk, typed: str) -> str:
    return f"voice {desk.speak_with(typed).name}"


def _repeat(desk: Desk, typed: str) -> str:
    desk.session.repeat()
    return ""


def _loop(desk: Desk, typed: str) -> str:
    if desk.session.loop is not None:
        desk.session.loop_over(None)
        return "the loop is over"
    desk.session.loop_over(desk.passage)
    return "again and again, until ⟦loop⟧"


def _sleep(desk: Desk, typed: str) -> str:
    end = parse_sleep(typed)
    desk.session.sleep_after(end)
    if end is None:
        return "no sleep timer"
    return f"sleep in {duration(end * 60)}" if isinstance(end, float) else f"sleep at the end of the {end}"


def _where(desk: Desk, typed: str) -> str:
    return whereabouts(desk.session)


def _step(step: Step, by: int, desk: Desk, typed: str) -> str:
    desk.session.step(step, by)
    return ""


def _go_to(desk: Desk, typed: str) -> str:
    if (route := desk.session.ready) is not None:
        desk.session.jump(target(typed, route))
        if "%" in typed and not desk.session.is_whole:
            return "of as much as is there; more comes"
    return ""


def _outline(desk: Desk, typed: str) -> str:
    if (route := desk.session.ready) is not None:
        desk.session.jump(target(f"chapter {typed}" if typed.strip().isdecimal() else typed, route))
    return ""


def _jump_back(desk: Desk, typed: str) -> str:
    return "" if desk.session.jump_back() else "there was no jump"


def _jump_forward(desk: Desk, typed: str) -> str:
    return "" if desk.session.jump_forward() else "there is no way back to undo"


def _skips(desk: Desk, typed: str) -> str:
    desk.set_skips(typed)
    return f"skipped: {', '.join(sorted(desk.hearing.skip)) or 'nothing'}"


def _why(desk: Desk, typed: str) -> str:
    skip = silence_here(desk.session)
    return f"not spoken: {skip.reason}" if skip else "all is spoken up to here"


def _speak_skipped(desk: Desk, typed: str) -> str:
    skip = speak_skipped(desk.session)
    return f"skipped before: {skip.reason}" if skip else "nothing is skipped here"


def _pronounce(desk: Desk, typed: str) -> str:
    draft = draft_here(desk)
    rule = rule_as_typed(typed, draft)
    keep_rule(desk, rule, draft)
    said = f"/{rule.says}/" if rule.action is Action.IPA else rule.says or "nothing"
    return f"{rule.pattern} is said: {said}"


def _bookmark(desk: Desk, typed: str) -> str:
    return "bookmark" if desk.toggle_bookmark() else "no bookmark any more"


def _note(desk: Desk, typed: str) -> str:
    text = typed.strip()
    if text:
        desk.kept.note(desk.session.document, desk.passage, text)
    return "noted" if text else ""


def _marks(desk: Desk, typed: str) -> str:
    marks = desk.marks
    if not typed.strip().isdecimal() or not 1 <= int(typed) <= len(marks):
        known = f"1 to {len(marks)}" if marks else "none yet; ⟦bookmark⟧ makes a bookmark, ⟦note⟧ a note"
        raise YapitError(f"there is no mark {typed.strip()}", cure=f"The marks are: {known}.")
    note, place = marks[int(typed) - 1]
    desk.session.jump(place, exact=True)
    return note.text


def _steps() -> Mapping[str, Act]:
    ways = {"previous": -1, "next": 1}
    return {f"{way}-{step}": partial(_step, step, by) for step in Step for way, by in ways.items()}


ACTS: Mapping[str, Act] = {
    "play-pause": _play_pause,
    "slower": partial(_tempo, -TEMPO_STEP),
    "faster": partial(_tempo, TEMPO_STEP),
    "tempo": _tempo_of,
    "quieter": partial(_volume, -VOLUME_STEP),
    "louder": partial(_volume, VOLUME_STEP),
    "voice": _voice,
    "repeat": _repeat,
    "loop": _loop,
    "sleep": _sleep,
    "where": _where,
    **_steps(),
    "go-to": _go_to,
    "outline": _outline,
    "jump-back": _jump_back,
    "jump-forward": _jump_forward,
    "skips": _skips,
    "why": _why,
    "speak-skipped": _speak_skipped,
    "pronounce": _pronounce,
    "bookmark": _bookmark,
    "note": _note,
    "marks": _marks,
}
"""By the name of the command. The others are the front end's own."""
