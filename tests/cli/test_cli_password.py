"""A locked document opens with its password, and says what it wants without."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pymupdf
import pytest

from tests.core.parse.documents_made import PdfMaker


@pytest.fixture
def locked(tmp_path: Path) -> Path:
    path = tmp_path / "locked.pdf"
    made = PdfMaker().page().line(50, 80, "Nobody knows it.")
    path.write_bytes(made.bytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="abc", owner_pw="xyz"))
    return path


def test_the_password_opens_it(yapit: Any, locked: Path) -> None:
    assert yapit("text", locked, "--password", "abc").stdout == "Nobody knows it.\n"


@pytest.mark.parametrize(("options", "said"), [((), "--password"), (("--password", "no"), "capitals")])
def test_without_the_right_one_it_is_refused_with_a_cure(
    yapit: Any, locked: Path, options: tuple[str, ...], said: str
) -> None:
    run = yapit("text", locked, *options)
    assert (run.returncode, run.stdout) == (1, "")
    assert said in run.stderr
    assert len(run.stderr.splitlines()) == 2


def test_on_the_screen_it_is_asked_for_on_the_screen(
    terminal: Any, yapit: Any, locked: Path, tmp_path: Path
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("The sun rose. It was Monday.", "utf-8")
    yapit("library", "add", str(locked), "--queue")
    reading = terminal("read", story)
    reading.until("Monday")
    reading.type("\x0e")  # ctrl+n
    reading.until("Password:")
    reading.type("abc\r")
    reading.until("Nobody knows it.")
    reading.type("q")
    assert reading.ends() == 0
