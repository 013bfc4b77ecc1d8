"""Builds docs/samples/listening.pdf from listening.md: two pages like a book's, the same bytes every time.

Set as books are, with running heads, page numbers, broken words and a footnote, so
that it shows what a reader of pages has to leave out and put together.
"""

from __future__ import annotations

import re
from pathlib import Path

import pymupdf
from markdown_it import MarkdownIt

SAMPLES = Path(__file__).resolve().parent.parent / "docs" / "samples"
PAGE = pymupdf.Rect(0, 0, 420, 595)  # A5, in points
TEXT = pymupdf.Rect(52, 66, 368, 520)
RUNNING_HEAD = "On Walking and Reading Aloud"

STYLE = """
* { font-family: serif; }
body { margin: 0; font-size: 10.2pt; line-height: 1.28; text-align: justify; }
h1 { font-size: 20pt; text-align: center; margin: 0 0 14pt 0; }
h2 { font-size: 13pt; text-align: left; margin: 12pt 0 5pt 0; }
p { margin: 0; text-indent: 14pt; }
h1 + p, h2 + p { text-indent: 0; }
ul { margin: 4pt 0 4pt 0; }
li { margin: 0; }
sup { font-size: 6.5pt; }
"""

# Where a line may break them, as a typesetter would allow.
BREAKS = ("re-mark-able", "quar-rel", "rhythms", "li-brary", "si-lence", "re-mem-bered", "school-chil-dren",
          "para-graph", "cour-tesy", "rep-e-ti-tion", "sen-tence", "claus-es", "head-phones", "with-out",
          "thoughts", "fin-ished", "pas-sages", "at-tached", "con-clu-sion", "re-ports", "run-ning",
          "proof-reader", "read-er", "play-ing", "stu-dents", "walk-ers", "be-ing")  # fmt: skip


def main() -> None:
    source = (SAMPLES / "listening.md").read_text(encoding="utf-8")
    body, note = _parts(source)
    pages = _set(_html(body))
    for number, page in enumerate(pages, 1):
        _furnish(page, number)
    _footnote(pages[0], note)
    pages.set_metadata({"title": "Listening on Foot", "author": "The Yapit authors"})
    pages.set_toc(_outline(pages, source))
    pages.set_language("en")
    pages.subset_fonts()
    pages.save(SAMPLES / "listening.pdf", garbage=4, deflate=True, deflate_fonts=True, no_new_id=True)
    print(f"{SAMPLES / 'listening.pdf'}: {pages.page_count} pages")


def _parts(source: str) -> tuple[str, str]:
    """The Markdown without front matter and footnote, and the footnote."""
    body = source.split("---\n", 2)[2]
    body, note = body.split("[^1]: ")
    return body.replace("[^1]", "<sup>1</sup>"), note.strip()


def _html(markdown: str) -> str:
    html = str(MarkdownIt("commonmark").render(markdown))
    for broken in BREAKS:
        html = re.sub(rf"\b{broken.replace('-', '')}\b", broken.replace("-", "&shy;"), html)
    return html


def _set(html: str) -> pymupdf.Document:
    story = pymupdf.Story(html, user_css=STYLE)
    return story.write_with_links(lambda number, filled: (PAGE, TEXT, None))


def _furnish(page: pymupdf.Page, number: int) -> None:
    _centred(page, 44, RUNNING_HEAD, 8)
    _centred(page, 560, str(number), 9)


def _centred(page: pymupdf.Page, y: float, text: str, size: float) -> None:
    width = pymupdf.get_text_length(text, "tiro", size)
    page.insert_text((PAGE.width / 2 - width / 2, y), text, fontname="tiro", fontsize=size)


def _footnote(page: pymupdf.Page, note: str) -> None:
    page.draw_line((TEXT.x0, 530), (TEXT.x0 + 60, 530), width=0.4)
    page.insert_text((TEXT.x0, 541), f"1 {note}", fontname="tiro", fontsize=8)


def _outline(pages: pymupdf.Document, source: str) -> list[tuple[int, str, int]]:
    found = []
    for signs, title in re.findall(r"^(#+) (.+)$", source, re.MULTILINE):
        number = next(page.number for page in pages if page.search_for(title))
        found.append((len(signs), title, number + 1))
    return found


if __name__ == "__main__":
    main()
