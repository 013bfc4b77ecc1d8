"""Roman numerals in French: "Louis XIV", "XIXe siècle", "chapitre IV"."""

from __future__ import annotations

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.continental.romans import Romans


def _ruler(number: int, queen: bool, numbers: Numbers) -> str:
    return numbers.ordinal(1, feminine=queen) if number == 1 else numbers.cardinal(number)


ROMANS = Romans(
    numbered=(
        r"chapitres?|chap\.|parties?|tomes?|livres?|volumes?|vol\.|actes?|scènes?|sections?|annexe"
        r"|articles?|titres?|planches?|figures?|tableaux?|classe|type|stade|phase|groupe|paris|vatican"
        r"|apollo"
    ),
    rulers=(
        r"Louis|Charles|Henri|François|Philippe|Napoléon|Jean|Jean-Paul|Paul|Pie|Benoît|Grégoire|Léon"
        r"|Innocent|Clément|Urbain|Georges?|Édouard|Edouard|Jacques|Richard|Guillaume|Élisabeth"
        r"|Elisabeth|Catherine|Pierre|Ivan|Nicolas|Alexandre|Frédéric|Othon|Léopold|Albert|Baudouin"
        r"|Ferdinand|Alphonse|Victor-Emmanuel|Mohammed|Hassan|Ramsès|Ptolémée|Darius|Xerxès|Clotaire"
        r"|Childéric|Robert|Gustave|Christian"
    ),
    ruler=_ruler,
    queens="Élisabeth|Elisabeth|Catherine",
    before=r"siècles?\b",
    suffix=r"(?<=I)(?:er|re|ère)|(?<=[IVX])(?:e|ème|ième)",
)
