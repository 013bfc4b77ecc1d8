"""A document that another process reads is the same document, and so are the reasons why there is none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pymupdf
import pytest

from yapit.core.apart import read_growing_apart
from yapit.core.document import Document
from yapit.core.errors import LockedDocument, SourceError
from yapit.core.parse import Source, read_growing

LINES = [f"Sentence number {number} stands on a line of its own." for number in range(40)]


def pdf_of(pages: int, password: str = "") -> Source:
    with pymupdf.open() as file:
        for number in range(pages):
            lines = [f"Page {number} begins here.", *LINES]
            file.new_page().insert_text((72, 72), lines, fontsize=10)
        locked = {"encryption": pymupdf.PDF_ENCRYPT_AES_256, "user_pw": password} if password else {}
        return Source(file.tobytes(**locked), "pages.pdf", origin="/home/a/pages.pdf")


def readers(parent: int) -> set[int]:
    """Processes that read for that one."""
    listed = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,args="], capture_output=True, text=True, check=True
    )
    rows = [line.split(maxsplit=2) for line in listed.stdout.splitlines() if "yapit.core.apart" in line]
    return {int(pid) for pid, above, _ in rows if int(above) == parent}


def test_it_grows_to_the_same_document_as_here() -> None:
    source = pdf_of(120)
    there, here = list(read_growing_apart(source)), list(read_growing(source))
    assert there == here
    assert len(there) > 1


def test_progress_is_told_while_it_is_read() -> None:
    told: list[tuple[int, int | None]] = []
    for _ in read_growing_apart(pdf_of(50), on_progress=lambda done, total: told.append((done, total))):
        pass
    assert told == [(page, 50) for page in range(50)]


def test_a_password_is_asked_for_and_opens_it() -> None:
    source = pdf_of(1, "open sesame")
    with pytest.raises(LockedDocument) as refused:
        next(read_growing_apart(source))
    assert refused.value.cure
    assert "Page 0" in next(read_growing_apart(source, password="open sesame")).text


def test_a_damaged_file_is_told_with_its_cure() -> None:
    with pytest.raises(SourceError) as refused:
        list(read_growing_apart(Source(b"%PDF-1.7 and nothing more", "a.pdf")))
    assert "a.pdf is a damaged PDF" in str(refused.value)
    assert refused.value.cure


def test_a_reader_that_dies_is_told_and_what_was_read_stays() -> None:
    documents = read_growing_apart(pdf_of(300))
    (process,) = readers(os.getpid())
    first = next(documents)
    os.kill(process, signal.SIGKILL)
    with pytest.raises(SourceError, match=r"pages\.pdf broke off"):
        list(documents)
    assert first.text.startswith("Page 0")


def test_it_ends_when_nobody_waits_for_it() -> None:
    documents = read_growing_apart(pdf_of(300))
    assert isinstance(next(documents), Document)
    assert readers(os.getpid())
    documents.close()  # type: ignore[attr-defined]  # it is a generator
    assert not readers(os.getpid())


def test_it_ends_though_nobody_ever_asked_for_a_document() -> None:
    documents = read_growing_apart(pdf_of(300))
    assert readers(os.getpid())
    del documents
    assert not readers(os.getpid())


def test_it_does_not_outlive_the_program(tmp_path: Path) -> None:
    (tmp_path / "pages.pdf").write_bytes(pdf_of(600).data)
    program = (
        "import sys\nfrom yapit.core.apart import read_growing_apart\nfrom yapit.core.parse import load\n"
        "documents = read_growing_apart(load(sys.argv[1]))\nnext(documents)\n"
        "print('begun', flush=True)\nsys.stdin.read()"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "pages.pdf")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"begun\n"
        (reader,) = readers(run.pid)
        run.kill()
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if subprocess.run(["ps", "-p", str(reader)], capture_output=True).returncode:
            return
        time.sleep(0.05)
    pytest.fail("it is still there")
