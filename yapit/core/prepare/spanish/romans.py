"""Roman numerals in Spanish: "Felipe II", "siglo XX", "capítulo IV"."""

from __future__ import annotations

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.continental.romans import Romans


def _ruler(number: int, queen: bool, numbers: Numbers) -> str:
    """Ordinals to the tenth, cardinals from there on."""
    return numbers.ordinal(number, feminine=queen) if number <= 10 else numbers.cardinal(number)


ROMANS = Romans(
    numbered=(
        r"capítulos?|cap\.|partes?|tomos?|libros?|volumen|vol\.|actos?|escenas?|sección|anexo"
        r"|artículos?|títulos?|siglos?|s\.|figuras?|tablas?|clase|tipo|fase|grupo|apolo|vaticano"
        r"|mundial"
    ),
    rulers=(
        r"Felipe|Carlos|Fernando|Alfonso|Isabel|Juan|Juan Carlos|Juan Pablo|Enrique|Pedro|Sancho|Jaime"
        r"|Luis|Napoleón|Pablo|Pío|Benedicto|Gregorio|León|Inocencio|Clemente|Urbano|Jorge|Eduardo"
        r"|Guillermo|Ricardo|Catalina|Iván|Nicolás|Alejandro|Federico|Otón|Leopoldo|Alberto|Francisco"
        r"|José|Maximiliano|Ramsés|Ptolomeo|Darío|Jerjes|Ramiro|Bermudo|García|Ordoño|Gustavo"
    ),
    ruler=_ruler,
    queens="Isabel|Catalina",
    before=r"Guerra|Congreso|República|Concilio|Edición|edición|Cumbre|Festival|Jornadas|Encuentro",
    suffix=r"\.?[ºª]",
)
