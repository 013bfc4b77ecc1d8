"""Abbreviations that end in a dot, and a few that do not."""

from __future__ import annotations

import re
from collections.abc import Callable

from yapit.core.prepare.english.fragments import FINAL_DOT, HAS_DOT, HAS_INNER_DOT, before, words
from yapit.core.prepare.english.numbers import Numbers
from yapit.core.prepare.rules import Rule, Said

_TITLES = {
    "Dr": "Doctor", "Drs": "Doctors", "Mr": "Mister", "Mrs": "Missus", "Ms": "Miz", "Messrs": "Messers",
    "Mx": "Mix", "Mt": "Mount", "Ft": "Fort", "Prof": "Professor", "Profs": "Professors",
    "Rev": "Reverend", "Hon": "Honorable", "Gen": "General", "Col": "Colonel", "Maj": "Major",
    "Capt": "Captain", "Cpt": "Captain", "Lt": "Lieutenant", "Cmdr": "Commander", "Sgt": "Sergeant",
    "Cpl": "Corporal", "Pvt": "Private", "Adm": "Admiral", "Sen": "Senator", "Rep": "Representative",
    "Gov": "Governor", "Pres": "President", "Supt": "Superintendent", "Insp": "Inspector",
    "Fr": "Father", "Sr": "Sister", "Br": "Brother",
}  # fmt: skip
"""Before a name."""

_BEFORE_NUMBERS = {
    "No": "number", "no": "number", "Nos": "numbers", "nos": "numbers", "Nr": "number", "p": "page",
    "pp": "pages", "P": "page", "pg": "page", "pgs": "pages", "Fig": "Figure", "Figs": "Figures",
    "fig": "figure", "figs": "figures", "Eq": "Equation", "Eqs": "Equations", "Eqn": "Equation",
    "eq": "equation", "eqs": "equations", "eqn": "equation", "Sec": "Section", "Secs": "Sections",
    "Sect": "Section", "sec": "section", "secs": "sections", "sect": "section", "Ch": "Chapter",
    "Chs": "Chapters", "Chap": "Chapter", "Chaps": "Chapters", "ch": "chapter", "chs": "chapters",
    "chap": "chapter", "vol": "volume", "vols": "volumes", "Vol": "Volume", "Vols": "Volumes",
    "App": "Appendix", "app": "appendix", "Tab": "Table", "tab": "table", "Ref": "Reference",
    "Refs": "References", "ref": "reference", "refs": "references", "Def": "Definition",
    "Defn": "Definition", "Thm": "Theorem", "Lem": "Lemma", "Prop": "Proposition", "Cor": "Corollary",
    "Alg": "Algorithm", "Art": "Article", "art": "article", "para": "paragraph", "paras": "paragraphs",
    "Ex": "Example", "ex": "example", "c": "circa", "b": "born", "d": "died", "fl": "flourished",
    "r": "reigned", "ver": "version", "Ver": "Version", "n": "note", "nn": "notes", "l": "line",
    "ll": "lines", "col": "column", "cols": "columns", "bk": "book", "Bk": "Book", "pt": "part",
    "Pt": "Part", "Apt": "Apartment", "Rm": "Room", "Ste": "Suite", "Tel": "Telephone",
    "tel": "telephone", "ca": "circa", "Op": "Opus", "op": "opus", "Rev": "Revision", "rev": "revision",
    "Ed": "Edition", "Bldg": "Building",
    "bldg": "building", "ext": "extension", "Ext": "Extension", "max": "maximum", "min": "minimum",
    "est": "established", "Est": "Established",
}  # fmt: skip
"""Before a number, in brackets or Roman too, or a single capital; "I have no. Really" is untouched."""

_LETTERED = frozenset(
    words("""
    page figure equation section chapter volume appendix table theorem definition part book apartment
    room article
    """)
)
"""Of these, the ones that letters number too."""

