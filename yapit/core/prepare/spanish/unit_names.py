"""Spanish names of units."""

from __future__ import annotations

from yapit.core.prepare.continental.nouns import nouns
from yapit.core.prepare.continental.units import Units

UNITS = Units(
    prefixes={
        "k": "kilo", "M": "mega", "G": "giga", "T": "tera", "m": "mili", "µ": "micro", "μ": "micro",
        "n": "nano", "c": "centi", "d": "deci", "h": "hecto", "K": "kilo", "Ki": "kibi", "Mi": "mebi",
        "Gi": "gibi", "Ti": "tebi",
    },
    bases=nouns("""
        m: metro, metros
        g gr: gramo, gramos
        t: tonelada, toneladas, f
        l L: litro, litros
        s seg: segundo, segundos
        min: minuto, minutos
        h hr hrs: hora, horas, f
        d: día, días
        B: byte, bytes
        bit: bit, bits
        bit/s: bit por segundo, bits por segundo
        Hz: hercio, hercios
        W: vatio, vatios
        Wh: vatio hora, vatios hora
        V: voltio, voltios
        A: amperio, amperios
        Ah: amperio hora, amperios hora
        Ω: ohmio, ohmios
        J: julio, julios
        eV: electronvoltio, electronvoltios
        Pa: pascal, pascales
        N: newton, newtons
        K: kelvin, kelvins
        mol: mol, moles
        cal: caloría, calorías, f
        px: píxel, píxeles
        ha: hectárea, hectáreas, f
        dB: decibelio, decibelios
        bar: bar, bares
        %: por ciento
        ‰: por mil
        °: grado, grados
        °C ℃ ºC: grado Celsius, grados Celsius
        °F: grado Fahrenheit, grados Fahrenheit
        """),
    squared=("cuadrado", "cuadrados"),
    cubed=("cúbico", "cúbicos"),
    per="por",
    whole=nouns("""
        km: kilómetro, kilómetros
        cm: centímetro, centímetros
        mm: milímetro, milímetros
        km²: kilómetro cuadrado, kilómetros cuadrados
        cm²: centímetro cuadrado, centímetros cuadrados
        mm²: milímetro cuadrado, milímetros cuadrados
        cm³: centímetro cúbico, centímetros cúbicos
        µm μm: micrómetro, micrómetros
        nm: nanómetro, nanómetros
        km/h: kilómetro por hora, kilómetros por hora
        m/s²: metro por segundo al cuadrado, metros por segundo al cuadrado
        Mbit/s: megabit por segundo, megabits por segundo
        """),
)  # fmt: skip
