"""Kindle books: both compressions, both forms, their notes and outline; locked ones refused."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.parse import office_made as office
from yapit.core.document import BlockKind, Document
from yapit.core.errors import SourceError
from yapit.core.parse import read_bytes
from yapit.core.parse.mobi import text as mobi_text
from yapit.core.parse.mobi.compression import BrokenText, Huffman, unpack_lz77
from yapit.core.parse.mobi.text import without_trailers

Kind = BlockKind


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    return [(b.kind, b.span.of(document.text)) for b in document.blocks]


@pytest.mark.parametrize(
    ("packed", "plain"),
    [
        (b"plain", b"plain"),
        (b"\x03\xe2\x82\xac!", "€!".encode()),
        (b"a\xf4o", b"a to"),
        (b"abc\x80\x18", b"abcabc"),
        (b"a\x80\x0c", b"aaaaaaaa"),
        (b"\x80\x18x", b"x"),
    ],
)
def test_the_usual_compression_is_undone(packed: bytes, plain: bytes) -> None:
    assert unpack_lz77(packed) == plain


@given(st.binary(max_size=300))
def test_any_bytes_unpack_to_something_bounded(data: bytes) -> None:
    assert len(unpack_lz77(data)) <= 10 * len(data) + 10


def huffman(phrases: list[bytes]) -> tuple[bytes, bytes]:
    """Tables in which the code of every phrase has eight bits; the last phrases have the lowest codes."""
    codes = b"".join(struct.pack(">L", 255 << 8 | 0x80 | 8) for _ in range(256))
    table = b"HUFF" + struct.pack(">LLL", 24, 24, 24 + len(codes)) + bytes(8) + codes + bytes(256)
    places, pieces = b"", b""
    for phrase in phrases:
        places += struct.pack(">H", 2 * len(phrases) + len(pieces))
        pieces += struct.pack(">H", 0x8000 | len(phrase)) + phrase
    head = b"CDIC" + struct.pack(">LLL", 16, len(phrases), 8)
    return table, head + places + pieces


def test_the_dictionary_compression_is_undone() -> None:
    packed = Huffman(*_one(huffman([b"the ", b"river "])))
    assert packed.unpack(bytes([255, 254, 255])) == b"the river the "


def _one(tables: tuple[bytes, bytes]) -> tuple[bytes, list[bytes]]:
    return tables[0], [tables[1]]


def test_a_dictionary_cut_short_is_no_dictionary() -> None:
    with pytest.raises(BrokenText):
        Huffman(b"HUFF", [])


def test_what_follows_the_text_of_a_record_is_cut_off() -> None:
    assert without_trailers(b"text" + b"xx\x83", 0b10) == b"text"
    assert without_trailers(b"text\xe2\x82\x01", 0b01) == b"text\xe2"


def test_a_book_in_several_records_is_joined() -> None:
    document = read_bytes(office.mobi("", compression=2, records=[b"<p>The ri", b"ver rose.</p>"]))
    assert kinds(document) == [(Kind.PARAGRAPH, "The river rose.")]
    assert (document.title, document.author) == ("High Water", "A. Writer")


def test_older_books_have_the_outline_that_their_contents_tell() -> None:
    page = "<p><b>First</b></p><p>One<sup><a filepos={note}>1</a></sup>.</p><p><b>Second</b></p><p>Two.</p>"
    notes = "<p><a filepos=0000000000>1</a> A note.</p><mbp:pagebreak/>"
    contents = (
        "<p>Contents</p><ul><li><a filepos={first}>First</a></li><li><a filepos={second}>Second</a></li></ul>"
    )
    guide = "<guide><reference type='toc' filepos={toc}/></guide>"
    text = f"<html><head>{guide}</head><body>{page}{notes}{contents}</body>"
    markup = text.format(note="0" * 10, first="0" * 10, second="0" * 10, toc="0" * 10)
    places = {
        "note": markup.index("<p><a filepos"),
        "first": markup.index("<p><b>First"),
        "second": markup.index("<p><b>Second"),
        "toc": markup.index("<p>Contents"),
    }
    document = read_bytes(office.mobi(text.format(**{k: f"{v:010}" for k, v in places.items()}), version=6))
    assert [(chapter.title, chapter.level) for chapter in document.chapters] == [("First", 1), ("Second", 1)]
    assert [b.kind for b in document.blocks if b.kind is Kind.HEADING] == [Kind.HEADING] * 2
    assert [b.kind for b in document.blocks if b.kind is Kind.FOOTNOTE] == [Kind.FOOTNOTE]
    assert {text for kind, text in kinds(document) if kind is Kind.FURNITURE} == {
        "Contents",
        "First",
        "Second",
    }


def test_the_contents_of_a_newer_book_are_furniture_and_its_notes_notes() -> None:
    links = "".join(
        f'<p><a href="kindle:pos:fid:{n:04}:off:0000000000">Chapter {n}</a></p>' for n in range(6)
    )
    page = '<?xml version="1.0"?><html><body></body></html>'
    note = '<aside type="footnote"><p>A note.</p></aside>'
    document = read_bytes(office.mobi(f"{page}<h1>One</h1><p>Text.</p>{note}{page}{links}"))
    assert kinds(document)[:3] == [
        (Kind.HEADING, "One"),
        (Kind.PARAGRAPH, "Text."),
        (Kind.FOOTNOTE, "A note."),
    ]
    assert {kind for kind, _ in kinds(document)[3:]} == {Kind.FURNITURE}


def test_a_locked_book_is_refused() -> None:
    with pytest.raises(SourceError, match="DRM") as caught:
        read_bytes(office.mobi("<p>x</p>", encryption=2), "book.azw3")
    assert "without DRM" in caught.value.cure
    with pytest.raises(SourceError, match="locked by its shop"):
        read_bytes(b"\xeaDRMION\xee" + bytes(90), "book.kfx")


def test_a_book_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mobi_text, "MAX_BOOK_BYTES", 1000)
    with pytest.raises(SourceError, match="unpacks to more than"):
        read_bytes(office.mobi("word " * 1000), "book.mobi")


def test_an_unknown_compression_is_named() -> None:
    with pytest.raises(SourceError, match="compressed in an unknown way"):
        read_bytes(office.mobi("x", compression=9), "book.mobi")
