"""The kinds of files a document is exported to, by the ending of their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from yapit.core.export import subtitles
from yapit.core.export.epub import BookFile
from yapit.core.export.flac import open_flac
from yapit.core.export.m4b import open_m4b
from yapit.core.export.mp3 import open_mp3
from yapit.core.export.opus import open_opus
from yapit.core.export.wav import WavFile
from yapit.core.export.words import WordsFile
from yapit.core.export.writer import OpenWriter


@dataclass(frozen=True, slots=True)
class Format:
    open: OpenWriter
    seeks: bool = False
    """It goes back to its beginning when it is finished, so it cannot be piped."""


FORMATS: Mapping[str, Format] = {
    ".m4b": Format(open_m4b, seeks=True),
    ".mp3": Format(open_mp3),
    ".opus": Format(open_opus),
    ".ogg": Format(open_opus),
    ".flac": Format(open_flac),
    ".wav": Format(WavFile),
    ".json": Format(WordsFile),
    ".srt": Format(subtitles.srt),
    ".vtt": Format(subtitles.vtt),
    ".ass": Format(subtitles.ass),
    ".lrc": Format(subtitles.lrc),
    ".epub": Format(BookFile, seeks=True),
}
"""What opens a file, by its ending in lower case."""
