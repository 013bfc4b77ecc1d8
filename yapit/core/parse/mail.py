"""Letters: subject, sender and date, then what was written; what came with it is named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from itertools import zip_longest
from typing import TypeAlias

from yapit.core.document import BlockKind, Document, Mark
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse.characters import decode, one_line
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.source import Source

Letter: TypeAlias = "Message[str, str]"
_STUB = 60
"""Characters: a plain part this short beside a page of HTML only says that there is one."""


_LONGEST = 8192
"""Characters: what a longer field says of a part is not asked, for that takes the square of its length."""


def parse(source: Source, on_progress: Progress) -> Document:
    letters = list(_letters(source.data))
    draft = Draft()
    for done, data in enumerate(letters):
        on_progress(done, len(letters))
        _add_letter(draft, _letter(data, source.label), source.label, alone=len(letters) == 1)
    return draft.document(source.label)


_NEXT = re.compile(rb"^From \S+ .*\d{4}.*\r?\n", re.M)


def _letters(data: bytes) -> Iterator[bytes]:
    """The letters of a mailbox, or the one that there is."""
    starts = list(_NEXT.finditer(data)) if data.startswith(b"From ") else []
    if not starts:
        yield data
    for match, after in zip_longest(starts, starts[1:]):
        yield data[match.end() : after.start() if after else len(data)].replace(b"\n>From ", b"\nFrom ")


def _letter(data: bytes, label: str) -> Letter:
    try:
        return message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"))
    except (RecursionError, ValueError) as error:
        raise SourceError(
            f"{label} is no letter that can be read", cure="Save its text and read that."
        ) from error


def _add_letter(draft: Draft, letter: Letter, label: str, *, alone: bool) -> None:
    subject, sender, date = _field(letter, "subject"), _sender(letter), _date(letter)
    if alone:
        draft.title, draft.author = subject, sender
    draft.add(subject, BlockKind.TITLE if alone else BlockKind.HEADING, level=0 if alone else 1)
    draft.add("\n".join(filter(None, (sender, date))), BlockKind.AUTHOR)
    parts = [_bounded(part) for part in letter.walk() if not part.is_multipart()]
    _add_body(draft, [part for part in parts if not _name(part)], label)
    names = [name for part in parts if (name := _name(part))]
    if names:
        draft.add(f"Attached: {', '.join(names)}", BlockKind.FURNITURE)


def _bounded(part: Letter) -> Letter:
    for name in ("content-type", "content-disposition"):
        if len(str(part.get(name) or "")) > _LONGEST:
            del part[name]
    return part


def _field(letter: Letter, name: str) -> str:
    said = str(letter.get(name) or "")
    try:
        return one_line(str(make_header(decode_header(said))))
    except (MessageError, LookupError, ValueError):
        return one_line(said)


def _sender(letter: Letter) -> str:
    said = _field(letter, "from")
    try:
        addresses = getaddresses([said])
    except RecursionError:  # it calls itself for every bracket that is opened
        return said
    return ", ".join(name or address for name, address in addresses if name or address)


def _date(letter: Letter) -> str:
    said = _field(letter, "date")
    try:
        date = parsedate_to_datetime(said)
    except (TypeError, ValueError, IndexError, OverflowError):
        return said
    return f"{date.day} {date:%B %Y, %H:%M}"


def _name(part: Letter) -> str:
    """What an attachment is called; nothing for what is to be read."""
    said = part.get_filename()
    if said:
        return one_line(said)
    attached = part.get_content_disposition() == "attachment"
    return part.get_content_type() if attached or part.get_content_maintype() != "text" else ""


def _add_body(draft: Draft, parts: list[Letter], label: str) -> None:
    plain = "\n\n".join(_text(part, label) for part in parts if part.get_content_type() != "text/html")
    pages = [_text(part, label) for part in parts if part.get_content_type() == "text/html"]
    if pages and (not plain.strip() or (len(plain.strip()) < _STUB < len(pages[0]) // 4)):
        for page in pages:
            _add_page(draft, page, label)
    else:
        _add_plain(draft, plain, label)


def _text(part: Letter, label: str) -> str:
    data = part.get_payload(decode=True)
    text = decode(data, label, part.get_content_charset() or "") if isinstance(data, bytes) and data else ""
    if str(part.get_param("format")).lower() == "flowed":
        return _unflowed(text, delete_space=str(part.get_param("delsp")).lower() == "yes")
    return text


def _unflowed(text: str, *, delete_space: bool) -> str:
    """Lines that end in a space go on in the next; a signature's dashes do not."""
    lines: list[str] = []
    for line in text.splitlines():
        before = lines[-1] if lines else ""
        depth, body = _quoted(line)
        if before.endswith(" ") and before != "-- " and depth == _quoted(before)[0] and body:
            lines[-1] = (before[:-1] if delete_space else before) + body.removeprefix(" ")
        else:
            lines.append(line)
    return "\n".join(lines)


def _quoted(line: str) -> tuple[int, str]:
    body = line.lstrip(">")
    return len(line) - len(body), body


_SIGNATURE = re.compile(r"^-- ?\r?$", re.M)


def _add_plain(draft: Draft, text: str, label: str) -> None:
    from yapit.core.parse.plain import document_of  # noqa: PLC0415 - only where there is such a part

    signature = _SIGNATURE.search(text)
    body = text[: signature.start()] if signature else text
    with suppress(EmptyDocument):  # a letter may be all signature
        _add_document(draft, document_of(body, label))
    if signature:
        draft.add(text[signature.start() :], BlockKind.FURNITURE)


def _add_page(draft: Draft, page: str, label: str) -> None:
    from yapit.core.parse.html import parse as parse_page  # noqa: PLC0415 - loads lxml

    source = Source(page.encode("utf-8", "replace"), label, "text/html; charset=utf-8")
    with suppress(EmptyDocument):  # a page may be all pictures
        _add_document(draft, parse_page(source, lambda done, total: None))


def _add_document(draft: Draft, document: Document) -> None:
    marks: dict[int, list[Mark]] = {}
    for mark in document.marks:
        marks.setdefault(document.block_at(mark.span.start), []).append(mark)
    for index, block in enumerate(document.blocks):
        inside = [mark.shift(-block.span.start) for mark in marks.get(index, ())]
        draft.add(block.span.of(document.text), block.kind, level=block.level, marks=inside)
