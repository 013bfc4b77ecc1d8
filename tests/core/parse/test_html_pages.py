"""HTML: the article without the page around it; plain pages whole."""

from __future__ import annotations

import contextlib
import time
from typing import Any

import pytest

from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse import html, read_bytes

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


def marks(document: Document, kind: MarkKind | None = None) -> list[tuple[str, str]]:
    return [(m.span.of(document.text), m.source) for m in document.marks if kind in (None, m.kind)]


def test_note_marks_stay_and_are_known_as_such_and_powers_are_none() -> None:
    notes = "<sup><a href='#fn1'>1</a></sup>", "<a href='#n2'><sup>[2]</sup></a>"
    document = page(f"<p>It rained.{notes[0]} It was 5 m<sup>2</sup> wide{notes[1]}.</p>")
    assert document.text == "It rained.1 It was 5 m2 wide[2]."
    assert marks(document, MarkKind.NOTE) == [("1", ""), ("[2]", "")]


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


@pytest.mark.parametrize("said", ["[Illustration]", "[Image unavailable.]", "[PICTURE MISSING]"])
def test_that_a_picture_is_missing_is_not_said(said: str) -> None:
    document = page(f"<p>The boat.</p><div><a>{said}</a></div><p>[Illustrations were by Ann.]</p>")
    kinds = [block.kind for block in document.blocks]
    assert kinds == [Kind.PARAGRAPH, Kind.FURNITURE, Kind.PARAGRAPH]
    text = read_bytes(f"The boat.\n\n{said}\n\nIt floats on the river.\n".encode(), "a.txt")
    assert [block.kind for block in text.blocks] == kinds


def test_the_sign_of_a_note_is_not_said_before_its_word() -> None:
    document = page("<div><img alt='[Tip]'><h3>Tip</h3><p>Tie the boat.</p></div><img alt='A boat, tied'>")
    kinds = [block.kind for block in document.blocks]
    assert kinds == [Kind.FURNITURE, Kind.HEADING, Kind.PARAGRAPH, Kind.CAPTION]


def test_preformatted_texts_in_one_another_take_no_time() -> None:
    began = time.process_time()
    assert "deep" in page("<p>Not so</p>" + "<pre>" * 1500 + "deep").text
    assert time.process_time() - began < 1


def test_a_broken_page_is_read_as_far_as_it_goes() -> None:
    assert read_bytes(b"<html><body><p>One<p>Two <b>bold<p>Three").text == "One\n\nTwo bold\n\nThree"


def test_a_remark_of_the_editors_is_a_note_and_a_cited_number_a_citation() -> None:
    document = page(
        "<p>So they say.<sup class='noprint'>[<i><a href='/wiki/Help'>citation needed</a></i>]</sup> As in "
        "<a href='#ref3'>[3]</a> and <cite>(<a href='#b1'>Smith, 1999</a>)</cite>, by "
        "<cite><a href='#b2'>Jones</a></cite>.</p>"
    )
    assert document.text == "So they say.[citation needed] As in [3] and (Smith, 1999), by Jones."
    assert marks(document, MarkKind.NOTE) == [("[citation needed]", "")]
    assert marks(document, MarkKind.CITATION) == [("[3]", ""), ("(Smith, 1999)", "")]


def test_code_in_a_line_is_marked_and_keeps_its_place() -> None:
    document = page("<ol><li>Call  <code>open()</code>\n first.</li></ol>")
    assert document.text == "1. Call open() first."
    assert marks(document, MarkKind.CODE) == [("open()", "")]


KATEX = (
    "<span class='katex'><span class='katex-mathml'><math><semantics><mrow><mi>x</mi></mrow>"
    "<annotation encoding='application/x-tex'>x^2</annotation></semantics></math></span>"
    "<span class='katex-html' aria-hidden='true'>x2</span></span>"
)
MEDIAWIKI = (
    "<span class='mwe-math-element'><span style='display: none;'><math alttext='{\\displaystyle x^2}'>"
    "<mi>x</mi></math></span>"
    "<img class='mwe-math-fallback-image-inline' aria-hidden='true' alt='{\\displaystyle x^2}'></span>"
)
MATHJAX = (
    "<span class='MathJax_Preview'>x2</span><span class='MathJax'>x2</span>"
    "<script type='math/tex'>x^2</script>"
)


