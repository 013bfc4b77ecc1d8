"""Citations are found where they are, and nothing else is taken for one."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.document import Block, BlockKind, Document, Span, fill_gaps
from yapit.core.skips.citations import Bibliography, find_citations

REFERENCES = (
    "Carleton, T. A., & Hsiang, S. M. (2016). Social and economic impacts of climate. Science.",
    "HPC Carpentry development team. (2021). HPC Carpentry: Teaching basic skills.",
    "pandas development team. 2020. pandas-dev/pandas: Pandas. Zenodo.",
    "van der Walt, S. (2011). The NumPy array.",
)


def with_references(*entries: str) -> Bibliography:
    text, blocks = "", []
    for entry in entries:
        blocks.append(Block(Span(len(text), len(text) + len(entry)), BlockKind.REFERENCE))
        text += entry + "\n\n"
    return Bibliography.of(Document(text, tuple(blocks), fill_gaps(text, blocks)))


LISTED = with_references(*REFERENCES)
NUMBERED = with_references(*(f"[{n}] Somebody. Something. 2001." for n in range(1, 13)))


def found(text: str, bibliography: Bibliography) -> list[str]:
    return [span.of(text) for span in sorted(find_citations(text, bibliography))]


@pytest.mark.parametrize(
    "text",
    [
        "torrent of research (Carleton & Hsiang, 2016).",
        "as before (e.g., Carleton & Hsiang, 2016; see also van der Walt, 2011).",
        "in the lab (Smith et al., 2019a, 2020; Jones, 1998, pp. 3–7).",
        "in tools (HPC Carpentry development team, 2021) and",
        "such as pandas (pandas development team, 2020).",
        "long known [Carleton and Hsiang 2016] and",
        "(for a review, see Carleton and Hsiang, 2016)",
        "(O’Brien and de la Cruz, n.d.)",
        "(Müller u. a., 2004)",
        "(O’Brien & Cruz, 1999, cited in Carleton, 2016, p. 9)",
        "(A. Stone, personal communication, 4 May 2016)",
        "(World Health Organization [WHO] & Carleton, 2016)",
        "(ibid., p. 5)",
        "(Nowak [1923] 1987)",
        "(see Carleton, 2016 for more examples)",
        "(Moss et al. 2016 and references therein)",
        "(vgl. dazu Albers/Meier 2004; anders Roth u. a. 2011, S. 3 ff.)",
    ],
)
def test_names_and_years_in_brackets_are_a_citation(text: str) -> None:
    start = min(place for place in (text.find("("), text.find("[")) if place >= 0)
    end = max(text.rfind(")"), text.rfind("]")) + 1
    assert found(text, LISTED) == [text[start:end]]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Carleton and Hsiang (2016) show it.", "(2016)"),
        ("Smith et al. (2019) show it.", "(2019)"),
        ("Smith and Jones's (1998, p. 4) view", "(1998, p. 4)"),
    ],
)
def test_of_a_name_that_is_part_of_the_sentence_only_the_year_goes(text: str, cited: str) -> None:
    assert found(text, LISTED) == [cited]


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("as shown [3].", ["[3]"]),
        ("as shown [3, 5–7] and [12].", ["[3, 5–7]", "[12]"]),
        ("as shown [3]–[5].", ["[3]", "[5]"]),
        ("see [4, p. 17] and [1; 2]", ["[4, p. 17]", "[1; 2]"]),
        ("as in [Kop18, ABC+19] and [Knu97a]", ["[Kop18, ABC+19]", "[Knu97a]"]),
    ],
)
def test_numbers_and_keys_in_square_brackets_are_citations(text: str, cited: list[str]) -> None:
    assert found(text, NUMBERED) == cited


@pytest.mark.parametrize(
    "text",
    [
        "in the summer (May 2016) it rained",
        "the treaty (Paris, 1998) was signed",
        "after the war (in 1945) they came home",
        "(see Figure 2)",
        "a range of [0, 1] and [0]",
        "the element a[3] of the list",
        "a list [1, 40] of numbers",
        "grant number (P-2020-13988)",
        "(the summer term of 2025)",
        "It (1984) is a novel.",
        "in [brackets] and [sic]",
        "the range [1, 5] of marks",
        "the parts c[[3]] and node.parts[3] of it",
        "written for him (1822–1895) by the sea",
        "(n = 12) and (95% CI 1.2 to 3.4)",
        "(Labour, 2004–2012) and (Ridley Scott, 1982)",
        "Equation (3) follows",
        "Titanic (1997) was long",
    ],
)
def test_what_only_looks_like_a_citation_is_spoken(text: str) -> None:
    assert found(text, LISTED) == []
    assert found(text, NUMBERED) == []


def test_a_text_without_references_has_no_numbered_citations_unless_there_are_many() -> None:
    few = Document("He sat [1] there.", (Block(Span(0, 17)),))
    assert found(few.text, Bibliography.of(few)) == []
    text = "One [1], two [2], three [3]."
    many = Document(text, (Block(Span(0, len(text))),))
    assert found(text, Bibliography.of(many)) == ["[1]", "[2]", "[3]"]


@given(
    st.lists(
        st.sampled_from(
            ["Smith", "and", "&", ",", ";", " ", "(", ")", "[", "]", "2016", "12", "et al.", "A.", "van "]
        )
    ).map("".join)
)
def test_any_text_is_searched_and_spans_are_of_it(text: str) -> None:
    assert all(part for part in found(text, LISTED))


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "Aa ",
            "Aa, ",
            "Aa and ",
            "(Aa ",
            "A. ",
            "van ",
            "[1, ",
            "2016, ",
            "Aa's ",
            "(Aa 12; ",
            "(Aa v. ",
            "aaaa1,2",
        ),
        *("¹,", "(Aa (1990) ", "(AB, "),
        *(
            "see also ",
            "for a aa, see ",
            "(1) ",
            "[@a1",
            "@a1;",
            "(2016) ",
            "(Aa 2016, ",
            "et al. (",
            "cf. [1]; ",
        ),
    ],
)
def test_no_text_takes_long(unit: str) -> None:
    text = f"({unit * 5000} 2016)"
    begun = time.process_time()
    found(text, LISTED)
    assert time.process_time() - begun < 5


def test_the_labels_of_the_list_are_keys_and_nothing_else_is() -> None:
    keyed = with_references("[Kac] Kaczmarek. 1988.", "[W] Wedder. 1905.", "[Her75] Herstein. 1975.")
    assert found("as in [Kac, Example 4] and [W]", keyed) == ["[Kac, Example 4]", "[W]"]
    assert found("of [G] and of [1, 2]", keyed) == []


def test_numbers_in_round_brackets_are_citations_where_the_text_has_them_so() -> None:
    entries = [f"{n}. Somebody A. Something. 2001;1:1-9." for n in range(1, 7)]
    text = "It was seen (1). It was seen again (2-4), and late (3, 5). By (1) luck and (2) work, it is (6)."
    blocks = [Block(Span(0, len(text)))]
    whole = text
    for entry in entries:
        blocks.append(Block(Span(len(whole) + 1, len(whole) + 1 + len(entry)), BlockKind.REFERENCE))
        whole += "\n" + entry
    bibliography = Bibliography.of(Document(whole, tuple(blocks), fill_gaps(whole, blocks)))
    assert found(text, bibliography)[:3] == ["(1)", "(2-4)", "(3, 5)"]
    assert "(2)" not in found(text, bibliography)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Bradford (2014) showed that it is so.", ["(2014)"]),
        ("Sorensen (1972, 14–16) and Heat (1995) were late.", ["(1972, 14–16)"]),
        ("It was so (refs. 3,4) before.", ["(refs. 3,4)"]),
        (
            "It was so (Lee et al., 2004, 2006; Park & Ito, 2010a,b).",
            ["(Lee et al., 2004, 2006; Park & Ito, 2010a,b)"],
        ),
        ("Das ist so (Meier 2005, 12 f.; ders. 2007, 33).", ["(Meier 2005, 12 f.; ders. 2007, 33)"]),
        ("These are known [12], [15]-[17].", ["[12]", "[15]", "[17]"]),
        ("According to Turner (2003), Reference [5] and Eq. [6] agree.", ["(2003)"]),
        ("It was so [7]. He sat [1] there.", ["[7]"]),
        (
            "It sings [@payne1971; @noad2000, p. 5] to [whales@example.org].",
            ["[@payne1971; @noad2000, p. 5]"],
        ),
        ("It was small (n = 12; Sung & Bell, 2005).", ["; Sung & Bell, 2005"]),
    ],
)
def test_a_citation_alone_is_known_by_where_it_stands(text: str, cited: list[str]) -> None:
    assert found(text, Bibliography()) == cited


NOVEL = with_references(
    "Dunning, Clara. The House. London: Lantern, 1925.", "Ferro, Paolo. Rooms. York: Minster, 1988."
)


def of_a_novel(text: str) -> list[str]:
    return found(text, replace(NOVEL, has_pages=True))


def test_pages_after_a_listed_author_and_after_a_quotation_are_citations() -> None:
    assert of_a_novel("It has no clocks (Dunning 12).") == ["(Dunning 12)"]
    assert of_a_novel("It is large (Dunning 40–41; Ferro 9).") == ["(Dunning 40–41; Ferro 9)"]
    assert of_a_novel('Time is "for other people" (31).') == ["(31)"]
    assert of_a_novel("They flew (Boeing 747) in the third part (chapters 20–28), 12 (31) times.") == []


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ('"The fog came in" (Prentice 14).', ["(Prentice 14)"]),
        ("It is a comedy (qtd. in Wardle 30).", ["(qtd. in Wardle 30)"]),
        ("They read on (Isaiah 40–41), lost (Rovers 1–3) and flew (Apollo 13).", []),
        ("Krill are eaten by whales⁵, seals⁶,⁷ and birds⁸–¹².", ["⁵", "⁶,⁷", "⁸–¹²"]),
        ("It is 3 km², or mc², or 30 metres² in all, and sin² x.", []),
        ("The appeal failed (Miller v. Port of Hull, 1961).", ["(Miller v. Port of Hull, 1961)"]),
        ("They wrote home (TNA, SP 89/18, fol. 23).", ["(TNA, SP 89/18, fol. 23)"]),
        ("Most heal in time (4,9). The point lies at (2, 5).", ["(4,9)"]),
        ("Marsh and Bell [6] proved that Gale [3] is free.", ["[6]", "[3]"]),
        ("Press [3] for thirty [30] days in 18[5]4.", []),
        ("The colours are [1] red, [2] green, and [3] blue.", []),
        ("It came back.[4][5][b] It was brighter.", ["[4]", "[5]", "[b]"]),
        ("Numbers lie in [2, 5], or are drawn from [1, 8].", []),
        ("Lee, Ward, and Moss (2016) agree with Hume (1739/2000).", ["(2016)", "(1739/2000)"]),
        ("It is known (see Lee (1990) and Moss (1995)).", ["(see Lee (1990) and Moss (1995))"]),
        ("Bonnie and Clyde (1967) was long, and so was Heat (1995).", []),
        (
            "It is said (Lee, 1990, and Moss, 1995; emphasis added).",
            ["(Lee, 1990, and Moss, 1995; emphasis added)"],
        ),
        ("It was told (The Harbour Times, 4 May 1970).", ["(The Harbour Times, 4 May 1970)"]),
    ],
)
def test_citations_of_many_manners_are_found_in_a_text_that_lists_nothing(
    text: str, cited: list[str]
) -> None:
    assert found(text, Bibliography()) == cited


def test_the_short_form_of_a_listed_body_is_known_and_the_place_of_a_publisher_is_not() -> None:
    listed = with_references("World Health Organization. (2018). Work at night. Geneva: Nile Press.")
    assert found("It is common (WHO, 2018), as in Geneva (Nile, 2018).", listed) == ["(WHO, 2018)"]


def test_a_number_beyond_a_list_that_is_whole_cites_nothing() -> None:
    listed = with_references(*(f"[{n}] Somebody. Something. 2001." for n in range(1, 5)))
    assert found("It lasts [4], as in [1, 7].", listed) == ["[4]"]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("The format was fixed in RFC 1071 [33].", ["[33]"]),
        ("Two groups observed it in 2012 [3, 4].", ["[3, 4]"]),
        ("It agrees with the accepted value [22].", ["[22]"]),
        ("Earlier experiments [14–16] revealed a gap.", ["[14–16]"]),
        ("All demonstrations [20–24] depend on the teacher.", ["[20–24]"]),
        ("See the survey [2], [7, Thm. 3].", ["[2]", "[7, Thm. 3]"]),
        ("Rare (Frey 1992; Moss & Holt 2001, hereafter M).", ["(Frey 1992; Moss & Holt 2001, hereafter M)"]),
        ('He calls it the "tyranny of the clock" (1983: 112).', ["(1983: 112)"]),
        ('It returns: "the river, which had no other side" (117).', ["(117)"]),
        ('The chapter ends: "nothing had been moved" (288).', ["(288)"]),
        ("A platform in the sense of Brandt-Lee (2010).", ["(2010)"]),
        ("Following Harlan (1979), we estimate it in two steps.", ["(1979)"]),
        ("Many have such laws (Human Rights Watch, 2016).", ["(Human Rights Watch, 2016)"]),
        ("None was found in one cohort (18) or in Japan (19,20).", ["(18)", "(19,20)"]),
        ("Few trials were blinded (12, 14), and one was stopped early (15).", ["(12, 14)", "(15)"]),
        ("Held in Hall v. Moss, 457 U.S. 800, 818 (1982), again.", [", 457 U.S. 800, 818 (1982)"]),
        ("The soul has three parts (Republic 4.439d).", ["(Republic 4.439d)"]),
        ("Is it nobler to suffer (3.1.56–60)?", ["(3.1.56–60)"]),
        ("It survives (Thornbury Papers, box 4, folder 12).", ["(Thornbury Papers, box 4, folder 12)"]),
    ],
)  # fmt: skip
def test_a_citation_is_found_where_published_texts_place_it(text: str, citations: list[str]) -> None:
    assert found(text, Bibliography()) == citations


@pytest.mark.parametrize(
    "text",
    [
        "The median was 64 years (IQR 55–72), as before.",
        "The data [1, 2, 3, 4] partitioned into two buckets gives a pair.",
        "It parses 100 [100] and a half.",
        'The most common word was "the" (117).',
        "We note that in Casablanca (1942) the city is a set.",
        "The book runs to many pages (Android 4.4a is not among them).",
        "It speaks the protocol (RFC 4366), as others do.",
    ],
)
def test_figures_that_look_like_a_citation_are_read(text: str) -> None:
    assert found(text, Bibliography()) == []


def test_a_number_in_the_middle_of_a_clause_cites_where_the_list_is_numbered() -> None:
    listed = replace(NUMBERED, has_round_numbers=True)
    assert found("It was measured by the standards (4) before and after.", listed) == ["(4)"]
