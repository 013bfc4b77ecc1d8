"""FictionBook: sections, verses and notes, in a zip or not, in the code page it names."""

from __future__ import annotations

from tests.core.parse import office_made as office
from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.parse import read_bytes

Kind = BlockKind


def fb2(body: str, notes: str = "", info: str = "") -> Document:
    return read_bytes(office.fb2(body, notes=notes, info=info))


def kinds(document: Document) -> list[tuple[BlockKind, int, str]]:
    return [(b.kind, b.level, b.span.of(document.text)) for b in document.blocks]


def test_headings_are_as_deep_as_their_sections() -> None:
    document = fb2(
        "<title><p>High Water</p></title><section><title><p>Part</p><p>One</p></title>"
        "<section><title><p>I</p></title><p>Text.</p><subtitle>Later</subtitle>"
        "<subtitle>* * *</subtitle></section></section>"
    )
    assert kinds(document) == [
        (Kind.TITLE, 0, "High Water"),
        (Kind.HEADING, 1, "Part\nOne"),
        (Kind.HEADING, 2, "I"),
        (Kind.PARAGRAPH, 0, "Text."),
        (Kind.HEADING, 3, "Later"),
        (Kind.PARAGRAPH, 0, "* * *"),
    ]
    assert [(c.title, c.level) for c in document.chapters] == [("Part One", 1), ("I", 2), ("Later", 3)]


def test_verses_stay_on_their_lines_and_epigraphs_are_quotes() -> None:
    document = fb2(
        "<section><epigraph><p>Be quiet.</p><text-author>Ann</text-author></epigraph>"
        "<poem><stanza><v>One line,</v><v>and another.</v></stanza></poem></section>",
        info="<annotation><p>About a flood.</p></annotation>",
    )
    assert kinds(document) == [
        (Kind.ABSTRACT, 0, "About a flood."),
        (Kind.QUOTE, 0, "Be quiet."),
        (Kind.QUOTE, 0, "Ann"),
        (Kind.PARAGRAPH, 0, "One line,\nand another."),
    ]


def test_notes_have_their_numbers_marked_in_the_text_and_before_them() -> None:
    document = fb2(
        '<section><p>It rained<a l:href="#n1">[1]</a>, <code>x</code>.</p></section>',
        notes="<title><p>Notes</p></title>"
        '<section id="n1"><title><p>1</p></title><p>A.</p><p>B.</p></section>',
    )
    assert kinds(document)[1:] == [
        (Kind.HEADING, 1, "Notes"),
        (Kind.FOOTNOTE, 0, "1 A."),
        (Kind.FOOTNOTE, 0, "B."),
    ]
    assert [m.kind for m in document.marks] == [MarkKind.NOTE, MarkKind.CODE, MarkKind.NOTE]


def test_letters_are_read_in_the_code_page_that_the_file_names() -> None:
    text = office.fb2("<section><p>Вода</p></section>").decode().replace("utf-8", "windows-1251", 1)
    assert read_bytes(text.encode("cp1251")).text == "Вода"


def test_pictures_are_not_text() -> None:
    data = office.fb2("<section><image alt='A boat'/><p>Text.</p></section>")
    document = read_bytes(
        data.replace(b"</FictionBook>", b"<binary id='b'>" + b"QUJD" * 9 + b"</binary></FictionBook>")
    )
    assert kinds(document) == [(Kind.CAPTION, 0, "A boat"), (Kind.PARAGRAPH, 0, "Text.")]


def test_a_text_about_the_format_is_a_text() -> None:
    assert read_bytes(b"The root is <FictionBook>, they say.").text.startswith("The root is")
