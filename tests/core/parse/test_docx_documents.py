"""Word: what its page shows, with its numbers, its notes, and the changes it tracks."""

from __future__ import annotations

import pytest

from tests.core.parse import office_made as office
from tests.core.parse.office_made import W, w_item, w_p, w_r, w_table
from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.errors import SourceError
from yapit.core.parse import read_bytes

Kind = BlockKind


def word(body: str, **parts: str) -> Document:
    return read_bytes(office.docx(body, parts), "letter.docx")


def texts(document: Document, *kinds: BlockKind) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks if not kinds or b.kind in kinds]


def marked(document: Document, kind: MarkKind) -> list[str]:
    return [mark.span.of(document.text) for mark in document.marks if mark.kind is kind]


def level(depth: int, format_: str, text: str, more: str = "") -> str:
    said = f'<w:start w:val="1"/><w:numFmt w:val="{format_}"/><w:lvlText w:val="{text}"/>{more}'
    return f'<w:lvl w:ilvl="{depth}">{said}</w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="1">{"".join(levels)}</w:abstractNum>{more}'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )


def test_items_have_the_numbers_that_word_shows() -> None:
    lists = numbering(
        level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"), level(2, "lowerRoman", "%1.%3")
    )
    body = [("one", 0), ("first", 1), ("deep", 2), ("second", 1), ("two", 0), ("anew", 1)]
    document = word("".join(w_item(text, 1, depth) for text, depth in body), numbering=lists)
    assert texts(document) == ["1. one", "a) first", "1.i deep", "b) second", "2. two", "a) anew"]
    assert [block.level for block in document.blocks] == [1, 2, 3, 2, 1, 2]


def test_a_list_goes_on_after_a_paragraph_and_begins_anew_where_it_says_so() -> None:
    lists = numbering(level(0, "upperRoman", "%1."))
    body = w_item("a", 1) + w_p("Between.") + w_item("b", 1) + w_item("c", 2) + w_item("d", 2)
    assert texts(word(body, numbering=lists)) == ["I. a", "Between.", "II. b", "I. c", "II. d"]


def test_headings_are_told_by_style_by_its_ancestors_and_by_outline_level() -> None:
    styles = (
        f"{office.DOCX_STYLES}"
        '<w:style w:styleId="Mine"><w:name w:val="My own"/><w:basedOn w:val="heading2"/></w:style>'
        '<w:style w:styleId="loop"><w:name w:val="Loop"/><w:basedOn w:val="loop"/></w:style>'
    )
    outlined = w_p("Three", properties='<w:outlineLvl w:val="2"/>')
    document = word(
        w_p("Name", "Title") + w_p("One", "heading1") + w_p("Two", "Mine") + outlined + w_p("Text", "loop"),
        styles=styles,
    )
    kinds = [(block.kind, block.level) for block in document.blocks]
    assert kinds == [
        (Kind.TITLE, 0),
        (Kind.HEADING, 1),
        (Kind.HEADING, 2),
        (Kind.HEADING, 3),
        (Kind.PARAGRAPH, 0),
    ]
    assert document.title == "Name"


def test_headings_that_word_numbers_have_their_numbers() -> None:
    lists = numbering(level(0, "decimal", "%1", '<w:pStyle w:val="heading1"/>'))
    styles = office.DOCX_STYLES.replace(
        '<w:name w:val="heading 1"/>',
        '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
    )
    document = word(w_p("Start", "heading1") + w_p("End", "heading1"), numbering=lists, styles=styles)
    assert texts(document, Kind.HEADING) == ["1 Start", "2 End"]


def test_insertions_are_read_and_deletions_are_not() -> None:
    runs = (
        w_r("She said ") + f"<w:del>{w_r('no').replace('w:t>', 'w:delText>')}</w:del>"
        f"<w:ins>{w_r('yes')}</w:ins><w:moveFrom>{w_r(' once')}</w:moveFrom>" + w_r(".")
    )
    assert texts(word(w_p(runs))) == ["She said yes."]


def test_notes_follow_their_paragraph_and_their_numbers_are_marked() -> None:
    runs = w_r("It rained") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + w_r(" a week.")
    notes = f'<w:footnote w:id="2">{w_p("<w:r><w:footnoteRef/></w:r>" + w_r(" Or ten days."))}</w:footnote>'
    document = word(w_p(runs) + w_p("Then it stopped."), footnotes=notes)
    assert texts(document) == ["It rained1 a week.", "1 Or ten days.", "Then it stopped."]
    assert texts(document, Kind.FOOTNOTE) == ["1 Or ten days."]
    assert marked(document, MarkKind.NOTE) == ["1", "1"]


