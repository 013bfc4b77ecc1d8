"""What stands before a Markdown text and says what it is: YAML or TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field

_YAML = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_TOML = re.compile(r"\+\+\+[ \t]*\r?\n(.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_LONGEST = 1_000_000
"""Characters: no front matter is longer."""

Value = object
"""What YAML makes of anything: text, numbers, lists, mappings."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    title: str = ""
    author: str = ""
    language: str = ""
    abstract: str = ""
    works: Mapping[str, str] = field(default_factory=dict)
    """How a work is cited in running text ("Smith & Jones, 2020"), by its key."""


def split_front_matter(text: str) -> tuple[FrontMatter, str]:
    """What the text says of itself, and the text after that; a ruled line at the beginning says nothing."""
    for pattern, load in ((_YAML, _yaml), (_TOML, _toml)):
        match = pattern.match(text, 0, _LONGEST)
        fields = load(match.group(1)) if match else None
        if match and isinstance(fields, dict):
            return _front_matter(fields), text[match.end() :]
    return FrontMatter(), text


def _yaml(text: str) -> Value:
    import yaml  # noqa: PLC0415 - 20 ms

    try:
        return yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError):
        return None


def _toml(text: str) -> Value:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _front_matter(fields: Mapping[str, Value]) -> FrontMatter:
    known = {str(name).lower(): value for name, value in fields.items()}
    return FrontMatter(
        _line(known.get("title")),
        _names(known.get("author", known.get("authors"))),
        _line(known.get("lang", known.get("language"))),
        _line(known.get("abstract")),
        dict(_works(known.get("references"))),
    )


def _line(value: Value) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _names(value: Value) -> str:
    listed = value if isinstance(value, list) else [value]
    return ", ".join(filter(None, map(_name, listed)))


def _name(value: Value) -> str:
    return _line(value.get("name", value.get("literal"))) if isinstance(value, dict) else _line(value)


def _works(value: Value) -> list[tuple[str, str]]:
    works = [work for work in value if isinstance(work, dict)] if isinstance(value, list) else []
    return [(_line(work.get("id")), _cited(work)) for work in works]


def _cited(work: Mapping[str, Value]) -> str:
    authors = work.get("author")
    families = [name for author in authors if (name := _family(author))] if isinstance(authors, list) else []
    names = f"{families[0]} et al." if len(families) > 2 else " & ".join(families)
    who = names or _line(work.get("title"))
    return ", ".join(filter(None, (who, _year(work.get("issued")))))


def _family(author: Value) -> str:
    return _line(author.get("family", author.get("literal"))) if isinstance(author, dict) else ""


def _year(issued: Value) -> str:
    if isinstance(issued, list) and issued:
        issued = issued[0]
    if isinstance(issued, dict):
        parts = issued.get("date-parts")
        issued = issued.get("year", parts[0] if isinstance(parts, list) and parts else "")
    if isinstance(issued, list) and issued:
        issued = issued[0]
    return _line(issued)[:4]
