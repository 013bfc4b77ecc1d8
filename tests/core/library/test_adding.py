"""Files, folders and feeds are added to be read later; words find what is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.library.texts import story
from yapit.core.document import Span
from yapit.core.errors import LibraryError, SourceError
from yapit.core.library import Addition, Library, id_of
from yapit.core.library.adding import additions_from
from yapit.core.library.choosing import chosen
from yapit.core.library.feeds import looks_like_feed, read_feed

RSS = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Harbour news</title><link>https://harbour.example/</link>
<item><title>Fog &amp;amp; &lt;b&gt;lights&lt;/b&gt;</title><link>https://harbour.example/fog</link>
<dc:creator>Ada Lamp</dc:creator><pubDate>Tue, 24 Nov 2026 10:00:00 GMT</pubDate></item>
<item><title>Tides</title><guid>https://harbour.example/tides</guid></item>
<item><title>No link</title></item>
<item><title>Script</title><link>javascript:alert(1)</link></item>
</channel></rss>"""

ATOM = b"""
<feed xmlns="http://www.w3.org/2005/Atom"><title>Letters</title>
<link rel="self" href="https://letters.example/atom"/>
<entry><title type="html">First</title><link rel="replies" href="/1/replies"/><link href="/1"/>
<author><name>Ben Oar</name></author><updated>2026-11-20T08:00:00Z</updated></entry>
</feed>"""

BOMB = b"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY f SYSTEM "file:///etc/hostname">]>
<rss><channel><item><title>&c;&f;</title><link>https://a.example/1</link></item></channel></rss>"""


def test_an_rss_feed_is_what_it_links_to() -> None:
    feed = read_feed(RSS, "https://harbour.example/rss")
    assert feed.title == "Harbour news"
    assert feed.additions == (
        Addition("https://harbour.example/fog", "Fog & lights", "Ada Lamp", "2026-11-24"),
        Addition("https://harbour.example/tides", "Tides"),
    )


def test_an_atom_feed_is_what_it_links_to() -> None:
    feed = read_feed(ATOM, "https://letters.example/atom")
    assert feed.title == "Letters"
    assert feed.additions == (Addition("https://letters.example/1", "First", "Ben Oar", "2026-11-20"),)


def test_a_hostile_feed_neither_grows_nor_reads_files() -> None:
    [addition] = read_feed(BOMB, "https://a.example/feed").additions
    assert addition.source == "https://a.example/1"
    assert addition.title == "&c;&f;"


@pytest.mark.parametrize(
    "data", [b"", b"<html><body>Hello</body></html>", b"{}", b"\0\xff" * 50, b"<a>" * 100_000]
)
def test_what_is_no_feed_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError) as raised:
        read_feed(data, "https://a.example/page")
    assert "no feed" in str(raised.value)


@given(st.binary(max_size=200), st.integers(0, len(RSS)))
def test_a_damaged_feed_is_read_as_far_as_it_goes_or_refused(rubbish: bytes, at: int) -> None:
    try:
        feed = read_feed(RSS[:at] + rubbish + RSS[at + len(rubbish) :], "https://a.example/feed")
    except SourceError:
        return
    assert all(addition.source.startswith("http") for addition in feed.additions)


def test_feeds_are_known_by_their_names() -> None:
    named = ["https://a.example/feed.xml", "https://a.example/blog/rss", "https://a.example/index.atom"]
    others = [
        "https://a.example/feedback",
        "https://a.example/paper.pdf",
        "/home/me/feed.xml",
        "https://rss.example/",
        "https://[rss",
    ]
    assert list(map(looks_like_feed, named)) == [True] * len(named)
    assert list(map(looks_like_feed, others)) == [False] * len(others)


def test_of_a_folder_the_documents_in_it_and_below_are_added(tmp_path: Path) -> None:
    for name in ("b.txt", "a.PDF", "sub/c.epub", "program.py", ".hidden.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name, "utf-8")
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    found = list(additions_from(str(tmp_path), {"txt", "pdf", "epub"}))
    assert [Path(each.source).name for each in found] == ["a.PDF", "b.txt", "c.epub"]
    assert found[0].edition == id_of(b"a.PDF")
    assert found[0].title == "a"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as raised:
        list(additions_from(str(tmp_path / "no.txt"), {"txt"}))
    assert "no.txt" in str(raised.value)


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "story.txt")
    with pytest.raises(SourceError, match="is no file"):
        list(additions_from(str(tmp_path / "story.txt"), {"txt"}))


def test_what_was_added_is_the_document_that_is_opened_later() -> None:
    with Library.in_memory() as library:
        added = library.documents.add(
            Addition("https://a.example/keeper", "Announced", published="2026-11-24")
        )
        library.queue.add(added.id)
        assert (added.opened, added.seconds_left, added.share) == (None, None, 0.0)
        opened = library.documents.remember(story(source="https://a.example/keeper#top"), id_of(b"page"))
        assert (opened.id, opened.title, opened.queued) == (added.id, "The Keeper", 1)
        assert library.documents.add(Addition("https://a.example/keeper", "Announced")).title == "The Keeper"
        assert library.documents.count() == 1


def test_words_find_titles_authors_sources_and_notes_whatever_their_accents() -> None:
    with Library.in_memory() as library:
        text = story(source="/books/keeper.txt", title="Der Wärter")
        key = library.documents.remember(text).id
        library.documents.add(Addition("/books/other.txt", "Élan vital", "José Ortega"))
        library.notes.highlight(key, text, Span(0, 30), "see the ﬁrst page")
        assert [e.title for e in library.search("warter")] == ["Der Wärter"]
        assert [e.title for e in library.search("ELAN jose")] == ["Élan vital"]
        assert [e.title for e in library.search("first chapter")] == ["Der Wärter"]
        assert len(library.search("books")) == 2
        assert library.search("whale") == ()


def test_a_document_is_chosen_by_id_source_or_title_and_several_are_named(tmp_path: Path) -> None:
    with Library.in_memory() as library:
        one = library.documents.add(Addition("/books/one.txt", "Whales", edition=id_of(b"1")))
        two = library.documents.add(Addition("/books/two.txt", "Whales and ships", edition=id_of(b"2")))
        assert chosen(library, two.id[:8]) == two
        assert chosen(library, "/books/one.txt") == one
        assert chosen(library, "ships") == two
        assert chosen(library, "whales") == one
        with pytest.raises(LibraryError) as raised:
            chosen(library, "books")
        assert one.id[:8] in raised.value.cure
        assert two.id[:8] in raised.value.cure
        for unknown in ("sharks", "https://[no#address"):
            with pytest.raises(LibraryError):
                chosen(library, unknown)
