"""What the model is given in one go: at most 510 phonemes. Longer texts are cut; none of them is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yapit.core.document import Span
from yapit.engines.kokoro.g2p import Token

MAX_PHONEMES = 510
"""As many as the model has places for, less the two pads around them."""

_BREATHS = frozenset(".!?;:,—…")
_SHARE_BEFORE_BREATH = 0.4
# A cut at punctuation is better than one between words, unless it leaves a stub.


@dataclass(frozen=True, slots=True)
class Passage:
    """Tokens spoken in one run of the model."""

    tokens: tuple[Token, ...]

    @property
    def phonemes(self) -> str:
        """What the model reads; white space after the last token is not part of it."""
        joined = "".join(token.phonemes + " " * token.space for token in self.tokens)
        return joined.rstrip(" ")

    @property
    def start(self) -> int:
        """Place of its first character in the text."""
        return self.tokens[0].span.start


def passages(tokens: Sequence[Token], limit: int = MAX_PHONEMES) -> Iterator[Passage]:
    """The tokens in passages of at most `limit` phonemes, those with nothing to say left out."""
    rest = [part for token in tokens for part in _fitting(token, limit)]
    while rest:
        count = _fill(rest, limit)
        passage = Passage(tuple(rest[:count]))
        if any(symbol.isalpha() for symbol in passage.phonemes):
            yield passage
        rest = rest[count:]


def _fitting(token: Token, limit: int) -> Iterator[Token]:
    """The token, or one longer than the limit in parts, of which only the first stands for its span."""
    while len(token.phonemes) > limit:
        at = token.phonemes.rfind(" ", 1, limit) + 1 or limit
        yield replace(token, phonemes=token.phonemes[:at].rstrip(" "), space=False)
        end = Span(token.span.end, token.span.end)
        token = replace(token, phonemes=token.phonemes[at:], span=end)
    yield token


def _fill(tokens: Sequence[Token], limit: int) -> int:
    """How many tokens the next passage takes: at least one, all where they fit."""
    lengths = [len(token.phonemes) + token.space for token in tokens]
    fitting = spaced = paused = filled = 0
    for count, (token, length) in enumerate(zip(tokens, lengths, strict=True), start=1):
        if filled + len(token.phonemes) > limit:
            return paused or spaced or max(fitting, 1)
        filled += length
        fitting = count
        if token.space:
            spaced = count
            if token.phonemes[-1:] in _BREATHS and filled >= limit * _SHARE_BEFORE_BREATH:
                paused = count
    return fitting
