"""Hard pages can be read by a model of the listener's, who is told what it takes and what was not taken."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.core.parse.documents_made import PdfMaker
from tests.core.vision.chat_server import ChatServer, chat_server

PROSE = ("It was a long winter, and the snow lay deep", "in the valley until the middle of May that year.")
ANSWER = f"{' '.join(PROSE)}\n\n| n | x |\n|---|---|\n| 1 | 2 |\n"


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server(lambda text: ANSWER) as running:
        yield running


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """A page with a formula, of which a PDF has no more than scattered letters."""
    page = PdfMaker().page().lines(60, 80, *PROSE, *PROSE)
    page.line(150, 150, "f = x + 2 n          (1)").lines(60, 180, *PROSE)
    path = tmp_path / "paper.pdf"
    path.write_bytes(page.bytes())
    return path


def test_a_hard_page_is_drawn_and_read_by_the_model(yapit: Any, server: ChatServer, paper: Path) -> None:
    run = yapit("text", paper, "--markdown", "--vision", server.url, "--model", "eye", "--yes")
    assert run.returncode == 0, run.stderr
    assert "eye: 1 request, about" in run.stderr
    (asked,) = server.asked
    assert asked["messages"][0]["content"][1]["image_url"]["url"].startswith("data:image/png;base64,iVBOR")


def test_a_reading_that_lost_words_is_not_taken(yapit: Any, server: ChatServer, paper: Path) -> None:
    server.answer = lambda text: "Nothing to see here."
    run = yapit("text", paper, "--vision", server.url, "--model", "eye", "--yes")
    assert "page 1 stays as it was: the model left out" in run.stderr
    assert "It was a long winter" in run.stdout


def test_nothing_is_sent_before_the_listener_agrees(yapit: Any, server: ChatServer, paper: Path) -> None:
    run = yapit("export", paper, "-o", "out.wav", "--vision", server.url, "--model", "eye")
    assert run.returncode == 1
    assert "--yes" in run.stderr
    assert server.asked == []
