"""Subtitles: SubRip, WebVTT and Advanced SubStation with the time of each word, and lyrics in LRC."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Protocol

from yapit.core.audio import Speech
from yapit.core.export.clock import clock
from yapit.core.export.coverage import Coverage
from yapit.core.export.cues import Cue, Cueing, text_of
from yapit.core.export.note import synthetic_note
from yapit.core.export.part import PartFile
from yapit.core.export.shown import ShownWord, writable
from yapit.core.export.writer import Book, Writer
from yapit.core.split import Chunk

_JOINER = "\u2060"
"""Of no width: put into what a player would take for a tag in a format that has no escape."""


class _Form(Protocol):
    """How a format writes its parts."""

    def head(self, book: Book) -> str: ...

    def cue(self, number: int, cue: Cue) -> str:
        """A cue, the first of which has the number 1."""
        ...


class SubtitleFile:
    """Written as narration goes; a few sentences are held."""

    def __init__(self, file: PartFile, book: Book, form: _Form) -> None:
        self._file = file
        self._form = form
        self._cueing = Cueing()
        self._count = 0
        self._put(form.head(book))

    def begin_chapter(self, title: str, start: float) -> None:
        self._put_cues(self._cueing.settle())

    def write(self, chunk: Chunk, speech: Speech, start: float) -> None:
        self._put_cues(self._cueing.add(chunk, speech, start))

    def finish(self, covered: Coverage, duration: float) -> None:
        self._put_cues(self._cueing.finish())

    def close(self) -> None: ...

    def _put_cues(self, cues: Iterable[Cue]) -> None:
        for cue in cues:
            self._count += 1
            self._put(self._form.cue(self._count, cue))

    def _put(self, text: str) -> None:
        self._file.write(text.encode())


def srt(file: PartFile, book: Book, sample_rate: int) -> Writer:
    """SubRip: what every player reads; it has no place for word times."""
    return SubtitleFile(file, book, _Srt())


def vtt(file: PartFile, book: Book, sample_rate: int) -> Writer:
    """WebVTT with the time of each word in its cue."""
    return SubtitleFile(file, book, _Vtt())


def ass(file: PartFile, book: Book, sample_rate: int) -> Writer:
    """Advanced SubStation with karaoke; its times are hundredths of a second."""
    return SubtitleFile(file, book, _Ass())


def lrc(file: PartFile, book: Book, sample_rate: int) -> Writer:
    """LRC with the time of each word; its times are hundredths of a second."""
    return SubtitleFile(file, book, _Lrc())


class _Srt:
    _TAG = re.compile(r"(?<=<)(?=[A-Za-z/])|(?<=\{)(?=[\\A-Za-z/])|(?<=-)(?=->)")

    def head(self, book: Book) -> str:
        return ""

    def cue(self, number: int, cue: Cue) -> str:
        text = "\n".join(self._TAG.sub(_JOINER, text_of(line)) for line in cue.lines)
        return f"{number}\n{clock(cue.start, ',')} --> {clock(cue.end, ',')}\n{text}\n\n"


class _Vtt:
    _SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})

    def head(self, book: Book) -> str:
        title = _one_line(book.title or book.document.title).translate(self._SIGNS)
        language = _one_line(book.language or book.document.language)
        kind = f"Kind: captions\nLanguage: {language}\n" if language else "Kind: captions\n"
        note = _note(book).translate(self._SIGNS)
        return f"WEBVTT\n{kind}\n" + (f"NOTE\n{title}\n\n" if title else "") + f"NOTE\n{note}\n\n"

    def cue(self, number: int, cue: Cue) -> str:
        at = cue.start
        lines: list[str] = []
        for line in cue.lines:
            parts: list[str] = []
            for word in line:
                is_later = at < word.start < cue.end
                at = word.start if is_later else at
                stamp = f"<{clock(at)}>" if is_later else ""
                parts.append(_apart(word, bool(parts)) + stamp + word.text.translate(self._SIGNS))
            lines.append("".join(parts))
        text = "\n".join(lines)
        return f"{number}\n{clock(cue.start)} --> {clock(cue.end)}\n{text}\n\n"


_ASS_HEAD = """\
[Script Info]
; {note}
Title: {title}
ScriptType: v4.00+
WrapStyle: 2
ScaledBorderAndShadow: yes
PlayResX: 1920
PlayResY: 1080

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, \
Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, \
MarginR, MarginV, Encoding
Style: Default,Arial,64,&H0000D7FF,&H00FFFFFF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,80,80,60,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


class _Ass:
    _SIGNS = str.maketrans({"{": "｛", "}": "｝", "\\": f"\\{_JOINER}"})
    # No escape of a brace is known to all players: where it is not, the text between two would be lost.

    def head(self, book: Book) -> str:
        title = _one_line(book.title or book.document.title)
        return _ASS_HEAD.format(note=_note(book), title=title)

    def cue(self, number: int, cue: Cue) -> str:
        start, end = _hundredths(cue.start), max(_hundredths(cue.end), _hundredths(cue.start) + 1)
        later = (min(max(_hundredths(word.start), start), end) for word in cue.words[1:])
        lengths = (until - at for at, until in pairwise([start, *later, end]))
        lines = (
            "".join(self._word(word, next(lengths), word is not line[0]) for word in line)
            for line in cue.lines
        )
        text = "\\N".join(lines)
        return f"Dialogue: 0,{_ass_clock(start)},{_ass_clock(end)},Default,,0,0,0,,{text}\n"

    def _word(self, word: ShownWord, length: int, is_later: bool) -> str:
        return f"{_apart(word, is_later)}{{\\k{length}}}{word.text.translate(self._SIGNS)}"


class _Lrc:
    _TAG = re.compile(r"(?<=[<\[])(?=\d+:)")

    def head(self, book: Book) -> str:
        document = book.document
        tags = {
            "ti": book.title or document.title,
            "ar": book.author or document.author,
            "la": book.language or document.language,
            "by": _note(book),
        }
        return "".join(f"[{name}:{_one_line(text)}]\n" for name, text in tags.items() if text) + "\n"

    def cue(self, number: int, cue: Cue) -> str:
        at = _hundredths(cue.start)
        parts = [f"[{_lrc_clock(at)}]"]
        for place, word in enumerate(cue.words):
            at = min(max(_hundredths(word.start), at), _hundredths(cue.end))
            text = self._TAG.sub(_JOINER, word.text)
            parts.append(f"{_apart(word, place > 0)}<{_lrc_clock(at)}>{text}")
        return "".join(parts) + f"<{_lrc_clock(_hundredths(cue.end))}>\n"


def _apart(word: ShownWord, is_later: bool) -> str:
    return " " if word.is_apart and is_later else ""


def _note(book: Book) -> str:
    return _one_line(synthetic_note(book.voiced))


def _one_line(text: str) -> str:
    return writable(" ".join(text.split()))


def _hundredths(ms: int) -> int:
    return (ms + 5) // 10


def _ass_clock(hundredths: int) -> str:
    seconds, part = divmod(hundredths, 100)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{part:02}"


def _lrc_clock(hundredths: int) -> str:
    seconds, part = divmod(hundredths, 100)
    return f"{seconds // 60:02}:{seconds % 60:02}.{part:02}"
