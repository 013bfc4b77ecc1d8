"""Papers as four publishers set them."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.typeset import Face, Sheets, Style
from benchmarks.typeset_parts import (
    SECTIONS,
    TITLE,
    Author,
    figure,
    head,
    paragraphs,
    sections,
    two,
    works,
)


def acm() -> Sheets:
    """Two columns, running heads of title and authors, a permission block below the first column."""
    author = Author(1)
    text = Style(Face("t", 9, 10.9), indent=9)
    small = Face("h", 7, 9)

    def decorate(sheets: Sheets, number: int) -> None:
        if number > 1 and number % 2:
            sheets.line(54, 50, TITLE, small)
            sheets.line(0, 50, "Coasts '26, May 4–7, 2026, Leith, Scotland", small, end=558)
        elif number > 1:
            sheets.line(54, 50, "Coasts '26, May 4–7, 2026, Leith, Scotland", small)
            sheets.line(0, 50, "Salas and Winter", small, end=558)

    sheets = Sheets(612, 792, lambda number: two(54, 558, 215 if number == 1 else 72, 720, 24), decorate)
    head(sheets, TITLE, "Ines Salas and Hugo Winter", Face("h", 17, 21, bold=True), 90)
    title = Style(Face("h", 10, 12, bold=True), align="left", before=8, after=3, keeps=4)
    sheets.add("abstract", "Abstract", title)
    sheets.add("abstract", author.paragraph(5, 5), replace(text, indent=0))
    sheets.add("heading", "CCS Concepts", title)
    sheets.add(
        "paragraph",
        "• *Applied computing* → Arts and humanities; Document searching.",
        replace(text, indent=0),
    )
    sheets.foot(
        (
            "Permission to make copies of this work for personal use is granted without fee, provided that "
            "copies bear this notice and the full citation on the first page.",
            "© 2026 Held by the authors. Coasts '26, Leith, Scotland.",
        ),
        Style(Face("t", 7, 8.4)),
    )
    sections(
        sheets,
        author,
        text,
        title,
        number="{}",
        sub="{}.{}",
        paragraphs=8,
        plain_first=True,
        figure="Figure 1:",
    )
    sheets.add("reference", "References", title)
    works(sheets, Style(Face("t", 7.5, 9.2), left=14, indent=-14), "[{}]")
    return sheets


def ieee() -> Sheets:
    """Two columns, headings in Roman capitals, a run-in abstract, a large first letter."""
    author = Author(2)
    text = Style(Face("t", 10, 11.8), indent=10)

    def decorate(sheets: Sheets, number: int) -> None:
        sheets.line(49, 32, "IEEE TRANSACTIONS ON SMALL HARBOURS, VOL. 7, NO. 2, MAY 2026", Face("t", 7, 8))
        sheets.line(0, 32, str(1040 + number), Face("t", 7, 8), end=563)

    sheets = Sheets(612, 792, lambda number: two(49, 563, 150 if number == 1 else 56, 740, 14), decorate)
    head(sheets, TITLE, "Ines Salas, _Member, IEEE,_ and Hugo Winter", Face("t", 22, 26), 66)
    bold = replace(text, face=replace(text.face, size=9, leading=10.4, bold=True))
    sheets.add("abstract", "_Abstract—_ " + author.paragraph(4, 4), bold)
    sheets.add("paragraph", "_Index Terms—_ Archives, counting, harbours, tides.", replace(bold, after=10))
    title = Style(Face("t", 9.5, 12), align="centre", before=9, after=4, keeps=4)
    sub = Style(Face("t", 10, 12, italic=True), align="left", before=6, after=2, keeps=3)
    numerals = ("I", "II", "III", "IV", "V")
    for at, (name, parts) in enumerate(SECTIONS):
        sheets.add("heading", f"{numerals[at]}. {name.upper()}", title)
        if at == 0:
            sheets.add("paragraph", author.paragraph(5, 6), replace(text, drop=2, indent=0))
            sheets.foot(
                (
                    "Manuscript received 4 January 2026; revised 2 March 2026.",
                    "The authors are with the Archive of Leith.",
                ),
                Style(Face("t", 8, 9.4)),
            )
        for letter, part in zip("AB", parts, strict=False):
            sheets.add("heading", f"{letter}. {part.title()}", sub)
            paragraphs(sheets, author, text, 3)
        paragraphs(sheets, author, text, 0 if parts else 8)
        if at == 1:
            figure(
                sheets,
                "Fig. 1. Ships that came in each year, and the years of the flood.",
                Style(Face("t", 8, 9.6)),
            )
    sheets.add("reference", "REFERENCES", title)
    works(sheets, Style(Face("t", 8, 9.6), left=16, indent=-16), "[{}]")
    return sheets


def lncs() -> Sheets:
    """One column on a small page; the running head is the authors or the title, with the page number."""
    author = Author(3)
    text = Style(Face("t", 10, 12), indent=14)

    def decorate(sheets: Sheets, number: int) -> None:
        small = Face("t", 9, 10)
        if number > 1 and number % 2 == 0:
            sheets.line(134, 112, str(number), small)
            sheets.line(170, 112, "I. Salas and H. Winter", small)
        elif number > 1:
            sheets.line(0, 112, "Counting the Ships of a Small Harbour", small, end=440)
            sheets.line(0, 112, str(number), small, end=481)

    sheets = Sheets(595, 842, lambda number: [(134, 270 if number == 1 else 126, 481, 700)], decorate)
    head(sheets, TITLE, "Ines Salas^1 and Hugo Winter^2", Face("t", 14, 17, bold=True), 130, x=(134, 481))
    sheets.box(
        ("^1 Archive of Leith, Scotland", "^2 Museum of Tides, Cork, Ireland"),
        (190, 200, 440, 240),
        Style(Face("t", 9, 11)),
    )
    inset = Style(Face("t", 9, 11), left=28, right=28, after=6)
    sheets.add("abstract", "*Abstract.* " + author.paragraph(4, 5), inset)
    sheets.add("paragraph", "*Keywords:* Archives · Counting · Harbours", replace(inset, after=14))
    title = Style(Face("t", 12, 14, bold=True), align="left", before=16, after=8, keeps=4)
    sections(
        sheets,
        author,
        text,
        title,
        number="{}",
        sub="{}.{}",
        paragraphs=4,
        plain_first=True,
        figure="*Fig. 1.*",
        notes=True,
    )
    sheets.add("reference", "References", title)
    works(sheets, Style(Face("t", 9, 11), left=16, indent=-16), "{}.")
    return sheets


def elsevier() -> Sheets:
    """A journal's first page: what it offers, a rule, article info beside the abstract; then two columns."""
    author = Author(4)
    text = Style(Face("t", 8, 10), indent=10)

    def decorate(sheets: Sheets, number: int) -> None:
        small = Face("t", 7, 8)
        if number == 1:
            sheets.line(190, 45, "Contents lists available at ScienceShelf", small)
            sheets.line(210, 66, "Journal of Harbour History", Face("t", 13, 15))
            sheets.line(190, 84, "journal homepage: www.example.org/locate/harbour", small)
            sheets.rule(37, 558, 96, width=2)
            sheets.line(
                37, 770, "* Corresponding author. E-mail address: salas@example.org (I. Salas).", small
            )
            sheets.line(37, 790, "https://doi.org/10.0000/j.harbour.2026.104", small)
            sheets.line(37, 799, "0000-0000/© 2026 The Authors. Published by Shelf B.V.", small)
        else:
            sheets.line(37, 45, "I. Salas and H. Winter", small)
            sheets.line(0, 45, "Journal of Harbour History 104 (2026) 1–6", small, end=558)
            sheets.line(294, 800, str(number), small)

    sheets = Sheets(595, 842, lambda number: two(37, 558, 350 if number == 1 else 62, 750, 20), decorate)
    head(sheets, TITLE, "Ines Salas*, Hugo Winter", Face("t", 14, 17), 112, align="left", x=(37, 558))
    sheets.rule(37, 558, 190)
    y = sheets.box(("A R T I C L E  I N F O",), (37, 196, 180, 210), Style(Face("t", 8, 10)))
    sheets.box(
        ("_Keywords:_", "Archives", "Counting", "Harbours"), (37, y + 8, 180, 300), Style(Face("t", 7, 9))
    )
    y = sheets.box(("A B S T R A C T",), (210, 196, 558, 210), Style(Face("t", 8, 10)))
    abstract = author.paragraph(5, 5)
    sheets.gold += [
        ("other", "A R T I C L E I N F O"),
        ("other", "Keywords: Archives Counting Harbours"),
        ("other", "A B S T R A C T"),
    ]
    sheets.gold.append(("abstract", abstract))
    sheets.box((abstract,), (210, y + 8, 558, 330), Style(Face("t", 7.5, 9.5)))
    sheets.rule(37, 558, 338)
    title = Style(Face("t", 8, 10, bold=True), align="left", before=10, after=8, keeps=4)
    sections(
        sheets,
        author,
        text,
        title,
        number="{}.",
        sub="{}.{}.",
        paragraphs=14,
        plain_first=True,
        figure="*Fig. 1.*",
        sub_italic=True,
    )
    sheets.add("reference", "References", title)
    works(sheets, Style(Face("t", 7, 8.6), left=10, indent=-10), "")
    return sheets
