"""Roman numerals, where they can be nothing else: after "Chapter", after a ruler's name, or beyond doubt."""

from __future__ import annotations

import re

from yapit.core.prepare.english.fragments import INITIAL_AFTER, before
from yapit.core.prepare.english.numbers import Numbers
from yapit.core.prepare.romans import ROMAN, value
from yapit.core.prepare.rules import Rule, Said

_NUMBERED = (
    r"Chapters?|Ch\.|Parts?|Books?|Volumes?|Vols?\.|Acts?|Scenes?|Sections?|Secs?\.|Appendix|Appendices"
    r"|Articles?|Titles?|Phases?|Types?|Stages?|Class|Grades?|Levels?|Figures?|Figs?\.|Tables?|Cantos?"
    r"|Psalms?|Rules?|Schedules?|Annex|Plates?|Lessons?|Units?|Episodes?|Division|Corps|Factor|World War"
    r"|Super Bowl|Vatican|Apollo|Saturn|Mark|Olympiad|Symphony|No\."
)
_RULERS = (
    r"Henry|Louis|Charles|Edward|George|James|William|Richard|Elizabeth|Mary|Philip|Philippe|Ferdinand"
    r"|Frederick|Friedrich|Napoleon|Nicholas|Alexander|Peter|Catherine|Ivan|Pius|Paul|John|John Paul"
    r"|Benedict|Gregory|Leo|Innocent|Clement|Urban|Boniface|Francis|Franz|Ramess?es|Ptolemy|Darius"
    r"|Xerxes|Artaxerxes|Cyrus|Antiochus|Seleucus|Cleopatra|Otto|Rudolf|Wilhelm|Christian|Gustav|Carl"
    r"|Haakon|Olav|Harald|Margrethe|Leopold|Albert|Alfonso|Felipe|Umberto|Victor Emmanuel|Pedro|Mehmed"
    r"|Selim|Murad|Suleiman|Amenhotep|Thutmose|Seti|Constantine|Justinian|Theodosius|Malcolm|Robert"
    r"|David|Kenneth|Alexios|Basil|Michael|Manuel|Theodore|Rama|Sixtus|Julius|Adrian|Celestine|Honorius"
    r"|Eugene|Nero|Stephen|Sigismund|Casimir|Matthias|Maximilian|Joseph|Abbas|Ahmed|Mustafa|Osman"
    r"|Bayezid|Abdul Hamid|Baldwin|Wenceslaus|Ladislaus|Eric|Canute|Sargon"
)
_SMALL = r"(?P<roman>x{0,2}(?:i[vx]|vi{0,3}|i{1,3}|x))"
_NUMERAL = rf"(?P<roman>{ROMAN})(?!\w|\.\w|['’][a-rt-z])"
_CROWNED = re.compile(
    r"\b(?:King|Queen|Pope|Emperor|Empress|Tsar|Czar|Kaiser|Sultan|Pharaoh|Shah|Prince|St\.|Saint)\s\Z"
)
_AFTER_ONE = re.compile(
    r"\s*(?:\Z|[.,;:)\]!?–—(-])|['’]s\b|\s(?:of|and|in|to|or|had|became|ruled|reigned|died|(?!I\b)[A-Z])"
)
_AFTER_RULING_ONE = re.compile(r"\s(?:was|is|has|would|did|made|took|gave|granted|married|succeeded|came)\b")
# "Part I read" is not a first part: an I is a number only before what cannot follow the pronoun.


def _numbered(match: re.Match[str], numbers: Numbers) -> Said:
    roman = match["roman"]
    war = match[0].startswith("World War")
    if roman in "LCDM" or (roman == "I" and not war and not _AFTER_ONE.match(match.string, match.end())):
        return None  # "Appendix C" is the third, not the hundredth
    said = {"roman": numbers.cardinal(value(roman))}
    if match["last"]:
        said |= {"dash": "to", "last": numbers.cardinal(value(match["last"]))}
    return said


def _small(match: re.Match[str], numbers: Numbers) -> Said:
    return {"roman": numbers.cardinal(value(match["roman"].upper()))}


def _heading(match: re.Match[str], numbers: Numbers) -> Said:
    return {"roman": numbers.cardinal(value(match["roman"]))}


def _front_page(match: re.Match[str], numbers: Numbers) -> Said:
    said = {g: numbers.cardinal(value(match[g].upper())) for g in ("first", "last") if match[g]}
    return said | ({"dash": "to"} if match["last"] else {})


def _ruler(match: re.Match[str], numbers: Numbers) -> Said:
    roman = match["roman"]
    crowned = _CROWNED.search(before(match))
    if roman in "LCDM" or (
        len(roman) == 1 and not crowned and INITIAL_AFTER.match(match.string, match.end())
    ):
        return None
    if roman == "I":
        ruling = _AFTER_RULING_ONE.match(match.string, match.end()) and not before(match).endswith("the ")
        if not ruling and not _AFTER_ONE.match(match.string, match.end()):
            return None
    return {"roman": f"the {numbers.ordinal(value(roman))}"}


def _beyond_doubt(match: re.Match[str], numbers: Numbers) -> Said:
    return numbers.cardinal(value(match[0]))


RULES: tuple[Rule[Numbers], ...] = (
    Rule(
        "numbered part",
        (
            rf"\b(?:{_NUMBERED}|CHAPTER|PART|BOOK|VOLUME|ACT|SCENE|SECTION|APPENDIX|ARTICLE)\s{_NUMERAL}"
            r"(?:(?P<dash>[-–—])(?P<last>[IVX]+)(?!\w))?"
        ),
        _numbered,
        r"\s[IVXLCDM]",
    ),
    Rule(
        "page of the front matter",
        r"\b(?:[Pp]p?\.|[Pp]ages?)\s(?P<first>[ivxl]+)(?:(?P<dash>[-–—])(?P<last>[ivxl]+))?(?![\w'’])",
        _front_page,
        r"\b[Pp](?:p?\.|ages?)\s[ivxl]",
    ),
    Rule(
        "number of a heading",
        r"\A(?P<roman>[IVX]{2,5}(?=\.)|[IVX](?=\.(?:\s*\Z|\s+[\"“]?[A-Z]{3,}\b)))",
        _heading,
        r"\A[IVX]+\.",
    ),
    Rule(
        "numbered part in small letters",
        rf"\b(?i:scene|act|chapter|part|section|book|volume|appendix|item|clause|paragraph)\s{_SMALL}(?![\w'’.]\w|\w)",
        _small,
        r"\s[ivx]",
    ),
    Rule("entry of a list", rf"\A\(?{_SMALL}(?=\)\s|\.\s+[A-Z])", _small, r"\A\(?[ivx]"),
    Rule("ruler", rf"\b(?:{_RULERS})\s{_NUMERAL}", _ruler, r"[a-z]\s[IVXLCDM]"),
    Rule(
        "Roman numeral",
        r"(?<![\w.'’-])(?:X{0,3}(?:VI{1,3}|I{2,3}|IX)|(?<=[a-z]\s)IV|X{1,2}(?:I|IV|V)|X{2,3})(?![\w-])",
        _beyond_doubt,
        "[IVX]{2}",
    ),
)
