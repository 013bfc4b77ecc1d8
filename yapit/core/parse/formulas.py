"""Formulas in markup: MathML, what KaTeX and MathJax leave, pictures with LaTeX, TeX between dollars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from yapit.core.math import shown
from yapit.core.parse.elements import classes_of, tag_of, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Formula:
    source: str
    """LaTeX without its dollars, or MathML beginning with `<math`; empty where neither is there."""

    shown: str
    is_display: bool = False
    """Whether it stands by itself, as an equation does."""


_HOLDERS = frozenset(
    ("katex", "katex-display", "mwe-math-element", "MathJax", "MathJax_Display", "MathJax_SVG")
)
_PICTURES = frozenset(("latex", "mwe-math-fallback-image-inline", "mwe-math-fallback-image-display", "tex"))
_DISPLAYS = frozenset(("katex-display", "mwe-math-element-block", "MathJax_Display"))


def formula_of(element: _Element) -> Formula | None:
    """The formula that an element is, or holds and nothing else; None for other elements."""
    tag = tag_of(element)
    if tag == "math":
        return _of_mathml(element)
    if tag == "script":
        return _of_script(element)
    if tag == "img" and classes_of(element) & _PICTURES:
        return _tex(element.get("alt") or "", is_display="display" in (element.get("class") or ""))
    if tag == "span" and {"math", "inline"} <= classes_of(element):
        return _written(element, is_display=False)
    if tag == "span" and {"math", "display"} <= classes_of(element):
        return _written(element, is_display=True)
    if tag == "mjx-container" or classes_of(element) & _HOLDERS:
        return _held(element)
    return None


_MOST_PARTS = 2000
"""Elements of a drawn formula among which its source is looked for."""


def _held(holder: _Element) -> Formula | None:
    """The formula in the shell that a program made around it: the same thing is there twice or thrice."""
    is_display = bool(classes_of(holder) & _DISPLAYS) or holder.get("display") == "true"
    following = holder.getnext()
    if following is not None and _of_script(following) is not None:
        return Formula("", "")  # MathJax 2 keeps the source in a script behind what it drew
    for element in islice(holder.iterdescendants(), _MOST_PARTS):
        inner = formula_of(element) if tag_of(element) in ("math", "img") else None
        if inner is not None:
            return Formula(inner.source, inner.shown, is_display or inner.is_display)
    return None


def _written(span: _Element, *, is_display: bool) -> Formula | None:
    """What pandoc writes: MathML, TeX between its delimiters, or letters and signs."""
    if any(tag_of(inner) == "math" for inner in islice(span.iterdescendants(), _MOST_PARTS)):
        return _held(span)
    text = " ".join(text_of(span).split())
    return _tex(_DELIMITERS.sub("", text), is_display=is_display) if text else None


_DELIMITERS = re.compile(r"^(?:\\\[|\\\()|(?:\\\]|\\\))$")


def _of_mathml(math: _Element) -> Formula:
    is_display = math.get("display") == "block" or math.get("mode") == "display"
    tex = next((text for text in _annotations(math) if text.strip()), "") or math.get("alttext") or ""
    if tex.strip():
        return _tex(tex, is_display=is_display)
    source = _serialised(math)
    return Formula(source, shown(source) or " ".join(text_of(math).split()), is_display)


def _annotations(math: _Element) -> Iterator[str]:
    for element in math.iterdescendants():
        if tag_of(element) == "annotation" and "tex" in (element.get("encoding") or "").lower():
            yield element.text or ""


def _serialised(math: _Element) -> str:
    """The MathML by itself: one namespace, no prefixes, nothing after it."""
    from lxml import etree  # noqa: PLC0415 - loaded long ago

    source = etree.tostring(math, encoding="unicode", with_tail=False)
    source = re.sub(r'\sxmlns(?::\w+)?="[^"]*"', "", source)
    return re.sub(r"(</?)\w+:", r"\1", source)


def _of_script(script: _Element) -> Formula | None:
    """The formula that MathJax 2 keeps; None for other scripts and elements."""
    kind = (script.get("type") or "").replace(" ", "").lower()
    if not kind.startswith("math/tex"):
        return None
    return _tex(script.text or "", is_display="mode=display" in kind)


_STYLE = re.compile(r"\{\\(?:displaystyle|textstyle)\s*(.*)\}", re.DOTALL)


def _tex(text: str, *, is_display: bool) -> Formula:
    source = text.strip().strip("$").strip()
    wrapped = _STYLE.fullmatch(source)
    source = (
        " ".join((wrapped.group(1) if wrapped else source).split()).removeprefix("\\displaystyle").strip()
    )
    return Formula(source, shown(source) or source, is_display)


@dataclass(frozen=True, slots=True)
class TexInText:
    """TeX that a script of the page would have typeset: which marks stand around it."""

    delimiters: re.Pattern[str]

    def split(self, text: str) -> Iterator[str | Formula]:
        """Words and formulas, in order."""
        at = 0
        for found in self.delimiters.finditer(text):
            if found.start() > at:
                yield text[at : found.start()]
            tex = next(filter(None, found.groups()))
            yield _tex(tex, is_display=found.group().startswith(("$$", "\\[")))
            at = found.end()
        if at < len(text):
            yield text[at:]


_ESCAPED = r"\$\$([^$]{1,2000})\$\$|\\\[(.{1,2000}?)\\\]|\\\((.{1,500}?)\\\)"
_DOLLARS = rf"{_ESCAPED}|(?<![\\$\w])\$(?=\S)([^$]{{1,300}}?)(?<=\S)\$(?![\d$])"


def tex_of_page(root: _Element) -> TexInText | None:
    """How TeX stands in the text of a page; None where the page loads nothing that would typeset it."""
    scripts = [(element.get("src") or "", element.text or "") for element in root.iter("script")]
    if not any(
        re.search(r"mathjax|auto-render", source + text[:5000], re.IGNORECASE) for source, text in scripts
    ):
        return None
    has_dollars = any(
        re.search(r"inlineMath[^;]{0,200}[\"']\$[\"']|left:\s*[\"']\$[\"']", text) for _, text in scripts
    )
    return TexInText(re.compile(_DOLLARS if has_dollars else _ESCAPED, re.DOTALL))
