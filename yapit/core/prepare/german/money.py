"""German names of currencies."""

from __future__ import annotations

from yapit.core.prepare.continental.money import Money
from yapit.core.prepare.continental.nouns import Noun, nouns

MONEY = Money(
    currencies=nouns("""
        € EUR: Euro
        US$: US-Dollar
        $ USD: Dollar
        £ GBP: Pfund
        ¥ JPY: Yen
        CHF Fr.: Franken
        ₽ RUB: Rubel
        ₹ INR: Rupien
        zł PLN: Zloty
        DM: D-Mark
        """),
    scales=nouns("""
        mio million millionen: Million, Millionen, f
        mrd milliarde milliarden: Milliarde, Milliarden, f
        bio billion billionen: Billion, Billionen, f
        tsd tausend: tausend
        """),
    cent=Noun("Cent", "Cent"),
)
