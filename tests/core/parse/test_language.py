"""A text that does not say its language is read by the rules of its own."""

from __future__ import annotations

import pytest

from yapit.core.parse import read_bytes
from yapit.core.parse.language import language_of

TEXTS = {
    "en": (
        "The river was high that spring, and nobody crossed it for a week. On the eighth day a "
        "boat came down with two people in it, a woman who held the oar and a boy who did not "
        "look up from his book until they had landed."
    ),
    "de": (
        "Der Fluss stand in jenem Frühling hoch, und eine Woche lang setzte niemand über. Am "
        "achten Tag kam ein Boot mit zwei Menschen den Strom herab, einer Frau, die das Ruder "
        "hielt, und einem Jungen, der nicht von dem Buch aufsah."
    ),
    "fr": (
        "La rivière était haute ce printemps-là, et personne ne la traversa pendant une semaine. "
        "Le huitième jour, une barque descendit avec deux personnes, une femme qui tenait la rame"
        " et un garçon qui ne leva pas les yeux du livre."
    ),
    "es": (
        "El río venía alto aquella primavera, y nadie lo cruzó en una semana. Al octavo día bajó "
        "una barca con dos personas, una mujer que llevaba el remo y un niño que no levantó los "
        "ojos del libro hasta que llegaron a la orilla."
    ),
    "it": (
        "Il fiume era alto quella primavera, e per una settimana nessuno lo attraversò. L'ottavo "
        "giorno scese una barca con due persone, una donna che teneva il remo e un ragazzo che "
        "non alzò gli occhi dal libro finché non toccarono la riva."
    ),
    "pt": (
        "O rio estava alto naquela primavera, e ninguém o atravessou durante uma semana. No "
        "oitavo dia desceu um barco com duas pessoas, uma mulher que segurava o remo e um rapaz "
        "que não levantou os olhos do livro até à margem."
    ),
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_paragraph_is_enough(language: str) -> None:
    assert language_of(TEXTS[language]) == language
    assert read_bytes(TEXTS[language].encode()).language == language


def test_what_a_document_says_of_itself_counts_more() -> None:
    page = f"<html lang='nl'><body><p>{TEXTS['de']}</p></body></html>"
    assert read_bytes(page.encode(), "a.html").language == "nl"


@pytest.mark.parametrize("text", ["Der Fluss.", "x = 1\n" * 100, "lorem ipsum dolor sit amet " * 20, ""])
def test_what_cannot_be_told_is_taken_for_english(text: str) -> None:
    assert language_of(text) in ("", "en")
