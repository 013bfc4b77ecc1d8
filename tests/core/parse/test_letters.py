"""Mail: what a person would read of a letter, and in which order."""

from __future__ import annotations

import time
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.core.document import BlockKind, Document
from yapit.core.errors import YapitError
from yapit.core.parse import read_bytes

Kind = BlockKind


def outcome(reading: Callable[[], Document]) -> object:
    """What was read, or the cure where it was refused; nothing else may happen."""
    try:
        return reading()
    except YapitError as error:
        return error.cure


def letter(text: str = "", *, subject: str = "Ünser Boot") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "Ida Marsh <ida@example.org>"
    made["Date"] = "Tue, 24 Nov 2026 15:06:00 +0000"
    if text:
        made.set_content(text)
    return made


def blocks(data: bytes, name: str = "a.eml") -> list[tuple[BlockKind, str]]:
    document = read_bytes(data, name)
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


@pytest.mark.parametrize("name", ["a.eml", ""])
def test_a_letter_is_its_subject_its_sender_and_its_text(name: str) -> None:
    text = "It floats.\n\n> Does it\n> float?\n\nYes.\n\n-- \nIda\nLeeds\n"
    assert blocks(letter(text).as_bytes(), name) == [
        (Kind.TITLE, "Ünser Boot"),
        (Kind.AUTHOR, "Ida Marsh\n24 November 2026, 15:06"),
        (Kind.PARAGRAPH, "It floats."),
        (Kind.QUOTE, "Does it\nfloat?"),
        (Kind.PARAGRAPH, "Yes."),
        (Kind.FURNITURE, "-- \nIda\nLeeds"),
    ]


@pytest.mark.parametrize(
    "date", ["yesterday", "Tue, 24 Nov 99999999999 15:06:00 +0000", "24 Nov 2026 99:99:99"]
)
def test_a_date_that_is_none_is_told_as_it_stands(date: str) -> None:
    data = f"Subject: Boat\nDate: {date}\n\nIt floats.\n".encode()
    assert blocks(data)[1:] == [(Kind.AUTHOR, date), (Kind.PARAGRAPH, "It floats.")]


def test_a_subject_in_letters_that_nobody_has_is_told_as_it_stands() -> None:
    data = "Subject: =?ütf-8?q?Boat?=\n\nIt floats.\n".encode()
    assert blocks(data)[-1] == (Kind.PARAGRAPH, "It floats.")


def test_a_sender_of_brackets_without_end_is_told_as_it_stands() -> None:
    sender = "(" * 5000
    assert blocks(f"Subject: Boat\nFrom: {sender}\n\nIt floats.\n".encode())[1] == (Kind.AUTHOR, sender)


def test_a_part_with_fields_without_end_is_read_in_bounded_time() -> None:
    kind = 'text/plain; a="' + ";" * 100_000
    began = time.process_time()
    data = f"Subject: Boat\nContent-Type: {kind}\n\nIt floats.\n".encode()
    assert blocks(data)[1:] == [(Kind.PARAGRAPH, "It floats.")]
    assert time.process_time() - began < 5


def test_a_page_is_read_where_the_plain_part_says_nothing() -> None:
    made = letter("See the page.")
    made.add_alternative(f"<p>{'It floats on. ' * 30}</p>", subtype="html")
    assert blocks(made.as_bytes())[2][1].startswith("It floats on.")


def test_the_plain_part_is_read_where_it_says_it_all() -> None:
    made = letter("It floats, as I said the other day.")
    made.add_alternative("<p>It <b>floats</b></p>", subtype="html")
    assert blocks(made.as_bytes())[2] == (Kind.PARAGRAPH, "It floats, as I said the other day.")


def test_what_came_with_a_letter_is_named() -> None:
    made = letter("It floats.")
    made.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="bööt.pdf")
    assert blocks(made.as_bytes())[-1] == (Kind.FURNITURE, "Attached: bööt.pdf")


def test_flowed_lines_are_joined() -> None:
    data = (
        b"From: a@b.c\nDate: x\nContent-Type: text/plain; format=flowed\n\nIt rose \nand fell.\nThen not.\n"
    )
    assert blocks(data)[-1][1] == "It rose and fell.\nThen not."


def test_old_encodings_are_read() -> None:
    head = b"From: a@b.c\nSubject: =?iso-8859-1?q?Gr=FC=DFe?=\nContent-Type: text/plain; charset=koi8-r\n\n"
    document = read_bytes(head + "Вода была высокой.".encode("koi8-r"), "a.eml")
    assert document.title == "Grüße"
    assert "Вода была высокой." in document.text


def test_a_mailbox_is_read_letter_by_letter() -> None:
    data = b"".join(
        b"From ida@example.org Tue Nov 24 15:06:00 2026\n" + letter(text, subject=text).as_bytes() + b"\n"
        for text in ("One.", "Two.")
    )
    document = read_bytes(data, "a.mbox")
    assert [chapter.title for chapter in document.chapters] == ["One.", "Two."]


@pytest.mark.parametrize(
    "text", ["Note: it rose.\nFrom: here\nTo: there\n\nText.", "From the boat we saw:\n\nit."]
)
def test_a_text_is_no_letter_for_a_few_colons(text: str) -> None:
    assert read_bytes(text.encode()).text == text


def test_parts_within_parts_are_bounded() -> None:
    parts = "".join(
        f"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n" for depth in range(3000)
    )
    assert outcome(lambda: read_bytes(f"From: a@b.c\nSubject: Boats\n{parts}\n\nword".encode(), "a.eml"))


PIECES = st.lists(
    st.sampled_from([
        "From: a@b\n", "Subject: =?utf-8?b?x?=\n", "Date: Tue\n", "\n", "word\n", "--b\n", "--b--\n",
        "> ", "-- \n",
        "Content-Type: multipart/mixed; boundary=b\n", "Content-Type: text/html\n", "<p>x", ": x\n", " y\n",
        "Content-Transfer-Encoding: base64\n", "Content-Type: text/plain; charset=nope\n", "\xff", "=?x?q?",
        "Content-Disposition: attachment; filename*=utf-8''%\n", "Content-Type: message/rfc822\n",
    ]),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(text=PIECES)
def test_any_letter_is_read_or_refused(text: str) -> None:
    assert outcome(lambda: read_bytes(text.encode("latin-1") or b" ", "a.eml"))
