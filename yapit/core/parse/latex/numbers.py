"""The numbers that LaTeX gives to sections, figures, tables and equations, for the references to them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SECTIONS = ("part", "chapter", "section", "subsection", "subsubsection", "paragraph", "subparagraph")

_FLOATS = {
    "figure": "Figure", "wrapfigure": "Figure", "table": "Table", "longtable": "Table",
    "algorithm": "Algorithm",
    "listing": "Listing",
}  # fmt: skip
_EQUATIONS = ("equation", "align", "gather", "multline", "eqnarray", "alignat", "flalign")
_STEP = re.compile(
    rf"\\(?P<section>{'|'.join(SECTIONS[1:5])})(?P<star>\*?)\s*[\[{{]"
    r"|\\begin\{(?P<begin>[a-z]+)\}|\\end\{(?P<end>[a-z]+)\}|\\(?P<caption>caption)\b"
    r"|\\(?P<row>\\)|\\label\s*\{(?P<label>[^{}]{1,200})\}|\\(?P<appendix>appendix)\b"
)


@dataclass(frozen=True, slots=True)
class Numbered:
    kind: str
    """`Figure`, `Section` …, as `\\autoref` has it."""

    number: str


@dataclass(slots=True)
class _Counting:
    counts: dict[str, int] = field(default_factory=dict)
    sections: list[int] = field(default_factory=list)
    current: Numbered = Numbered("Section", "")
    environments: list[str] = field(default_factory=list)
    labels: dict[str, Numbered] = field(default_factory=dict)
    appendix: bool = False

    def step(self, kind: str) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        self.current = Numbered(kind, str(self.counts[kind]))

    def section(self, depth: int) -> None:
        self.sections = [*self.sections[: depth + 1], *[0] * (depth + 1 - len(self.sections))]
        self.sections[depth] += 1
        numbers = [str(number) for number in self.sections]
        if self.appendix:
            numbers[0] = chr(ord("A") + (self.sections[0] - 1) % 26)
        self.current = Numbered("Appendix" if self.appendix else "Section", ".".join(numbers))


def numbered_labels(text: str) -> dict[str, Numbered]:
    """What each label of a text refers to."""
    counting = _Counting()
    top = 1 if r"\chapter" in text else 2
    for match in _STEP.finditer(text):
        _count(counting, match, top)
    return counting.labels


def _count(counting: _Counting, match: re.Match[str], top: int) -> None:
    if match["section"] and not match["star"]:
        counting.section(max(SECTIONS.index(match["section"]) - top, 0))
    elif match["begin"]:
        counting.environments.append(match["begin"])
        if match["begin"] in _EQUATIONS:
            counting.step("Equation")
    elif match["end"] and counting.environments:
        counting.environments.pop()
    else:
        _count_within(counting, match)


def _count_within(counting: _Counting, match: re.Match[str]) -> None:
    if match["caption"]:
        within = next((name for name in reversed(counting.environments[-9:]) if name in _FLOATS), "figure")
        counting.step(_FLOATS[within])
    elif match["row"] and counting.environments[-1:] in (["align"], ["eqnarray"], ["gather"]):
        counting.step("Equation")
    elif match["label"]:
        counting.labels[match["label"]] = counting.current
    elif match["appendix"]:
        counting.appendix, counting.sections = True, []
