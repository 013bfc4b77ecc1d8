"""A book of many hours needs no more memory than a short one."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest

from tests.contracts.writer_contract import RATE, a_voice, book_of
from yapit.core.audio import Speech
from yapit.core.document import Span
from yapit.core.export.coverage import Coverage
from yapit.core.export.part import PartFile
from yapit.core.export.targets import target_of
from yapit.core.split import Chunk

HOURS = 2
CHUNK_SECONDS = 10


@pytest.mark.parametrize("ending", [".flac", ".wav"])
def test_what_is_written_is_not_held(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"long{ending}"
    speech = Speech(a_voice(CHUNK_SECONDS), RATE)
    with PartFile(path) as part:
        writer = target_of(path).format.open(part, book_of(HOURS * 3600.0, ["One", "Two"]), RATE)
        writer.write(Chunk(0, Span(0, 6), "Words."), speech, 0.0)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for number in range(1, HOURS * 3600 // CHUNK_SECONDS):
            writer.write(Chunk(0, Span(0, 6), "Words."), speech, float(number * CHUNK_SECONDS))
        writer.finish(Coverage(6, 0, ()), HOURS * 3600.0)
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        writer.close()
    assert after - before < 30 * 1024  # of the 690 MB that its samples are
