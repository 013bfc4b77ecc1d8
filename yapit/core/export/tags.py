"""What players show of a file, by the names that FFmpeg gives to tags."""

from __future__ import annotations

from yapit.core.export.note import synthetic_note
from yapit.core.export.writer import Book

_LONGEST = 1000
"""Characters of a title; longer ones are cut."""

_THREE_LETTERS = {
    "ar": "ara", "bg": "bul", "ca": "cat", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "es": "spa", "et": "est", "fa": "fas", "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin", "hr": "hrv",
    "hu": "hun", "id": "ind", "it": "ita", "ja": "jpn", "ko": "kor", "lt": "lit", "lv": "lav", "nl": "nld",
    "no": "nor", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv", "sr": "srp",
    "sv": "swe", "tr": "tur", "uk": "ukr", "vi": "vie", "zh": "zho",
}  # fmt: skip
"""ISO 639-1 to 639-2: MP4 and ID3 take no shorter ones."""


def tags(book: Book) -> dict[str, str]:
    """The tags of a file; those that are empty are left out."""
    number, count = book.part
    chapter = book.chapters[0].title if number and book.chapters else ""
    found = {
        "title": one_line(chapter or book.title),
        "album": one_line(book.title),
        "artist": one_line(book.author),
        "album_artist": one_line(book.author),
        "genre": "Audiobook",
        "track": f"{number}/{count}" if number else "",
        "comment": synthetic_note(book.voiced),
    }
    return {name: text for name, text in found.items() if text}


def three_letters(language: str) -> str:
    """Of a BCP 47 tag the code of ISO 639-2; `und` where it is not known."""
    first = language.lower().partition("-")[0]
    return first if len(first) == 3 else _THREE_LETTERS.get(first, "und")


def one_line(text: str) -> str:
    """As a tag can hold it: on one line, without NULs and halves of characters."""
    whole = text[: 2 * _LONGEST].encode("utf-8", "replace").decode().replace("\0", " ")
    return " ".join(whole.split())[:_LONGEST]
