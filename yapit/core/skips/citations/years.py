"""Years as sources carry them: `1998a`, `[1923] 1987`, `n.d.`, `in press`; and what may follow one."""

from __future__ import annotations

import re

from yapit.core.skips.citations.words import TAIL, is_locator, is_place_in_source

_DIGITS = r"(?:1[5-9]|20)\d{2}"
_UNDATED = (
    r"n\.\s?d\.|o\.\s?J\.|s\.\s?f\.|s\.\s?d\.|in\spress|im\sDruck|im\sErscheinen|sous\spresse|à\sparaître|en\sprensa|"
    r"forthcoming|to\sappear|submitted|accepted|under\sreview|unpublished|in\sprep(?:aration|\.)|"
    r"this\s(?:volume|issue)|op\.\s?cit\.|loc\.\s?cit\.|a\.\s?a\.\s?O\.|supra(?:\snotes?\s\d{1,3})?"
)
_YEAR = rf"(?:{_DIGITS}[a-z]?|{_UNDATED})"
YEARS = re.compile(
    rf"(?P<first>\[{_DIGITS}\]\s?|{_DIGITS}/)?(?<!\d){_YEAR}(?!\d)(?P<span>[–-](?:\d{{4}}|\d{{2}})\b)?"
    rf"(?:[,;]\s?(?:{_YEAR}(?!\d)|[a-z](?![\w.]))|,?\s(?:and|&|und|et|y|e)\s{_YEAR}(?!\d)){{0,8}}"
)
HINT = re.compile(
    rf"{_DIGITS}|{_UNDATED}|ibid|ebd|ebenda|\bid\.|cit\.|[íi]dem|pers|unpubl|litt\.|author", re.IGNORECASE
)
"""Something without which there is no citation by year."""

_MONTHS = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)|Sept?(?:ember|\.)|"
    r"Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)|Spring|Summer|Fall|Winter)"
)
_DAY = re.compile(rf",\s{_MONTHS}(?:\s\d{{1,2}})?(?=,|\Z)")
_HEREAFTER = re.compile(r"[,;]?\s(?:here(?:in)?after|henceforth)\s[^,;]{1,40}\Z")
"""What a source is called from there on: `Holt 2001, hereafter H01`."""

DATE_BEFORE = re.compile(rf",\s(?:\d{{1,2}}\s)?{_MONTHS}(?:\s\d{{1,2}},?)?\s?\Z")
"""What stands between a newspaper and the year: `The Times, 4 May 1970`."""


def ends_well(after: str) -> bool:
    """Nothing follows the year but a place in the source, or that it has references, too."""
    after = _HEREAFTER.sub("", after, count=1)
    after = _DAY.sub("", TAIL.sub("", after, count=1), count=1).lstrip()
    if not after or is_locator(after):
        return True
    return after[0] in ",:" and is_place_in_source(after[1:].strip())


def is_date(years: re.Match[str]) -> bool:
    """A bare year, which may as well be that of an event: no letter, no earlier edition."""
    return years[0][:4].isdecimal() and not years[0][-1].isalpha() and years["first"] is None
