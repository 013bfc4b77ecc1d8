"""Media overlays: which clip of a part's sound each of its words is heard in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from yapit.core.export.epub.heard import HeardWord

_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<smil xmlns="http://www.w3.org/ns/SMIL" '
    'xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">\n<body epub:textref="{page}">\n'
)

Blocks = Sequence[tuple[int, list[tuple[str, HeardWord]]]]


def clock(ms: int) -> str:
    """Milliseconds as the formats write a time."""
    return f"{ms // 1000}.{ms % 1000:03}s"


def smil(page: str, sound: str, blocks: Blocks, duration: int) -> str:
    """Clips that tile the sound, so that no pause is lost and nothing clicks between two.

    `duration` of the sound in milliseconds; a block is a sequence of its words.
    """
    clips = dict(_clips(blocks, duration))
    parts = [_HEAD.format(page=page)]
    for index, words in blocks:
        heard = [name for name, _ in words if name in clips]
        if heard:
            parts.append(f'<seq id="s{index}" epub:textref="{page}#b{index}">\n')
            parts += (_par(page, sound, name, *clips[name]) for name in heard)
            parts.append("</seq>\n")
    return "".join([*parts, "</body>\n</smil>\n"])


def _par(page: str, sound: str, name: str, start: int, end: int) -> str:
    audio = f'<audio src="{sound}" clipBegin="{clock(start)}" clipEnd="{clock(end)}"/>'
    return f'<par id="p{name}"><text src="{page}#{name}"/>{audio}</par>\n'


def _clips(blocks: Blocks, duration: int) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each word until the next begins; one that begins no later than the one before has no clip."""
    begun: list[tuple[str, int]] = []
    for _, words in blocks:
        for name, word in words:
            start = word.start if begun else 0
            if start < duration and (not begun or start > begun[-1][1]):
                begun.append((name, start))
    for (name, start), (_, end) in pairwise([*begun, ("", duration)]):
        yield name, (start, end)
