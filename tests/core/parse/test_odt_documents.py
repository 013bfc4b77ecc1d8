"""OpenDocument: lists and headings as they are numbered, notes, formulas, tracked changes."""

from __future__ import annotations

import pytest

from tests.core.parse import office_made as office
from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.errors import SourceError
from yapit.core.parse import read_bytes

Kind = BlockKind


def odt(body: str, *, styles: str = "", page: str = "", files: dict[str, str] | None = None) -> Document:
    return read_bytes(office.odt(body, styles=styles, page=page, files=files), "letter.odt")


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks if not kinds or b.kind in kinds]


LIST = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1"'
    ' style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a"'
    ' style:num-suffix=")" /></text:list-style>'
)


def numbered(*items: str, more: str = "") -> str:
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="L"{more}>{inside}</text:list>'


def p(text: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def test_items_have_the_numbers_of_the_page() -> None:
    inner = p("two") + "<text:list><text:list-item>" + p("deep") + "</text:list-item></text:list>"
    body = numbered(p("one"), inner) + p("Between.")
    again = numbered(p("anew")) + numbered(p("on"), more=' text:continue-numbering="true"')
    document = odt(body + again, styles=LIST)
    assert texts(document) == ["1. one", "2. two", "a) deep", "Between.", "1. anew", "2. on"]
    assert [block.level for block in document.blocks] == [1, 1, 2, 0, 1, 1]


def test_headings_are_numbered_where_the_outline_says_so() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style>"
    )
    body = "".join(
        f'<text:h text:outline-level="{level}">{text}</text:h>'
        for level, text in ((1, "A"), (2, "b"), (2, "c"), (1, "D"), (2, "e"))
    )
    assert texts(odt(body, styles=outline)) == ["1 A", "1.1 b", "1.2 c", "2 D", "2.1 e"]


def test_kinds_come_from_the_styles_that_a_style_inherits() -> None:
    styles = (
        '<style:style style:family="paragraph" style:name="P1" style:parent-style-name="Quotations"/>'
        '<style:style style:family="paragraph" style:name="P2" style:parent-style-name="P2"/>'
    )
    document = odt(p("Be quiet.", "P1") + p("Name", "Title") + p("Text.", "P2"), styles=styles)
    assert [block.kind for block in document.blocks] == [Kind.QUOTE, Kind.TITLE, Kind.PARAGRAPH]


def test_insertions_are_read_and_deletions_are_not() -> None:
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>no</text:p></text:deletion>"
    body = (
        f"{deleted}</text:changed-region></text:tracked-changes>"
        "<text:p>She said <text:change-start/>yes<text:change-end/>.</text:p>"
    )
    assert texts(odt(body)) == ["She said yes."]


def test_notes_and_comments_follow_their_paragraph() -> None:
    note = (
        "<text:note><text:note-citation>i</text:note-citation><text:note-body><text:p>Or ten days.</text:p>"
        "</text:note-body></text:note>"
    )
    comment = "<office:annotation><dc:creator>Ann</dc:creator><text:p>Really?</text:p></office:annotation>"
    document = odt(f"<text:p>It rained{note} a week{comment}.</text:p><text:p>Then it stopped.</text:p>")
    assert texts(document) == ["It rainedi a week.", "i Or ten days.", "Ann: Really?", "Then it stopped."]
    assert texts(document, Kind.FOOTNOTE) == ["i Or ten days.", "Ann: Really?"]
    assert [mark.kind for mark in document.marks] == [MarkKind.NOTE, MarkKind.NOTE]


@pytest.mark.parametrize("prefix", ["", "math:"])
def test_formulas_are_marked_with_their_mathml(prefix: str) -> None:
    name = "xmlns:math" if prefix else "xmlns"
    math = (
        f'<{prefix}math {name}="http://www.w3.org/1998/Math/MathML"><{prefix}mi>x</{prefix}mi>'
        f'<{prefix}annotation encoding="StarMath 5.0">x</{prefix}annotation></{prefix}math>'
    )
    frame = '<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame>'
    document = odt(f"<text:p>Take {frame} of it.</text:p>", files={"Object 1/content.xml": math})
    assert texts(document) == ["Take x of it."]
    assert document.marks[0].source == '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>'


def test_pictures_boxes_and_contents_are_what_they_are() -> None:
    picture = "<draw:frame><draw:image/><svg:title>boat</svg:title><svg:desc>A boat</svg:desc></draw:frame>"
    box = "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>"
    contents = (
        "<text:table-of-content><text:table-of-content-source/><text:index-body><text:p>Start 1</text:p>"
        "</text:index-body></text:table-of-content>"
    )
    document = odt(f"{contents}<text:p>Around.{picture}{box}</text:p>")
    found = [(block.kind, block.span.of(document.text)) for block in document.blocks]
    assert found == [
        (Kind.FURNITURE, "Start 1"),
        (Kind.PARAGRAPH, "Around."),
        (Kind.CAPTION, "A boat"),
        (Kind.PARAGRAPH, "In a box."),
    ]


def test_listings_keep_their_spaces() -> None:
    body = p("def f(x):", "Preformatted_20_Text") + p('<text:s text:c="4"/>return x', "Preformatted_20_Text")
    assert texts(odt(body), Kind.CODE) == ["def f(x):\n    return x"]


def test_heads_and_feet_of_pages_are_shown_once_without_their_numbers() -> None:
    page = (
        "<style:master-page><style:header><text:p>Draft</text:p></style:header><style:footer>"
        "<text:p>Page <text:page-number>1</text:page-number></text:p></style:footer></style:master-page>"
    )
    document = odt(p("Text."), page=page)
    found = [(block.kind, block.span.of(document.text)) for block in document.blocks]
    assert found == [(Kind.RUNNING_HEAD, "Draft"), (Kind.PARAGRAPH, "Text."), (Kind.RUNNING_FOOT, "Page")]


def test_a_text_with_a_password_is_refused() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(SourceError, match="locked with a password"):
        odt(p("x"), files={"META-INF/manifest.xml": manifest})
