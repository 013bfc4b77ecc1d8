"""What holds at a place in a Rich Text: each group begins with what held around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from yapit.core.document import BlockKind
from yapit.core.parse.runs import Passage, Runs
from yapit.core.parse.word_fields import Role


class Destination(Enum):
    """Where text goes."""

    STORY = auto()
    NOWHERE = auto()
    FONTS = auto()
    STYLES = auto()
    TITLE = auto()
    AUTHOR = auto()
    LABEL = auto()
    """The number or bullet of the paragraph that follows."""

    INSTRUCTION = auto()
    """What a field computes."""

    PROPERTY = auto()
    """The name of a property of a picture."""

    VALUE = auto()
    WRITER = auto()
    """Who commented."""


@dataclass(slots=True)
class Story:
    """A text of its own: the document, a note, a head or foot of its pages, a box."""

    kind: BlockKind | None = None
    runs: Runs = field(default_factory=Runs)
    label: str | None = None
    """Of the paragraph under way, empty for a bullet; None where it is no item."""

    number: str = ""
    """Of a note."""

    finished: list[Passage] = field(default_factory=list)
    """Paragraphs of a text that hangs on another."""

    cells: list[Passage] = field(default_factory=list)
    rows: list[list[Passage]] = field(default_factory=list)
    heads: int = 0
    roles: set[Role] = field(default_factory=set)


@dataclass(slots=True)
class State:
    story: Story
    destination: Destination = Destination.STORY
    role: Role = Role.SHOWN
    font: int = 0
    skipped_after_unicode: int = 1
    is_hidden: bool = False
    style: int = 0
    outline: int | None = None
    depth: int = 0
    """Of an item in lists, from 0."""

    indent: int = 0
    first_indent: int = 0
    is_in_table: bool = False
    is_head_row: bool = False

    def reset_paragraph(self) -> None:
        self.style, self.outline, self.depth = 0, None, 0
        self.indent = self.first_indent = 0
        self.is_in_table = False
