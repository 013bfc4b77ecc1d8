"""One text comes out of every book and office format alike; hostile files end in a plain word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.parse import documents_made as made
from tests.core.parse import office_made as office
from yapit.core.document import PAGE_FURNITURE, Block, BlockKind, Document, MarkKind
from yapit.core.errors import SourceError, YapitError
from yapit.core.parse import archive, read_bytes

Kind = BlockKind

HEADING = "The High Water"
FIRST = "The river was high that spring, and nobody crossed it for a week."
SECOND = "On the eighth day a boat came down with two people in it."
ITEMS = ("bread and salt", "a lamp with a cracked glass")
ROWS = (("Day", "Depth"), ("Monday", "four feet"))
NOTE = "The highest since the bridge was built."

EXPECTED = [
    (Kind.HEADING, 1, HEADING),
    (Kind.PARAGRAPH, 0, FIRST),
    (Kind.LIST_ITEM, 1, ITEMS[0]),
    (Kind.LIST_ITEM, 1, ITEMS[1]),
    (Kind.TABLE, 1, "Day\tDepth\nMonday\tfour feet"),
    (Kind.PARAGRAPH, 0, SECOND),
    (Kind.FOOTNOTE, 0, NOTE),
]


def html_body() -> str:
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    head = "".join(f"<th>{cell}</th>" for cell in ROWS[0])
    row = "".join(f"<td>{cell}</td>" for cell in ROWS[1])
    mark = '<sup><a epub:type="noteref" href="#n1">1</a></sup>'
    return (
        f"<h1>{HEADING}</h1><p>{FIRST}</p><ul>{items}</ul><table><tr>{head}</tr><tr>{row}</tr></table>"
        f'<p>{SECOND}{mark}</p><aside epub:type="footnote" id="n1"><p>{NOTE}</p></aside>'
    )


def in_epub() -> bytes:
    return made.epub({"text.xhtml": html_body()})


def in_docx() -> bytes:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    note = f'<w:footnote w:id="1">{office.w_p(NOTE)}</w:footnote>'
    items = "".join(map(office.w_item, ITEMS))
    body = f"{office.w_p(HEADING, 'heading1')}{office.w_p(FIRST)}{items}{office.w_table(*ROWS, heads=1)}"
    return office.docx(body + office.w_p(office.w_r(SECOND) + mark), {"footnotes": note})


def in_odt() -> bytes:
    items = "".join(f"<text:list-item><text:p>{item}</text:p></text:list-item>" for item in ITEMS)
    rows = [
        "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in r) for r in ROWS
    ]
    head, row = (f"<table:table-row>{cells}</table:table-row>" for cells in rows)
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>{NOTE}</text:p></text:note-body></text:note>"
    )
    return office.odt(
        f'<text:h text:outline-level="1">{HEADING}</text:h><text:p>{FIRST}</text:p>'
        f"<text:list>{items}</text:list>"
        f"<table:table><table:table-header-rows>{head}</table:table-header-rows>{row}</table:table>"
        f"<text:p>{SECOND}{note}</text:p>"
    )


def in_rtf() -> bytes:
    items = "".join(rf"\pard{{\listtext\bullet\tab}}\ls1 {item}\par" for item in ITEMS)
    rows = [
        rf"\trowd{head} {cells}\row"
        for head, cells in zip((r"\trhdr", ""), map(_rtf_cells, ROWS), strict=True)
    ]
    return office.rtf(
        rf"\pard\s1 {HEADING}\par\pard {FIRST}\par{items}{''.join(rows)}"
        rf"\pard {SECOND}{{\super\chftn}}{{\footnote\pard{{\super\chftn}} {NOTE}}}\par"
    )


def _rtf_cells(row: tuple[str, ...]) -> str:
    return "".join(rf"\pard\intbl {cell}\cell" for cell in row)


def in_fb2() -> bytes:
    items = "".join(f"<p>{item}</p>" for item in ITEMS)
    head = "".join(f"<th>{cell}</th>" for cell in ROWS[0])
    row = "".join(f"<td>{cell}</td>" for cell in ROWS[1])
    return office.fb2(
        f"<section><title><p>{HEADING}</p></title><p>{FIRST}</p>{items}<table><tr>{head}</tr><tr>{row}</tr></table>"
        f'<p>{SECOND}<a type="note" l:href="#n1">1</a></p></section>',
        notes=f'<section id="n1"><title><p>1</p></title><p>{NOTE}</p></section>',
    )


def in_fb2_zip() -> bytes:
    return office.zipped({"book.fb2": in_fb2()})


def in_pptx() -> bytes:
    items = "".join(office.a_p(item, '<a:buChar char="•"/>') for item in ITEMS)
    shapes = (
        office.sp(office.a_p(SECOND), top=3_000_000)
        + office.a_table(*ROWS, top=2_000_000)
        + office.sp(office.a_p(FIRST) + items, top=1_000_000)
        + office.sp(office.a_p(HEADING), "title")
    )
    return office.pptx([shapes], notes=office.a_p(NOTE))


def in_azw3() -> bytes:
    body = html_body().replace("epub:type", "type")
    return office.mobi(f'<?xml version="1.0"?><html><body></body></html>{body}')


@dataclass(frozen=True, slots=True)
class Format:
    make: Callable[[], bytes]
    name: str


FORMATS = [
    Format(in_epub, "a.epub"),
    Format(in_docx, "a.docx"),
    Format(in_odt, "a.odt"),
    Format(in_rtf, "a.rtf"),
    Format(in_fb2, "a.fb2"),
    Format(in_fb2_zip, "a.fb2.zip"),
    Format(in_pptx, "a.pptx"),
    Format(in_azw3, "a.azw3"),
]
every_format = pytest.mark.parametrize("kept", FORMATS, ids=lambda kept: kept.name)


def heard(document: Document, block: Block) -> str:
    """The text of a block without the marks of notes."""
    at, pieces = block.span.start, []
    for mark in document.marks:
        if mark.kind is MarkKind.NOTE and block.span.start <= mark.span.start < block.span.end:
            pieces.append(document.text[at : mark.span.start])
            at = mark.span.end
    return "".join([*pieces, document.text[at : block.span.end]]).strip()


def outcome(data: bytes, name: str) -> Document | str:
    """What was read, or the cure where it was refused; nothing else may happen."""
    try:
        return read_bytes(data, name)
    except YapitError as error:
        return error.cure


@every_format
def test_one_text_comes_out_of_every_format_as_the_same_blocks(kept: Format) -> None:
    document = read_bytes(kept.make(), "thing")
    found = [(b.kind, b.level, heard(document, b)) for b in document.blocks]
    expected = EXPECTED
    if "fb2" in kept.name:  # it knows no lists
        expected = [(Kind.PARAGRAPH, 0, text) if kind is Kind.LIST_ITEM else (kind, level, text)
                    for kind, level, text in EXPECTED]  # fmt: skip
    assert found == expected
    assert [chapter.title for chapter in document.chapters] == [HEADING]


@pytest.mark.parametrize(
    "kept", [k for k in FORMATS if k.name not in ("a.docx", "a.pptx")], ids=lambda k: k.name
)
def test_title_author_and_language_are_told(kept: Format) -> None:
    document = read_bytes(kept.make(), kept.name)
    assert (document.title, document.author) == ("High Water", "A. Writer")
    assert document.language in ("en", "en-GB")


@every_format
def test_a_file_cut_short_is_read_as_far_as_it_goes_or_refused(kept: Format) -> None:
    data = kept.make()
    for tenths in range(1, 10):
        assert outcome(data[: len(data) * tenths // 10], kept.name)


@every_format
@settings(max_examples=25, deadline=None)
@given(at=st.floats(0, 1), junk=st.binary(min_size=1, max_size=30))
def test_a_damaged_file_is_read_or_refused(kept: Format, at: float, junk: bytes) -> None:
    data = bytearray(kept.make())
    place = int(at * (len(data) - 1))
    data[place : place + len(junk)] = junk
    assert outcome(bytes(data), kept.name)


BOMB = "word " * 400_000
ZIP_BOMBS = {
    "epub": lambda: made.epub({"text.xhtml": f"<p>{BOMB}</p>"}),
    "docx": lambda: office.docx(office.w_p(BOMB)),
    "odt": lambda: office.odt(f"<text:p>{BOMB}</text:p>"),
    "pptx": lambda: office.pptx([office.sp(office.a_p(BOMB))]),
}


@pytest.mark.parametrize("name", ZIP_BOMBS)
def test_a_file_that_unpacks_without_end_is_refused(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_PART_BYTES", 100_000)
    data = ZIP_BOMBS[name]()
    assert len(data) < 50_000
    with pytest.raises(SourceError, match="unpacks to more than"):
        read_bytes(data, f"a.{name}")


def test_a_zip_of_more_files_than_a_document_has_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_FILES", 3)
    with pytest.raises(SourceError, match="no Word document"):
        read_bytes(in_docx(), "a.docx")


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">'
    '<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
)


def with_entities(data: bytes, part: str) -> bytes:
    """The same file with entities in a part that multiply, and one that reads another file."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        files = {name: opened.read(name) for name in opened.namelist()}
    text = files[part].decode()
    root = text.partition("?>")[2] if text.startswith("<?xml") else text
    files[part] = f"{ENTITIES}{root.replace(FIRST, f'{FIRST} &d;&f;')}".encode()
    return office.zipped(files)