_ANYWHERE = {
    "etc": "et cetera", "vs": "versus", "cf": "compare", "viz": "namely", "approx": "approximately",
    "Approx": "Approximately", "Inc": "Incorporated", "Ltd": "Limited", "Corp": "Corporation",
    "Co": "Company", "Cos": "Companies", "Bros": "Brothers", "dept": "department", "Dept": "Department",
    "depts": "departments", "Univ": "University", "univ": "university", "Assn": "Association",
    "Assoc": "Associate", "Intl": "International", "Govt": "Government", "govt": "government",
    "Natl": "National", "Jr": "Junior", "Sr": "Senior", "Esq": "Esquire", "ibid": "ibidem",
    "Ibid": "Ibidem", "incl": "including", "excl": "excluding", "misc": "miscellaneous", "Ave": "Avenue",
    "Blvd": "Boulevard", "Rd": "Road", "Hwy": "Highway", "Pkwy": "Parkway", "Ln": "Lane", "Sq": "Square",
    "eds": "editors", "Eds": "Editors", "repr": "reprinted", "abbr": "abbreviated",
    "Mfg": "Manufacturing", "esp": "especially", "hrs": "hours", "cont": "continued",
    "Cont": "Continued", "ff": "and following", "et seq": "et sequentes",
}  # fmt: skip

_MID_SENTENCE = {
    "al": "al", "resp": "respectively", "max": "maximum", "min": "minimum", "avg": "average",
    "ed": "edition", "trans": "translated", "temp": "temperature", "est": "established",
    "lit": "literally", "sq": "square", "pron": "pronounced", "orig": "originally", "Max": "Maximum",
    "Min": "Minimum", "pop": "population",
}  # fmt: skip
"""Where a small letter or a comma follows: these are words too, which may end a sentence."""

_PLACES = {
    "Calif": "California", "Mass": "Massachusetts", "Conn": "Connecticut", "Fla": "Florida",
    "Penn": "Pennsylvania", "Tenn": "Tennessee", "Wis": "Wisconsin", "Minn": "Minnesota",
    "Okla": "Oklahoma", "Ariz": "Arizona", "Ala": "Alabama", "Ill": "Illinois", "Mich": "Michigan",
    "Tex": "Texas", "Wash": "Washington", "Ore": "Oregon", "Colo": "Colorado",
}  # fmt: skip
"""After a place and a comma."""

_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma",
    "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina",
    "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
"""Only after a place and a comma, and before a ZIP code, a stop or the end."""

_STREET_BEFORE = re.compile(
    r"(?:\b\d+[A-Za-z]?\s(?:[A-Z][\w'’.]*\s){1,3}|\b(?:[A-Z][\w'’]+|\d+(?:st|nd|rd|th))\s)\Z"
)
_NUMBERED_STREET_BEFORE = re.compile(r"\b\d+[A-Za-z]?\s(?:[A-Z][\w'’.]*\s){1,3}\Z")
_YEAR_IN_BRACKETS = re.compile(r"\s?\((?:1[5-9]|20)\d\d")
_NAME_AFTER = re.compile(r"\.?\s[A-Z]")


def _saint_or_street(match: re.Match[str], numbers: Numbers) -> Said:
    named = _NAME_AFTER.match(match.string, match.end("word")) is not None
    street = _NUMBERED_STREET_BEFORE if named else _STREET_BEFORE
    if street.search(before(match)):
        return "Street"
    return "Saint" if named else None


def _drive(match: re.Match[str], numbers: Numbers) -> Said:
    return "Drive" if _STREET_BEFORE.search(before(match)) else "Doctor"


def _of(table: dict[str, str]) -> Callable[[re.Match[str], Numbers], Said]:
    def say(match: re.Match[str], numbers: Numbers) -> Said:
        return table.get(match["word"])

    return say


def _phrase(spoken: str) -> Callable[[re.Match[str], Numbers], Said]:
    def say(match: re.Match[str], numbers: Numbers) -> Said:
        return spoken if match[0][0].islower() else spoken[0].upper() + spoken[1:]

    return say


def _before_number(match: re.Match[str], numbers: Numbers) -> Said:
    spoken = _BEFORE_NUMBERS.get(match["word"])
    if match["word"][0].isupper() and _YEAR_IN_BRACKETS.match(match.string, match.end()):
        return None  # "Tobias, P. (2014)"
    if match["number"] or (spoken and spoken.lower().rstrip("s") in _LETTERED):
        return spoken
    return None


def _mid_sentence(match: re.Match[str], numbers: Numbers) -> Said:
    if match["word"] == "min" and before(match).rstrip()[-1:].isdecimal():
        return None  # minutes
    return _MID_SENTENCE.get(match["word"])


def _state(match: re.Match[str], numbers: Numbers) -> Said:
    state = _STATES.get(match["word"])
    if state is None or not match["zip"]:
        return state
    return {"word": state, "zip": ", ".join(numbers.digits(part) for part in match["zip"].split("-"))}


