"""`yapit rules`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yapit.cli.faults import report
from yapit.cli.lines import json_text, printable
from yapit.cli.options import AsJson, Password
from yapit.cli.speaking import effective
from yapit.cli.table import print_table
from yapit.config import load
from yapit.core.errors import RuleError, YapitError
from yapit.core.rules import Action, Match, Rule, RuleBook, Scope, check
from yapit.core.rules.exchange import as_fields, rules_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yapit.core.rules import Find
    from yapit.core.script import Script

app = typer.Typer(invoke_without_command=True, rich_markup_mode=None)

Language = Annotated[str, typer.Option("--language", "-l", help="Only in this language: en, de ...")]
Where = Annotated[
    str, typer.Option("--document", "-d", metavar="SOURCE", help="Only in this document.", show_default=False)
]


@app.callback()
def rules(context: typer.Context) -> None:
    """Have words said otherwise, or skipped: in one document, in a language, or everywhere.

    \b
      yapit rules add Siobhan --say "shi vawn"
      yapit rules add Yapit --ipa "ˈjæpɪt"
      yapit rules add "Journal of Tests" --skip --document paper.pdf
      yapit rules add "(\\d+)px" --match regex --say "\\1 pixels"
      yapit rules test "Siobhan drew 10px."
      yapit rules list --json > rules.json
      yapit rules import rules.json
    """
    if context.invoked_subcommand is None:
        show()


@app.command("list")
def show(as_json: AsJson = False) -> None:
    """List the rules, the oldest first."""
    kept = book().all()
    if as_json:
        typer.echo(json_text([as_fields(rule) for rule in kept]))
        return
    if not kept:
        typer.echo("There are no rules. Make one: yapit rules add WORD --say WORDS")
        return
    print_table(
        ("", "PATTERN", "MATCH", "BECOMES", "WHERE"),
        [(str(number), *_row(rule)) for number, rule in enumerate(kept, start=1)],
    )


@app.command()
def add(
    pattern: Annotated[str, typer.Argument(metavar="PATTERN", help="What to look for.", show_default=False)],
    say: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Say these words for it; \\1 is a group of a regex.")
    ] = None,
    ipa: Annotated[
        str | None, typer.Option(metavar="IPA", help="Say it by the International Phonetic Alphabet.")
    ] = None,
    skip: Annotated[bool, typer.Option("--skip", help="Show it and do not say it.")] = False,
    match: Annotated[
        Match, typer.Option(help="As a word of its own, anywhere, or a regular expression.")
    ] = Match.WORD,
    case: Annotated[bool, typer.Option("--case", help="Tell capitals and small letters apart.")] = False,
    language: Language = "",
    document: Where = "",
    password: Password = None,
) -> None:
    """Add a rule, or change what the same one does."""
    action, says = _wanted(say, ipa, skip=skip)
    scope = Scope(_document_id(document, password) if document else "", language.partition("-")[0].lower())
    rule = Rule(pattern, action, says, match, case, scope)
    check(rule)
    if action is Action.IPA:
        _check_engine(rule)
    book().put(rule)
    typer.echo(f"{printable(pattern)}: {_becomes(rule)}, {_where(rule)}")


@app.command()
def remove(
    which: Annotated[
        str,
        typer.Argument(metavar="RULE", help="Its pattern, or its number in the list.", show_default=False),
    ],
) -> None:
    """Remove a rule."""
    kept = book().all()
    found = [rule for rule in kept if rule.pattern == which]
    if not found and which.isdecimal() and 0 < int(which) <= len(kept):
        found = [kept[int(which) - 1]]
    if not found:
        raise RuleError(f"there is no rule for {printable(which)}", cure="See what there is: yapit rules")
    for rule in found:
        book().remove(rule)
        typer.echo(f"Removed {printable(rule.pattern)}: {_becomes(rule)}, {_where(rule)}")


@app.command("test")
def try_out(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="Some text.", show_default=False)],
    language: Annotated[str, typer.Option("--language", "-l", help="Its language: en, de ...")] = "en",
    document: Where = "",
    password: Password = None,
) -> None:
    """Show what would be said of a text, and by which rules."""
    script = _script(text, language, _document_id(document, password) if document else "")
    typer.echo(_heard(script))
    finds = script.rules.find(text)
    if finds:
        typer.echo("")
        print_table(
            ("FOUND", "RULE", "BECOMES"),
            [(printable(f.span.of(text)), printable(f.rule.pattern), _found(f)) for f in finds],
        )
    for error in script.rules.left_out.values():
        report(error)


@app.command("import")
def take_in(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="What `list --json` printed, or a .dic of NVDA.", show_default=False
        ),
    ],
) -> None:
    """Add the rules of a file; those that cannot be used are named and left out."""
    try:
        text = file.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise RuleError(f"cannot read {file}: {error.strerror}", cure="Check its name.") from error
    added = 0
    for rule in rules_in(text):
        try:
            check(rule)
        except RuleError as error:
            report(error)
            continue
        book().put(rule)
        added += 1
    typer.echo(f"Added {added:,} rules.")


def book() -> RuleBook:
    """Where the rules are kept.

    Raises:
        LibraryError: The library cannot be opened.
    """
    from yapit.core.library import open_library  # noqa: PLC0415 - only these commands need it

    return open_library(load().library).rules


def _document_id(source: str, password: str | None) -> str:
    """What the library knows a document by; it is there from now on."""
    from yapit.cli.opening import Opening  # noqa: PLC0415 - only what reads needs parsers
    from yapit.core.library import open_library  # noqa: PLC0415 - only these commands need it

    begun = Opening(source, password).growing(effective())
    with open_library(load().library) as library:
        return library.documents.remember(begun.document, begun.edition).id


def _wanted(say: str | None, ipa: str | None, *, skip: bool) -> tuple[Action, str]:
    given = [(Action.SAY, say), (Action.IPA, ipa), (Action.SKIP, "" if skip else None)]
    wanted = [(action, says) for action, says in given if says is not None]
    if len(wanted) != 1:
        raise YapitError(
            "a rule does one thing", cure="Give one of --say WORDS, --ipa IPA and --skip, as in the help."
        )
    return wanted[0]


def _check_engine(rule: Rule) -> None:
    """Raise where the voice has not these sounds; say so where the engine cannot say IPA at all."""
    from yapit.core.engine import SaysIpa, find_voice, load_engine  # noqa: PLC0415 - loads numpy: 0.15 s

    config = effective()
    engine = load_engine(config.engine)
    if isinstance(engine, SaysIpa):
        engine.check_ipa(rule.says, find_voice(engine, config.voice))
        return
    report(
        RuleError(
            f"{engine.name} says it as it is written: it cannot say IPA",
            cure="Choose another engine (yapit engines), or spell it with --say.",
        )
    )


def _script(text: str, language: str, document: str) -> Script:
    from yapit.core.document import Block, Document, Span  # noqa: PLC0415 - with the script
    from yapit.core.script import Script  # noqa: PLC0415 - 30 ms

    if not text.strip():
        raise YapitError("there is no text", cure='Give it some: yapit rules test "Some text."')
    page = Document(text, (Block(Span(0, len(text))),), language=language)
    return Script(page, replace(effective().hearing, rules=book().rules_for(document, language)))


def _heard(script: Script) -> str:
    from yapit.cli.text import WITHOUT_ENGINE  # noqa: PLC0415 - with the script
    from yapit.core.prepare import prepare  # noqa: PLC0415 - with the script

    chunks = script.chunks(WITHOUT_ENGINE)
    said = (prepare(chunk.text, chunk.language, chunk.rewrites).text for chunk in chunks)
    return printable(" ".join(said))


def _row(rule: Rule) -> Sequence[str]:
    match = f"{rule.match}, case" if rule.case else str(rule.match)
    return printable(rule.pattern), match, _becomes(rule), _where(rule)


def _becomes(rule: Rule) -> str:
    if rule.action is Action.SKIP:
        return "skipped"
    return f"/{printable(rule.says).strip('/')}/" if rule.action is Action.IPA else printable(rule.says)


def _found(find: Find) -> str:
    if find.action is Action.SAY:
        return printable(find.says)
    return "skipped" if find.action is Action.SKIP else _becomes(find.rule)


def _where(rule: Rule) -> str:
    parts = [f"document {rule.scope.document[:8]}" * bool(rule.scope.document), rule.scope.language]
    return " ".join(filter(None, parts)) or "everywhere"
