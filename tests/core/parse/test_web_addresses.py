"""Addresses of sites that keep the text of a page elsewhere."""

from __future__ import annotations

import pytest

from yapit.core import fetch
from yapit.core.errors import SourceError
from yapit.core.parse import read
from yapit.core.parse.web.addresses import better_addresses

RAW = "https://raw.githubusercontent.com/ada/rain"


@pytest.mark.parametrize(
    ("address", "better"),
    [
        ("https://arxiv.org/abs/2401.01234", "https://arxiv.org/html/2401.01234"),
        ("http://www.arxiv.org/pdf/2401.01234v2.pdf", "https://arxiv.org/html/2401.01234v2"),
        ("https://arxiv.org/abs/hep-th/9901001", "https://arxiv.org/html/hep-th/9901001"),
        ("https://github.com/ada/rain", f"{RAW}/HEAD/README.md"),
        ("https://github.com/ada/rain.git", f"{RAW}/HEAD/README.md"),
        ("https://github.com/ada/rain/blob/main/docs/a.md", f"{RAW}/main/docs/a.md"),
        ("https://github.com/ada/rain/issues/3", "https://github.com/ada/rain/issues/3"),
        ("https://github.com/ada/rain/wiki/Home", "https://github.com/ada/rain/wiki/Home"),
        ("https://arxiv.org/list/cs/new", "https://arxiv.org/list/cs/new"),
        ("https://example.org/abs/2401.01234", "https://example.org/abs/2401.01234"),
        ("https://notgithub.com/ada/rain", "https://notgithub.com/ada/rain"),
    ],
)
def test_the_better_address_comes_first(address: str, better: str) -> None:
    assert better_addresses(address)[0] == better


def test_a_paper_without_html_is_read_as_pdf() -> None:
    assert better_addresses("https://arxiv.org/abs/2401.01234")[1] == "https://arxiv.org/pdf/2401.01234"


def test_where_the_better_address_has_nothing_the_page_itself_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def answer(url: str, **_: object) -> fetch.Fetched:
        asked.append(url)
        if "raw." in url:
            raise SourceError("404")
        return fetch.Fetched(b"<html><body><p>What it is.</p></body></html>", "text/html", url)

    monkeypatch.setattr(fetch, "fetch", answer)
    assert read("https://github.com/ada/rain").text == "What it is."
    assert asked == [f"{RAW}/HEAD/README.md", "https://github.com/ada/rain"]
