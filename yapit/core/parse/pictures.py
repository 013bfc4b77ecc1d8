"""What programs and transcribers say of a picture in words."""

from __future__ import annotations

import re

from yapit.core.parse.characters import one_line

_ADDED = re.compile(
    r"\s*(?:Description automatically generated|AI-generated content may be incorrect\.?).*", re.DOTALL
)
_NAME_ONLY = re.compile(r"\S+\.\w{3,4}|(?:Picture|Image|Grafik|Bild|Imagen?|Graphic) ?\d*", re.IGNORECASE)

_MISSING = re.compile(
    r"\[(?:illustration|image|picture|photo)(?: (?:is )?(?:not available|unavailable|missing|omitted))?"
    r"\W{0,3}\]",
    re.IGNORECASE,
)

_SIGN = re.compile(r"\[\w+\]")


def is_sign(described: str) -> bool:
    """Whether a picture is the sign of a note, `[Tip]` as DocBook writes it: the word follows as text."""
    return _SIGN.fullmatch(described) is not None


def is_missing_picture(text: str) -> bool:
    """Whether a text only says that there was a picture: `[Illustration]`, `[Image unavailable.]`."""
    return text.startswith("[") and _MISSING.fullmatch(text) is not None


def described_picture(described: str) -> str:
    """The text that stands for a picture; empty where it is but a name of a file or of nothing."""
    text = one_line(_ADDED.sub("", described))
    return "" if _NAME_ONLY.fullmatch(text) else text
