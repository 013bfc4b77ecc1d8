"""The grammar of LaTeX formulas: groups, scripts, commands with their arguments, environments."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from yapit.core.math.grouping import fenced, grouped
from yapit.core.math.latex import commands
from yapit.core.math.latex.chemistry import read_chemistry
from yapit.core.math.latex.environments import arranged
from yapit.core.math.latex.leaves import character, styled, symbol, words_of, written_number, written_text
from yapit.core.math.latex.tokens import Tokens
from yapit.core.math.latex.units import read_unit
from yapit.core.math.tree import (
    Accent,
    Arrangement,
    Binomial,
    Fence,
    FormulaTooLarge,
    Fraction,
    Grid,
    Name,
    Node,
    Number,
    Root,
    Row,
    Scripts,
    Sign,
    Text,
    parts_of,
)

_LONGEST = 8_000
"""Characters. A display of many lines has some 2,000."""

Part = TypeVar("Part")
_WITH_COLUMNS = frozenset(("array", "tabular", "alignat", "alignedat", "subarray"))
_INFIX: Mapping[str, Callable[[Node, Node], Node]] = {
    "\\over": Fraction, "\\choose": Binomial, "\\atop": Fraction,
}  # fmt: skip
_LINE_ENDS = ("\\\\", "\\cr", "\\newline", "\\tabularnewline")
_AT_TOP = frozenset((*_LINE_ENDS, "&"))
_IN_GROUP = frozenset("}")
_IN_OPTION = frozenset("]}")
_IN_ENVIRONMENT = _AT_TOP | {"\\end"}
_IN_FENCE = _IN_ENVIRONMENT | {"\\right", "}"}
_DELIMITERS = {"<": "⟨", ">": "⟩", ".": ""}


def read_latex(source: str) -> Node:
    """The tree of a formula.

    Raises:
        FormulaTooLarge: It is too long, or its groups are nested too deep.
    """
    if len(source) > _LONGEST:
        raise FormulaTooLarge
    return _Reader(Tokens(source)).whole()


class _Reader:
    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def whole(self) -> Node:
        rows = self._rows(_AT_TOP)
        return rows[0][0] if len(rows) == 1 and len(rows[0]) == 1 else Grid(rows, Arrangement.LINES)

    def _within(self, read: Callable[[], Part]) -> Part:
        """What is read one level deeper."""
        self._tokens.enter()
        found = read()
        self._tokens.leave()
        return found

    # Rows and columns

    def _rows(self, ends: frozenset[str]) -> tuple[tuple[Row, ...], ...]:
        """Cells, up to what ends them; an end that is no line's and no cell's is left where it is."""
        rows: list[list[Row]] = [[self._row(ends)]]
        while True:
            if self._tokens.take_if(*_LINE_ENDS):
                self._tokens.raw_option()
                rows.append([self._row(ends)])
            elif self._tokens.take_if("&"):
                rows[-1].append(self._row(ends))
            else:
                break
        return tuple(tuple(row) for row in rows if any(cell.parts for cell in row)) or ((Row(),),)

    def _row(self, ends: frozenset[str]) -> Row:
        parts: list[Node] = []
        while (token := self._tokens.peek()) is not None and _kind(token) not in ends:
            if token in _INFIX:
                self._tokens.take()
                return Row((_INFIX[token](grouped(parts), self._within(lambda: self._row(ends))),))
            node = self._scripted()
            if node is not None:
                parts.append(node)
        return grouped(parts)

    def _scripted(self) -> Node | None:
        """A thing with what stands below, above and behind it: scripts and primes."""
        base = self._thing()
        sub: Node | None = None
        raised: list[Node] = []
        while mark := self._tokens.take_if("_", "^", "'", "\\limits", "\\nolimits"):
            if mark == "_":
                sub = self._argument() if sub is None else Row((*parts_of(sub), *parts_of(self._argument())))
            elif mark == "^":
                raised += parts_of(self._argument())
            elif mark == "'":
                raised.append(Sign("′"))
        if sub is None and not raised:
            return base
        return Scripts(base or Row(), sub, Row(tuple(raised)) if raised else None)

    def _thing(self) -> Node | None:
        token = self._tokens.peek()
        if token in ("_", "^", "'"):
            return None
        self._tokens.take()
        if token is None or token in ("}", "&", "$"):
            return None
        if token in _LINE_ENDS:
            return Sign(",")
        if token == "{":
            return self._group()
        if token[0] == "\\":
            return self._command(token[1:])
        return character(token)

    def _group(self) -> Row:
        body = self._within(lambda: self._row(_IN_GROUP))
        self._tokens.take_if("}")
        return body

    def _argument(self) -> Row:
        """A group, or the one thing that stands for it: a digit, a letter, a command."""
        token = self._tokens.peek()
        if token is None or token in ("}", "&", "_", "^"):
            return Row()
        if token[0].isdecimal() and len(token) > 1:
            self._tokens.take()
            self._tokens.put_back(token[1:])
            return Row((Number(token[0]),))
        thing = self._within(self._thing)
        return thing if isinstance(thing, Row) else Row(parts_of(thing))

    # Commands

    def _command(self, name: str) -> Node | None:
        if name.startswith("begin"):
            return self._environment(name[5:].strip(" {}*"))
        bare = name.rstrip("*")
        if bare in _STRUCTURES:
            return _STRUCTURES[bare](self)
        if bare in commands.STYLES:
            return styled(self._argument(), commands.STYLES[bare])
        if bare in commands.TEXTS:
            return written_text(self._tokens.raw_group())
        if bare in commands.ACCENTS:
            mark, body = commands.ACCENTS[bare], self._argument()
            return Accent(body, mark) if mark else body
        if bare in commands.DROPPED or bare in commands.LAST_MEANT:
            return self._dropped(bare)
        return symbol(bare)

    def _dropped(self, name: str) -> Node | None:
        """What remains of a command that is about looks."""
        if name in commands.DROPPED:
            for _ in range(commands.DROPPED[name]):
                self._tokens.raw_group()
            return None
        for _ in range(commands.LAST_MEANT[name] - 1):
            self._tokens.raw_group()
        return self._argument()

    def _fraction(self) -> Node:
        return Fraction(self._argument(), self._argument())

    def _binomial(self) -> Node:
        return Binomial(self._argument(), self._argument())

    def _root(self) -> Node:
        index = self._within(lambda: self._row(_IN_OPTION)) if self._tokens.take_if("[") else None
        self._tokens.take_if("]")
        return Root(self._argument(), index)

    def _operator(self) -> Node:
        return Name("".join(words_of(self._tokens.raw_group()).split()))

    def _above(self) -> Node:
        label, base = self._argument(), self._argument()
        return Scripts(base, None, label)

    def _below(self) -> Node:
        label, base = self._argument(), self._argument()
        return Scripts(base, label, None)

    def _arrow(self) -> Node:
        below = self._tokens.raw_option()
        label = self._argument()
        return Scripts(
            Sign("→"), Row((Text(words_of(below)),)) if below else None, label if label.parts else None
        )

    def _modulus(self) -> Node:
        return Row((Sign(","), Name("mod"), self._argument()))

    def _number(self) -> Node:
        self._tokens.raw_option()
        return written_number(self._tokens.raw_group())

    def _unit(self) -> Node:
        self._tokens.raw_option()
        return read_unit(self._tokens.raw_group())

    def _quantity(self) -> Node:
        return Row((*parts_of(self._number()), self._unit()))

    def _chemistry(self) -> Node:
        return read_chemistry(self._tokens.raw_group())

    def _absolute(self) -> Node:
        return Fence("|", self._argument(), "|")

    def _norm(self) -> Node:
        return Fence("‖", self._argument(), "‖")

    def _not(self) -> Node | None:
        negated = self._within(self._thing)
        if isinstance(negated, Sign):
            return Sign(commands.NEGATED.get(negated.text, negated.text), "")
        return negated

    def _mid(self) -> Node:
        return Sign("∣")

    def _fence(self) -> Node:
        opening = self._delimiter()
        body = self._within(lambda: self._row(_IN_FENCE))
        closing = self._delimiter() if self._tokens.take_if("\\right") else ""
        return fenced(opening, body, closing)

    def _delimiter(self) -> str:
        token = self._tokens.take()
        if token.startswith("\\"):
            return commands.SIGNS.get(token[1:], "")
        return _DELIMITERS.get(token, token)

    # Environments

    def _environment(self, name: str) -> Node:
        self._tokens.raw_option()
        if name in _WITH_COLUMNS:
            self._tokens.raw_group()
        rows = self._within(lambda: self._rows(_IN_ENVIRONMENT))
        if (self._tokens.peek() or "").startswith("\\end"):
            self._tokens.take()
        return arranged(name, rows)


def _kind(token: str) -> str:
    return "\\end" if token.startswith(("\\end{", "\\end ")) else token


_STRUCTURES: Mapping[str, Callable[[_Reader], Node | None]] = {
    **dict.fromkeys(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"), _Reader._fraction),
    **dict.fromkeys(("binom", "dbinom", "tbinom"), _Reader._binomial),
    "sqrt": _Reader._root,
    **dict.fromkeys(("operatorname", "DeclareMathOperator"), _Reader._operator),
    **dict.fromkeys(("overset", "stackrel"), _Reader._above),
    "underset": _Reader._below,
    **dict.fromkeys(("xrightarrow", "xlongrightarrow", "xLongrightarrow"), _Reader._arrow),
    **dict.fromkeys(("pmod", "mod", "pod"), _Reader._modulus),
    "bmod": lambda reader: Name("mod"),
    "num": _Reader._number,
    **dict.fromkeys(("SI", "qty"), _Reader._quantity),
    **dict.fromkeys(("si", "unit"), _Reader._unit),
    **dict.fromkeys(("ce", "cf"), _Reader._chemistry),
    "abs": _Reader._absolute,
    "norm": _Reader._norm,
    "not": _Reader._not,
    "mid": _Reader._mid,
    "left": _Reader._fence,
}
"""Commands with arguments of their own."""
