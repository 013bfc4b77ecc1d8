"""Block tokens to blocks; what encloses a token decides its kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind
from yapit.core.parse.characters import one_line, tidy
from yapit.core.parse.draft import Draft
from yapit.core.parse.grid import Marked, row_of, table_of
from yapit.core.parse.markdown.inline import InlineReader

if TYPE_CHECKING:
    from markdown_it.token import Token

_TASK = re.compile(r"\[[ xX]\]\s+")
_ADMONITION = re.compile(r"\[!(\w+)\][+-]?\s*")
_OF_LISTS = ("bullet_list_close", "ordered_list_close", "dl_close", "dd_close", "list_item_close")


class BlockReader:
    """Writes what block tokens hold into a draft."""

    def __init__(self, draft: Draft, inline: InlineReader) -> None:
        self.draft = draft
        self._inline = inline
        self._lists: list[int | None] = []
        """The enclosing lists: the next number of an ordered one, None for the others."""

        self._quotes = 0
        self._heading = 0
        self._notes = 0
        self._marker = ""
        self._row: list[Marked] | None = None
        self._rows: list[Marked] = []
        self._outermost: tuple[int, bool] = (0, False)
        """The block that the outermost list begins with, and whether all in it were links into the text."""

    def read(self, tokens: list[Token]) -> None:
        for token in tokens:
            if token.type == "inline":
                self._text(token)
            elif token.nesting:
                self._enter_or_leave(token)
            else:
                self._leaf(token)

    def _leaf(self, token: Token) -> None:
        match token.type:
            case "fence" if token.info.strip() == "math":
                self._equation(token.content)
            case "fence" | "code_block":
                self.draft.add(tidy(token.content), BlockKind.CODE)
            case "math_block" | "math_block_label":
                self._equation(token.content)
            case "html_block":
                self.draft.add(without_tags(token.content), self._kind())
            case "ruled_table":
                self._add_table([row_of(map(self._inline.read, row)) for row in token.meta["rows"]])

    def _equation(self, source: str) -> None:
        source = " ".join(tidy(source).split())
        if source:
            self.draft.add_formula(source)

    def _enter_or_leave(self, token: Token) -> None:
        if token.nesting < 0 and token.type in _OF_LISTS and not self._lists:
            return  # the reader of notes may lose what a list in a note begins with
        name = token.type.removesuffix("_open").removesuffix("_close")
        opens = token.nesting > 0
        match name:
            case "bullet_list" | "ordered_list" | "dl" | "dd":
                self._list(token, opens=opens)
            case "list_item":
                self._item(opens=opens)
            case "blockquote":
                self._quotes += 1 if opens else -1
            case "footnote_block" | "footnote_reference":
                self._notes += 1 if opens else -1
            case "heading":
                self._heading = int(token.tag[1:]) if opens else 0
            case "table" | "tr":
                self._table(name, opens=opens)

    def _list(self, token: Token, *, opens: bool) -> None:
        if opens and not self._lists:
            self._outermost = (len(self.draft.blocks), True)
        if not opens:
            self._lists.pop()
            self._end_contents()
        elif token.type == "ordered_list_open":
            self._lists.append(int(token.attrGet("start") or 1))
        else:
            self._lists.append(None)

    def _end_contents(self) -> None:
        """A list of nothing but links into the text itself is its contents."""
        first, links = self._outermost
        if not self._lists and links and len(self.draft.blocks) - first > 1:
            self.draft.retype(first, BlockKind.FURNITURE)

    def _item(self, *, opens: bool) -> None:
        number = self._lists[-1]
        if not opens:
            self._marker = ""
        elif number is not None:
            self._marker = f"{number}. "
            self._lists[-1] = number + 1

    def _table(self, name: str, *, opens: bool) -> None:
        if name == "tr" and not opens:
            self._rows.append(row_of(self._row or []))
        elif name == "table" and not opens:
            self._add_table(self._rows)
            self._rows = []
        self._row = [] if name == "tr" and opens else None

    def _add_table(self, rows: list[Marked]) -> None:
        text, marks = table_of(rows)
        self.draft.add(text, BlockKind.TABLE, level=1, marks=marks)

    def _text(self, token: Token) -> None:
        text, marks = self._inline.read(token)
        if self._row is not None:
            self._row.append((text, marks))
            return
        if self._lists:
            self._outermost = (self._outermost[0], self._outermost[1] and _is_link_inside(token))
        if _is_formula(token):
            self.draft.add(text, BlockKind.EQUATION, marks=marks)
            return
        before, cut = self._beginning(text)
        shifted = [mark.shift(len(before) - cut) for mark in marks if mark.span.start >= cut]
        kind = BlockKind.CAPTION if _is_picture(token) else self._kind()
        self.draft.add(before + text[cut:], kind, level=self._level(kind), marks=shifted)

    def _beginning(self, text: str) -> tuple[str, int]:
        """What stands before a text on the page, and how much of its own beginning does not."""
        marker, self._marker = self._marker, ""
        if self._lists and (task := _TASK.match(text)):
            return marker, task.end()
        if self._quotes and (admonition := _ADMONITION.match(text)):
            return f"{marker}{admonition.group(1).capitalize()}: ", admonition.end()
        return marker, 0

    def _kind(self) -> BlockKind:
        if self._notes:
            return BlockKind.FOOTNOTE
        if self._heading:
            return BlockKind.HEADING
        if self._lists:
            return BlockKind.LIST_ITEM
        return BlockKind.QUOTE if self._quotes else BlockKind.PARAGRAPH

    def _level(self, kind: BlockKind) -> int:
        if kind is BlockKind.HEADING:
            return self._heading
        return len(self._lists) if kind is BlockKind.LIST_ITEM else 0


def _shown(token: Token) -> list[Token]:
    return [child for child in token.children or () if child.type != "text" or child.content.strip()]


def _is_picture(token: Token) -> bool:
    children = _shown(token)
    return any(child.type == "image" for child in children) and all(
        child.type in ("image", "link_open", "link_close", "softbreak") for child in children
    )


def _is_formula(token: Token) -> bool:
    children = _shown(token)
    return len(children) == 1 and children[0].type == "math_inline_double"


def _is_link_inside(token: Token) -> bool:
    children = _shown(token)
    if len(children) < 2 or children[-1].type != "link_close" or children[0].type != "link_open":
        return False
    return str(children[0].attrGet("href")).startswith("#") and not any(
        child.type == "link_open" for child in children[1:]
    )


_TAGS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)|</?[a-z!?][^<>]*>", re.DOTALL | re.IGNORECASE
)


def without_tags(html: str) -> str:
    import html as entities  # noqa: PLC0415 - 5 ms, and few texts have any

    return one_line(entities.unescape(_TAGS.sub(" ", html)))
