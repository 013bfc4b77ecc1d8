"""Markdown: blocks from the tokens of markdown-it, none of its signs; the text is rebuilt, not the file's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yapit.core.document import BlockKind, Document
from yapit.core.parse.characters import decode, one_line, tidy
from yapit.core.parse.draft import Draft, row_text
from yapit.core.parse.formats import Progress
from yapit.core.parse.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token


def parse(source: Source, on_progress: Progress) -> Document:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 60 ms

    text, fields = _front_matter(decode(source.data, source.label))
    text, notes = _footnotes(text)
    reader = _Reader(Draft(fields.get("title", ""), fields.get("author", ""), fields.get("lang", "")))
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    reader.read(markdown.parse(text))
    for note in notes:
        for token in markdown.parse(note):
            if token.type == "inline":
                reader.draft.add(_said(token), BlockKind.FOOTNOTE)
    return reader.draft.document(source.label)


_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_FIELD = re.compile(r"^(title|author|lang|language):(.*(?:\n(?:[ \t]+|- ).*)*)", re.I | re.M)


def _front_matter(text: str) -> tuple[str, dict[str, str]]:
    """The text without the YAML before it, and the fields of that which say what the document is."""
    match = _FRONT_MATTER.match(text)
    if match is None or ":" not in match.group(1):
        return text, {}
    fields = {name.lower(): _value(value) for name, value in _FIELD.findall(match.group(1))}
    fields.setdefault("lang", fields.get("language", ""))
    return text[match.end() :], fields


def _value(yaml: str) -> str:
    """A string, over one line or several, or a list of strings: what a title and authors are."""
    items = re.split(r"^[ \t]*- ", yaml, flags=re.M)
    return ", ".join(filter(None, (" ".join(item.split()).strip("\"'[]|>") for item in items)))


_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ \t]+\S.*))*)\n?", re.M)
_NOTE_MARK = re.compile(r"(?<=\S)\[\^[^\]\s]+\]")


def _footnotes(text: str) -> tuple[str, list[str]]:
    """The text without note marks, which would be read in mid-sentence, and the notes, for its end."""
    text = text.replace("\r\n", "\n")
    notes = [match.group(2) for match in _NOTE.finditer(text)]
    return (_NOTE_MARK.sub("", _NOTE.sub("", text)), notes) if notes else (text, [])


class _Reader:
    """Walks block tokens; what encloses the current one decides its kind."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._lists: list[int | None] = []
        """The enclosing lists: the next number of an ordered one, None for the others."""

        self._quotes = 0
        self._heading = 0
        self._marker = ""
        self._row: list[str] | None = None
        self._rows: list[str] = []

    def read(self, tokens: list[Token]) -> None:
        for token in tokens:
            if token.type == "inline":
                self._text(token)
            elif token.type in ("fence", "code_block"):
                self.draft.add(tidy(token.content), BlockKind.CODE)
            elif token.type == "html_block":
                self.draft.add(_without_tags(token.content))
            elif token.nesting:
                self._enter_or_leave(token)

    def _enter_or_leave(self, token: Token) -> None:
        name = token.type.removesuffix("_open").removesuffix("_close")
        opens = token.nesting > 0
        match name:
            case "bullet_list" | "ordered_list":
                self._list(token, opens=opens)
            case "list_item":
                self._item(opens=opens)
            case "blockquote":
                self._quotes += 1 if opens else -1
            case "heading":
                self._heading = int(token.tag[1:]) if opens else 0
            case "table" | "tr":
                self._table(name, opens=opens)

    def _list(self, token: Token, *, opens: bool) -> None:
        if not opens:
            self._lists.pop()
        elif token.type == "ordered_list_open":
            self._lists.append(int(token.attrGet("start") or 1))
        else:
            self._lists.append(None)

    def _item(self, *, opens: bool) -> None:
        number = self._lists[-1]
        if not opens:
            self._marker = ""
        elif number is not None:
            self._marker = f"{number}. "
            self._lists[-1] = number + 1

    def _table(self, name: str, *, opens: bool) -> None:
        if name == "tr" and not opens:
            self._rows.append(row_text(self._row or []))
        elif name == "table" and not opens:
            self.draft.add("\n".join(filter(None, self._rows)), BlockKind.TABLE, level=1)
            self._rows = []
        self._row = [] if name == "tr" and opens else None

    def _text(self, token: Token) -> None:
        text = _said(token)
        if self._row is not None:
            self._row.append(text)
        elif self._heading:
            self.draft.add(text, BlockKind.HEADING, level=self._heading)
        elif self._lists:
            self.draft.add(self._marker + text, BlockKind.LIST_ITEM, level=len(self._lists))
            self._marker = ""
        elif _is_picture(token):
            self.draft.add(text, BlockKind.CAPTION)
        else:
            self.draft.add(text, BlockKind.QUOTE if self._quotes else BlockKind.PARAGRAPH)


def _is_picture(token: Token) -> bool:
    children = [child for child in token.children or () if child.type != "text" or child.content.strip()]
    return any(child.type == "image" for child in children) and all(
        child.type in ("image", "link_open", "link_close", "softbreak") for child in children
    )


def _said(token: Token) -> str:
    """What is read of inline content: links by their text, pictures by theirs, nothing of HTML's tags."""
    lines = [""]
    for child in token.children or ():
        if child.type == "hardbreak":
            lines.append("")
        elif child.type == "softbreak":
            lines[-1] += " "
        elif child.type != "html_inline":
            lines[-1] += child.content
    return "\n".join(filter(None, map(one_line, lines)))


_TAGS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)|</?[a-z!?][^<>]*>", re.DOTALL | re.IGNORECASE
)


def _without_tags(html: str) -> str:
    import html as entities  # noqa: PLC0415 - 5 ms, and few texts have any

    return one_line(entities.unescape(_TAGS.sub(" ", html)))
