"""Jupyter notebooks: text cells as Markdown, programs and what they printed as code."""

from __future__ import annotations

import json
from collections.abc import Iterator

from yapit.core.document import BlockKind, Document
from yapit.core.errors import SourceError
from yapit.core.parse.characters import decode, one_line, tidy
from yapit.core.parse.draft import Draft
from yapit.core.parse.formats import Progress
from yapit.core.parse.markdown import add_markdown
from yapit.core.parse.plain.terminal import without_terminal_signs
from yapit.core.parse.source import Source

Json = object
_CURE = "Open it in Jupyter and save it again, or export it as Markdown."


def parse(source: Source, on_progress: Progress) -> Document:
    notebook = _loaded(source)
    metadata = _mapping(notebook.get("metadata"))
    authors = [_mapping(author).get("name") for author in _list(metadata.get("authors"))]
    draft = Draft(_text(metadata.get("title")), ", ".join(map(_text, filter(None, authors))))
    cells = list(_cells(notebook))
    for done, cell in enumerate(cells):
        on_progress(done, len(cells))
        _add(draft, cell)
    return draft.document(source.label)


def _loaded(source: Source) -> dict[str, Json]:
    try:
        notebook: Json = json.loads(decode(source.data, source.label))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{source.label} is no notebook, or a damaged one", cure=_CURE) from error
    if not isinstance(notebook, dict):
        raise SourceError(f"{source.label} is no notebook", cure=_CURE)
    return notebook


def _cells(notebook: dict[str, Json]) -> Iterator[dict[str, Json]]:
    """The cells, which version 3 has in worksheets."""
    sheets = [_mapping(sheet) for sheet in _list(notebook.get("worksheets"))] or [notebook]
    for sheet in sheets:
        yield from (_mapping(cell) for cell in _list(sheet.get("cells")))


def _add(draft: Draft, cell: dict[str, Json]) -> None:
    text = _text(cell.get("source", cell.get("input")))
    match cell.get("cell_type"):
        case "markdown":
            add_markdown(draft, text)
        case "heading":
            level = cell.get("level")
            draft.add(one_line(text), BlockKind.HEADING, level=level if isinstance(level, int) else 1)
        case "code":
            draft.add(tidy(text), BlockKind.CODE)
            for output in _list(cell.get("outputs")):
                _add_output(draft, _mapping(output))


def _add_output(draft: Draft, output: dict[str, Json]) -> None:
    """What a program printed; of a picture only what it says of itself."""
    data = _mapping(output.get("data", output))
    if _text(data.get("text/markdown")):
        add_markdown(draft, _text(data.get("text/markdown")))
        return
    latex = " ".join(_text(data.get("text/latex")).strip().strip("$").split())
    if latex:
        draft.add_formula(latex)
        return
    said = _text(output.get("text")) or _text(data.get("text/plain")) or _failure(output)
    draft.add(tidy(without_terminal_signs(said)), BlockKind.CODE)


def _failure(output: dict[str, Json]) -> str:
    return ": ".join(filter(None, (_text(output.get("ename")), _text(output.get("evalue")))))


def _text(value: Json) -> str:
    """A text, which notebooks may have in lines."""
    if isinstance(value, list):
        return "".join(line for line in value if isinstance(line, str))
    return value if isinstance(value, str) else ""


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _mapping(value: Json) -> dict[str, Json]:
    return value if isinstance(value, dict) else {}
