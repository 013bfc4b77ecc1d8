"""Every command in Textual's palette, with its key."""

from __future__ import annotations

from collections.abc import Iterator

from textual.command import DiscoveryHit, Hit, Hits, Provider

from yapit.core.listening import COMMANDS
from yapit.tui.keys import shown
from yapit.tui.reader import ReaderScreen


class Commands(Provider):
    async def discover(self) -> Hits:
        for title, name in self._titles():
            yield DiscoveryHit(title, lambda name=name: self._reader().run_command(name))

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for title, name in self._titles():
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), lambda name=name: self._reader().run_command(name))

    def _titles(self) -> Iterator[tuple[str, str]]:
        keymap = self._reader().keymap
        for command in COMMANDS:
            if command.name != "palette":
                keys = "  ".join(map(shown, keymap[command.name]))
                yield f"{command.title}   {keys}".rstrip(), command.name

    def _reader(self) -> ReaderScreen:
        screen = self.screen
        assert isinstance(screen, ReaderScreen)  # the only one whose palette has these
        return screen
