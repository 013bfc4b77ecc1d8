"""LaTeX: heard as its pages would say it; no command reaches the listener."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yapit.core.document import BlockKind, Document, MarkKind
from yapit.core.errors import EmptyDocument
from yapit.core.parse import read_bytes

Kind = BlockKind


def parsed(body: str, preamble: str = "") -> Document:
    source = f"\\documentclass{{article}}\n{preamble}\n\\begin{{document}}\n{body}\n\\end{{document}}\n"
    return read_bytes(source.encode(), "a.tex")


def blocks(body: str, preamble: str = "") -> list[tuple[BlockKind, int, str]]:
    document = parsed(body, preamble)
    return [(block.kind, block.level, block.span.of(document.text)) for block in document.blocks]


def said(body: str, preamble: str = "") -> str:
    return "\n".join(text for _, _, text in blocks(body, preamble))


def marks(body: str, preamble: str = "") -> list[tuple[MarkKind, str, str]]:
    document = parsed(body, preamble)
    return [(mark.kind, mark.span.of(document.text), mark.source) for mark in document.marks]


def test_title_and_authors_come_first_and_name_the_document() -> None:
    preamble = r"\title{The \emph{River}\thanks{Paid.}} \author{Ida Marsh\thanks{x} \and Tom Reed}"
    document = parsed(r"\maketitle It rose.", preamble)
    assert (document.title, document.author) == ("The River", "Ida Marsh")
    assert [block.kind for block in document.blocks] == [Kind.TITLE, Kind.AUTHOR, Kind.PARAGRAPH]


def test_sections_have_depths_with_chapters_or_without() -> None:
    assert [level for _, level, _ in blocks(r"\section{A} \subsection*{B} \paragraph{C}")] == [1, 2, 4]
    assert [level for _, level, _ in blocks(r"\chapter{A} \section[short]{B}")] == [1, 2]


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Caf\'e na\"{\i}ve \v{S}koda \c{c}a \aa{} \ss{} \o", "Café naïve Škoda ça å ß ø"),
        ("``so'' --- or -- so~it", "“so” — or – so it"),
        (r"50\% of \$5 \& more\ldots", "50% of $5 & more…"),
        ("one % a remark\ntwo", "one two"),
        ("one%\n  two", "onetwo"),
        (r"one \iffalse hidden \fi two", "one two"),
        (r"{\bf bold} \textit{and \underline{more}}", "bold and more"),
        (r"\unknown[opt]{kept} \vspace{1cm}text\label{x}", "kept text"),
        (r"\textcolor{red}{text} \href{http://x}{page} \url{http://x/a_b}", "text page http://x/a_b"),
        (r"\SI{5}{\kilo\metre\per\hour} wide", "5 kilometre per hour wide"),
        (r"It cost $ 5 and", "It cost $ 5 and"),
    ],
)
def test_the_text_is_as_on_the_page(latex: str, text: str) -> None:
    assert said(latex) == text


def test_commands_of_the_writers_own_are_what_they_stand_for() -> None:
    preamble = r"\newcommand{\R}{\mathbb{R}} \newcommand{\at}[2][home]{#2 at #1} \def\boat#1{the \emph{#1}}"
    assert said(r"\at{we} and \at[sea]{they} saw \boat{ark}.", preamble) == (
        "we at home and they at sea saw the ark."
    )
    assert marks(r"in $\R^2$", preamble)[0][2] == r"\mathbb{R}^2"


def test_lists_keep_depth_numbers_and_terms() -> None:
    body = (
        r"\begin{itemize}\item a \begin{enumerate}\item b \item c\end{enumerate}\end{itemize}"
        r"\begin{description}\item[Boat] floats\end{description}"
    )
    assert blocks(body) == [
        (Kind.LIST_ITEM, 1, "a"),
        (Kind.LIST_ITEM, 2, "1. b"),
        (Kind.LIST_ITEM, 2, "2. c"),
        (Kind.LIST_ITEM, 1, "Boat floats"),
    ]


def test_formulas_carry_their_source_and_displays_stand_apart() -> None:
    body = "So $a_1$ and\n\\begin{equation}\\label{e} x = 1 \\end{equation}\nhold. \\[ y \\] $$z$$"
    assert [kind for kind, _, _ in blocks(body)] == [
        Kind.PARAGRAPH, Kind.EQUATION, Kind.PARAGRAPH, Kind.EQUATION, Kind.EQUATION,
    ]  # fmt: skip
    assert [source for _, _, source in marks(body)] == ["a_1", "x = 1", "y", "z"]


def test_notes_follow_the_paragraph_that_has_their_marks() -> None:
    body = "It rose.\\footnote{For days.} Then not.\n\nThe end."
    assert [text for _, _, text in blocks(body)] == ["It rose.[1] Then not.", "For days.", "The end."]
    assert marks(body) == [(MarkKind.NOTE, "[1]", "")]


def test_references_have_the_numbers_that_the_page_gives_them() -> None:
    body = (
        r"See Figure~\ref{f}, \autoref{s}, \eqref{e} and \cite{a,b}, or \citet{reed2019x}."
        r"\section{A}\subsection{B}\label{s}\begin{equation}1\label{e}\end{equation}"
        r"\begin{figure}\caption{C}\label{f}\end{figure}"
        r"\begin{thebibliography}{9}\bibitem{a} A. \bibitem{b} B.\end{thebibliography}"
    )
    assert blocks(body)[0][2] == "See Figure 1, Section 1.1, (1) and [1, 2], or Reed (2019)."
    assert [text for _, text, _ in marks(body)][:2] == ["[1, 2]", "(2019)"]
    assert [text for kind, _, text in blocks(body) if kind is Kind.REFERENCE] == ["A.", "B."]


def test_tables_code_quotes_and_captions_are_told_apart() -> None:
    body = (
        r"\begin{tabular}{l|r}\toprule Year & Snow \\ \midrule 1891 & deep \\ \bottomrule\end{tabular}"
        "\\begin{verbatim}\nx = \\y % z\n\\end{verbatim}"
        r"\begin{quote}said\end{quote}\begin{figure}[ht]\caption{A boat}\end{figure}"
        r"\begin{abstract}Short.\end{abstract}\input{other}"
    )
    assert blocks(body) == [
        (Kind.TABLE, 1, "Year\tSnow\n1891\tdeep"),
        (Kind.CODE, 0, "x = \\y % z"),
        (Kind.QUOTE, 0, "said"),
        (Kind.CAPTION, 0, "A boat"),
        (Kind.ABSTRACT, 0, "Short."),
        (Kind.FURNITURE, 0, "[other: a file of its own, not read]"),
    ]


def test_babel_names_the_language() -> None:
    assert parsed("Es stieg.", r"\usepackage[english,ngerman]{babel}").language == "de"


def test_latex_from_a_pipe_is_known_by_its_beginning() -> None:
    assert (
        read_bytes(b"\\documentclass{article}\\begin{document}It \\emph{rose}.\\end{document}").text
        == "It rose."
    )


def test_a_file_that_only_gathers_others_says_so() -> None:
    with pytest.raises(EmptyDocument) as error:
        parsed(r"\maketitle")
    assert "PDF" in error.value.cure


@pytest.mark.parametrize(
    "piece",
    [
        "{", "}", "$", "$$", "\\(", "\\[", "\\begin{itemize}", "\\begin{tabular}", "\\footnote{",
        "\\emph{", "\\item[",
        "%", "\\iffalse",
        "\\verb|", "\\begin{verbatim}", "\\cite{", "\\caption{", "\\\\", "&", "\\newcommand{\\a}{",
        "\\end{x}",
        "\\section{", "\\bibitem[", "\\'", "[", "\\begin{equation}", "\\title{", "\\def\\x",
    ],
)  # fmt: skip
def test_a_long_row_of_anything_is_read_soon(piece: str) -> None:
    assert parsed("word " + piece * (100_000 // len(piece))).blocks


def test_commands_that_breed_are_bounded() -> None:
    bombs = "".join(f"\\newcommand{{\\m{a}}}{{\\m{b}\\m{b}}}" for a, b in pairwise("abcdefghijklmnopqrstu"))
    assert parsed(
        r"word \ma \mu", bombs + r"\newcommand{\mu}{boat }\newcommand{\self}{\self\self} \self"
    ).blocks


PIECES = st.lists(
    st.sampled_from([
        "word ", "\\emph", "{", "}", "$", "\\begin{itemize}", "\\end{itemize}", "\\item ",
        "\\footnote{n}", "%\n", "\n\n",
        "\\\\", "&", "\\begin{tabular}{ll}", "\\end{tabular}", "\\section{S}", "\\'e", "\\verb|x|", "[",
        "]", "\\cite{k}",
        "\\ref{k}", "\\label{k}", "\\caption{c}", "~", "--", "``", "\\newcommand{\\z}[1]{#1}", "\\z",
        "\\begin{equation}",
        "\\end{equation}", "\\(", "\\)", "\\unknown", "#1",
    ]),
    max_size=40,
).map("".join)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(text=PIECES)
def test_no_command_reaches_the_listener(text: str) -> None:
    document = parsed("word " + text)
    formulas = [mark.span for mark in document.marks if mark.kind in (MarkKind.MATH, MarkKind.CODE)]
    for at, character in enumerate(document.text):
        assert character != "\\" or any(span.start <= at < span.end for span in formulas), document.text
