"""What took long to parse is there at once the next time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from yapit.core import kept
from yapit.core.cache import FileCache
from yapit.core.document import Document
from yapit.core.errors import SourceError
from yapit.core.kept import document_key, read_growing_or_kept
from yapit.core.parse import Source

TEXT = "\n\n".join(f"Paragraph number {number}. It goes on." for number in range(8_000)).encode()
SOURCE = Source(TEXT, "long.txt", origin="/home/a/long.txt")


@pytest.fixture(autouse=True)
def _everything_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_WORTH", 0.0)


@pytest.fixture
def cache(tmp_path: Path) -> FileCache:
    return FileCache(tmp_path)


def read(source: Source, cache: FileCache, password: str = "") -> list[Document]:
    return list(read_growing_or_kept(source, cache, password=password))


def test_the_second_time_it_is_whole_at_once(cache: FileCache) -> None:
    first, again = read(SOURCE, cache), read(SOURCE, cache)
    assert len(first) > 1
    beginning, whole = again
    assert whole == first[-1]
    assert len(beginning.blocks) < 300
    assert whole.text.startswith(beginning.text)
    assert whole.blocks[: len(beginning.blocks)] == beginning.blocks


def test_a_file_elsewhere_with_the_same_words_is_named_as_it_is(cache: FileCache) -> None:
    read(SOURCE, cache)
    moved = Source(TEXT, "long.txt", origin="/home/b/long.txt")
    assert {document.source for document in read(moved, cache)} == {"/home/b/long.txt"}


def test_other_words_and_other_names_are_read_anew(cache: FileCache) -> None:
    read(SOURCE, cache)
    assert cache.get(document_key(Source(TEXT, "other.txt"))) is None
    assert read(Source(TEXT + b" More.", "long.txt"), cache)[-1].text.endswith("More.")


def test_parsers_that_were_changed_read_it_anew(
    cache: FileCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "parsers").mkdir()
    module = tmp_path / "parsers" / "plain.py"
    module.write_text("NAME = 'plain'")
    monkeypatch.setattr(kept, "_PARSERS", tmp_path / "parsers")
    read(SOURCE, cache)
    assert cache.get(document_key(SOURCE)) is not None
    module.write_text("NAME = 'plainer'")
    assert cache.get(document_key(SOURCE)) is None


@pytest.mark.parametrize(("source", "asked"), [(SOURCE, "secret"), (replace(SOURCE, password="secret"), "")])
def test_what_a_password_opened_is_not_kept(cache: FileCache, source: Source, asked: str) -> None:
    read(source, cache, password=asked)
    assert cache.get(document_key(SOURCE)) is None


def test_a_short_text_is_not_kept(cache: FileCache, tmp_path: Path) -> None:
    read(Source(b"One. Two.", "short.txt"), cache)
    assert list(tmp_path.iterdir()) == []


def test_what_was_left_in_the_middle_is_not_kept(cache: FileCache) -> None:
    documents: Iterator[Document] = read_growing_or_kept(SOURCE, cache)
    next(documents)
    del documents
    assert cache.get(document_key(SOURCE)) is None


def test_a_damaged_one_is_read_anew(cache: FileCache) -> None:
    first = read(SOURCE, cache)
    cache.put(document_key(SOURCE), b"damaged")
    assert read(SOURCE, cache)[-1] == first[-1]
    assert cache.get(document_key(SOURCE)) not in (None, b"damaged")


def test_a_cache_that_cannot_be_written_to_hinders_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert read(SOURCE, FileCache(tmp_path / "file"))[-1].text == TEXT.decode()


def test_what_cannot_be_read_is_told(cache: FileCache) -> None:
    with pytest.raises(SourceError):
        read(Source(b"\0\1\2" * 100_000, "a.bin"), cache)
