"""The shipped data is what its description says it is."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from yapit.engines.kokoro.g2p.lexicon import DATA

LISTED = dict(
    re.findall(r"^\| `(\S+)` \| `([0-9a-f]{64})` \|$", (DATA / "README.md").read_text(), re.MULTILINE)
)


def sum_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_shipped_file_is_listed_with_its_sum() -> None:
    shipped = [path for path in DATA.iterdir() if path.suffix in (".txt", ".npy")]
    assert {path.name: LISTED.get(path.name) for path in shipped} == {
        path.name: sum_of(path) for path in shipped
    }
