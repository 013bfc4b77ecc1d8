"""A word said otherwise: what is looked for, what is said for it, where; tried, and kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, Label, Select

from yapit.core.errors import YapitError
from yapit.core.listening.desk import Desk
from yapit.core.listening.pronouncing import forget_rule, keep_rule, said_now, try_rule
from yapit.core.rules import EVERYWHERE, Action, Match, Rule, Scope

_Kind = TypeVar("_Kind")

_ACTIONS = (("say it as", Action.SAY), ("say this IPA", Action.IPA), ("skip it", Action.SKIP))
_CASES = (("any capitals", False), ("capitals as here", True))
_MATCHES = (("the word", Match.WORD), ("anywhere", Match.ANYWHERE), ("regular expression", Match.REGEX))


class Pronounce(ModalScreen[str]):
    """Gives what came of it, to be told."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "try", "Try", priority=True),
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("ctrl+d", "forget", "Forget", priority=True),
        Binding("escape", "dismiss('')", "Cancel"),
        Binding("ctrl+c", "app.quit", "Quit", show=False, priority=True),
    ]
    DEFAULT_CSS = """
    Pronounce {
        align: center middle;
        & > VerticalScroll {
            width: 66; max-width: 100%; min-width: 12; height: auto; max-height: 100%;
            background: $surface; border: round $primary; border-title-color: $primary; padding: 0 1;
        }
        & Horizontal { height: auto; }
        & Label { width: 8; color: $text-primary; }
        & .told { width: 1fr; color: $foreground-muted; }
        & Input, & Select { width: 1fr; }
        &.-narrow Horizontal { layout: vertical; }
        & Footer { background: $panel; }
    }
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (36, "-wide")]  # noqa: RUF012 - an instance variable of Screen

    def __init__(self, desk: Desk, draft: Rule) -> None:
        super().__init__()
        self._desk = desk
        self._draft = draft
        self._is_kept = draft in desk.hearing.rules
        entry = desk.kept.entry
        language = entry.language.partition("-")[0]
        self._scopes: list[tuple[str, Scope]] = [
            ("everywhere", EVERYWHERE),
            ("in this document", Scope(document=entry.id)),
            *([(f"in {language} texts", Scope(language=language))] if language else []),
        ]

    def compose(self) -> ComposeResult:
        draft = self._draft
        scope = draft.scope if draft.scope in [scope for _, scope in self._scopes] else EVERYWHERE
        with VerticalScroll() as box:
            box.border_title = "Say it otherwise"
            yield _row("Find", Input(draft.pattern, id="pattern", compact=True))
            yield _row("as", Select(_MATCHES, value=draft.match, allow_blank=False, id="match", compact=True))
            yield _row(
                "and", Select(_ACTIONS, value=draft.action, allow_blank=False, id="action", compact=True)
            )
            yield _row("Say", Input(draft.says, placeholder="as it sounds", id="says", compact=True))
            yield _row(
                "where", Select(self._scopes, value=scope, allow_blank=False, id="scope", compact=True)
            )
            yield _row("with", Select(_CASES, value=draft.case, allow_blank=False, id="case", compact=True))
            yield Label("", id="told", classes="told", markup=False)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        for box in self.query(Input):
            box.cursor_blink = False
        said = said_now(self._desk, self._draft.pattern)
        self._tell(f"said now: /{said}/" if said else "")
        self.query_one("#says", Input).focus()

    def action_try(self) -> None:
        try:
            try_rule(self._desk, self._rule)
        except YapitError as error:
            self._tell(f"{error}. {error.cure}")
        else:
            self._tell("so it sounds")

    def action_save(self) -> None:
        rule = self._rule
        try:
            keep_rule(self._desk, rule, self._draft if self._is_kept else None)
        except YapitError as error:
            self._tell(f"{error}. {error.cure}")
        else:
            self.dismiss(f"{rule.pattern} is said so from now on")

    def on_input_submitted(self) -> None:
        self.action_save()

    def action_forget(self) -> None:
        """The rule that there was."""
        if not self._is_kept:
            return
        try:
            forget_rule(self._desk, self._draft)
        except YapitError as error:
            self._tell(f"{error}. {error.cure}")
        else:
            self.dismiss(f"{self._draft.pattern} is said as it is written")

    @property
    def _rule(self) -> Rule:
        says, action = self.query_one("#says", Input).value.strip(), self._value("#action", Action)
        if action is not Action.SKIP and len(says) > 1 and says[0] == says[-1] == "/":
            says, action = says[1:-1], Action.IPA
        return replace(
            self._draft,
            pattern=self.query_one("#pattern", Input).value,
            action=action,
            says="" if action is Action.SKIP else says,
            match=self._value("#match", Match),
            scope=self._value("#scope", Scope),
            case=self._value("#case", bool),
        )

    def _value(self, name: str, kind: type[_Kind]) -> _Kind:
        value = self.query_one(name, Select).value
        assert isinstance(value, kind)  # none of them can be blank
        return value

    def _tell(self, told: str) -> None:
        label = self.query_one("#told", Label)
        label.update(told)
        label.scroll_visible(animate=False)


def _row(label: str, field: Input | Select[Any]) -> Horizontal:
    return Horizontal(Label(label), field)
