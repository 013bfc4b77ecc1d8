"""Tesseract, where it is on PATH: reads the scripts for which its language data is installed."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import numpy as np

from yapit.core.document import Box
from yapit.core.parse.ocr.recognize import Picture, Reading, RecognizerUnavailable, Written

CURE = "Install it, for example with: apt install tesseract-ocr tesseract-ocr-osd"

_SECONDS = 120
"""For one page; most take one or two. After that the page counts as unreadable."""

_SCRIPT_SURE = 2.0
"""Its confidence in a script: wrong ones had up to 1.4, right ones down to 1.0, most above 2."""

_AT_ONCE = 3
"""Languages of one script; each takes as long as the first."""

# What its script detection says, and the language data that reads it. Scripts it knows by one language only
# are read with that; Cyrillic with all that is installed.
_LANGUAGES = {
    "Arabic": ("ara", "fas", "urd"),
    "Armenian": ("hye",),
    "Bengali": ("ben",),
    "Cyrillic": ("rus", "ukr", "bul", "srp", "bel"),
    "Devanagari": ("hin", "mar", "nep", "san"),
    "Georgian": ("kat",),
    "Greek": ("ell",),
    "Gujarati": ("guj",),
    "Han": ("chi_sim", "chi_tra"),
    "Hangul": ("kor",),
    "Hebrew": ("heb",),
    "Japanese": ("jpn",),
    "Kannada": ("kan",),
    "Khmer": ("khm",),
    "Korean": ("kor",),
    "Latin": ("eng", "deu", "fra", "spa", "ita", "por", "vie"),
    "Malayalam": ("mal",),
    "Tamil": ("tam",),
    "Telugu": ("tel",),
    "Thai": ("tha",),
}


@dataclass(frozen=True, slots=True)
class _Posture:
    quarter_turns: int
    """Against the clock, to stand upright."""

    script: str
    sure: bool
    """Of the script: few letters are often taken for another one's."""


class TesseractRecognizer:
    """One process a page, on one thread: with more it is ten times slower on few processors."""

    def read(self, picture: Picture) -> Reading:
        posture = self._posture(picture)
        if posture.quarter_turns:
            picture = np.ascontiguousarray(np.rot90(picture, posture.quarter_turns))
        height, width = picture.shape[:2]
        script = posture.script if posture.sure else ""
        languages = self._languages_for(posture)
        if not languages:
            everything = Written(Box(0, 0, width, height), "", 0.0)
            return Reading((everything,), width, height, script)
        table = self._run(picture, "-l", "+".join(languages), "--psm", "3", "tsv")
        return Reading(tuple(_lines(table)), width, height, script)

    @cached_property
    def languages(self) -> frozenset[str]:
        """What is installed."""
        try:
            told = subprocess.run(
                [_program(), "--list-langs"], capture_output=True, text=True, timeout=_SECONDS, check=False
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise RecognizerUnavailable(f"tesseract does not run: {error}", cure=CURE) from error
        return frozenset(told.stdout.split()[-200:])

    def _languages_for(self, posture: _Posture) -> list[str]:
        wanted = [f"script/{posture.script}", *_LANGUAGES.get(posture.script, ())]
        if not posture.sure:
            wanted += _LANGUAGES["Latin"]
        installed = dict.fromkeys(name for name in wanted if name in self.languages)
        return list(installed)[:_AT_ONCE]

    def _posture(self, picture: Picture) -> _Posture:
        """Which way up, and in which script; upright and unknown where it cannot tell."""
        if "osd" not in self.languages:
            return _Posture(0, "", sure=False)
        told = self._run(picture, "--psm", "0")
        turned = re.search(r"^Rotate: (\d+)", told, re.M)
        script = re.search(r"^Script: (\w+)\nScript confidence: ([\d.]+)", told, re.M)
        clockwise = int(turned[1]) // 90 if turned else 0
        if script is None:
            return _Posture(-clockwise % 4, "", sure=False)
        return _Posture(-clockwise % 4, script[1], sure=float(script[2]) >= _SCRIPT_SURE)

    def _run(self, picture: Picture, *options: str) -> str:
        height, width = picture.shape[:2]
        data = f"P6 {width} {height} 255\n".encode() + picture.tobytes()
        try:
            done = subprocess.run(
                [_program(), "stdin", "stdout", *options],
                input=data,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except subprocess.TimeoutExpired:
            return ""
        except OSError as error:
            raise RecognizerUnavailable(f"tesseract does not run: {error}", cure=CURE) from error
        return done.stdout.decode("utf-8", "replace")


def _program() -> str:
    program = shutil.which("tesseract")
    if program is None:
        raise RecognizerUnavailable("tesseract is not installed", cure=CURE)
    return program


def _lines(table: str) -> Iterator[Written]:
    """The lines of a TSV table of words; words come as they are read, right to left where that is so."""
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    words = [row for row in rows if row["level"] == "5" and (row["text"] or "").strip()]
    for _, members in groupby(words, key=lambda r: (r["block_num"], r["par_num"], r["line_num"])):
        yield _line(list(members))


def _line(words: list[dict[str, str]]) -> Written:
    left, top = (min(int(word[side]) for word in words) for side in ("left", "top"))
    right = max(int(word["left"]) + int(word["width"]) for word in words)
    bottom = max(int(word["top"]) + int(word["height"]) for word in words)
    letters = [len(word["text"]) for word in words]
    sure = sum(float(word["conf"]) * n for word, n in zip(words, letters, strict=True)) / sum(letters)
    text = " ".join(word["text"] for word in words)
    return Written(Box(left, top, right, bottom), text, max(0.0, min(1.0, sure / 100)))
