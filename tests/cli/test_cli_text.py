"""What will be heard can be read beforehand, and every character is accounted for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

PAGE = """# Snow

It fell for 3 days [12], they say [7, 8]. Nobody counted [9].

```python
print("snow")
```

| Town | Snow | Depth |
|------|------|-------|
| Ulm  | yes  | 2 m   |
"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "snow.md"
    path.write_text(PAGE, "utf-8")
    return path


def test_the_text_is_printed_as_it_will_be_heard(yapit: Any, page: Path) -> None:
    run = yapit("text", str(page))
    assert run.stdout == (
        "Snow\n\nIt fell for three days, they say.\nNobody counted.\n\nCode, one line.\n\n"
        "Town, Snow, Depth\nUlm, Snow: yes, Depth: two meters\n"
    )


def test_what_is_skipped_is_the_listeners_choice(yapit: Any, page: Path) -> None:
    assert "[twelve]" in yapit("text", str(page), "--skip", "off").stdout
    assert "Ulm" not in yapit("text", str(page), "--skip", "academic").stdout
    assert "Ulm" in yapit("text", str(page), "--skip", "academic -tables").stdout


def test_markdown_comes_out_as_clean_markdown(yapit: Any, page: Path, tmp_path: Path) -> None:
    once = yapit("text", str(page), "--markdown").stdout
    again = tmp_path / "again.md"
    again.write_text(once, "utf-8")
    assert yapit("text", str(again), "--markdown").stdout == once
    assert once.startswith("# Snow\n\nIt fell for 3 days")
    assert "| Ulm | yes | 2 m |" in once


def test_blocks_are_told_with_what_is_skipped_in_them(yapit: Any, page: Path) -> None:
    told = json.loads(yapit("text", str(page), "--json").stdout)
    assert [block["kind"] for block in told["blocks"]] == ["heading", "paragraph", "code", "table"]
    paragraph = told["blocks"][1]
    skipped = [(told["text"][s["start_char"] : s["end_char"]], s["reason"]) for s in paragraph["skips"]]
    assert skipped == [("[12]", "citation"), ("[7, 8]", "citation"), ("[9]", "citation")]


def test_an_audit_adds_up_to_the_last_character(yapit: Any, page: Path) -> None:
    told = json.loads(yapit("audit", str(page), "--json").stdout)
    assert told["spoken"] + told["white space"] + sum(told["by reason"].values()) == told["characters"]
    assert told["by reason"]["code, only announced"] == len('print("snow")')
    table = yapit("audit", str(page)).stdout
    assert "citation" in table
    assert f"{told['characters']:,}" in table


def test_what_would_command_the_terminal_is_not_printed(yapit: Any, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(b"One \x1b[2J two \xc2\x9b three.")
    for options in ((), ("--markdown",), ("--json",)):
        printed = yapit("text", str(path), *options).stdout
        assert "three" in printed
        assert not {"\x1b", "\x9b"} & set(printed)
