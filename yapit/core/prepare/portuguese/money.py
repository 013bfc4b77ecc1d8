"""Portuguese names of currencies."""

from __future__ import annotations

from yapit.core.prepare.continental.money import Money
from yapit.core.prepare.continental.nouns import Noun, nouns

MONEY = Money(
    currencies=nouns("""
        R$ BRL: real, reais
        € EUR: euro, euros
        US$ USD: dólar americano, dólares americanos
        $: dólar, dólares
        £ GBP: libra, libras, f
        ¥ JPY: iene, ienes
        CHF: franco suíço, francos suíços
        ₽ RUB: rublo, rublos
        ₹ INR: rupia, rupias, f
        """),
    scales=nouns("""
        milhão milhões mi: milhão, milhões
        bilhão bilhões bi: bilhão, bilhões
        trilhão trilhões tri: trilhão, trilhões
        mil: mil
        """),
    of="de",
    cents=" e ",
    cent=Noun("centavo", "centavos"),
)
