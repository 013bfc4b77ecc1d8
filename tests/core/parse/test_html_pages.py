"""HTML: the article without the page around it; plain pages whole."""

from __future__ import annotations

from typing import Any

import pytest

from yapit.core.document import BlockKind, Document
from yapit.core.parse import read_bytes

Kind = BlockKind


def page(body: str, head: str = "<title>A page</title>", **attributes: str) -> Document:
    given = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return read_bytes(f"<!doctype html><html{given}><head>{head}</head><body>{body}</body></html>".encode())


def blocks(body: str, **options: Any) -> list[tuple[BlockKind, int, str]]:
    document = page(body, **options)
    return [(block.kind, block.level, block.span.of(document.text)) for block in document.blocks]


def test_elements_become_blocks_of_their_kind() -> None:
    found = blocks(
        "<h1>One</h1><p>Some <b>bold</b> and\n <a href='x'>linked</a> text.</p><h3>Three</h3>"
        "<blockquote><p>Said.</p></blockquote><pre>x = 1\n  y</pre>"
        "<figure><img src='b.png' alt='A boat'><figcaption>The boat</figcaption></figure>"
    )
    assert found == [
        (Kind.HEADING, 1, "One"),
        (Kind.PARAGRAPH, 0, "Some bold and linked text."),
        (Kind.HEADING, 3, "Three"),
        (Kind.QUOTE, 0, "Said."),
        (Kind.CODE, 0, "x = 1\n  y"),
        (Kind.CAPTION, 0, "A boat"),
        (Kind.CAPTION, 0, "The boat"),
    ]


def test_lists_keep_depth_and_numbers() -> None:
    assert blocks("<ul><li>a<ul><li>b</li></ul></li></ul><ol start='3'><li><p>c</p></li><li>d</li></ol>") == [
        (Kind.LIST_ITEM, 1, "a"),
        (Kind.LIST_ITEM, 2, "b"),
        (Kind.LIST_ITEM, 1, "3. c"),
        (Kind.LIST_ITEM, 1, "4. d"),
    ]


def test_a_table_is_one_block_a_row_a_line() -> None:
    head = "<caption>Snow</caption><tr><th>Year</th><th>Depth</th></tr>"
    assert blocks(f"<table>{head}<tr><td>1891</td><td>2 m</td></tr></table>") == [
        (Kind.CAPTION, 0, "Snow"),
        (Kind.TABLE, 1, "Year\tDepth\n1891\t2 m"),
    ]


def test_text_outside_of_any_paragraph_is_not_lost() -> None:
    found = blocks("before<p>in</p>between<div>box<div>inner</div>tail</div>after")
    assert [block[2] for block in found] == ["before", "in", "between", "box", "inner", "tail", "after"]


def test_a_line_break_keeps_the_block_and_two_end_it() -> None:
    found = blocks("<p>Rain on\nthe roof,<br>\ncat on the mat.<br> <br/>Morning.</p>")
    assert [block[2] for block in found] == ["Rain on the roof,\ncat on the mat.", "Morning."]


def test_what_is_not_shown_is_not_read() -> None:
    body = (
        "<p>Seen<span hidden>not</span><span style='display: none'>nor this</span><!-- nor that --> here.</p>"
        "<template>x</template><style>p{}</style><ruby>漢<rt>kan</rt></ruby>"
    )
    assert [b[2] for b in blocks(body)] == ["Seen here.", "漢"]


def test_note_marks_are_silent_and_powers_are_not() -> None:
    marks = "<sup><a href='#fn1'>1</a></sup>", "<a href='#n2'><sup>[2]</sup></a>"
    body = f"<p>It rained.{marks[0]} It was 5 m<sup>2</sup> wide{marks[1]}.</p>"
    assert [b[2] for b in blocks(body)] == ["It rained. It was 5 m2 wide."]


def test_characters_are_spelled_out() -> None:
    assert [b[2] for b in blocks("<p>ef&#xFB01;cient co&shy;operation&nbsp;now&#8203;here</p>")] == [
        "efficient cooperation nowhere"
    ]


def test_the_head_names_title_author_and_language() -> None:
    document = page(
        "<p>x</p>", "<title> The\n Page </title><meta name='author' content='A. W.'>", lang="fr-CA"
    )
    assert (document.title, document.author, document.language) == ("The Page", "A. W.", "fr-CA")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "windows-1252", "utf-16"])
def test_the_declared_encoding_is_believed(encoding: str) -> None:
    text = f"<!doctype html><html><head><meta charset='{encoding}'></head><body><p>Grüße</p></body></html>"
    assert read_bytes(text.encode(encoding), "a.html").text == "Grüße"


def test_the_servers_word_on_the_encoding_comes_first() -> None:
    data = "<html><body><p>Привет, мир</p></body></html>".encode("koi8-r")
    assert read_bytes(data, "", "text/html; charset=koi8-r").text == "Привет, мир"


def test_an_article_is_read_without_the_page_around_it() -> None:
    story = "".join(
        f"<p>Paragraph {word} of the article says enough about rivers, boats and the people in them "
        "that nobody would take it for a menu or a notice about cookies.</p>"
        for word in ("one", "two", "three")
    )
    document = page(
        f"<nav><ul><li><a href='/'>Home</a></li><li><a href='/shop'>Shop</a></li></ul></nav>"
        f"<div><h2>On Rivers</h2>{story}</div><footer>© All rights reserved</footer><script>x()</script>"
    )
    said = [block.span.of(document.text) for block in document.blocks]
    assert said[0] == "On Rivers"
    assert len(said) == 4
    assert "Shop" not in document.text
    assert "rights" not in document.text


def test_a_small_page_with_a_menu_is_read_all_the_same() -> None:
    assert "Closed on Monday." in page("<nav>Home</nav><p>Closed on Monday.</p>").text


def test_a_very_deep_page_is_read() -> None:
    assert "deep" in page("<div>" * 1500 + "deep" + "</div>" * 1500).text


def test_a_broken_page_is_read_as_far_as_it_goes() -> None:
    assert read_bytes(b"<html><body><p>One<p>Two <b>bold<p>Three").text == "One\n\nTwo bold\n\nThree"
