"""From the frames of each phoneme to the times of each word, and sound without the silence around it.

Against a forced aligner, a phoneme is heard three frames before the sum of
the frames ahead of it; the space between two words belongs half to each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from yapit.core.audio import Samples, Word
from yapit.core.document import Span
from yapit.engines.kokoro.g2p import Token

SAMPLE_RATE = 24_000
FRAME = 600
"""Samples: 25 ms."""

HEAD = 3 * FRAME
"""Samples of silence left before the first sound."""

TAIL = round(0.06 * SAMPLE_RATE)
"""Samples of silence left after the last sound."""

_LEAD_FRAMES = 3
_WINDOW = 120  # samples over which loudness is taken: 5 ms
_QUIET = 0.001  # -60 dB; speech lies at -20 to -30 dB, the model's own noise below -70 dB
_FADE = round(0.003 * SAMPLE_RATE)


@dataclass(frozen=True, slots=True)
class Start:
    """When a word begins, in seconds from the first sample the model made."""

    seconds: float
    exact: bool


def trimmed(samples: Samples) -> tuple[Samples, float]:
    """The sound, faded, with at most HEAD and TAIL of silence around it; and the seconds cut before it."""
    loud = np.flatnonzero(_loudness(samples) > _QUIET)
    if not len(loud):
        return samples[:0], 0.0
    start = max(int(loud[0]) * _WINDOW - HEAD, 0)
    end = min((int(loud[-1]) + 1) * _WINDOW + TAIL, len(samples))
    sound = samples[start:end].copy()
    fade = np.linspace(0.0, 1.0, min(_FADE, len(sound) // 2), dtype=np.float32)
    sound[: len(fade)] *= fade
    sound[len(sound) - len(fade) :] *= fade[::-1]
    return sound, start / SAMPLE_RATE


def word_starts(spans: Sequence[Span], tokens: Sequence[Token], durations: NDArray[np.int64]) -> list[Start]:
    """When the words at these spans begin; one without phonemes begins with the next that has some.

    `durations` holds the frames of the pad before, of each phoneme, and of the pad after.
    """
    spoken = _spoken(tokens, durations)
    starts: list[Start] = []
    following = Start(float(durations.sum()) * FRAME / SAMPLE_RATE, exact=False)
    for span in reversed(spans):
        following = _start(span, spoken) or replace(following, exact=False)
        starts.append(following)
    return starts[::-1]


def timed(spans: Sequence[Span], starts: Sequence[Start], cut: float, duration: float) -> tuple[Word, ...]:
    """Words that each last until the next begins, the last until the end, after `cut` seconds are gone."""
    edges = [min(max(start.seconds - cut, 0.0), duration) for start in starts]
    edges = [*np.maximum.accumulate(edges).tolist(), duration] if edges else []
    return tuple(
        Word(span, begin, end, start.exact)
        for span, start, (begin, end) in zip(spans, starts, pairwise(edges), strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A token that is heard, and when, in frames."""

    span: Span
    start: float
    end: float


def _spoken(tokens: Sequence[Token], durations: NDArray[np.int64]) -> list[_Spoken]:
    sums = np.concatenate([[0], np.cumsum(durations)])
    spoken: list[_Spoken] = []
    at = 1  # the pad before
    gap = 0.0  # half of the space before
    for token in tokens:
        end = at + len(token.phonemes)
        if token.phonemes:
            spoken.append(_Spoken(token.span, sums[at] - gap - _LEAD_FRAMES, sums[end] - _LEAD_FRAMES))
            gap = 0.0
        at = end
        if token.space and at < len(durations) - 1:
            gap = durations[at] / 2
            at += 1
    return spoken


def _start(span: Span, spoken: Sequence[_Spoken]) -> Start | None:
    """When the first of the tokens that make up a word begins."""
    index = bisect_right(spoken, span.start, key=lambda token: token.span.end)
    if index == len(spoken) or spoken[index].span.start >= span.end:
        return None
    token = spoken[index]
    inside = max(span.start - token.span.start, 0)
    frames = token.start + (token.end - token.start) * inside / max(len(token.span), 1)
    return Start(float(frames) * FRAME / SAMPLE_RATE, exact=not inside)


def _loudness(samples: Samples) -> NDArray[np.float32]:
    """Root mean square of each whole window."""
    windows = samples[: len(samples) // _WINDOW * _WINDOW].reshape(-1, _WINDOW)
    return np.asarray(np.sqrt(np.mean(np.square(windows), axis=1)), np.float32)