PARTS = [
    ("a.docx", in_docx, "word/document.xml"),
    ("a.odt", in_odt, "content.xml"),
    ("a.pptx", in_pptx, "ppt/slides/slide0.xml"),
    ("a.epub", in_epub, "OEBPS/text.xhtml"),
    ("a.fb2.zip", in_fb2_zip, "book.fb2"),
]


@pytest.mark.parametrize(("name", "make", "part"), PARTS, ids=[name for name, _, _ in PARTS])
def test_entities_that_multiply_or_read_files_are_not_replaced(
    name: str, make: Callable[[], bytes], part: str
) -> None:
    found = outcome(with_entities(make(), part), name)
    assert found
    text = found.text if isinstance(found, Document) else ""
    assert "haha" not in text
    assert "root:" not in text


DEEP = 50_000
NESTED = {
    "a.docx": lambda: office.docx("<w:sdt><w:sdtContent>" * DEEP + office.w_p(FIRST)),
    "spans.docx": lambda: office.docx("<w:p>" + "<w:hyperlink>" * DEEP + office.w_r(FIRST)),
    "formula.docx": lambda: office.docx("<w:p><m:oMath>" + "<m:f><m:num>" * DEEP + "<m:r><m:t>x</m:t></m:r>"),
    "tables.docx": lambda: office.docx("<w:tbl><w:tr><w:tc>" * DEEP + office.w_p(FIRST)),
    "a.odt": lambda: office.odt("<text:list><text:list-item>" * DEEP + f"<text:p>{FIRST}</text:p>"),
    "spans.odt": lambda: office.odt("<text:p>" + "<text:span>" * DEEP + FIRST),
    "a.fb2": lambda: office.fb2("<section>" * DEEP + f"<p>{FIRST}</p>"),
    "spans.fb2": lambda: office.fb2("<section><p>" + "<strong>" * DEEP + FIRST),
    "a.pptx": lambda: office.pptx(["<p:grpSp>" * DEEP + office.sp(office.a_p(FIRST))]),
    "a.rtf": lambda: office.rtf("{" * DEEP + FIRST),
    "notes.rtf": lambda: office.rtf(r"{\footnote " * DEEP + FIRST),
    "a.epub": lambda: made.epub({"text.xhtml": "<div>" * DEEP + FIRST}),
    "a.mobi": lambda: office.mobi("<div>" * DEEP + FIRST, version=6),
}


@pytest.mark.parametrize("name", NESTED)
def test_what_is_nested_without_end_is_read_or_refused(name: str) -> None:
    data = NESTED[name]()
    assert _below(150, lambda: outcome(data, name))


def _below(frames: int, act: Callable[[], Document | str]) -> Document | str:
    """As deep in calls as a program with a user interface is when it opens a file."""
    return act() if not frames else _below(frames - 1, act)


def test_no_block_of_a_book_is_lost_to_furniture() -> None:
    for kept in FORMATS:
        assert not any(block.kind in PAGE_FURNITURE for block in read_bytes(kept.make(), kept.name).blocks)
