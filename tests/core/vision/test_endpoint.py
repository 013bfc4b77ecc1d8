"""A chat endpoint is asked once for each question, and its troubles are told with a cure."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.vision.chat_server import ChatServer, chat_server
from yapit.core.cache import FileCache
from yapit.core.errors import VisionError
from yapit.core.vision import Endpoint, Picture, Question


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server() as running:
        yield running


def test_a_picture_and_a_question_arrive_as_the_protocol_has_them(server: ChatServer) -> None:
    picture = Picture(b"\x89PNG...", "image/png")
    assert (
        Endpoint(server.url, "eye", "secret").ask(Question("What is it?", (picture,))) == "A short summary."
    )
    (asked,) = server.asked
    assert (asked["model"], asked["temperature"]) == ("eye", 0)
    text, image = asked["messages"][0]["content"]
    assert text == {"type": "text", "text": "What is it?"}
    assert image["image_url"]["url"] == f"data:image/png;base64,{base64.b64encode(picture.data).decode()}"
    assert server.keys == ["Bearer secret"]


def test_what_was_answered_once_is_never_asked_again(server: ChatServer, tmp_path: Path) -> None:
    question = Question("What is it?")
    for _ in range(2):
        endpoint = Endpoint(server.url, "eye", cache=FileCache(tmp_path, 10**6))
        assert endpoint.ask(question) == "A short summary."
    assert len(server.asked) == 1
    assert endpoint.is_kept(question)
    assert not endpoint.is_kept(Question("What else?"))
    assert not Endpoint(server.url, "other", cache=FileCache(tmp_path, 10**6)).is_kept(question)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again(server: ChatServer, status: int) -> None:
    server.statuses = [status, status]
    assert Endpoint(server.url, "eye").ask(Question("?")) == "A short summary."
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("status", "cure"), [(401, "YAPIT_VISION_KEY"), (404, "name of the model"), (400, "--model")]
)
def test_a_refusal_is_told_with_its_reason_and_a_cure(server: ChatServer, status: int, cure: str) -> None:
    server.statuses = [status]
    with pytest.raises(VisionError, match=f"{status} for eye: not this time") as caught:
        Endpoint(server.url, "eye").ask(Question("?"))
    assert cure in caught.value.cure


def test_an_answer_that_was_cut_short_is_not_taken_for_whole(server: ChatServer) -> None:
    server.finish = "length"
    with pytest.raises(VisionError, match="cut short"):
        Endpoint(server.url, "eye").ask(Question("?"))


def test_an_empty_answer_is_an_error(server: ChatServer) -> None:
    server.answer = lambda text: "  "
    with pytest.raises(VisionError, match="answers nothing"):
        Endpoint(server.url, "eye").ask(Question("?"))


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "nonsense", "http://[::", ""])
def test_an_address_where_nobody_answers_is_told(url: str) -> None:
    with pytest.raises(VisionError, match="cannot reach") as caught:
        Endpoint(url, "eye").ask(Question("?"))
    assert "vision_url" in caught.value.cure


def test_half_a_character_breaks_neither_question_nor_answer(server: ChatServer, tmp_path: Path) -> None:
    server.answer = lambda text: "Half \ud800 a sign."
    endpoint = Endpoint(server.url, "eye", cache=FileCache(tmp_path, 10**6))
    assert endpoint.ask(Question("What \udfff is it?")) == "Half ? a sign."
    assert server.asked[0]["messages"][0]["content"] == "What ? is it?"


def test_an_answer_nested_without_end_is_an_error(
    server: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.core.vision.chat_server.reply", lambda body, state: b"[" * 200_000)
    with pytest.raises(VisionError, match="answers no JSON"):
        Endpoint(server.url, "eye").ask(Question("?"))
