"""Rich Text: any code page, numbers of lists as they were written, notes, fields, tables."""

from __future__ import annotations

import pytest

from tests.core.parse import office_made as office
from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.parse import read_bytes

Kind = BlockKind


def rtf(body: str) -> Document:
    return read_bytes(office.rtf(body), "letter.rtf")


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks if not kinds or b.kind in kinds]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"caf\'e9", "café"),
        (r"\u233?t\u233\'e9", "été"),
        (r"\uc0\u233t\u233", "été"),
        (r"\uc2\u233\'e9\'e9t", "ét"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"{\f2\'ef\'f0\'e8}", "при"),
        (r"a\~b\_c\-d\emdash e", "a b-cd—e"),
        (r"\{\\\}", "{\\}"),
        (r"\ldblquote Yes\rdblquote , he said\rquote s", "“Yes”, he said’s"),
    ],
)
def test_letters_are_read_in_whatever_way_they_are_written(written: str, said: str) -> None:
    assert texts(rtf(rf"\pard Say {written}.\par")) == [f"Say {said}."]


def test_letters_of_two_bytes_are_joined() -> None:
    data = rb"{\rtf1\ansi\ansicpg932{\fonttbl{\f0\fcharset128 Mincho;}}\f0\'93\'fa\'96\'7b\par}"
    assert read_bytes(data).text == "日本"


def test_headings_are_told_by_style_or_outline_level() -> None:
    document = rtf(r"\pard\s1 One\par\pard\s2 Two\par\pard\outlinelevel2 Three\par\pard\s3 Be quiet.\par")
    found = [(block.kind, block.level) for block in document.blocks]
    assert found == [(Kind.HEADING, 1), (Kind.HEADING, 2), (Kind.HEADING, 3), (Kind.QUOTE, 0)]


def test_items_have_the_numbers_that_the_file_shows() -> None:
    body = (
        r"\pard{\listtext 1.\tab}\ilvl0\ls1 one\par{\listtext a)\tab}\ilvl1\ls1 deep\par"
        r"\pard\fi-360\li360 \bullet\tab typed\par"
    )
    document = rtf(body)
    assert texts(document) == ["1. one", "a) deep", "typed"]
    assert [(b.kind, b.level) for b in document.blocks] == [
        (Kind.LIST_ITEM, 1),
        (Kind.LIST_ITEM, 2),
        (Kind.LIST_ITEM, 1),
    ]


def test_notes_follow_their_paragraph_and_heads_of_pages_stand_before() -> None:
    body = (
        r"{\header\pard Draft\par}\pard It rained{\super\chftn}"
        r"{\footnote\pard{\super\chftn} Ten days.\par} a week.\par"
        r"\pard It stopped.\par"
    )
    document = rtf(body)
    found = [(block.kind, block.span.of(document.text)) for block in document.blocks]
    assert found == [
        (Kind.RUNNING_HEAD, "Draft"),
        (Kind.PARAGRAPH, "It rained1 a week."),
        (Kind.FOOTNOTE, "1 Ten days."),
        (Kind.PARAGRAPH, "It stopped."),
    ]
    assert [mark.kind for mark in document.marks] == [MarkKind.NOTE, MarkKind.NOTE]


def test_fields_show_their_text_and_no_page_numbers() -> None:
    link = r'{\field{\*\fldinst{HYPERLINK "http://a.example"}}{\fldrslt{the map}}}'
    page = r"{\field{\*\fldinst PAGE}{\fldrslt 12}}"
    assert texts(rtf(rf"\pard See {link}, page {page}.\par")) == ["See the map, page ."]


def test_what_is_no_text_is_passed_over() -> None:
    body = (
        r"\pard Seen{\v hidden}{\deleted gone}{\*\unknown new}{\pict\pngblip 8950ff}{\pict\bin5 {}{}{}.\par"
        r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv A boat}}{\shptxt\pard In a box.\par}}}"
    )
    document = rtf(body)
    assert texts(document, Kind.CAPTION) == ["A boat"]
    assert "In a box." in texts(document)
    assert not any(word in document.text for word in ("hidden", "gone", "new", "8950"))


def test_listings_and_code_among_words_are_told_by_their_font() -> None:
    document = rtf(r"\pard\f1 x = f(1);\par\pard\f0 Call {\f1 f(1)} now.\par")
    assert texts(document, Kind.CODE) == ["x = f(1);"]
    assert [mark.kind for mark in document.marks] == [MarkKind.CODE]


def test_a_row_that_is_no_head_is_none_and_a_frame_is_its_text() -> None:
    rows = r"\trowd\pard\intbl a\cell\pard\intbl b\par c\cell\row"
    document = rtf(rf"{rows}\pard End.\par\trowd\pard\intbl Framed.\cell\row\pard Last.\par")
    assert texts(document) == ["a\tb c", "End.", "Framed.", "Last."]
    assert (document.blocks[0].kind, document.blocks[0].level) == (Kind.TABLE, 0)


def test_a_plain_text_that_is_called_rich_is_plain() -> None:
    assert read_bytes(b"One line.\n\nAnother {line}.", "notes.rtf").text == "One line.\n\nAnother {line}."


def test_title_and_language_are_told() -> None:
    document = rtf(r"\pard x\par")
    assert (document.title, document.author, document.language) == ("High Water", "A. Writer", "en-GB")
