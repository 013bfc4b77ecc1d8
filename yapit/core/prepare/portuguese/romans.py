"""Roman numerals in Portuguese: "Pedro II", "século XX", "capítulo IV"."""

from __future__ import annotations

from yapit.core.prepare.continental.numbers import Numbers
from yapit.core.prepare.continental.romans import Romans


def _ruler(number: int, queen: bool, numbers: Numbers) -> str:
    """Ordinals to the tenth, cardinals from there on."""
    return numbers.ordinal(number, feminine=queen) if number <= 10 else numbers.cardinal(number)


ROMANS = Romans(
    numbered=(
        r"capítulos?|cap\.|partes?|tomos?|livros?|volumes?|vol\.|atos?|actos?|cenas?|seção|secção"
        r"|anexo|artigos?|títulos?|séculos?|séc\.|figuras?|tabelas?|classe|tipo|fase|grupo|apolo"
        r"|vaticano"
    ),
    rulers=(
        r"Pedro|João|João Paulo|José|Maria|Manuel|Afonso|Sancho|Dinis|Fernando|Duarte|Sebastião"
        r"|Henrique|Filipe|Luís|Carlos|Miguel|Napoleão|Paulo|Pio|Bento|Gregório|Leão|Inocêncio|Clemente"
        r"|Urbano|Jorge|Eduardo|Guilherme|Ricardo|Isabel|Elizabeth|Catarina|Ivan|Nicolau|Alexandre"
        r"|Frederico|Leopoldo|Alberto|Francisco|Ramsés|Ptolomeu|Dario|Xerxes"
    ),
    ruler=_ruler,
    queens="Isabel|Elizabeth|Catarina|Maria",
    before=r"Guerra|Congresso|República|Concílio|Edição|edição|Encontro|Simpósio",
    suffix=r"\.?[ºª]",
)
