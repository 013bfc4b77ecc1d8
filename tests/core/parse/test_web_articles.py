"""Web pages as they come: the whole article in page order, and nothing of the page around it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse import read_bytes

Kind = BlockKind

STORY = [
    "The river had been rising since the night before, and the ferryman would not cross it for any money.",
    "On the far bank stood the mill, with its wheel turning faster than anybody in the village could "
    "remember.",
    "Children were sent to the school on the hill, where the teacher counted them twice and rang the bell.",
    "By noon the water stood in the lower street, and boats were tied to the railings of the town hall.",
    "Nobody was hurt in the end, though the miller lost two hundred sacks of flour and his best horse.",
]
MENU = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
COOKIES = (
    "<div class='cookie-banner'>We use cookies to make this site better for you and our partners. "
    "Accept all.</div>"
)
SHARE = "<ul class='share-buttons'><li><a href='#'>Tweet</a></li><li><a href='#'>Pin it</a></li></ul>"
RELATED = (
    "<div class='related-posts'><h3>Related stories</h3>"
    "<p><a href='/1'>The mill that would not stop turning and the man who built it</a></p></div>"
)
COMMENTS = (
    "<section id='comments'><h3>2 comments</h3><p>I was there myself that day and the water never "
    "stood so high.</p>"
    "<p>My grandmother told another story about the horse of the miller and his flour.</p></section>"
)
FOOTER = "<footer><p>© 2024 The Valley Times. All rights reserved in every country of the world.</p></footer>"
NOISE = ("Home", "cookies", "Tweet", "would not stop turning", "grandmother", "rights reserved")


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(article: str, *, head: str = "<title>High water - The Valley Times</title>") -> Document:
    body = f"{COOKIES}{MENU}<main>{article}{SHARE}{RELATED}{COMMENTS}</main>{FOOTER}<script>run()</script>"
    return read_bytes(
        f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "a.html"
    )


def blocks(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(document.text)) for block in document.blocks]


def test_the_article_is_whole_and_nothing_around_it_is_read() -> None:
    document = page(f"<article><h1>High water</h1>{paragraphs(STORY)}</article>")
    assert blocks(document) == [(Kind.TITLE, "High water"), *((Kind.PARAGRAPH, text) for text in STORY)]


PIECES = {
    "heading": ("<h2>What the miller lost</h2>", Kind.HEADING, "What the miller lost"),
    "linked heading": ("<h2><a href='#toc'>The mill</a><a href='#m'>¶</a></h2>", Kind.HEADING, "The mill"),
    "short heading": ("<h3>Noon</h3>", Kind.HEADING, "Noon"),
    "code": ("<pre><code>while rain:\n    wait()</code></pre>", Kind.CODE, "while rain:\n    wait()"),
    "list": ("<ul><li>Two hundred sacks</li></ul>", Kind.LIST_ITEM, "Two hundred sacks"),
    "quote": ("<blockquote><p>Never so high.</p></blockquote>", Kind.QUOTE, "Never so high."),
    "table": (
        "<table><tr><th>Hour</th><th>Feet</th></tr><tr><td>9</td><td>4</td></tr></table>",
        Kind.TABLE,
        "Hour\tFeet\n9\t4",
    ),
    "caption": (
        "<figure><img src=a.jpg><figcaption>The mill at noon</figcaption></figure>",
        Kind.CAPTION,
        "The mill at noon",
    ),
    "equation": ("<math display='block' alttext='h=4t'></math>", Kind.EQUATION, "h = 4t"),
    "post": (
        "<div class='social-embed'><blockquote class='twitter-tweet'><p>The lower street is under water now, "
        "please stay at home everybody.</p></blockquote></div>",
        Kind.QUOTE,
        "The lower street is under water now, please stay at home everybody.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    "wrap", ["<article>{}</article>", "<div class='entry'>{}</div>", "<div><div>{}</div></div>"]
)
@pytest.mark.parametrize("name", PIECES)
def test_what_stands_between_paragraphs_stays_in_its_place(name: str, wrap: str) -> None:
    piece, kind, text = PIECES[name]
    inside = f"<h1>High water</h1>{paragraphs(STORY[:3])}{piece}{paragraphs(STORY[3:])}"
    found = blocks(page(wrap.format(inside)))
    assert found[4] == (kind, text)
    assert [said for kind, said in found if kind is Kind.PARAGRAPH] == STORY


def test_a_text_cut_into_parts_by_advertisements_is_read_to_its_end() -> None:
    parts = "".join(
        f"<div class='body-part'>{paragraphs([text])}</div><div class='ad'>Buy a boat today, only "
        f"here and only now</div>"
        for text in STORY
    )
    assert [
        text for kind, text in blocks(page(f"<h1>High water</h1>{parts}")) if kind is Kind.PARAGRAPH
    ] == STORY


def test_text_without_paragraphs_is_read_where_lines_are_left_blank() -> None:
    document = page("<div><h1>High water</h1>" + "<br><br>".join(STORY) + "</div>")
    assert [text for kind, text in blocks(document) if kind is Kind.PARAGRAPH] == STORY


def test_a_sentence_that_is_said_twice_is_read_twice() -> None:
    said = [STORY[0], STORY[1], STORY[0], STORY[2], STORY[3]]
    assert [
        text
        for kind, text in blocks(page(f"<article>{paragraphs(said)}</article>"))
        if kind is Kind.PARAGRAPH
    ] == said


def test_names_and_dates_below_the_title_are_told_from_the_text() -> None:
    byline = "<p class='byline'>By Ada Writer</p><time>3 March 2024, 10:30</time>"
    document = page(f"<article><h1>High water</h1>{byline}{paragraphs(STORY)}</article>")
    assert blocks(document)[:4] == [
        (Kind.TITLE, "High water"),
        (Kind.AUTHOR, "By Ada Writer"),
        (Kind.AUTHOR, "3 March 2024, 10:30"),
        (Kind.PARAGRAPH, STORY[0]),
    ]


def test_a_line_above_the_article_that_sums_it_up_is_read() -> None:
    summary = (
        "<p class='standfirst'>How a village lost its flour and kept its people on the longest day "
        "of the year.</p>"
    )
    document = page(f"<div><header><h1>High water</h1>{summary}</header><div>{paragraphs(STORY)}</div></div>")
    assert blocks(document)[1][1].startswith("How a village")


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from(sorted(PIECES)), max_size=4),
    st.permutations(STORY),
    st.sampled_from(["article", "div", "section"]),
)
def test_no_page_loses_a_paragraph_or_reads_its_menu(names: list[str], story: list[str], tag: str) -> None:
    between = [PIECES[name][0] for name in names] + [""] * len(story)
    inside = "".join(f"<p>{text}</p>{piece}" for text, piece in zip(story, between, strict=False))
    document = page(f"<{tag}><h1>High water</h1>{inside}</{tag}>")
    assert [text for kind, text in blocks(document) if kind is Kind.PARAGRAPH] == list(story)
    assert not [noise for noise in NOISE if noise in document.text]


def test_notes_outside_of_the_article_are_read_as_notes() -> None:
    notes = "<aside id='footnotes' role='doc-endnotes'><ol><li>It was never found again.</li></ol></aside>"
    story = [f"{STORY[0]}<sup><a href='#n1'>1</a></sup>", *STORY[1:]]
    document = page(f"<article><h1>High water</h1>{paragraphs(story)}</article>{notes}")
    assert (Kind.FOOTNOTE, "1. It was never found again.") in blocks(document)
    assert [m.kind for m in document.marks] == [MarkKind.NOTE]


@pytest.mark.parametrize("words", ["Related work", "Social comments", "Search and share"])
def test_an_id_made_of_a_headings_words_says_nothing_of_the_page(words: str) -> None:
    heading = f"<h2 id='{words.lower().replace(' ', '-')}'>{words}</h2>"
    document = page(f"<article>{paragraphs(STORY[:2])}{heading}{paragraphs(STORY[2:])}</article>")
    assert (Kind.HEADING, words) in blocks(document)


def test_the_head_names_the_title_without_the_site_and_the_author() -> None:
    authors = [{"name": "Ada Writer"}, {"name": "Bo Reader"}]
    linked = json.dumps({"@context": "https://schema.org", "@graph": [{"author": authors}]})
    head = (
        "<meta property='og:title' content='High water | The Valley Times'>"
        "<meta property='og:site_name' content='The Valley Times'>"
        f"<script type='application/ld+json'>{linked}</script>"
    )
    document = page(f"<article>{paragraphs(STORY)}</article>", head=head)
    assert (document.title, document.author) == ("High water", "Ada Writer, Bo Reader")


def test_a_page_made_by_scripts_says_what_to_do() -> None:
    shell = (
        "<title>App</title><body><div id='root'></div><noscript>Enable JavaScript.</noscript><script "
        "src=x.js></script>"
    )
    with pytest.raises(EmptyDocument) as caught:
        read_bytes(f"<!doctype html><html>{shell}</html>".encode(), "app.html")
    assert "made by scripts" in caught.value.cure


def test_a_page_that_tells_its_text_to_search_engines_only_is_read() -> None:
    body = json.dumps({"articleBody": "\n".join(STORY), "headline": "High water"})
    head = f"<script type='application/ld+json'>{body}</script>"
    data = (
        f"<!doctype html><html><head>{head}</head><body><div id='root'>Loading</div><script>"
        f"x()</script></body></html>"
    )
    assert [text for _, text in blocks(read_bytes(data.encode(), "a.html"))] == STORY


def test_a_page_that_asks_for_a_person_says_what_to_do() -> None:
    wall = (
        "<title>Just a moment...</title><body><p>Checking your browser before you enter.</p><script>"
        "x()</script>"
    )
    with pytest.raises(SourceError) as caught:
        read_bytes(f"<!doctype html><html>{wall}</html>".encode(), "a.html")
    assert "save it" in caught.value.cure


def made(body: str, head: str = "") -> list[tuple[BlockKind, str]]:
    data = (
        f"<!doctype html><html><head>{head}</head><body>{MENU}{body}{FOOTER}<script>x()</script>"
        f"</body></html>"
    )
    return blocks(read_bytes(data.encode(), "a.html"))


def test_an_encyclopedias_page_is_read_without_its_tools() -> None:
    edit = "<span class='mw-editsection'>[<a href='/edit'>edit</a>]</span>"
    infobox = "<table class='infobox'><tr><th>River</th><td>Ouse<ul><li>long</li></ul></td></tr></table>"
    notes = (
        "<ol class='references'><li id='cite_note-1'><span class='mw-cite-backlink'><a "
        "href='#cite_ref-1'>^</a></span> "
        "<span class='reference-text'>Smith, Rivers, 1999.</span></li></ol>"
    )
    body = (
        "<h1 id='firstHeading'>Ouse</h1><div class='mw-parser-output'>"
        f"<div class='hatnote'>For others, see list.</div>{infobox}"
        "<p>The Ouse is long.<sup class='reference'><a href='#cite_note-1'>[1]</a></sup></p><div "
        "id='toc'>Contents 1 Course</div>"
        f"<h2>Course{edit}</h2><p>It runs east.</p>{notes}<div class='navbox'>Rivers of England</div></div>"
    )
    assert made(body) == [
        (Kind.TITLE, "Ouse"),
        (Kind.TABLE, "River\tOuse long"),
        (Kind.PARAGRAPH, "The Ouse is long.[1]"),
        (Kind.HEADING, "Course"),
        (Kind.PARAGRAPH, "It runs east."),
        (Kind.REFERENCE, "1. Smith, Rivers, 1999."),
    ]


def test_documentation_is_read_whole_without_navigation() -> None:
    body = (
        "<div class='sphinxsidebar'>Next topic</div><div class='body' role='main'><section><h1>Use"
        "<a class='headerlink' href='#u'>¶</a></h1><p>Call it.</p><div class='highlight'><pre>import "
        "x\nx.go()\n</pre></div>"
        "<div class='toctree-wrapper'><ul><li><a href='b'>More</a></li></ul></div></section></div>"
    )
    assert made(body, "<meta name='generator' content='Sphinx 8'>") == [
        (Kind.HEADING, "Use"),
        (Kind.PARAGRAPH, "Call it."),
        (Kind.CODE, "import x\nx.go()"),
    ]


def test_a_paper_from_latex_keeps_its_parts() -> None:
    note = (
        "<span class='ltx_note ltx_role_footnote'><sup class='ltx_note_mark'>1</sup><span "
        "class='ltx_note_outer'>"
        "<span class='ltx_note_content'><sup class='ltx_note_mark'>1</sup>In spring.</span></span></span>"
    )
    body = (
        "<article class='ltx_document'><h1 class='ltx_title ltx_title_document'>On Rain</h1>"
        "<div class='ltx_authors'>A. Writer</div><div class='ltx_abstract'><p>We rain.</p></div>"
        f"<section><h2>1 Rain</h2><p>It rained{note} for days.</p></section>"
        "<section class='ltx_bibliography'><h2>References</h2><ul><li class='ltx_bibitem'>Smith "
        "1999</li></ul></section></article>"
    )
    assert made(body) == [
        (Kind.TITLE, "On Rain"),
        (Kind.AUTHOR, "A. Writer"),
        (Kind.ABSTRACT, "We rain."),
        (Kind.HEADING, "1 Rain"),
        (Kind.PARAGRAPH, "It rained1 for days."),
        (Kind.FOOTNOTE, "1In spring."),
        (Kind.HEADING, "References"),
        (Kind.REFERENCE, "Smith 1999"),
    ]


def test_a_thread_of_issues_is_read_as_far_as_people_wrote_it() -> None:
    comment = "<div class='comment-body markdown-body'><p>{}</p></div><div>added the bug label</div>"
    found = made(
        "<h1><bdi class='js-issue-title'>It leaks</bdi></h1>"
        + comment.format("Since May.")
        + comment.format("Mended.")
    )
    assert [text for _, text in found] == ["It leaks", "Since May.", "Mended."]


def video(details: str, rest: str = "") -> Document:
    script = f"<script>var ytInitialPlayerResponse = {{{details}}};var x;</script>"
    return read_bytes(f"<!doctype html><html><body>{script}{rest}</body></html>".encode(), "watch")


def test_of_a_video_its_description_is_read_and_rather_its_transcript() -> None:
    details = (
        '"videoDetails": '
        '{"title": "Rain", "author": "Ada", "shortDescription": "How it rains.\\n\\nAnd why."}'
    )
    document = video(details)
    assert (document.title, document.author, document.text) == ("Rain", "Ada", "How it rains.\n\nAnd why.")
    segments = (
        "<yt-formatted-string class='segment-text'>It is</yt-formatted-string><span "
        "class='segment-text'>raining.</span>"
    )
    assert video(details, segments).text == "It is raining."


def test_a_video_without_words_says_what_to_do() -> None:
    with pytest.raises(SourceError) as caught:
        video('"videoDetails": {"title": "Rain", "shortDescription": ""}')
    assert "transcript" in caught.value.cure


def test_formulas_of_an_article_stay_marked() -> None:
    with_formula = [f"{STORY[0]} So <math alttext='h=4t'></math> it was.", *STORY[1:]]
    document = page(f"<article><h1>High water</h1>{paragraphs(with_formula)}</article>")
    assert [(m.kind, m.source) for m in document.marks] == [(MarkKind.MATH, "h=4t")]


def test_a_page_that_is_a_list_of_links_is_read_whole() -> None:
    links = "".join(f"<li><a href='/{i}'>The story of the flood, part {i}</a></li>" for i in range(20))
    found = made(f"<ul>{links}</ul>")
    assert len([text for _, text in found if text.startswith("The story of the flood")]) == 20


def test_an_article_for_readers_without_scripts_is_read() -> None:
    found = made(f"<div id='app'></div><noscript>{paragraphs(STORY * 5)}</noscript>")
    assert [text for kind, text in found if kind is Kind.PARAGRAPH] == STORY * 5


def test_an_element_that_the_page_invented_does_not_break_the_sentence() -> None:
    story = [f"{STORY[0]} It was told (<x-source><a href='/s'>1</a></x-source>) before.", *STORY[1:]]
    said = [
        text
        for kind, text in blocks(page(f"<article>{paragraphs(story)}</article>"))
        if kind is Kind.PARAGRAPH
    ]
    assert said == [f"{STORY[0]} It was told (1) before.", *STORY[1:]]


def test_the_main_heading_is_the_title_though_the_head_says_it_otherwise() -> None:
    head = "<title>Why the water came - The Valley Times</title>"
    document = page(f"<header><h1>High water</h1></header><article>{paragraphs(STORY)}</article>", head=head)
    assert blocks(document)[0] == (Kind.TITLE, "High water")
