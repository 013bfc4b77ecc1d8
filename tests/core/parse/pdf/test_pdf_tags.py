"""Tagged PDFs: the headings they name are headings, unless nearly all is said to be one."""

from __future__ import annotations

from tests.core.parse.documents_made import PdfMaker
from tests.core.parse.pdf.reading_made import FILLER, parsed, texts
from yapit.core.document import BlockKind


def tagged(*tags: str) -> PdfMaker:
    """A page on which everything is of one size, and the line drawn as number `n` has the tag `tags[n]`."""
    made = PdfMaker().page()
    made.line(50, 60, "What the ferryman said").lines(50, 72, *FILLER)
    file, page = made.file, made.file[-1]
    root, parents = file.get_new_xref(), file.get_new_xref()
    elements = []
    for number, (tag, content) in enumerate(zip(tags, page.get_contents(), strict=True)):
        drawn = file.xref_stream(content)
        file.update_stream(content, f"/{tag} <</MCID {number}>> BDC\n".encode() + drawn + b"\nEMC\n")
        element = file.get_new_xref()
        file.update_object(
            element, f"<</Type/StructElem/S/{tag}/P {root} 0 R/Pg {page.xref} 0 R/K {number}>>"
        )
        elements.append(f"{element} 0 R")
    file.update_object(parents, f"<</Nums[0 [{' '.join(elements)}]]>>")
    file.update_object(root, f"<</Type/StructTreeRoot/K[{' '.join(elements)}]/ParentTree {parents} 0 R>>")
    file.xref_set_key(page.xref, "StructParents", "0")
    file.xref_set_key(file.pdf_catalog(), "StructTreeRoot", f"{root} 0 R")
    file.xref_set_key(file.pdf_catalog(), "MarkInfo", "<</Marked true>>")
    return made


def test_what_a_file_tags_as_a_heading_is_one() -> None:
    document = parsed(tagged("H2", "P", "P", "P", "P"))
    assert texts(document, BlockKind.HEADING) == ["What the ferryman said"]
    assert document.blocks[0].level == 2
    assert len(document.blocks) == 2


def test_a_file_that_tags_nearly_all_as_headings_is_not_believed() -> None:
    assert not texts(parsed(tagged("H1", "H1", "H1", "H1", "P")), BlockKind.HEADING)
