"""Who says a formula: with which words, how fully, and by which way for each kind of node."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from yapit.core.hearing import Detail
from yapit.core.math.tree import Node
from yapit.core.math.words.vocabulary import Vocabulary

Way = Callable[["Teller", Any], str]


@dataclass(frozen=True, slots=True)
class Teller:
    words: Vocabulary
    detail: Detail
    ways: Mapping[type, Way]

    @property
    def full(self) -> bool:
        return self.detail is Detail.FULL

    def say(self, node: Node) -> str:
        return self.ways[type(node)](self, node)

    def phrase(self, name: str, *parts: str) -> str:
        """A phrase of the language with its parts filled in; in full where there is a fuller one."""
        phrases = self.words.phrases
        template = phrases.get("full " + name) if self.full else None
        return (template or phrases[name]).format(*parts)

    def brief(self, name: str, *parts: str) -> str:
        """The brief phrase, where nothing can be mistaken."""
        return self.words.phrases[name].format(*parts)

    def of(self, function: str, argument: str) -> str:
        """A function and its argument; many a name ends in "of" already."""
        if function.endswith(self._of):
            return f"{function} {argument}"
        return self.words.phrases["of"].format(function, argument)

    def alone(self, said: str) -> str:
        """Without the "of" that waits for something to follow."""
        return said.removesuffix(self._of)

    @property
    def _of(self) -> str:
        return " " + self.words.phrases["of"].format("", "").strip()
