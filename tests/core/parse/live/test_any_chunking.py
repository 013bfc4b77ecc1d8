"""However a text arrives, what is said of it is what is said of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from yapit.core.document import Document, has_words
from yapit.core.parse import read_bytes
from yapit.core.parse.live.text import LiveText, Quiet
from yapit.core.script import Script


def heard(document: Document) -> list[str]:
    return [chunk.text for chunk in Script(document).chunks(240)]


def whole(text: str) -> Document:
    return read_bytes(text.encode(), "a.md")


def written(text: str, cuts: Iterable[int], quiets: Sequence[Quiet] = ()) -> list[Document]:
    """What was told of a text that arrived in pieces, with a quiet after some of them."""
    live, documents = LiveText(), []
    places = sorted({0, *(cut % (len(text) + 1) for cut in cuts), len(text)})
    for number, (start, end) in enumerate(pairwise(places)):
        live.add(text[start:end])
        if live.tell():
            documents.append(live.document)
        if number < len(quiets) and live.tell(quiets[number]):
            documents.append(live.document)
    live.tell(ended=True)
    return [*documents, live.document]


# No small words of other languages: the text's language is told by its beginning.
_WORDS = st.sampled_from(
    """the|of|is|and|that|river|wood|stone|Anna|walked|over|under|12|3.5|e.g.|Dr.|Mill|isn't|told|\\*|&amp;|n_k
(or not)|**bold**|*slanted*|`code`|`n.k`|[the link](http://x.org/a)|**two words**|$x^2$|"quoted words"
<kbd>Enter</kbd>|~~old~~|**Bold. Twice.**|![the picture](p.png)|(One. Two.)|"Go. Now."|`x. Y`
[Look. Here](http://x.org)|***both***|_low_|x \\* y|<br>""".replace("\n", "|").split("|")
)
_SENTENCE = st.builds(
    lambda words, end: f"{' '.join(['So', *words])}{end}",
    st.lists(_WORDS, min_size=1, max_size=8),
    st.sampled_from([".", ".", "!", "?", "...", "?!"]),
)
_PROSE = st.builds(" ".join, st.lists(_SENTENCE, min_size=1, max_size=4))
_WRAPPED = st.builds(lambda lines: "\n".join(lines), st.lists(_PROSE, min_size=1, max_size=3))
_ITEMS = st.builds(
    lambda sign, items: "\n".join(f"{sign} {item}" for item in items),
    st.sampled_from(["-", "*", "1."]),
    st.lists(st.one_of(_SENTENCE, _PROSE), min_size=1, max_size=4),
)
_NESTED = st.builds(lambda a, b, c: f"- {a}\n  - {b}\n- {c}", _PROSE, _SENTENCE, _SENTENCE)
_QUOTE = st.builds(lambda text: "\n".join(f"> {line}" for line in text.split("\n")), _WRAPPED)
_FENCE = st.builds(
    lambda sign, text: f"{sign}python\n{text}\n\nprint(1). Not said.\n{sign}",
    st.sampled_from(["```", "~~~~"]),
    _PROSE,
)
_TABLE = st.builds(lambda a, b: f"| One | Two |\n|---|---|\n| {a} | {b} |", _WORDS, _WORDS)
_HEADING = st.builds(lambda level, text: f"{'#' * level} {text}", st.integers(1, 4), _SENTENCE)
_BLOCK = st.one_of(
    _PROSE,
    _WRAPPED,
    _ITEMS,
    _NESTED,
    _QUOTE,
    _FENCE,
    _TABLE,
    _HEADING,
    st.just("---"),
    st.just("$$\nx = 1. So\n$$"),
)
MARKDOWN = st.builds("\n\n".join, st.lists(_BLOCK, min_size=1, max_size=6))
CUTS = st.lists(st.integers(0, 5000), max_size=40)


@settings(max_examples=400, deadline=None)
@given(MARKDOWN, CUTS)
def test_what_is_said_is_what_is_said_of_the_whole_text(text: str, cuts: list[int]) -> None:
    assume(has_words(text))
    live = written(text, cuts)[-1]
    assert heard(live) == heard(replace(whole(text), language=live.language))


def letters(lines: Iterable[str]) -> str:
    return "".join(character for line in lines for character in line if character.isalnum())


@settings(max_examples=150, deadline=None)
@given(MARKDOWN, CUTS, st.lists(st.sampled_from(list(Quiet)), max_size=40))
def test_no_letter_is_lost_or_said_twice_whatever_pauses_there_are(
    text: str, cuts: list[int], quiets: list[Quiet]
) -> None:
    assume(has_words(text) and "[" not in text and "|" not in text and "<" not in text)
    assume("&" not in text and "$" not in text and "`" not in text and "1." not in text)
    said = letters(heard(written(text, cuts, quiets)[-1]))
    assert said == letters(heard(whole(text)))


def words_of(text: str) -> str:
    """Its letters; numbers are told anew in a list, and raised in a formula."""
    return "".join(filter(str.isalpha, text))


def is_within(some: str, all_of_it: str) -> bool:
    """Whether letters stand in others in their order, each as often at most."""
    rest = iter(all_of_it)
    return all(letter in rest for letter in some)


_STOPS = st.sampled_from([Quiet.SENTENCE, Quiet.LINE, Quiet.ALL, Quiet.ALL])


@settings(max_examples=300, deadline=None)
@given(MARKDOWN, CUTS, st.lists(_STOPS, min_size=1, max_size=6))
def test_who_stops_within_a_link_or_code_or_a_list_loses_no_letter_and_hears_none_twice(
    text: str, cuts: list[int], quiets: list[Quiet]
) -> None:
    assume(has_words(text))
    said = words_of(written(text, cuts, quiets * (len(cuts) + 1))[-1].text)
    assert is_within(words_of(whole(text).text), said)
    assert is_within(said, words_of(text))


@settings(max_examples=150, deadline=None)
@given(st.text("ab.! \n*_`#->|[]()$<\"'1\\~:&;é", max_size=200), CUTS, st.lists(st.sampled_from(list(Quiet))))
def test_each_document_begins_with_the_one_before(text: str, cuts: list[int], quiets: list[Quiet]) -> None:
    for before, after in pairwise(written(text, cuts, quiets)):
        assert after.text.startswith(before.text)
        assert [b.span.start for b in after.blocks][: len(before.blocks)] == [
            b.span.start for b in before.blocks
        ]
        assert [b.kind for b in after.blocks][: len(before.blocks)] == [b.kind for b in before.blocks]
        spans = [chunk.span for chunk in Script(before).chunks(240)]
        assert [chunk.span for chunk in Script(after).chunks(240)][: len(spans)] == spans
