"""Portuguese names of units."""

from __future__ import annotations

from yapit.core.prepare.continental.nouns import nouns
from yapit.core.prepare.continental.units import Units

UNITS = Units(
    prefixes={
        "k": "quilo", "M": "mega", "G": "giga", "T": "tera", "m": "mili", "µ": "micro", "μ": "micro",
        "n": "nano", "c": "centi", "d": "deci", "h": "hecto", "K": "quilo", "Ki": "kibi", "Mi": "mebi",
        "Gi": "gibi", "Ti": "tebi",
    },
    bases=nouns("""
        m: metro, metros
        g: grama, gramas
        t: tonelada, toneladas, f
        l L: litro, litros
        s seg: segundo, segundos
        min: minuto, minutos
        h: hora, horas, f
        B: byte, bytes
        bit: bit, bits
        bit/s: bit por segundo, bits por segundo
        Hz: hertz
        W: watt, watts
        Wh: watt-hora, watts-hora
        V: volt, volts
        A: ampere, amperes
        Ah: ampere-hora, amperes-hora
        Ω: ohm, ohms
        J: joule, joules
        eV: elétron-volt, elétron-volts
        Pa: pascal, pascals
        N: newton, newtons
        K: kelvin, kelvins
        mol: mol, mols
        cal: caloria, calorias, f
        px: pixel, pixels
        ha: hectare, hectares
        dB: decibel, decibéis
        bar: bar, bars
        %: por cento
        ‰: por mil
        °: grau, graus
        °C ℃ ºC: grau Celsius, graus Celsius
        °F: grau Fahrenheit, graus Fahrenheit
        """),
    squared=("quadrado", "quadrados"),
    cubed=("cúbico", "cúbicos"),
    per="por",
    whole=nouns("""
        km: quilômetro, quilômetros
        cm: centímetro, centímetros
        mm: milímetro, milímetros
        km²: quilômetro quadrado, quilômetros quadrados
        cm²: centímetro quadrado, centímetros quadrados
        mm²: milímetro quadrado, milímetros quadrados
        cm³: centímetro cúbico, centímetros cúbicos
        µm μm: micrômetro, micrômetros
        nm: nanômetro, nanômetros
        km/h: quilômetro por hora, quilômetros por hora
        m/s²: metro por segundo ao quadrado, metros por segundo ao quadrado
        kHz: quilohertz
        Mbit/s: megabit por segundo, megabits por segundo
        """),
)  # fmt: skip
