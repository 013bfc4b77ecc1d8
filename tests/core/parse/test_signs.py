"""A text from a pipe has no name: its format is told by signs that prose does not show."""

from __future__ import annotations

import pytest

from yapit.core.parse.detection import detect
from yapit.core.parse.source import Source

POEM = "The rain, it fell,\nthe river rose;\nthe boat (the old one),\nwent where it goes;\n" * 4
NOTES = "# of boats: 3\n\nDear Ida,\n\nFrom: here the river runs.\n\nYours;\nTom\n"
LOG = (
    "commit 1a2b3c\nAuthor: Ida Marsh <ida@example.org>\nDate:   Tue Nov 24 15:06:00 2026\n\n  "
    "  Float (again)\n"
)


@pytest.mark.parametrize(
    "text", [POEM, NOTES, LOG, "1\nIt rose --> high.\n", "\\alpha is a letter.\n", "{ curly } talk"]
)
def test_prose_is_taken_for_nothing_else(text: str) -> None:
    assert detect(Source(text.encode())).name == "plain text"


PROGRAM = (
    "# Boats\nimport os\nimport re\n\n\ndef boat(x):\n    # - old\n    y = x + 1\n    if y:\n        "
    "return y\n    return 0\n"
)


@pytest.mark.parametrize(
    "text", [PROGRAM, "#!/bin/sh\nls\n", '{"a": [1, 2]}\n', "diff --git a/x b/x\n--- a/x\n"]
)
def test_a_program_from_a_pipe_is_one(text: str) -> None:
    assert detect(Source(text.encode())).name == "program"


def test_a_name_is_trusted_over_signs() -> None:
    assert detect(Source(b"# A\n\n**b** and [c](d)\n", "a.txt")).name == "plain text"
    assert detect(Source(b"\\documentclass{article}", "a.md")).name == "Markdown"
