"""French names of units."""

from __future__ import annotations

from yapit.core.prepare.continental.nouns import nouns
from yapit.core.prepare.continental.units import Units

UNITS = Units(
    prefixes={
        "k": "kilo", "M": "méga", "G": "giga", "T": "téra", "m": "milli", "µ": "micro", "μ": "micro",
        "n": "nano", "c": "centi", "d": "déci", "h": "hecto", "K": "kilo", "Ki": "kibi", "Mi": "mébi",
        "Gi": "gibi", "Ti": "tébi",
    },
    bases=nouns("""
        m: mètre, mètres
        g: gramme, grammes
        t: tonne, tonnes, f
        l L: litre, litres
        s sec: seconde, secondes, f
        min: minute, minutes, f
        h: heure, heures, f
        j: jour, jours
        B: octet, octets
        o: octet, octets
        ko: kilooctet, kilooctets
        Ko: kilooctet, kilooctets
        Mo: mégaoctet, mégaoctets
        Go: gigaoctet, gigaoctets
        To: téraoctet, téraoctets
        bit: bit, bits
        bit/s: bit par seconde, bits par seconde
        Hz: hertz
        W: watt, watts
        Wh: wattheure, wattheures
        V: volt, volts
        A: ampère, ampères
        Ah: ampèreheure, ampèreheures
        Ω: ohm, ohms
        J: joule, joules
        eV: électronvolt, électronvolts
        Pa: pascal, pascals
        N: newton, newtons
        K: kelvin, kelvins
        mol: mole, moles, f
        cal: calorie, calories, f
        px: pixel, pixels
        ha: hectare, hectares
        dB: décibel, décibels
        bar: bar, bars
        %: pour cent
        ‰: pour mille
        °: degré, degrés
        °C ℃ ºC: degré Celsius, degrés Celsius
        °F: degré Fahrenheit, degrés Fahrenheit
        """),
    squared=("carré", "carrés"),
    cubed=("cube", "cubes"),
    per="par",
    whole=nouns("""
        km/h: kilomètre heure, kilomètres heure
        m/s²: mètre par seconde au carré, mètres par seconde au carré
        Mbit/s: mégabit par seconde, mégabits par seconde
        """),
)  # fmt: skip
