"""Italian names of currencies."""

from __future__ import annotations

from yapit.core.prepare.continental.money import Money
from yapit.core.prepare.continental.nouns import Noun, nouns

MONEY = Money(
    currencies=nouns("""
        € EUR: euro
        US$ USD: dollaro americano, dollari americani
        $: dollaro, dollari
        £ GBP: sterlina, sterline, f
        ¥ JPY: yen
        CHF: franco svizzero, franchi svizzeri
        ₽ RUB: rublo, rubli
        ₹ INR: rupia, rupie, f
        Lit. ITL: lira, lire, f
        """),
    scales=nouns("""
        milione milioni mln: milione, milioni
        miliardo miliardi mld: miliardo, miliardi
        mila: mila
        """),
    of="di",
    cents=" e ",
    cent=Noun("centesimo", "centesimi"),
)
