"""How a citation is told that its sentence needs: "as shown in [3, 5]" is "as shown in references 3, 5"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yapit.core.document import Span
from yapit.core.prepare import Rewrite

_BETWEEN = re.compile(r"\]\s?(?P<to>[–—-])?[,;]?\s?\[")
_SEVERAL = re.compile(r"[,;–—-]|\s(?:and|or|und|oder|et|ou|y|e)\s")
_KEY_SIGN = re.compile(r"(?<=[\s;,])-?@")
_LOCATOR = re.compile(r",\s(?:[^\W\d]|§)[^,;]*")

_PHRASES = {
    "en": ("reference", "references", "to"),
    "de": ("Quelle", "Quellen", "bis"),
    "fr": ("référence", "références", "à"),
    "es": ("referencia", "referencias", "a"),
    "it": ("riferimento", "riferimenti", "a"),
    "pt": ("referência", "referências", "a"),
}


def reference_rewrites(text: str, span: Span, language: str) -> Iterator[Rewrite]:
    """What is said for its square brackets; a citation by names and years is said as it stands."""
    cited = span.of(text)
    if cited[0] != "[":
        return
    one, several, to = _PHRASES.get(language.partition("-")[0].lower(), _PHRASES["en"])
    is_several = _SEVERAL.search(_LOCATOR.sub("", cited)) is not None
    opening = 2 if cited.startswith("[@") else 1
    yield Rewrite(Span(span.start, span.start + opening), f"{several if is_several else one} ")
    for match in _BETWEEN.finditer(cited):
        yield Rewrite(Span(*match.span()).shift(span.start), f" {to} " if match["to"] else ", ")
    for match in _KEY_SIGN.finditer(cited):  # Pandoc's `@smith2020`
        yield Rewrite(Span(*match.span()).shift(span.start), "")
    for match in re.finditer(r"\](?=\s(?![,;–—-]?\s?\[)|\Z)|(?<=\s)\[", cited):
        yield Rewrite(Span(*match.span()).shift(span.start), "")