def _editor(match: re.Match[str], numbers: Numbers) -> Said:
    return "editor" if match["word"] in ("ed", "Ed") else "editors"


_WORD = r"(?<![\w.'’&/-])(?P<word>[A-Za-z]{1,6}"
RULES: tuple[Rule[Numbers], ...] = (
    Rule("for example", r"(?<![\w.])[Ee]\.\s?g(?:\.|\b)", _phrase("for example"), r"[eE]\.\s?g"),
    Rule("that is", r"(?<![\w.])[Ii]\.\s?e(?:\.|\b)", _phrase("that is"), r"[iI]\.\s?e"),
    Rule("and so on", rf"&c(?=\.){FINAL_DOT}(?!\w)", lambda match, _: "et cetera", "&c"),
    Rule("no date", r"(?<![\w.])n\.d\.", _phrase("no date"), r"n\.d"),
    Rule("with", r"(?<!\w)w/(?=\s)", _phrase("with"), "w/"),
    Rule("without", r"(?<!\w)w/o(?!\w)", _phrase("without"), "w/"),
    Rule(
        "saint or street",
        rf"(?<![\w.])(?P<word>St)(?=\.|\s[A-Z][a-z]){FINAL_DOT}(?!\w)",
        _saint_or_street,
        "St",
    ),
    Rule("drive", rf"(?<=[a-z]\s)Dr(?=\.(?!\s[A-Z])){FINAL_DOT}", _drive, r"Dr\."),
    Rule("title", rf"{_WORD})\.(?=\s+(?:and\s)?[A-Z])", _of(_TITLES), HAS_INNER_DOT),
    Rule(
        "title without a dot",
        r"(?<!\w)(?P<word>Dr|Mr|Mrs|Ms|Prof|Mt)(?=\s(?:(?:and|&)\s(?:Dr|Mrs?|Ms|Prof)\b|[A-Z]))",
        _of(_TITLES),
        r"[DMP]r?\w*\s[A-Z&a]",
    ),
    Rule("following pages", r"(?<=\d)ff?\.?(?![\w])", lambda match, _: " and following", r"\df"),
    Rule("pages", rf"(?<=\d\s)pp(?=\.){FINAL_DOT}(?!\w)", lambda match, _: "pages", r"\d\spp"),
    Rule(
        "floor", rf"(?<=(?:st|nd|rd|th)\s)fl(?=\.){FINAL_DOT}(?!\w)", lambda match, _: "floor", r"[tdh]\sfl"
    ),
    Rule("century", rf"(?<=\dth\s)c(?=\.){FINAL_DOT}(?!\w)", lambda match, _: "century", r"th\sc\."),
    Rule("editors", r"(?<=\()(?P<word>[Ee]ds?)\.(?=\))", _editor, r"\([Ee]d"),
    Rule(
        "before a number",
        rf"{_WORD})\.(?=\s?(?:(?P<number>[(\[]?\d|§)|\0|(?!I\s[a-z])[IVXLC]+\b|[A-Z](?:\.\d|\b)(?!\.\s)))",
        _before_number,
        HAS_INNER_DOT,
    ),
    Rule("versus in law", r"(?<=[a-z.]\s)v\.(?=\s[A-Z])", _phrase("versus"), r"v\.\s"),
    Rule("versus", r"(?<=\s)vs(?=\s)", _phrase("versus"), "vs"),
    Rule("note", rf"(?<!\w)et\sseq(?=\.){FINAL_DOT}", _phrase("and following"), "seq"),
    Rule("abbreviation", rf"{_WORD})(?=\.){FINAL_DOT}(?![\w])", _of(_ANYWHERE), HAS_DOT),
    Rule("abbreviation within", rf"{_WORD})\.(?=,|\s[a-z(])", _mid_sentence, HAS_INNER_DOT),
    Rule(
        "state in short",
        rf"(?<=[a-z],\s)(?P<word>[A-Z][a-z]+)(?=\.){FINAL_DOT}",
        _of(_PLACES),
        r", [A-Z][a-z]+\.",
    ),
    Rule(
        "state",
        (
            r"(?P<comma>(?<=[a-z],\s))?(?<=[a-z,]\s)(?P<word>[A-Z]{2})"
            r"(?:\s(?P<zip>\d{5}(?:-\d{4})?)(?!\w)|(?(comma)(?=[,.;:)](?!\w)|\s*\Z)|(?!)))"
        ),
        _state,
        r"[a-z],? [A-Z]{2}\b",
    ),
)
