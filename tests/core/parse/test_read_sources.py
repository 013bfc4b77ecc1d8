"""Opening what the user names: by path, by pipe, by address; and saying what is wrong with it."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.parse import documents_made as made
from yapit.core.document import BlockKind
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse import read, read_bytes


def refusal(source: str | Path) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read(source)
    error = caught.value
    assert error.cure, "every error says what to do"
    assert "\n" not in str(error) + error.cure
    return error


def refusal_of(data: bytes, name: str = "", content_type: str = "") -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_bytes(data, name, content_type)
    assert caught.value.cure
    return caught.value


def test_a_file_is_read_and_its_path_kept(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Good morning.\n", encoding="utf-8")
    document = read(path)
    assert document.text == "Good morning.\n"
    assert document.source == str(path)
    assert document.title == "note"
    assert document.language == "en"


def test_a_missing_file_names_the_ones_that_were_meant(tmp_path: Path) -> None:
    (tmp_path / "chapter-one.txt").write_text("x")
    error = refusal(tmp_path / "chapter-on.txt")
    assert "there is no file" in str(error)
    assert "chapter-one.txt" in error.cure


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "no folder" in refusal(tmp_path / "nowhere" / "a.txt").cure


def test_a_folder_is_refused_with_a_file_in_it_to_try(tmp_path: Path) -> None:
    (tmp_path / "a.epub").write_bytes(b"x")
    error = refusal(tmp_path)
    assert "is a folder" in str(error)
    assert "a.epub" in error.cure


@pytest.fixture
def nobody() -> Iterator[None]:
    """Whoever runs the tests may not read everything: the superuser is nobody for a while."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.mark.usefixtures("nobody")
def test_a_file_without_permission_is_refused() -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "secret.txt"
        path.write_text("x")
        path.chmod(0)
        assert "chmod" in refusal(path).cure


def test_a_device_is_refused() -> None:
    assert "device" in str(refusal("/dev/zero"))


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_an_impossible_name_is_refused(name: str) -> None:
    assert str(refusal(name)).startswith("cannot read")


def test_an_empty_file_is_said_to_be_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.pdf"
    path.touch()
    with pytest.raises(EmptyDocument, match="is empty"):
        read(path)


def test_a_short_text_may_hold_a_stray_control_character() -> None:
    assert "Dinner" in read_bytes(b"Dinner is ready.\x07\n").text


@pytest.mark.parametrize("text", ["\n\n  \n", "* * *\n", "…"])
def test_a_text_without_words_is_said_to_hold_none(text: str) -> None:
    with pytest.raises(EmptyDocument, match="holds no text"):
        read_bytes(text.encode(), "blank.txt")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("paper.txt", made.pdf_of_text()),
        ("book.zip", made.epub()),
        ("page.txt", made.html()),
        ("", made.html()),
    ],
)
def test_the_content_decides_what_a_file_is_not_its_name(name: str, data: bytes) -> None:
    assert made.PARAGRAPHS[0] in read_bytes(data, name).text


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "A.MD"])
def test_markdown_is_known_by_its_name(name: str) -> None:
    assert read_bytes(b"Some *stressed* words", name).text == "Some stressed words"


def test_markdown_from_a_pipe_is_known_by_its_signs() -> None:
    text = read_bytes(b"# Title\n\nSee [this](http://x.org/y) and **that**.\n").text
    assert text == "Title\n\nSee this and that."


def test_a_text_from_a_pipe_with_a_hash_is_no_markdown() -> None:
    text = "# of people\n\nIt was 12, * more or less *.\n"
    assert read_bytes(text.encode()).text == text


def test_the_server_may_say_what_it_sends() -> None:
    assert read_bytes(b"<p>one</p><p>two</p>", "", "text/html; charset=utf-8").text == "one\n\ntwo"
    assert read_bytes(b"some *words*", "readme", "text/markdown").text == "some words"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\xd0\xcf\x11\xe0" + bytes(50), "Office"),
        (bytes(range(256)), "no format that Yapit knows"),
        (b"text with a \0 in it", "no format that Yapit knows"),
    ],
)
def test_what_is_no_document_is_called_by_its_name(data: bytes, what: str) -> None:
    error = refusal_of(data, "thing.bin")
    assert what in str(error)
    assert "PDF, pictures of pages, EPUB" in error.cure


def test_a_sheet_of_numbers_is_refused_with_the_command_that_converts_it() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    error = refusal_of(stream.getvalue(), "costs.xlsx")
    assert "Excel sheet" in str(error)
    assert "soffice --convert-to pdf 'costs.xlsx'" in error.cure


def test_an_office_file_with_a_password_is_said_to_be_locked() -> None:
    data = b"\xd0\xcf\x11\xe0" + bytes(50) + "EncryptedPackage".encode("utf-16-le")
    assert "locked with a password" in str(refusal_of(data, "letter.docx"))


