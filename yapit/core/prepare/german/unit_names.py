"""German names of units."""

from __future__ import annotations

from yapit.core.prepare.continental.nouns import nouns
from yapit.core.prepare.continental.units import Units

UNITS = Units(
    prefixes={
        "k": "Kilo", "M": "Mega", "G": "Giga", "T": "Tera", "m": "Milli", "µ": "Mikro", "μ": "Mikro",
        "n": "Nano", "c": "Zenti", "d": "Dezi", "h": "Hekto", "K": "Kilo", "Ki": "Kibi", "Mi": "Mebi",
        "Gi": "Gibi", "Ti": "Tebi",
    },
    bases=nouns("""
        m: Meter
        g: Gramm
        t: Tonne, Tonnen, f
        l L: Liter
        s sek Sek: Sekunde, Sekunden, f
        min Min: Minute, Minuten, f
        h Std: Stunde, Stunden, f
        d: Tag, Tage
        B: Byte
        bit: Bit
        bit/s: Bit pro Sekunde
        Hz: Hertz
        W: Watt
        Wh: Wattstunde, Wattstunden, f
        V: Volt
        A: Ampere
        Ah: Amperestunde, Amperestunden, f
        Ω: Ohm
        J: Joule
        eV: Elektronenvolt
        Pa: Pascal
        N: Newton
        K: Kelvin
        mol: Mol
        cal: Kalorie, Kalorien, f
        px: Pixel
        ha: Hektar
        dB: Dezibel
        PS: PS
        bar: Bar
        ppm: ppm
        %: Prozent
        ‰: Promille
        °: Grad
        °C ℃ ºC: Grad Celsius
        °F: Grad Fahrenheit
        """),
    squared=("Quadrat-", "Quadrat-"),
    cubed=("Kubik-", "Kubik-"),
    per="pro",
    whole=nouns("""
        m/s²: Meter pro Sekunde zum Quadrat
        Mbit/s: Megabit pro Sekunde
        """),
)  # fmt: skip