@pytest.mark.parametrize(
    "formula",
    [
        KATEX,
        MEDIAWIKI,
        MATHJAX,
        "<math alttext='x^2'><mi>x</mi></math>",
        "<img class='latex' alt='$x^2$'>",
        "<span class='math inline'>\\(x^2\\)</span>",
        "<span class='math inline'>$x^2$</span>",
    ],
)
def test_a_formula_is_read_once_and_keeps_its_source(formula: str) -> None:
    document = page(f"<p>Let {formula} be.</p>")
    assert document.text == "Let x² be."
    assert marks(document, MarkKind.MATH) == [("x²", "x^2")]


def test_a_formula_without_latex_keeps_its_mathml() -> None:
    document = page(
        "<p>So <math xmlns='http://www.w3.org/1998/Math/MathML'><mi>a</mi><mo>+</mo><mi>b</mi></math>.</p>"
    )
    assert marks(document, MarkKind.MATH) == [("a + b", "<math><mi>a</mi><mo>+</mo><mi>b</mi></math>")]


def test_a_displayed_formula_is_an_equation_and_the_paragraph_goes_on() -> None:
    math = "<math display='block' alttext='E=mc^2'></math>"
    assert blocks(f"<p>We have {math} where m is mass.</p>") == [
        (Kind.PARAGRAPH, 0, "We have"),
        (Kind.EQUATION, 0, "E = mc²"),
        (Kind.PARAGRAPH, 0, "where m is mass."),
    ]


def test_a_numbered_equation_keeps_its_number() -> None:
    cell = "<math display='block' alttext='a=b'></math></td><td><span class='ltx_tag'>(3)</span>"
    assert blocks(f"<table class='ltx_equation'><tr><td>{cell}</td></tr></table>") == [
        (Kind.EQUATION, 0, "a = b (3)")
    ]


def test_dollars_are_formulas_only_where_the_page_typesets_them() -> None:
    body = "<p>It costs $5, or \\(n^2\\) and $x$, in all $9.</p>"
    loads = "<script>MathJax = {tex: {inlineMath: [['$', '$']]}}</script><script src='/mathjax.js'></script>"
    assert marks(page(body)) == []
    assert marks(page(body, loads), MarkKind.MATH) == [("n²", "n^2"), ("x", "x")]


def test_notes_and_works_cited_are_told_from_the_text() -> None:
    back = "<a href='#r1' class='footnote-back'>↩</a>"
    cited = "<h2>References</h2><ul><li>Smith 1999</li></ul><h2>Next</h2><ul><li>x</li></ul>"
    notes = f"<section class='footnotes'><ol><li id='n1'>It did.{back}</li></ol></section>"
    assert blocks(f"<p>It rained.</p>{cited}{notes}") == [
        (Kind.PARAGRAPH, 0, "It rained."),
        (Kind.HEADING, 2, "References"),
        (Kind.REFERENCE, 0, "Smith 1999"),
        (Kind.HEADING, 2, "Next"),
        (Kind.LIST_ITEM, 1, "x"),
        (Kind.FOOTNOTE, 0, "1. It did."),
    ]


def test_a_bibliography_is_one_entry_a_block() -> None:
    entries = "".join(f"<div role='doc-biblioentry'>{text}</div>" for text in ("One.", "Two."))
    assert blocks(f"<div role='doc-bibliography'>{entries}</div>") == [
        (Kind.REFERENCE, 0, "One."),
        (Kind.REFERENCE, 0, "Two."),
    ]


