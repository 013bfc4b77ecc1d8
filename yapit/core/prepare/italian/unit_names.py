"""Italian names of units."""

from __future__ import annotations

from yapit.core.prepare.continental.nouns import nouns
from yapit.core.prepare.continental.units import Units

UNITS = Units(
    prefixes={
        "k": "chilo", "M": "mega", "G": "giga", "T": "tera", "m": "milli", "µ": "micro", "μ": "micro",
        "n": "nano", "c": "centi", "d": "deci", "h": "etto", "K": "chilo", "Ki": "kibi", "Mi": "mebi",
        "Gi": "gibi", "Ti": "tebi",
    },
    bases=nouns("""
        m mt: metro, metri
        g gr: grammo, grammi
        t: tonnellata, tonnellate, f
        l L: litro, litri
        s sec: secondo, secondi
        min: minuto, minuti
        h: ora, ore, f
        B: byte
        bit: bit
        bit/s: bit al secondo
        Hz: hertz
        W: watt
        Wh: wattora
        V: volt
        A: ampere
        Ah: amperora
        Ω: ohm
        J: joule
        eV: elettronvolt
        Pa: pascal
        N: newton
        K: kelvin
        mol: mole, moli, f
        cal: caloria, calorie, f
        px: pixel
        ha: ettaro, ettari
        dB: decibel
        bar: bar
        %: per cento
        ‰: per mille
        °: grado, gradi
        °C ℃ ºC: grado Celsius, gradi Celsius
        °F: grado Fahrenheit, gradi Fahrenheit
        """),
    squared=("quadrato", "quadrati"),
    cubed=("cubo", "cubi"),
    per="per",
    whole=nouns("""
        km/h: chilometro all'ora, chilometri all'ora
        m/s: metro al secondo, metri al secondo
        m/s²: metro al secondo quadrato, metri al secondo quadrato
        kB KB: kilobyte
        kbit: kilobit
        kHz: kilohertz
        kW: kilowatt
        kWh: kilowattora
        kPa: kilopascal
        Mbit/s: megabit al secondo
        """),
)  # fmt: skip
