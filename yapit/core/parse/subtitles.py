"""Subtitles and lyrics: what is said, joined over the cues; times and places gone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from yapit.core.document import BlockKind, Document
from yapit.core.parse.characters import decode, one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.source import Source


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float
    """Seconds."""

    end: float
    lines: tuple[str, ...]
    speaker: str = ""


def parse(source: Source, on_progress: Progress) -> Document:
    text = decode(source.data, source.label).replace("\r\n", "\n").replace("\r", "\n")
    draft = Draft()
    if "[Events]" in text:
        cues = list(_scripted(text))
    elif "-->" in text or _SBV.search(text):
        cues = list(_timed(text))
    else:
        draft.title, draft.author = (_tag(text, name) for name in ("ti", "ar"))
        cues = list(_sung(text))
    for said, kind in _paragraphs(_without_repeats(cues)):
        draft.add(said, kind)
    return draft.document(source.label, if_empty="Check that it has cues with times and text.")


_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}(?:[.,:]\d{1,3})?)"
_TIMES = re.compile(rf"^[ \t]*{_TIME}[ \t]*(?:-->|,)[ \t]*{_TIME}.*$", re.M)
_SBV = re.compile(rf"^{_TIME},{_TIME}$", re.M)
_VOICE = re.compile(r"<v(?:\.[\w.]+)?[ \t]+([^>\n]{1,80})>")
_TAGS = re.compile(r"<[^<>\n]{0,200}>|\{\\?[^{}\n]{0,200}\}")


def _seconds(hours: str | None, minutes: str, seconds: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(re.sub(r"[,:]", ".", seconds))


def _timed(text: str) -> Iterator[_Cue]:
    """Cues of SubRip, WebVTT and their like: a line with two times, then text up to a blank line."""
    times = list(_TIMES.finditer(text))
    for match, after in zip_longest(times, times[1:]):
        body = text[match.end() : after.start() if after else len(text)].lstrip("\n").split("\n\n", 1)[0]
        lines = [
            line
            for line in body.split("\n")
            if not (after and line.strip().isdecimal() and line in body[-8:])
        ]
        voice = _VOICE.search(body)
        yield _Cue(
            _seconds(*match.group(1, 2, 3)),
            _seconds(*match.group(4, 5, 6)),
            tuple(filter(None, map(_shown, lines))),
            one_line(voice.group(1)) if voice else "",
        )


def _shown(line: str) -> str:
    return one_line(html.unescape(_TAGS.sub("", line)))


def _scripted(text: str) -> Iterator[_Cue]:
    """Lines of SubStation Alpha, whose columns are named above them."""
    columns = ["layer", "start", "end", "style", "name", "marginl", "marginr", "marginv", "effect", "text"]
    for line in text.split("\n"):
        if line.startswith("Format:"):
            columns = [column.strip().lower() for column in line[7:].split(",")]
        if not line.startswith("Dialogue:"):
            continue
        fields = dict(zip(columns, line[9:].split(",", len(columns) - 1), strict=False))
        times = [re.fullmatch(rf"\s*{_TIME}\s*", fields.get(name, "")) for name in ("start", "end")]
        start, end = (_seconds(*time.group(1, 2, 3)) if time else 0.0 for time in times)
        lines = re.split(r"\\[Nn]", fields.get("text", "").replace("\\h", " "))
        yield _Cue(start, end, tuple(filter(None, map(_shown, lines))), one_line(fields.get("name", "")))


_STAMPS = re.compile(r"^((?:\[\d{1,3}:\d\d(?:[.:]\d{1,3})?\])+)(.*)$", re.M)


def _sung(text: str) -> Iterator[_Cue]:
    """Lines of lyrics; a line that is sung again has several times before it."""
    found: list[tuple[float, str]] = []
    for match in _STAMPS.finditer(text):
        for minutes, seconds in re.findall(r"\[(\d+):([\d.:]+)\]", match.group(1)):
            found.append((_seconds(None, minutes, seconds), _shown(match.group(2))))
    for start, line in sorted(found, key=lambda cue: cue[0]):
        yield _Cue(start, start + 3, (line,) if line else ())


def _tag(text: str, name: str) -> str:
    match = re.search(rf"^\[{name}:(.{{0,200}})\]", text, re.M)
    return one_line(match.group(1)) if match else ""


def _without_repeats(cues: Iterable[_Cue]) -> Iterator[_Cue]:
    """The cues without the lines that roll on from the one before."""
    before: tuple[str, ...] = ()
    for cue in cues:
        lines = list(cue.lines)
        while lines and before and lines[0] == before[-1]:
            lines.pop(0)
        before = cue.lines or before
        if lines:
            yield _Cue(cue.start, cue.end, tuple(lines), cue.speaker)


_PAUSE = 2.0
"""Seconds between two cues after which something else is said."""

_LONG = 500
"""Characters of a paragraph, after which the next end of a sentence ends it."""

_SOUND = re.compile(r"(?:[\[(♪♫#*][^\])]*[\])♪♫#*]|[♪♫\s]+)[.!]?")
_ENDED = re.compile(r"[.!?…。！？]['\"”’)\]]*$")
_DASH = re.compile(r"[-–—]\s*(?=\S)")


def _paragraphs(cues: Iterable[_Cue]) -> Iterator[tuple[str, BlockKind]]:
    """What is said by one person without a pause; sounds that are only described stand apart."""
    said: list[str] = []
    sounds: list[str] = []
    before: _Cue | None = None
    for cue in cues:
        if _SOUND.fullmatch(" ".join(cue.lines)):
            sounds.append(" ".join(cue.lines))
            continue
        for number, line in enumerate(cue.lines):
            if said and (_DASH.match(line) or (number == 0 and _parts(before, cue, said))):
                yield from _ended_with(said, sounds)
                said, sounds = [], []
            said.append(_named(line, cue, before, first=number == 0))
        before = cue
    yield from _ended_with(said, sounds)


def _ended_with(said: list[str], sounds: list[str]) -> Iterator[tuple[str, BlockKind]]:
    """What was said, then the sounds in it, which must not cut a sentence."""
    if said:
        yield " ".join(said), BlockKind.PARAGRAPH
    yield from ((sound, BlockKind.FURNITURE) for sound in sounds)


def _named(line: str, cue: _Cue, before: _Cue | None, *, first: bool) -> str:
    changed = first and cue.speaker and (before is None or before.speaker != cue.speaker)
    return f"{cue.speaker}: {line}" if changed else line


def _parts(before: _Cue | None, cue: _Cue, said: list[str]) -> bool:
    if before is None or before.speaker != cue.speaker:
        return True
    ended = _ENDED.search(said[-1]) is not None
    pause = cue.start - before.end
    length = sum(map(len, said))
    if pause > 2 * _PAUSE or length > 2 * _LONG:
        return True
    return ended and (pause > _PAUSE or length > _LONG)
