"""What is heard of a text while it is written, and when."""

from __future__ import annotations

import pytest

from yapit.core.document import BlockKind, Document
from yapit.core.errors import EmptyDocument
from yapit.core.parse.live import live_documents, piped_documents
from yapit.core.script import Script


class Written:
    """Arrivals as a test has them: bytes, or seconds in which nothing comes."""

    def __init__(self, *events: str | bytes | float) -> None:
        self._events = list(events)

    def __call__(self, seconds: float | None) -> bytes | None:
        if not self._events:
            return b""
        event = self._events[0]
        if not isinstance(event, float):
            self._events.pop(0)
            return event.encode() if isinstance(event, str) else event
        if seconds is not None and event > seconds:
            self._events[0] = event - seconds
            return None
        self._events.pop(0)
        return self(seconds)


def heard(document: Document) -> list[str]:
    return [chunk.text for chunk in Script(document).chunks(240)]


def growth(*events: str | bytes | float) -> list[list[str]]:
    """What was known to be said, each time that there was more."""
    return [heard(document) for document in live_documents(Written(*events))]


def last(*events: str | bytes | float) -> list[str]:
    return growth(*events)[-1]


def test_a_sentence_is_said_as_soon_as_the_next_word_is_there() -> None:
    assert growth("It rains. The ", "sun")[0] == ["It rains."]


def test_a_sentence_is_said_when_nothing_comes_after_it() -> None:
    assert growth("It rains.", 0.25, " The sun shines.")[0] == ["It rains."]


def test_an_abbreviation_waits_for_its_name() -> None:
    assert growth("Ask Dr.", 0.3, " Mill about it.", 0.3)[0] == ["Ask Dr. Mill about it."]


def test_a_line_that_has_ended_is_said_without_a_full_stop() -> None:
    assert growth("milk and honey\n", 0.5, "and bread\n", 0.5)[:2] == [
        ["milk and honey"],
        ["milk and honey", "and bread"],
    ]


def test_who_stops_in_mid_sentence_is_heard_and_nothing_is_said_twice() -> None:
    assert last("The answer, I think", 2.0, " is **that", 2.0, " it rains**. Yes.") == [
        "The answer, I think",
        "is that",
        "it rains.",
        "Yes.",
    ]


def test_a_paragraph_that_comes_in_parts_is_one_paragraph() -> None:
    *_, document = live_documents(Written("It rains. ", 0.5, "It pours. ", 0.5, "It stops."))
    assert [block.span.of(document.text) for block in document.blocks] == ["It rains. It pours. It stops."]


@pytest.mark.parametrize("close", ["\n```\n", "", "\n```"])
def test_code_is_announced_and_never_read(close: str) -> None:
    events = "Look here:\n\n```python\n", 2.0, "x = 1. Yes. No\n", 2.0, f"y = 2{close}"
    *_, document = live_documents(Written(*events))
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.CODE]
    spoken = [chunk.rewrites[0].spoken for chunk in Script(document).chunks(240) if chunk.block]
    assert spoken == ["Code, 2 lines."]


def test_an_emphasis_that_is_still_open_shows_no_signs() -> None:
    assert growth("**One is here. Two ", "is there.** Three. Four")[0] == ["One is here."]


def test_a_heading_is_said_when_its_line_ends_and_no_earlier() -> None:
    assert growth("# Rain", ", again", "\n", "and so")[0] == ["Rain, again"]


def test_an_item_is_said_when_the_next_one_begins() -> None:
    assert growth("- apples\n- big ", "pears")[0] == ["apples"]


def test_a_link_is_no_address_however_it_is_cut() -> None:
    assert last("See [the", " tide. Or", "](http://a", ".org/x. y) or not. So") == last(
        "See [the tide. Or](http://a.org/x. y) or not. So"
    )
    assert last("See [the t", "ide](http://a", ".org/x) now. So it is.") == ["See the tide now.", "So it is."]


def test_a_table_is_told_when_it_is_over() -> None:
    *_, document = live_documents(Written("| a | b |\n", 0.5, "|---|---|\n| 1 | 2 |\n", 0.5, "\nSo."))
    assert [block.kind for block in document.blocks] == [BlockKind.TABLE, BlockKind.PARAGRAPH]


def test_front_matter_is_not_read() -> None:
    *_, document = live_documents(Written("---\ntitle: Tides", "\nlang: de\n-", "--\n\nDie Flut kommt."))
    assert (document.title, document.language, heard(document)) == ("Tides", "de", ["Die Flut kommt."])


def test_what_a_terminal_is_told_is_not_said() -> None:
    events = (
        "\x1b[1mIt ra",
        "ins\x1b[",
        "0m. \x1b]0;ti",
        "tle\x07So",
        " it is.",
        "\x1b[2K\x1b[1G| 50 %\r/ 90 %\rDone.\r\n",
    )
    assert last(*events) == ["It rains.", "Done."]


def test_a_spinner_is_overwritten_by_what_comes() -> None:
    assert last("- Thinking\r", "\\ Thinking\r", "\x1b[2KIt rains.\n") == ["It rains."]


@pytest.mark.parametrize("text", ["Où? Là-bas — “vite”. 世界。再见。", "\ufeffA\r\nb.\r\n\r\nC."])
def test_a_character_may_come_in_parts(text: str) -> None:
    data = text.encode()
    assert last(*(data[i : i + 1] for i in range(len(data)))) == last(data)


def test_what_is_no_utf_8_is_read_all_the_same() -> None:
    assert last("Une fête".encode("cp1252"), b" ici.") == ["Une fête ici."]


def test_nothing_is_an_error() -> None:
    with pytest.raises(EmptyDocument):
        list(live_documents(Written(" \n")))


def test_a_file_that_is_piped_in_is_read_as_the_file() -> None:
    page = b"<!doctype html><title>Tides</title><body><p>It rains. It pours.</p></body>"
    documents = list(piped_documents(Written(page[:40], 5.0, page[40:])))
    assert heard(documents[-1]) == ["It rains.", "It pours."]
    assert documents[-1].title == "Tides"


def test_before_anything_comes_there_is_an_empty_page() -> None:
    first, *_, whole = piped_documents(Written(3.0, "It rains. ", 3.0, "It pours."))
    assert (first.text, heard(whole)) == ("", ["It rains.", "It pours."])


def test_the_lines_of_a_log_are_each_said_once() -> None:
    lines = [f"request {number}{' and on' * 12} was served" for number in range(100)]
    events = [event for line in lines for event in (f"{line}\n", 0.5)]
    assert last(*events) == lines


def test_what_changes_its_meaning_after_it_was_said_is_not_said_again() -> None:
    assert last("Use `one", 2.0, " two` and [three", 2.0, "](http://x.org) now.", 2.0, " So `it` is.") == [
        "Use `one",
        "two` and [three",
        "](http://x.org) now.",
        "So it is.",
    ]
