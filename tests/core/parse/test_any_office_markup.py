"""Whatever elements and control words stand in a file, in whatever order: it is read or refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.parse import office_made as office
from yapit.core.document import Document
from yapit.core.errors import YapitError
from yapit.core.parse import read_bytes

DOCX = [
    "w:p", "w:r", "w:t", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:sdtContent", "w:hyperlink", "w:ins",
    "w:del", "w:pPr", "w:rPr", "w:numPr", "w:txbxContent", "m:oMath", "m:f", "m:num", "m:den", "m:r",
    "m:t", "m:nary", "m:sup", "m:rad", "m:deg", "m:e", "m:d", "m:m", "m:mr", "m:func", "m:fName",
    "m:acc", "m:eqArr",
]  # fmt: skip
DOCX_ALONE = [
    "text",
    '<w:pStyle w:val="heading1"/>',
    '<w:numId w:val="9"/>',
    '<w:ilvl w:val="99"/>',
    "<w:tab/>",
    "<w:br/>",
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:instrText>PAGE</w:instrText>",
    '<w:fldChar w:fldCharType="end"/>',
    '<w:footnoteReference w:id="1"/>',
    '<w:sym w:char="F061"/>',
    '<w:gridSpan w:val="-3"/>',
    '<w:framePr w:dropCap="drop"/>',
    '<w:outlineLvl w:val="x"/>',
    "<w:tblHeader/>",
]
ODT = [
    "text:p", "text:h", "text:list", "text:list-item", "text:span", "text:a", "text:note",
    "text:note-body", "text:section", "table:table", "table:table-row", "table:table-cell",
    "table:table-header-rows", "draw:frame", "draw:text-box", "office:annotation",
    "text:table-of-content", "text:index-body", "text:ruby", "text:ruby-base", "text:tracked-changes",
]  # fmt: skip
ODT_ALONE = [
    "text",
    '<text:s text:c="9999999"/>',
    "<text:tab/>",
    "<text:line-break/>",
    "<svg:desc>A boat</svg:desc>",
    "<text:note-citation>1</text:note-citation>",
    '<draw:object xlink:href="../../x"/>',
    "<text:page-number/>",
]
PPTX = [
    "p:sp", "p:grpSp", "p:pic", "p:graphicFrame", "p:txBody", "a:p", "a:r", "a:t", "a:tbl", "a:tr",
    "a:tc", "a:txBody", "a:fld", "a:pPr", "p:nvSpPr", "p:nvPr", "m:oMath", "m:r", "m:t",
]  # fmt: skip
PPTX_ALONE = [
    "text",
    '<p:ph type="title"/>',
    '<p:ph type="body" idx="1"/>',
    '<p:ph type="sldNum"/>',
    "<a:br/>",
    '<a:off x="x" y="99999999999999999999"/>',
    '<a:buAutoNum type="arabicPeriod" startAt="-1"/>',
    "<a:buNone/>",
    '<p:cNvPr descr="A boat"/>',
]
FB2 = [
    "section", "title", "p", "poem", "stanza", "v", "cite", "epigraph", "subtitle", "table", "tr", "th",
    "td", "a", "strong", "code", "text-author", "annotation",
]  # fmt: skip
FB2_ALONE = [
    "text",
    "<empty-line/>",
    '<image alt="A boat"/>',
    '<td colspan="99999"/>',
    '<a type="note">1</a>',
]
RTF = [
    "{",
    "}",
    "{",
    "}",
    r"\par",
    r"\cell",
    r"\row",
    r"\trowd",
    r"\intbl",
    r"\pard",
    r"{\footnote ",
    r"{\*\x ",
    r"{\header ",
    r"{\listtext 1.}",
    r"{\field{\*\fldinst PAGE}{\fldrslt 1}}",
    r"\u233?",
    r"\u-10179",
    r"\'e9",
    r"\'",
    r"\bin3 ",
    r"\s1 ",
    r"\outlinelevel-1 ",
    r"\uc-5 ",
    r"\f9 ",
    r"\ansicpg0 ",
    r"\chftn ",
    "\\",
    r"\*",
    r"{\shptxt ",
    r"{\sn wzDescription}",
    r"{\sv boat}",
    r"{\stylesheet{\s1 heading 1;}}",
    " text ",
    "\n",
    r"\v ",
    r"{\fonttbl{\f9\fcharset128 Mincho;}}",
    r"\line ",
    r"\fi-9 ",
    r"\ilvl99999999 ",
    r"\trhdr ",
]


def markup(names: list[str], alone: list[str]) -> st.SearchStrategy[str]:
    tags = [f"<{name}>" for name in names] + [f"</{name}>" for name in names] + alone
    return st.lists(st.sampled_from(tags), max_size=60).map("".join)


def outcome(data: bytes) -> Document | str:
    try:
        return read_bytes(data)
    except YapitError as error:
        return error.cure


NOTE = f'<w:footnote w:id="1">{office.w_p("note")}</w:footnote>'
MAKERS: dict[str, tuple[Callable[[str], bytes], st.SearchStrategy[str]]] = {
    "docx": (lambda body: office.docx(body, {"footnotes": NOTE}), markup(DOCX, DOCX_ALONE)),
    "docx note": (
        lambda body: office.docx(
            '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
            {"footnotes": f'<w:footnote w:id="1">{body}</w:footnote>'},
        ),
        markup(DOCX, DOCX_ALONE),
    ),
    "odt": (office.odt, markup(ODT, ODT_ALONE)),
    "pptx": (lambda body: office.pptx([body]), markup(PPTX, PPTX_ALONE)),
    "fb2": (office.fb2, markup(FB2, FB2_ALONE)),
    "fb2 notes": (lambda body: office.fb2("<section/>", notes=body), markup(FB2, FB2_ALONE)),
    "rtf": (office.rtf, st.lists(st.sampled_from(RTF), max_size=60).map("".join)),
}


@pytest.mark.parametrize("name", MAKERS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_markup_becomes_a_whole_document_or_is_refused(name: str, data: st.DataObject) -> None:
    make, bodies = MAKERS[name]
    found = outcome(make(data.draw(bodies)))
    assert found, "a refusal says what to do"
    if isinstance(found, Document):
        assert all(block.span.of(found.text).strip() for block in found.blocks)


@pytest.mark.parametrize("start", [b"{\\rtf1", b"<FictionBook>", b"PK\x05\x06", bytes(60) + b"BOOKMOBI"])
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_after_a_known_beginning_are_read_or_refused(start: bytes, data: bytes) -> None:
    assert outcome(start + data)
