"""An utterance as an engine is handed it that can say IPA: each word that has some carries it."""

from __future__ import annotations

from yapit.core.document import Span
from yapit.core.ipa import marked, without_signs
from yapit.core.prepare.utterance import Piece, Utterance


def annotated(utterance: Utterance) -> Utterance:
    """The same pieces, IPA as `yapit.core.ipa.RUN` has it, and nothing else that could be taken for it."""
    if not any(piece.ipa for piece in utterance.pieces):
        return Utterance(without_signs(utterance.text), utterance.pieces)
    text, pieces = "", []
    for piece in utterance.pieces:
        said = without_signs(piece.spoken.of(utterance.text))
        if piece.ipa:
            said = _marked(said, piece.ipa)
        place = Span(len(text), len(text) + len(said))
        pieces.append(Piece(place, piece.source, piece.verbatim, piece.ipa))
        text += said
    return Utterance(text, tuple(pieces))


def _marked(said: str, ipa: str) -> str:
    """The spaces that keep it apart from its neighbours stay outside."""
    word = said.strip()
    before = len(said) - len(said.lstrip())
    return said[:before] + marked(word, ipa) + said[before + len(word) :]
