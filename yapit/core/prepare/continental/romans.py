"""Roman numerals: of chapters, centuries and rulers, or beyond doubt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.fragments import before
from yapit.core.prepare.romans import ROMAN, value
from yapit.core.prepare.rules import Rule, Said

_NUMERAL = rf"(?P<roman>{ROMAN})"
_CERTAIN = r"(?:X{0,3}(?:VI{1,3}|I{2,3}|IX)|(?<=[a-z]\s)IV|X{1,2}(?:I|IV|V)|X{2,3})"


@dataclass(frozen=True, slots=True)
class Romans:
    numbered: str
    """What is numbered so, as a pattern: "Chapter" and the like."""

    rulers: str
    """Names of rulers, as a pattern."""

    ruler: Callable[[int, bool, Numbers], str]
    """How the number of a ruler, or of a queen, is said."""

    queens: str = "(?!)"
    """Those among the rulers, as a pattern."""

    dotted: bool = False
    """An ordinal has a dot: "Ludwig XIV."."""

    before: str = "(?!)"
    """What follows a numeral that is then an ordinal, as a pattern: "century"."""

    ordinal: Callable[[int, str, Numbers], str] = lambda number, before, numbers: numbers.ordinal(number)
    """How it is said then, after the words before it."""

    suffix: str = "(?!)"
    """What makes a numeral an ordinal where it is attached, as a pattern: "XIXe"."""


def _numbered(romans: Romans, match: re.Match[str], numbers: Numbers) -> Said:
    roman = match["roman"]
    if roman in "LCDM":
        return None  # an appendix "C" is the third, not the hundredth
    said = {"roman": numbers.cardinal(value(roman))}
    if match["last"]:
        said |= {"dash": numbers.to, "last": numbers.cardinal(value(match["last"]))}
    return said


def _ruler(romans: Romans, match: re.Match[str], numbers: Numbers) -> Said:
    roman = match["roman"]
    if roman in "LCDM":
        return None
    queen = re.match(romans.queens, match[0]) is not None
    return {"numeral": romans.ruler(value(roman), queen, numbers)}


def _century(romans: Romans, match: re.Match[str], numbers: Numbers) -> Said:
    return {"numeral": romans.ordinal(value(match["roman"]), before(match), numbers)}


def _attached(romans: Romans, match: re.Match[str], numbers: Numbers) -> Said:
    feminine = match["suffix"] in ("re", "ère", "ª", ".ª", "a")
    return numbers.ordinal(value(match["roman"]), feminine=feminine)


def _certain(match: re.Match[str], numbers: Numbers) -> Said:
    return numbers.cardinal(value(match[0]))


def rules(romans: Romans) -> tuple[Rule[Numbers], ...]:
    end = r"(?!\w|\.\w)"
    dot = r"(?:\.(?=\s?[^\s])|(?!\w))" if romans.dotted else end
    return (
        Rule(
            "attached ordinal",
            rf"(?<![\w.]){_NUMERAL}(?P<suffix>{romans.suffix})(?!\w)",
            partial(_attached, romans),
            "[IVXLCDM]",
        ),
        Rule(
            "numbered part",
            rf"\b(?i:{romans.numbered})\s{_NUMERAL}(?:(?P<dash>[-–])(?P<last>[IVX]+))?{end}",
            partial(_numbered, romans),
            r"\s[IVXLCDM]",
        ),
        Rule(
            "century",
            rf"(?<![\w.])(?P<numeral>{_NUMERAL}{'[.]' * romans.dotted})(?=\s(?:{romans.before}))",
            partial(_century, romans),
            "[IVXLCDM]",
        ),
        Rule(
            "ruler",
            rf"\b(?:{romans.rulers})\s(?P<numeral>{_NUMERAL}{dot})(?!\w)",
            partial(_ruler, romans),
            r"\s[IVXLCDM]",
        ),
        Rule(
            "Roman numeral",
            rf"(?<![\w.'’-]){_CERTAIN}(?![\w-])",
            _certain,
            "[IVX]{2}",
        ),
    )