def test_a_note_may_be_marked_by_a_sign_of_ones_own() -> None:
    mark = '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    notes = f'<w:footnote w:id="2">{w_p("Really.")}</w:footnote>'
    document = word(w_p(w_r("It rained") + mark + w_r(".")), footnotes=notes)
    assert texts(document)[0] == "It rained*."
    assert marked(document, MarkKind.NOTE)[0] == "*"


def test_comments_are_notes_with_the_name_of_their_writer() -> None:
    runs = w_r("A bold claim.") + '<w:r><w:commentReference w:id="0"/></w:r>'
    comments = f'<w:comment w:id="0" w:author="Ann">{w_p("Says who?")}</w:comment>'
    document = word(w_p(runs), comments=comments)
    assert texts(document) == ["A bold claim.", "Ann: Says who?"]
    assert document.blocks[1].kind is Kind.FOOTNOTE


def field(instruction: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{w_r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_fields_show_their_text_but_no_page_numbers_and_no_instructions() -> None:
    cited = field(' ADDIN ZOTERO_ITEM CSL_CITATION {"a":1}', "(Ash, 2001)")
    runs = (
        w_r("See ") + field(' HYPERLINK "http://a.example" ', "the map") + w_r(", page ")
        + field(" PAGEREF _x ", "12") + w_r(" ") + cited
    )  # fmt: skip
    document = word(w_p(runs))
    assert texts(document) == ["See the map, page (Ash, 2001)"]
    assert marked(document, MarkKind.CITATION) == ["(Ash, 2001)"]


def test_a_field_that_never_ends_does_not_silence_the_rest() -> None:
    open_field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    assert texts(word(w_p(w_r("Before.") + open_field) + w_p("After."))) == ["Before.", "After."]


def test_the_table_of_contents_is_furniture() -> None:
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"<w:sdt>{gallery}<w:sdtContent>{w_p('Start 1')}</w:sdtContent></w:sdt>"
    document = word(control + w_p(field("TOC", "End 2")) + w_p("Old 3", "toc1") + w_p("Text."))
    assert texts(document, Kind.FURNITURE) == ["Start 1", "End 2", "Old 3"]


def test_what_is_in_a_content_control_or_a_box_is_read() -> None:
    control = f"<w:sdt><w:sdtContent>{w_p('Inside.')}</w:sdtContent></w:sdt>"
    box = f"<w:r><w:pict><w:txbxContent>{w_p('In a box.')}</w:txbxContent></w:pict></w:r>"
    assert texts(word(control + w_p(w_r("Around.") + box))) == ["Inside.", "Around.", "In a box."]


def test_tables_keep_rows_cells_and_merged_places() -> None:
    wide = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + w_p("wide") + "</w:tc>"
    table = w_table(("a", "b", "c"), heads=1).replace(
        "</w:tbl>", f"<w:tr>{wide}<w:tc>{w_p('d')}</w:tc></w:tr></w:tbl>"
    )
    document = word(table)
    assert texts(document) == ["a\tb\tc\nwide\t\td"]
    assert document.blocks[0].level == 1


def test_a_table_around_a_text_is_that_text_and_one_in_a_cell_part_of_it() -> None:
    assert texts(word(w_table((HEADED,)))) == [HEADED]
    nested = w_table(("outer", "X")).replace(w_p("X"), w_table(("in", "ner")) + w_p("end"))
    assert texts(word(nested)) == ["outer\tin ner end"]


HEADED = "A whole letter stands in this frame."


def test_formulas_are_marked_with_their_mathml() -> None:
    half = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    square = "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
    alone = f"<w:p><m:oMathPara><m:oMath>{square}</m:oMath></m:oMathPara></w:p>"
    document = word(w_p(w_r("Take ") + f"<m:oMath>{half}</m:oMath>" + w_r(" of it.")) + alone)
    first, second = document.marks
    assert first.source == (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mrow><mn>1</mn></mrow>'
        "<mrow><mn>2</mn></mrow></mfrac></math>"
    )
    assert second.source.count("<msup>") == 1
    assert [block.kind for block in document.blocks] == [Kind.PARAGRAPH, Kind.EQUATION]


MONO = '<w:rFonts w:ascii="Consolas"/>'


def test_listings_keep_their_lines_and_code_among_words_is_marked() -> None:
    body = (
        w_p("def f(x):", "SourceCode")
        + w_p("    return x", "SourceCode")
        + w_p(w_r("Call ") + w_r("f(1)", MONO))
    )
    document = word(body)
    assert texts(document, Kind.CODE) == ["def f(x):\n    return x"]
    assert marked(document, MarkKind.CODE) == ["f(1)"]


def test_a_letter_in_a_typewriters_font_is_a_letter() -> None:
    lines = ("Dear Ann, the river has been high all week, and nobody came.", "“Come,” I said.", "Nobody did.")
    document = word("".join(w_p(w_r(line, MONO)) for line in lines))
    assert {block.kind for block in document.blocks} == {Kind.PARAGRAPH}
    assert not document.marks


def test_where_all_is_in_a_typewriters_font_it_says_nothing() -> None:
    normal = f'<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>{MONO}</w:rPr></w:style>'
    document = word(w_p("CHAPTER ONE") + w_p("so it goes"), styles=normal)
    assert {block.kind for block in document.blocks} == {Kind.PARAGRAPH}


def test_quotes_captions_references_and_pictures_are_what_they_are() -> None:
    picture = '<w:r><w:drawing><docPr descr="A boat on a river"/></w:drawing></w:r>'
    named = '<w:r><w:drawing><docPr descr="boat.png"/></w:drawing></w:r>'
    document = word(
        w_p("Be quiet.", "Quote")
        + w_p(picture)
        + w_p(named)
        + w_p("Figure 1", "caption")
        + w_p("Ash", "Bibliography")
    )
    kinds = [(block.kind, block.span.of(document.text)) for block in document.blocks]
    assert kinds == [
        (Kind.QUOTE, "Be quiet."),
        (Kind.CAPTION, "A boat on a river"),
        (Kind.CAPTION, "Figure 1"),
        (Kind.REFERENCE, "Ash"),
    ]


def test_heads_and_feet_of_pages_are_shown_once() -> None:
    section = '<w:sectPr><w:headerReference r:id="r2"/><w:footerReference r:id="r3"/></w:sectPr>'
    document = word(w_p("Text.") + section, header1=w_p("Draft"), footer1=w_p("Secret"))
    kinds = [(block.kind, block.span.of(document.text)) for block in document.blocks]
    assert kinds == [(Kind.RUNNING_HEAD, "Draft"), (Kind.PARAGRAPH, "Text."), (Kind.RUNNING_FOOT, "Secret")]


def test_hidden_text_is_not_there_and_a_drop_cap_is_part_of_its_word() -> None:
    drop = w_p("O", properties='<w:framePr w:dropCap="drop"/>')
    assert texts(word(drop + w_p(w_r("nce upon a time") + w_r("secret", "<w:vanish/>")))) == [
        "Once upon a time"
    ]


def test_language_and_abstract_are_told() -> None:
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="de-AT"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    abstract = '<w:style w:type="paragraph" w:styleId="Abstract"><w:name w:val="Abstract"/></w:style>'
    document = word(w_p("Kurz.", "Abstract") + w_p("Lang."), styles=defaults + abstract)
    assert document.language == "de-AT"
    assert [block.kind for block in document.blocks] == [Kind.ABSTRACT, Kind.PARAGRAPH]


def test_the_strict_form_of_the_standard_is_read() -> None:
    strict = office.docx(w_p("Strictly.", "heading1"))
    data = office.zipped(
        {
            name: text.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
                office.R, "http://purl.oclc.org/ooxml/officeDocument/relationships"
            )
            for name, text in office.unzipped(strict).items()
        }
    )
    document = read_bytes(data, "a.docx")
    assert [(block.kind, block.level) for block in document.blocks] == [(Kind.HEADING, 1)]


def test_a_word_document_without_its_text_is_refused() -> None:
    files = office.unzipped(office.docx(w_p("Text.")))
    del files["word/document.xml"]
    files["[Content_Types].xml"] = (
        '<Override ContentType="application/x.wordprocessingml.document.main+xml"/>'
    )
    with pytest.raises(SourceError, match="its text is missing"):
        read_bytes(office.zipped(files), "a.docx")
