"""The control words of Rich Text that name characters and destinations."""

from __future__ import annotations

from yapit.core.document import BlockKind
from yapit.core.parse.rtf.state import Destination

CHARACTERS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "nestcell": " ",
    "nestrow": " ",
}  # fmt: skip
SYMBOLS = {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}

STORIES = {
    "footnote": BlockKind.FOOTNOTE,
    "annotation": BlockKind.FOOTNOTE,
    **dict.fromkeys(("header", "headerf", "headerl", "headerr"), BlockKind.RUNNING_HEAD),
    **dict.fromkeys(("footer", "footerf", "footerl", "footerr"), BlockKind.RUNNING_FOOT),
    "shptxt": BlockKind.PARAGRAPH,
}
"""Texts of their own."""

DESTINATIONS = {
    "fonttbl": Destination.FONTS,
    "stylesheet": Destination.STYLES,
    "title": Destination.TITLE,
    "author": Destination.AUTHOR,
    "listtext": Destination.LABEL,
    "pntext": Destination.LABEL,
    "fldinst": Destination.INSTRUCTION,
    "sn": Destination.PROPERTY,
    "sv": Destination.VALUE,
    "atnauthor": Destination.WRITER,
}

_WITH_MORE_INSIDE = frozenset(("shpinst", "shppict", "picprop", "sp", "ud"))
_PASSED_OVER = frozenset((
    "colortbl", "pict", "objdata", "themedata", "colorschememapping", "datastore", "latentstyles",
    "listtable", "listoverridetable", "rsidtbl", "generator", "shprslt", "nonshppict", "xe", "tc", "rxe",
    "nesttableprops", "filetbl", "private", "template", "subject", "operator", "keywords", "comment",
    "doccomm", "company", "manager", "category", "creatim", "revtim", "printim", "buptim", "bkmkstart",
    "bkmkend", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "objclass", "mmathPr", "pnseclvl",
    "pntxta", "pntxtb",
))  # fmt: skip


def is_passed_over(word: str, *, is_starred: bool) -> bool:
    """Whether a group that begins so holds no text; what is starred and unknown does not."""
    return word in _PASSED_OVER or (is_starred and word not in _WITH_MORE_INSIDE)
