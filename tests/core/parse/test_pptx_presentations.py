"""PowerPoint: slide by slide, titles first, then as the eye goes; what is not heard is named."""

from __future__ import annotations

import pytest

from tests.core.parse import office_made as office
from tests.core.parse.office_made import a_p, sp
from yapit.core.document import BlockKind, Document
from yapit.core.errors import EmptyDocument
from yapit.core.parse import read_bytes

Kind = BlockKind


def kinds(document: Document) -> list[tuple[BlockKind, int, str]]:
    return [(b.kind, b.level, b.span.of(document.text)) for b in document.blocks]


def slides(*shapes: str) -> Document:
    return read_bytes(office.pptx(shapes), "talk.pptx")


def test_slides_are_pages_and_their_titles_the_outline() -> None:
    document = slides(
        sp(a_p("Floods"), "ctrTitle") + sp(a_p("by Ann"), "subTitle"),
        sp(a_p("Text.")) + sp(a_p("Why they come"), "title"),
        sp(a_p("What to do"), "title"),
    )
    assert kinds(document) == [
        (Kind.TITLE, 0, "Floods"),
        (Kind.PARAGRAPH, 0, "by Ann"),
        (Kind.HEADING, 1, "Why they come"),
        (Kind.PARAGRAPH, 0, "Text."),
        (Kind.HEADING, 1, "What to do"),
    ]
    assert [block.page for block in document.blocks] == [1, 1, 2, 2, 3]
    assert [chapter.title for chapter in document.chapters] == ["Why they come", "What to do"]


def test_free_shapes_are_read_row_by_row_and_groups_together() -> None:
    group = (
        '<p:grpSp><p:grpSpPr><a:xfrm><a:off x="0" y="5000000"/></a:xfrm></p:grpSpPr>'
        f"{sp(a_p('six'), top=9, left=9)}{sp(a_p('five'), top=9)}</p:grpSp>"
    )
    document = slides(
        group
        + sp(a_p("four"), top=2_000_000, left=5_000_000)
        + sp(a_p("two"), top=990_000, left=5_000_000)
        + sp(a_p("three"), top=2_000_000)
        + sp(a_p("one"), top=1_000_000)
    )
    assert document.text.split() == ["one", "two", "three", "four", "five", "six"]


def test_items_have_depth_and_numbers() -> None:
    number, letter = '<a:buAutoNum type="arabicPeriod"/>', '<a:buAutoNum type="alphaLcParenR" startAt="2"/>'
    body = a_p("one", number) + a_p("deep", letter).replace("<a:pPr>", '<a:pPr lvl="1">') + a_p("two", number)
    document = slides(sp(body + a_p("bullet", '<a:buChar char="•"/>') + a_p("plain")))
    assert kinds(document) == [
        (Kind.LIST_ITEM, 1, "1. one"),
        (Kind.LIST_ITEM, 2, "b) deep"),
        (Kind.LIST_ITEM, 1, "2. two"),
        (Kind.LIST_ITEM, 1, "bullet"),
        (Kind.PARAGRAPH, 0, "plain"),
    ]


def test_bullets_come_from_the_layout_where_the_slide_says_nothing() -> None:
    spaces = f'xmlns:p="{office.P}" xmlns:a="{office.A}"'
    style = '<a:lstStyle><a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr></a:lstStyle>'
    layout = (
        f"<p:sldLayout {spaces}><p:cSld><p:spTree><p:sp>"
        '<p:nvSpPr><p:nvPr><p:ph type="body"/></p:nvPr></p:nvSpPr>'
        f"<p:txBody>{style}</p:txBody></p:sp></p:spTree></p:cSld></p:sldLayout>"
    )
    files = {
        "ppt/slideLayouts/layout1.xml": layout,
        "ppt/slides/_rels/slide0.xml.rels": office.relations({"../slideLayouts/layout1.xml": "slideLayout"}),
    }
    document = read_bytes(office.pptx([sp(a_p("item"), "body")], files=files))
    assert kinds(document) == [(Kind.LIST_ITEM, 1, "item")]


def test_notes_of_the_speaker_are_notes_and_hidden_slides_furniture() -> None:
    data = office.pptx([sp(a_p("Seen.")), sp(a_p("Kept back."))], notes=a_p("Say it slowly."), hidden=[1])
    assert kinds(read_bytes(data)) == [
        (Kind.PARAGRAPH, 0, "Seen."),
        (Kind.FOOTNOTE, 0, "Say it slowly."),
        (Kind.FURNITURE, 0, "Kept back."),
    ]


def test_numbers_dates_and_feet_of_slides_are_furniture() -> None:
    document = slides(
        sp(a_p("7"), "sldNum") + sp(a_p("May 3"), "dt") + sp(a_p("Acme"), "ftr") + sp(a_p("Text."))
    )
    assert [block.kind for block in document.blocks] == [
        Kind.PAGE_NUMBER,
        Kind.FURNITURE,
        Kind.RUNNING_FOOT,
        Kind.PARAGRAPH,
    ]


def test_pictures_are_told_by_their_text() -> None:
    described = "A boat.\n\nDescription automatically generated"
    picture = f'<p:pic><p:nvPicPr><p:cNvPr descr="{described}"/></p:nvPicPr></p:pic>'
    assert kinds(slides(picture)) == [(Kind.CAPTION, 0, "A boat.")]


def test_slides_of_pictures_are_said_to_hold_no_text() -> None:
    with pytest.raises(EmptyDocument) as caught:
        slides("<p:pic/>")
    assert "PDF" in caught.value.cure
