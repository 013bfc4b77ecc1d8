"""Several readers on one library, and a reader that is killed, do no harm."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.library.texts import story
from yapit.core.errors import LibraryError
from yapit.core.library import find, id_of, open_library

READER = """
import sys
from pathlib import Path
from tests.core.library.texts import story
from yapit.core.library import anchor, id_of, open_library

text = story(source="/books/keeper.txt")
path, first, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
with open_library(path) as library:
    key = library.documents.remember(text, id_of(b"keeper")).id
    print("open", flush=True)
    for place in range(first, last):
        library.places.keep(key, anchor(text, place), share=0.5)
        library.listening.add(key, 1.0)
        library.notes.bookmark(key, text, place)
        print(place, flush=True)
"""


def reader(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", READER, str(path), str(first), str(last)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


def test_a_reader_that_is_killed_loses_nothing_that_it_kept(file: Path) -> None:
    running = reader(file, 0, 10**6)
    assert running.stdout is not None
    for line in running.stdout:
        if line == "120\n":
            break
    running.send_signal(signal.SIGKILL)
    last = [120, *(int(line) for line in running.stdout if line.endswith("\n"))][-1]
    running.wait()
    running.stdout.close()
    text = story(source="/books/keeper.txt")
    with open_library(file) as library:
        assert library.notice == ""
        key = library.documents.remember(text, id_of(b"keeper")).id
        kept = library.places.of(key)
        assert kept is not None
        found = find(text, kept.anchor)
        assert found is not None
        assert last <= found <= last + 1  # the one after may have been kept and not yet told
        assert len(library.notes.of(key)) >= last + 1


def test_two_readers_that_write_at_once_both_keep_all_of_it(file: Path) -> None:
    running = [reader(file, 0, 150), reader(file, 200, 350)]
    for each in running:
        said, _ = each.communicate(timeout=60)
        assert each.returncode == 0
        assert len(said.splitlines()) == 151
    text = story(source="/books/keeper.txt")
    with open_library(file) as library:
        [entry] = library.documents.entries()
        assert entry.listened == 300.0
        assert {note.start.offset for note in library.notes.of(entry.id)} == {*range(150), *range(200, 350)}
        kept = library.places.of(entry.id)
        assert kept is not None
        assert find(text, kept.anchor) in (149, 349)  # of the one that wrote last


def test_readers_that_start_at_once_make_one_library(file: Path) -> None:
    running = [reader(file, number * 10, number * 10 + 10) for number in range(5)]
    assert [each.wait(60) for each in running] == [0] * 5
    for each in running:
        assert each.stdout is not None
        each.stdout.close()
    with open_library(file) as library:
        assert library.notice == ""
        assert [entry.listened for entry in library.documents.entries()] == [50.0]


def test_readers_that_meet_a_damaged_library_mend_it_once(file: Path) -> None:
    first = reader(file, 0, 100)
    first.communicate(timeout=60)
    data = bytearray(file.read_bytes())
    data[:4096] = bytes(4096)
    file.write_bytes(data)
    running = [reader(file, 200 + number * 10, 210 + number * 10) for number in range(3)]
    assert [each.wait(60) for each in running] == [0] * 3
    for each in running:
        assert each.stdout is not None
        each.stdout.close()
    assert len(list(file.parent.glob("library.damaged-*.db"))) == 1
    with open_library(file) as library:
        [entry] = library.documents.entries()
        assert entry.listened == 130.0
        assert len(library.notes.of(entry.id)) == 130


FULL = """
import resource, sys
from pathlib import Path
from tests.core.library.texts import story
from yapit.core.errors import LibraryError
from yapit.core.library import Library, anchor, open_library
import signal

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
text = story()
library = open_library(Path(sys.argv[1]))
key = library.documents.remember(text).id
library.places.keep(key, anchor(text, 5))
resource.setrlimit(resource.RLIMIT_FSIZE, (Path(sys.argv[1] + "-wal").stat().st_size,) * 2)
try:
    for place in range(10_000):
        library.places.keep(key, anchor(text, place))
except LibraryError as error:
    print(error.cure)
print(library.places.of(key).anchor.offset >= 5)
library = Library.in_memory()
key = library.documents.remember(text).id
library.places.keep(key, anchor(text, 50))
print(library.places.of(key).anchor.offset)
"""


def test_on_a_full_disk_the_listener_is_told_and_goes_on_in_memory(file: Path) -> None:
    run = subprocess.run([sys.executable, "-c", FULL, str(file)], capture_output=True, text=True, check=True)
    cure, was_kept, goes_on = run.stdout.splitlines()
    assert "Free some space" in cure
    assert was_kept == "True"
    assert goes_on == "50"


def test_a_library_that_another_program_holds_is_said_to_be_busy(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yapit.core.library.store.BUSY_SECONDS", 0.1)
    with open_library(file) as ours, open_library(file) as theirs:
        key = ours.documents.remember(story()).id
        with theirs._store.transaction():
            assert ours.documents.entry(key).title == "The Keeper"  # reading goes on
            with pytest.raises(LibraryError) as raised:
                ours.queue.add(key)
        assert "busy" in str(raised.value)
        ours.queue.add(key)
        assert theirs.queue.all() == (key,)
