"""A summary is asked for in parts that a model can hold, its cost is told, and what it makes up is named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.vision.chat_server import ChatServer, chat_server
from yapit.core.cache import FileCache
from yapit.core.errors import VisionError
from yapit.core.vision import Endpoint, Picture, plan_summary, summarize
from yapit.core.vision.summary import PART_CHARS, doubtful, plain

TEXT = "Ida Marsh walked to York in 1891. She had two apples."
LONG = "\n\n".join(f"Paragraph {n} is about the river." for n in range(3000))


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with chat_server() as running:
        yield running


@pytest.fixture
def endpoint(server: ChatServer, tmp_path: Path) -> Endpoint:
    return Endpoint(server.url, "eye", cache=FileCache(tmp_path, 10**7))


def test_a_short_text_takes_one_request(server: ChatServer, endpoint: Endpoint) -> None:
    assert plan_summary(endpoint, TEXT).requests == 1
    assert summarize(endpoint, TEXT).text == "A short summary."
    assert TEXT in server.asked[0]["messages"][0]["content"]


def test_a_long_text_is_summarized_in_parts_that_hold_all_of_it(
    server: ChatServer, endpoint: Endpoint
) -> None:
    plan = plan_summary(endpoint, LONG)
    summarize(endpoint, LONG)
    assert len(server.asked) == plan.requests > 3
    sent = "".join(body["messages"][0]["content"] for body in server.asked[:-1])
    assert all(f"Paragraph {n} is" in sent for n in range(3000))
    assert all(len(body["messages"][0]["content"]) < PART_CHARS + 1000 for body in server.asked)


def test_what_was_paid_for_once_costs_nothing_again(server: ChatServer, endpoint: Endpoint) -> None:
    summarize(endpoint, TEXT)
    assert plan_summary(endpoint, TEXT).requests == 0
    summarize(endpoint, TEXT)
    assert len(server.asked) == 1


def test_the_cost_is_told_beforehand(endpoint: Endpoint) -> None:
    plan = plan_summary(endpoint, "x" * 20_000)
    assert 5_000 <= plan.tokens_in < 5_300
    assert plan.price(1.0, 0.0) == pytest.approx(plan.tokens_in / 1e6)


def test_a_model_that_only_thinks_is_an_error(server: ChatServer, endpoint: Endpoint) -> None:
    server.answer = lambda text: "<think>What is this about?</think>"
    with pytest.raises(VisionError, match="said nothing"):
        summarize(endpoint, TEXT)


def test_a_picture_is_described(server: ChatServer, endpoint: Endpoint) -> None:
    assert summarize(endpoint, "", (Picture(b"png", "image/png"),)).text == "A short summary."
    assert server.asked[0]["messages"][0]["content"][1]["type"] == "image_url"


def test_numbers_and_names_that_the_text_does_not_have_are_named() -> None:
    said = "Ida Marsh walked to Leeds in 1981 with two apples. Nobody saw her, not even old Brown."
    assert list(doubtful(said, TEXT)) == ["Leeds", "1981", "Brown"]
    assert list(doubtful("In 1891 Ida Marsh walked to York.", TEXT)) == []
    assert list(doubtful("It cost 1,250 francs.", "It cost 1250 francs.")) == []


def test_a_summary_is_plain_text_for_the_ear() -> None:
    answer = "<think>hm\nhm</think>## Summary\n\n- **Ida** walked.\n- `She` ate.\n"
    assert plain(answer) == "Summary\nIda walked.\nShe ate."