def test_a_file_that_only_claims_to_be_a_pdf_is_refused() -> None:
    assert "is no PDF" in str(refusal_of(b"\0\1\2 not a pdf", "paper.pdf"))
    assert "is no EPUB" in str(refusal_of(b"just words", "book.epub"))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Grüße".encode(), "Grüße"),
        ("Grüße".encode("utf-8-sig"), "Grüße"),
        ("Grüße".encode("utf-16"), "Grüße"),
        ("Grüße".encode("utf-32"), "Grüße"),
        ("Grüße – “so”".encode("cp1252"), "Grüße – “so”"),
    ],
)
def test_letters_survive_whatever_encoding_they_came_in(data: bytes, text: str) -> None:
    assert read_bytes(data).text == text


def test_a_text_cut_in_mid_letter_is_still_read_as_utf_8() -> None:
    text = "Ein Fluß, größer als üblich, überschwemmte Äcker, Höfe und Gärten."
    found = read_bytes((text + "ä").encode()[:-1]).text
    assert found == text + "\ufffd"


RIVER = {
    "cp1252": "L’été dernier, nous étions près de la forêt. Où êtes-vous allés ? C’était déjà très tôt.",
    "cp1250": "Wczoraj poszedłem nad rzekę, żeby zobaczyć łódź, ale jej już nie było. Źle się stało.",
    "iso8859_2": "Wczoraj poszedłem nad rzekę, żeby zobaczyć łódź, ale jej już nie było. Źle się stało.",
    "cp1254": "Dün akşam nehre gittik. Su çoktan yükselmişti. Ne zaman çekileceğini kimse bilmiyordu.",
    "cp1251": "Вчера вечером мы пошли к реке, где вода была уже высокой. Никто не знал, когда она спадёт.",
    "koi8_r": "Вчера вечером мы пошли к реке, где вода была уже высокой. Никто не знал, когда она спадёт.",
    "cp1253": "Χθες το βράδυ πήγαμε στο ποτάμι. Το νερό ήταν ήδη ψηλά. Κανείς δεν ήξερε πότε θα πέσει.",
    "shift_jis": "昨日の夜、私たちは川へ行きました。水はもう高かった。いつ引くのか、誰も知らなかった。",
    "euc_jp": "昨日の夜、私たちは川へ行きました。水はもう高かった。いつ引くのか、誰も知らなかった。",
    "iso2022_jp": "昨日の夜、私たちは川へ行きました。水はもう高かった。いつ引くのか、誰も知らなかった。",
    "gb18030": "昨天晚上我们去了河边。水已经很高了。没有人知道它什么时候会退。孩子们在读书。",
    "big5": "昨天晚上我們去了河邊。水已經很高了。沒有人知道它什麼時候會退。孩子們在讀書。",
    "euc_kr": "어제 저녁에 우리는 강으로 갔다. 물은 이미 높았다. 언제 빠질지 아무도 몰랐다.",
    "utf-16-le": "昨日の夜、私たちは川へ行きました。\n水はもう高かった。",
    "utf-16-be": "Вчера вечером мы пошли к реке, где вода была уже высокой.",
}


@pytest.mark.parametrize("encoding", RIVER)
def test_old_files_are_read_in_the_encoding_that_makes_words_of_them(encoding: str) -> None:
    assert read_bytes(RIVER[encoding].encode(encoding), "old.txt").text == RIVER[encoding]


def test_an_encoding_that_nobody_knows_is_refused() -> None:
    assert "iconv" in refusal_of(b"\x81\xfe\x8d\xff\x90 \x9d\x81\x8f" * 9, "old.txt").cure


def test_standard_input_may_be_anything(tmp_path: Path) -> None:
    program = "from yapit.core.parse import read; print(read('-').blocks[0].kind)"
    for data in (made.html(), made.epub(), made.pdf_of_text()):
        done = subprocess.run([sys.executable, "-c", program], input=data, capture_output=True, check=True)
        assert done.stdout.decode().strip() in (BlockKind.HEADING, BlockKind.TITLE)


def test_an_empty_pipe_is_said_to_be_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(EmptyDocument, match="nothing came through the pipe"):
        read("-")


def test_an_address_that_is_no_web_address_is_refused() -> None:
    assert "http://" in refusal("ftp://example.org/a.txt").cure


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "three.pdf"
    maker = made.PdfMaker()
    for number in range(3):
        maker.page().line(50, 100, f"Page the {number}th")
    path.write_bytes(maker.bytes())
    seen: list[tuple[int, int | None]] = []
    read(path, on_progress=lambda done, total: seen.append((done, total)))
    assert seen == [(0, 3), (1, 3), (2, 3)]


def test_reading_plain_text_loads_no_parser_of_other_formats() -> None:
    program = (
        "import sys; from yapit.core.parse import read_bytes; read_bytes(b'Hello there.');"
        "print([m for m in ('pymupdf', 'lxml', 'trafilatura', 'markdown_it', 'httpx') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
