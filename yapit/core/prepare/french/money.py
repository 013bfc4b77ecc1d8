"""French names of currencies."""

from __future__ import annotations

from yapit.core.prepare.continental.money import Money
from yapit.core.prepare.continental.nouns import Noun, nouns

MONEY = Money(
    currencies=nouns("""
        € EUR: euro, euros
        US$ USD: dollar américain, dollars américains
        $CA CAD: dollar canadien, dollars canadiens
        $: dollar, dollars
        £ GBP: livre, livres, f
        ¥ JPY: yen, yens
        CHF: franc suisse, francs suisses
        FF: franc, francs
        FCFA: franc C F A, francs C F A
        ₽ RUB: rouble, roubles
        ₹ INR: roupie, roupies, f
        zł PLN: zloty, zlotys
        """),
    scales=nouns("""
        million millions: million, millions
        milliard milliards: milliard, milliards
        m: million, millions
        md mds mrd: milliard, milliards
        """),
    of="de",
    of_vowel="d'",
    cent=Noun("centime", "centimes"),
)
