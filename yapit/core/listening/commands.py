"""Everything a listener can ask for, in one list: keys, help, palette and plain mode are made from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """What belongs together in the help, in this order."""

    LISTENING = "Listening"
    MOVING = "Moving"
    SAYING = "What is said"
    MARKS = "Bookmarks and notes"
    LIBRARY = "Library"
    PAGE = "The page"
    PROGRAM = "Yapit"


@dataclass(frozen=True, slots=True)
class Command:
    name: str
    """What a listener writes in the settings: `next-sentence`."""

    title: str
    group: Group
    keys: tuple[str, ...] = ()
    """Keys of the set `arrows`: `left`, `ctrl+left`, `[`."""

    vim: tuple[str, ...] | None = None
    """Keys of the set `vim`, where they are others."""

    asks: str = ""
    """What it wants to know before it can be done; empty for nothing."""

    only_on_screen: bool = False
    """It is about how the page looks; where there is no page, there is nothing to do."""


def _on_page(name: str, title: str, *keys: str, vim: tuple[str, ...] | None = None) -> Command:
    return Command(name, title, Group.PAGE, keys, vim, only_on_screen=True)


_G = Group

COMMANDS: tuple[Command, ...] = (
    Command("play-pause", "Play, pause", _G.LISTENING, ("space",)),
    Command("slower", "Slower", _G.LISTENING, ("-", "_")),
    Command("faster", "Faster", _G.LISTENING, ("+", "=")),
    Command("tempo", "Play at this tempo", _G.LISTENING, asks="tempo, 0.5 to 4"),
    Command("quieter", "Quieter", _G.LISTENING, ("9",)),
    Command("louder", "Louder", _G.LISTENING, ("0",)),
    Command("voice", "Another voice, from this sentence on", _G.LISTENING, ("v",), asks="voice"),
    Command("repeat", "Say the sentence again", _G.LISTENING, ("r",)),
    Command("loop", "Loop what is selected, or the sentence; once more ends it", _G.LISTENING, ("L",)),
    Command(
        "sleep", "Sleep timer", _G.LISTENING, ("z",), asks="minutes, or paragraph, chapter, document, off"
    ),
    Command("sound", "Where the sound goes; looks for it again", _G.LISTENING, ("o",)),
    Command("where", "Where am I, and how long it still takes", _G.LISTENING, ("i",)),
    Command("previous-sentence", "Sentence back", _G.MOVING, ("left",), ("h", "left")),
    Command("next-sentence", "Sentence on", _G.MOVING, ("right",), ("l", "right")),
    Command("previous-word", "Word back", _G.MOVING, ("ctrl+left",), ("b", "ctrl+left")),
    Command("next-word", "Word on", _G.MOVING, ("ctrl+right",), ("w", "ctrl+right")),
    Command("previous-paragraph", "Paragraph back", _G.MOVING, ("[", "shift+left"), ("{", "[", "shift+left")),
    Command("next-paragraph", "Paragraph on", _G.MOVING, ("]", "shift+right"), ("}", "]", "shift+right")),
    Command("previous-heading", "Heading back", _G.MOVING, ("{",), ("(",)),
    Command("next-heading", "Heading on", _G.MOVING, ("}",), (")",)),
    Command("previous-chapter", "Chapter back", _G.MOVING, ("<",)),
    Command("next-chapter", "Chapter on", _G.MOVING, (">",)),
    Command("previous-page", "Page back", _G.MOVING, (",",)),
    Command("next-page", "Page on", _G.MOVING, (".",)),
    Command("go-to", "Go to a page, a chapter, a share", _G.MOVING, (":",), asks="40%, page 12, chapter 3"),
    Command("outline", "Outline: the chapters", _G.MOVING, ("t",), asks="number of a chapter"),
    Command("find", "Find in the document", _G.MOVING, ("/",), asks="what to find"),
    Command("next-match", "Next match", _G.MOVING, ("n",)),
    Command("previous-match", "Match before", _G.MOVING, ("N",)),
    Command(
        "jump-back",
        "Back to before the jump",
        _G.MOVING,
        ("backspace", "alt+left"),
        ("ctrl+o", "backspace", "alt+left"),
    ),
    Command("jump-forward", "Undo the way back", _G.MOVING, ("alt+right",), ("tab", "alt+right")),
    Command("skips", "What is skipped", _G.SAYING, ("x",), asks="off, light, normal, academic; +captions"),
    Command("why", "Why is this not spoken?", _G.SAYING, ("w",), ("W",)),
    Command("speak-skipped", "Say what was skipped here", _G.SAYING, ("s",)),
    Command("pronounce", "Say this word otherwise", _G.SAYING, ("p",), asks="as it sounds, /IPA/, or skip"),
    Command("bookmark", "Bookmark this sentence; once more takes it away", _G.MARKS, ("m",)),
    Command("note", "Write a note", _G.MARKS, ("M",), asks="note"),
    Command("marks", "Bookmarks and notes", _G.MARKS, ("'",), asks="number of a mark"),
    Command("copy", "Copy what is selected, or the sentence", _G.MARKS, ("y",)),
    Command("library", "Library: all documents", _G.LIBRARY, ("H",), asks="number of a document"),
    Command("next-document", "Next document of the queue", _G.LIBRARY, ("ctrl+n",)),
    _on_page("read-here", "Read from the top of the screen, or the match", "enter"),
    _on_page("follow", "Back to the voice", "f"),
    _on_page("select-on", "Select the sentence; once more the next one, too", "shift+down"),
    _on_page("select-back", "Select the sentence; once more the one before, too", "shift+up"),
    _on_page("close", "Close what stands beside the page; unmark what is marked", "escape"),
    _on_page("line-up", "Line up", "up", vim=("k", "up")),
    _on_page("line-down", "Line down", "down", vim=("j", "down")),
    _on_page("screen-up", "Screen up", "pageup", vim=("ctrl+u", "pageup")),
    _on_page("screen-down", "Screen down", "pagedown", vim=("ctrl+d", "pagedown")),
    _on_page("top", "Top", "home", "g"),
    _on_page("end", "End", "end", "G"),
    _on_page("focus", "Focus: one sentence", "c"),
    _on_page("pacer", "Pacer: one word at a time", "a"),
    _on_page("picture", "Picture of the page", "P"),
    _on_page("narrower", "Narrower lines", "("),
    _on_page("wider", "Wider lines", ")"),
    _on_page("spacing", "More space between lines", "|"),
    _on_page("theme", "Next theme", "T"),
    _on_page("palette", "All commands", "ctrl+p"),
    Command("help", "Keys", _G.PROGRAM, ("?",)),
    Command("quit", "Quit", _G.PROGRAM, ("q", "ctrl+c", "ctrl+q")),
)

BY_NAME: Mapping[str, Command] = {command.name: command for command in COMMANDS}
