"""What is said for a piece of page text: numbers, signs and abbreviations as a person would read them.

`prepare(text, language)` returns an `Utterance`: the spoken text and the way
from each spoken word back to the page.
"""

from __future__ import annotations

from yapit.core.prepare.annotation import annotated
from yapit.core.prepare.languages import prepare
from yapit.core.prepare.rules import claim
from yapit.core.prepare.utterance import Piece, Rewrite, Utterance

__all__ = ["Piece", "Rewrite", "Utterance", "annotated", "claim", "prepare"]
