"""Roman numerals in German: "Ludwig XIV.", "II. Weltkrieg", "Kapitel IV"."""

from __future__ import annotations

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.continental.romans import Romans
from yapit.core.prepare.german.numerals import inflected


def _ruler(number: int, queen: bool, numbers: Numbers) -> str:
    return ("die " if queen else "der ") + numbers.ordinal(number).capitalize()


def _ordinal(number: int, before: str, numbers: Numbers) -> str:
    return inflected(numbers.ordinal(number), before, alone="r")


ROMANS = Romans(
    numbered=(
        r"Kapitel|Kap\.|Teil|Band|Bd\.|Buch|Akt|Szene|Abschnitt|Anhang|Artikel|Art\.|Tafel|Abbildung"
        r"|Tabelle|Klasse|Stufe|Typ|Phase|Grad|Faktor|Gruppe|Weltkrieg|Apollo"
    ),
    rulers=(
        r"Ludwig|Karl|Friedrich|Wilhelm|Friedrich Wilhelm|Heinrich|Otto|Franz|Franz Joseph|Leopold"
        r"|Maximilian|Rudolf|Ferdinand|Joseph|Johannes|Johannes Paul|Paul|Pius|Benedikt|Gregor|Leo"
        r"|Innozenz|Clemens|Urban|Georg|Eduard|Jakob|Richard|Elisabeth|Katharina|Peter|Iwan|Nikolaus"
        r"|Alexander|Napoleon|Philipp|Gustav|Christian|Albrecht|Konrad|Lothar|Sigismund|August|Maria"
        r"|Ramses|Ptolemäus|Dareios|Xerxes"
    ),
    ruler=_ruler,
    queens="Elisabeth|Katharina|Maria",
    dotted=True,
    before=r"Weltkrieg|Internationale|Kapitel|Teil|Akt|Buch|Armee|Republik|Reich|Jahrhundert",
    ordinal=_ordinal,
)