def test_terms_and_what_they_mean_are_items() -> None:
    found = blocks("<dl><dt>Rain</dt><dd>Water that falls.</dd></dl><dl><dd>Indented.</dd></dl>")
    assert found == [
        (Kind.LIST_ITEM, 1, "Rain"),
        (Kind.LIST_ITEM, 2, "Water that falls."),
        (Kind.PARAGRAPH, 0, "Indented."),
    ]


def test_a_cell_that_spans_others_keeps_the_columns_straight() -> None:
    rows = (
        "<tr><th>A</th><th>B</th><th>C</th></tr>"
        "<tr><td rowspan=2>1</td><td colspan=2>2</td></tr><tr><td>3</td><td>4</td></tr>"
    )
    assert blocks(f"<table>{rows}</table>") == [(Kind.TABLE, 1, "A\tB\tC\n1\t2\n\t3\t4")]


def test_marks_in_a_table_keep_their_places() -> None:
    document = page(
        "<table><tr><th>Name</th><th>Call</th></tr>"
        "<tr><td>a<sup><a href='#n'>1</a></sup></td><td><code>f()</code></td></tr></table>"
    )
    assert document.text == "Name\tCall\na1\tf()"
    assert marks(document) == [("1", ""), ("f()", "")]


def test_a_table_that_arranges_a_page_is_read_as_text() -> None:
    cell = "<h1>Rain</h1><p>It rained.</p>"
    assert blocks(f"<table><tr><td>{cell}</td><td>Sun</td></tr></table>") == [
        (Kind.HEADING, 1, "Rain"),
        (Kind.PARAGRAPH, 0, "It rained."),
        (Kind.PARAGRAPH, 0, "Sun"),
    ]


def test_numbers_of_lines_and_links_to_headings_are_not_read() -> None:
    body = (
        "<h2>Use<a class='headerlink' href='#use'>¶</a></h2>"
        "<table class='highlighttable'><tr><td class='linenos'><pre>1\n2</pre></td>"
        "<td><pre>a = 1\nb</pre></td></tr></table>"
    )
    assert blocks(body) == [(Kind.HEADING, 2, "Use"), (Kind.CODE, 0, "a = 1\nb")]


def test_what_opens_at_a_click_is_read() -> None:
    assert [b[2] for b in blocks("<details><summary>More</summary><p>Hidden depths.</p></details>")] == [
        "More",
        "Hidden depths.",
    ]


def test_utf8_declared_as_latin1_is_seen_for_what_it_is() -> None:
    data = "<html><head><meta charset='iso-8859-1'></head><body><p>Grüße</p></body></html>".encode()
    assert read_bytes(data, "a.html").text == "Grüße"


def test_a_wrong_word_of_the_server_gives_way_to_the_page() -> None:
    data = "<html><head><meta charset='koi8-r'></head><body><p>Привет, мир</p></body></html>".encode("koi8-r")
    assert read_bytes(data, "", "text/html; charset=utf-8").text == "Привет, мир"


def test_characters_that_no_text_holds_are_let_go() -> None:
    assert "before" in page("<nav>x</nav>before&#1;\x02<br><br>after &#x1F; all<div>x</div>").text


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + "deep",
        "<nav>x</nav>" + "<table><tr><td>" * 3000 + "deep",
        "<nav>x</nav>" + "<ul><li>x" * 5000,
        "<p " + " ".join(f"a{i}=1" for i in range(50_000)) + ">text</p>",
        "<table>" + "<tr>" + "<td colspan=1000 rowspan=1000>x</td>" * 300 + "</tr></table>",
        "<p>" + "<sup><a href='#x'>1</a></sup>" * 20_000,
    ],
    ids=["divs", "tables", "lists", "attributes", "spans", "marks"],
)
def test_a_page_made_to_be_slow_is_not(body: str) -> None:
    begun = time.monotonic()
    with contextlib.suppress(EmptyDocument):  # too deep to be kept by the parser of HTML
        page(body)
    assert time.monotonic() - begun < 30


def test_a_page_too_large_to_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MAX_BYTES", 1000)
    with pytest.raises(SourceError, match="a page of more than"):
        page("x" * 2000)
