"""Nothing is sent before the listener has seen what it takes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.core.parse.documents_made import PdfMaker
from tests.core.vision.chat_server import ChatServer, chat_server


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server(lambda text: "Ida walked 30 miles.") as running:
        yield running


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text("Ida walked 26 miles.\n", "utf-8")
    return path


def test_a_summary_is_printed_and_what_it_made_up_is_named(
    yapit: Any, server: ChatServer, story: Path
) -> None:
    run = yapit("summarize", story, "--vision", server.url, "--model", "eye", "--yes")
    assert (run.returncode, run.stdout) == (0, "Ida walked 30 miles.\n")
    assert "eye: 1 request, about" in run.stderr
    assert "not in the document: 30" in run.stderr


def test_the_model_and_the_prices_can_be_settings(yapit: Any, server: ChatServer, story: Path) -> None:
    settings = {"YAPIT_VISION_URL": server.url, "YAPIT_VISION_MODEL": "eye", "YAPIT_VISION_PRICE": "100 200"}
    run = yapit("summarize", story, "--yes", env=settings)
    assert run.returncode == 0
    assert "at your price" in run.stderr


def test_where_nobody_can_be_asked_nothing_is_sent(yapit: Any, server: ChatServer, story: Path) -> None:
    run = yapit("summarize", story, "--vision", server.url, "--model", "eye")
    assert run.returncode == 1
    assert "--yes" in run.stderr
    assert server.asked == []


def test_without_a_model_it_says_how_to_name_one(yapit: Any, story: Path) -> None:
    run = yapit("summarize", story)
    assert run.returncode == 1
    assert "--vision URL and --model NAME" in run.stderr


def test_a_key_is_not_shown_among_the_settings(yapit: Any) -> None:
    run = yapit("config", env={"YAPIT_VISION_KEY": "sk-secret"})
    assert "sk-secret" not in run.stdout
    assert "vision_key = " in run.stdout


def test_a_picture_is_looked_at_and_a_page_where_one_is_named(
    yapit: Any, server: ChatServer, tmp_path: Path
) -> None:
    made = PdfMaker().page().line(50, 80, "One.").page().line(50, 80, "Two.")
    (tmp_path / "two.pdf").write_bytes(made.bytes())
    (tmp_path / "figure.png").write_bytes(made.file[0].get_pixmap().tobytes("png"))
    asked = ("--vision", server.url, "--model", "eye", "--yes")
    assert yapit("summarize", "figure.png", *asked).returncode == 0
    assert yapit("summarize", "two.pdf", "--page", "2", *asked).returncode == 0
    for body in server.asked:
        text, picture = body["messages"][0]["content"]
        assert text["text"].startswith("Describe this picture")
        assert picture["image_url"]["url"].startswith("data:image/png;base64,")
    missing = yapit("summarize", "two.pdf", "--page", "9", *asked)
    assert "two.pdf has no page 9" in missing.stderr
