"""Roman numerals in Italian: "Luigi XIV", "XX secolo", "capitolo IV"."""

from __future__ import annotations

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.continental.romans import Romans


def _ruler(number: int, queen: bool, numbers: Numbers) -> str:
    return numbers.ordinal(number, feminine=queen)


ROMANS = Romans(
    numbered=(
        r"capitol[oi]|cap\.|parte|tomo|libro|volume|vol\.|atto|scena|sezione|allegato|articolo|titolo"
        r"|figura|tabella|classe|tipo|fase|gruppo|canto|apollo"
    ),
    rulers=(
        r"Luigi|Carlo|Enrico|Federico|Vittorio Emanuele|Umberto|Giovanni|Giovanni Paolo|Paolo|Pio"
        r"|Benedetto|Gregorio|Leone|Innocenzo|Clemente|Urbano|Giorgio|Edoardo|Giacomo|Guglielmo"
        r"|Riccardo|Elisabetta|Caterina|Pietro|Ivan|Nicola|Alessandro|Napoleone|Filippo|Ferdinando"
        r"|Francesco|Leopoldo|Alberto|Ottone|Bonifacio|Sisto|Giulio|Ramses|Tolomeo|Dario|Serse|Amedeo"
        r"|Cosimo|Secolo|secolo"
    ),
    ruler=_ruler,
    queens="Elisabetta|Caterina",
    before=r"secolo\b|sec\.|guerra|edizione|capitolo|congresso|repubblica",
    suffix=r"[ºª]|°",
)
