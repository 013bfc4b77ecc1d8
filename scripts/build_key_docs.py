"""Writes the table of keys in docs/reader.md from the commands: `python scripts/build_key_docs.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from yapit.core.listening import COMMANDS, Group, keymap
from yapit.core.listening.keymap import KeySet
from yapit.tui.keys import shown

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reader.md"
BEGIN = "<!-- keys: written by scripts/build_key_docs.py from yapit/core/listening/commands.py -->\n"
END = "<!-- end of keys -->\n"


def page(text: str) -> str:
    """The page with the table as it is now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n".join(["", *table(), "", END]) + after


def table() -> Iterator[str]:
    """A row for each command, with its keys in either set."""
    sets = [keymap(key_set) for key_set in (KeySet.ARROWS, KeySet.VIM)]
    yield "| | `arrows` | `vim` | name |"
    yield "|---|---|---|---|"
    for group in Group:
        yield f"| **{group}** | | | |"
        for command in COMMANDS:
            if command.group is group:
                keys = " | ".join(_written(keys[command.name]) for keys in sets)
                yield f"| {command.title} | {keys} | {command.name} |"


def _written(keys: tuple[str, ...]) -> str:
    return " ".join(f"`{shown(key)}`" for key in keys).replace("|", "\\|")


def main() -> None:
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
