"""EPUB: the book in its reading order, with its chapters; locked and damaged books refused."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from tests.core.parse import documents_made as made
from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse import archive, read_bytes

Kind = BlockKind


def book(*args: object, **options: object) -> Document:
    return read_bytes(made.epub(*args, **options), "book.epub")  # type: ignore[arg-type]


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks if not kinds or b.kind in kinds]


def test_parts_come_in_the_order_of_the_spine_with_what_stands_outside_it_last() -> None:
    parts = {"notes.xhtml": "<p>notes</p>", "two.xhtml": "<p>two</p>", "one.xhtml": "<p>one</p>"}
    spine = '<itemref idref="i0" linear="no"/><itemref idref="i2"/><itemref idref="i1"/><itemref idref="x"/>'
    assert texts(book(parts, opf=made.package(parts, spine=spine))) == ["one", "two", "notes"]


def test_the_package_names_title_author_and_language() -> None:
    document = book()
    assert (document.title, document.author, document.language) == ("High Water", "A. Writer", "en-GB")


def test_named_entities_and_self_closed_tags_are_understood() -> None:
    assert texts(book({"a.xhtml": '<p><a id="x"/>caf&eacute;&nbsp;&amp; bar<br/>open</p>'})) == [
        "café & bar\nopen"
    ]


def test_chapters_come_from_the_navigation_which_is_not_spoken() -> None:
    parts = {
        "nav.xhtml": '<nav epub:type="toc"><ol><li><a href="a.xhtml">First</a><ol>'
        '<li><a href="a.xhtml#s2">Its second part</a></li></ol></li>'
        '<li><a href="b%20b.xhtml">Last</a></li></ol></nav>',
        "a.xhtml": '<h1>I</h1><p>one</p><section id="s2"><p>two</p></section>',
        "b b.xhtml": "<p>three</p>",
    }
    opf = (
        made.package(parts).replace('id="i0"', 'id="i0" properties="nav"').replace("b b.xhtml", "b%20b.xhtml")
    )
    document = book(parts, opf=opf)
    assert set(texts(document, Kind.FURNITURE)) == {"1. First", "1. Its second part", "2. Last"}
    found = [(c.title, c.level, document.blocks[c.block].span.of(document.text)) for c in document.chapters]
    assert found == [("First", 1, "I"), ("Its second part", 2, "two"), ("Last", 1, "three")]


def test_chapters_of_older_books_come_from_the_ncx() -> None:
    parts = {"a.xhtml": "<p>one</p>", "b.xhtml": "<p>two</p>"}
    ncx = (
        '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>'
        "<navPoint><navLabel><text>Part</text></navLabel>"
        '<content src="a.xhtml"/><navPoint><navLabel><text>Chapter</text></navLabel><content src="b.xhtml"/>'
        "</navPoint></navPoint></navMap></ncx>"
    )
    item = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
    opf = made.package(parts, manifest=item, attributes='toc="ncx"')
    document = book(parts, opf=opf, files={"OEBPS/toc.ncx": ncx})
    assert [(c.title, c.level, c.block) for c in document.chapters] == [("Part", 1, 0), ("Chapter", 2, 1)]


def test_footnotes_and_their_marks_are_typed_and_page_numbers_silent() -> None:
    body = (
        '<p>It rained<a epub:type="noteref" href="#n">1</a>.<span epub:type="pagebreak">7</span></p>'
        '<aside epub:type="footnote" id="n"><p>For days.</p></aside>'
    )
    document = book({"a.xhtml": body})
    assert texts(document, Kind.PARAGRAPH) == ["It rained1."]
    assert [(m.kind, m.span.of(document.text)) for m in document.marks] == [(MarkKind.NOTE, "1")]
    assert texts(document, Kind.FOOTNOTE) == ["For days."]


def test_a_drop_cap_in_a_picture_is_part_of_its_word() -> None:
    document = book(
        {"a.xhtml": '<p><img src="c.png" alt="C"/>all me what you like.</p><p><img alt="A whale"/></p>'}
    )
    assert texts(document) == ["Call me what you like.", "A whale"]


def test_missing_and_broken_parts_are_passed_over() -> None:
    parts = {"a.xhtml": "<p>one</p>", "gone.xhtml": "", "b.xhtml": "<p>two <b>unclosed</p><p>three</p>"}
    data = made.epub(
        {name: part for name, part in parts.items() if name != "gone.xhtml"}, opf=made.package(parts)
    )
    assert texts(read_bytes(data, "book.epub")) == ["one", "two unclosed", "three"]


SCRAMBLED = (
    '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
    ' xmlns:enc="http://www.w3.org/2001/04/xmlenc#">'
    '<enc:EncryptedData><enc:EncryptionMethod Algorithm="{method}"/><enc:CipherData>'
    '<enc:CipherReference URI="OEBPS/{path}"/></enc:CipherData></enc:EncryptedData></encryption>'
)


def test_a_book_locked_by_its_shop_is_refused() -> None:
    lock = SCRAMBLED.format(method="http://www.w3.org/2001/04/xmlenc#aes128-cbc", path="text.xhtml")
    with pytest.raises(SourceError, match="DRM") as caught:
        book(files={"META-INF/encryption.xml": lock})
    assert "without DRM" in caught.value.cure


def test_a_book_with_scrambled_fonts_is_read() -> None:
    lock = SCRAMBLED.format(method="http://www.idpf.org/2008/embedding", path="font.otf")
    assert made.PARAGRAPHS[0] in book(files={"META-INF/encryption.xml": lock}).text


def test_a_book_cut_short_is_refused() -> None:
    data = made.epub()
    for length in (100, len(data) // 2, len(data) - 30):
        with pytest.raises(SourceError, match="damaged"):
            read_bytes(data[:length], "book.epub")


def test_a_book_whose_container_is_broken_is_read_by_the_package_it_holds() -> None:
    assert made.PARAGRAPHS[0] in book(files={"META-INF/container.xml": "<container/>"}).text


def test_a_book_without_its_list_of_parts_is_read_page_by_page() -> None:
    parts = {"part10.xhtml": "<p>ten</p>", "part9.xhtml": "<p>nine</p>"}
    assert texts(book(parts, opf="broken <", files={"OEBPS/book.opf": ""})) == ["nine", "ten"]


def test_a_book_without_parts_is_refused() -> None:
    with pytest.raises(SourceError, match="without its list of parts"):
        book({}, files={"META-INF/container.xml": "<container/>", "OEBPS/book.opf": ""})


def test_a_book_of_pictures_is_said_to_hold_no_text() -> None:
    with pytest.raises(EmptyDocument, match="holds no text"):
        book({"a.xhtml": '<img src="1.jpg"/>'})


def test_a_book_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_PART_BYTES", 1000)
    with pytest.raises(SourceError, match="unpacks to more than"):
        book({"a.xhtml": "<p>" + "a" * 2000 + "</p>"})


def test_entities_that_multiply_are_not_replaced() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
        '<!ENTITY c SYSTEM "file:///etc/passwd">]><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        "<p>one &b;&c;</p></body></html>"
    )
    assert texts(book(files={"OEBPS/text.xhtml": bomb})) == ["one"]


def test_a_damaged_file_in_the_zip_does_not_stop_the_book() -> None:
    parts = {"a.xhtml": "<p>one</p>", "b.xhtml": "<p>two</p>"}
    data = bytearray(made.epub(parts))
    info = zipfile.ZipFile(BytesIO(bytes(data))).getinfo("OEBPS/a.xhtml")
    start = info.header_offset + 30 + len(info.filename)
    data[start : start + 8] = b"\xff" * 8
    assert texts(read_bytes(bytes(data), "book.epub")) == ["two"]


def test_the_shop_that_locked_a_book_is_named() -> None:
    lock = SCRAMBLED.format(method="http://www.w3.org/2001/04/xmlenc#aes256-cbc", path="text.xhtml")
    keepers = {"license.lcpl": "Readium LCP", "rights.xml": "Adobe", "sinf.xml": "Apple"}
    for keeper, name in keepers.items():
        with pytest.raises(SourceError, match=name):
            book(files={"META-INF/encryption.xml": lock, f"META-INF/{keeper}": "<x/>"})


def test_notes_of_older_books_are_told_by_the_links_that_lead_there_and_back() -> None:
    text = (
        '<p>It rained.<sup><a id="r1" href="notes.xhtml#n1">1</a></sup> See <a href="#end">below</a>.</p>'
        '<p id="end">The end. <a href="#r1">Up</a></p>'
    )
    notes = '<h2>Notes</h2><p><a id="n1" href="text.xhtml#r1">1</a> For days.</p><p>No note.</p>'
    document = book({"text.xhtml": text, "notes.xhtml": notes})
    assert [note.removeprefix("1").strip() for note in texts(document, Kind.FOOTNOTE)] == ["For days."]
    assert "No note." in texts(document, Kind.PARAGRAPH)


def test_notes_that_pop_up_are_not_lost_for_being_hidden() -> None:
    note = '<aside epub:type="footnote" id="n" hidden="hidden" style="display:none"><p>For days.</p></aside>'
    mark = '<a epub:type="noteref" href="#n">1</a>'
    assert texts(book({"a.xhtml": f"<p>It rained{mark}.</p>{note}"}), Kind.FOOTNOTE) == ["For days."]


def test_a_number_that_links_to_a_chapter_makes_no_note_of_it() -> None:
    text = '<p>(<a href="#c1">1</a>)</p><div id="c1"><h2>One</h2><p>Text. <a href="#top">Top</a></p></div>'
    assert not texts(book({"a.xhtml": text}), Kind.FOOTNOTE)


def test_covers_licences_and_pages_of_links_are_furniture() -> None:
    links = "".join(f'<p><a href="text.xhtml#{n}">Chapter {n}</a></p>' for n in range(6))
    parts = {
        "cover.xhtml": '<section epub:type="cover"><img alt="Cover"/></section>',
        "rights.xhtml": '<section epub:type="copyright-page"><p>All rights.</p></section>',
        "links.xhtml": links,
        "text.xhtml": '<p>Text with <a href="cover.xhtml">a link</a>.</p>',
    }
    document = book(parts)
    assert texts(document, Kind.PARAGRAPH) == ["Text with a link."]
    assert len(texts(document, Kind.FURNITURE)) == 8


def test_a_book_in_one_part_is_read_though_its_contents_stand_in_it() -> None:
    parts = {"all.xhtml": "<p>Contents</p>" + "<p>It rained for a long time.</p>" * 300}
    guide = '<guide><reference type="toc" href="all.xhtml"/></guide></package>'
    document = book(parts, opf=made.package(parts).replace("</package>", guide))
    assert not texts(document, Kind.FURNITURE)


def test_the_title_page_names_title_and_author_and_translators_are_no_authors() -> None:
    parts = {"a.xhtml": "<h1>High Water</h1><p>A. Writer</p><h1>One</h1><p>Text.</p>"}
    other = '<dc:creator id="t">T. Ranslator</dc:creator><meta refines="#t" property="role">trl</meta>'
    opf = made.package(parts).replace("<dc:language>", f"{other}<dc:language>")
    document = book(parts, opf=opf)
    assert document.author == "A. Writer"
    assert [b.kind for b in document.blocks] == [Kind.TITLE, Kind.AUTHOR, Kind.HEADING, Kind.PARAGRAPH]


def test_paths_that_differ_in_case_are_found() -> None:
    parts = {"Text.xhtml": "<p>one</p>"}
    assert texts(book(parts, opf=made.package({"text.XHTML": ""}))) == ["one"]


def test_the_licence_around_a_free_book_is_furniture() -> None:
    body = (
        "<p>You may use this.</p><p>*** START OF THE PROJECT GUTENBERG EBOOK HIGH WATER ***</p>"
        "<p>It rained.</p><p>*** END OF THE PROJECT GUTENBERG EBOOK HIGH WATER ***</p>"
        "<p>The full licence.</p>"
    )
    assert texts(book({"a.xhtml": body}), Kind.PARAGRAPH) == ["It rained."]
