"""Spanish names of currencies."""

from __future__ import annotations

from yapit.core.prepare.continental.money import Money
from yapit.core.prepare.continental.nouns import Noun, nouns

MONEY = Money(
    currencies=nouns("""
        € EUR: euro, euros
        US$ USD: dólar estadounidense, dólares estadounidenses
        $: dólar, dólares
        £ GBP: libra, libras, f
        ¥ JPY: yen, yenes
        CHF: franco suizo, francos suizos
        MXN MX$: peso mexicano, pesos mexicanos
        ARS: peso argentino, pesos argentinos
        ₽ RUB: rublo, rublos
        ₹ INR: rupia, rupias, f
        Pts.: peseta, pesetas, f
        """),
    scales=nouns("""
        millón millones: millón, millones
        mil: mil
        m mm mill: millón, millones
        billón billones: billón, billones
        """),
    of="de",
    cents=" con ",
    cent=Noun("céntimo", "céntimos"),
)
