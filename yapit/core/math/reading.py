"""A formula's source to its tree, by the reader for what it is written in."""

from __future__ import annotations

import re

from yapit.core.math.latex import read_latex
from yapit.core.math.tree import MAX_DEPTH, FormulaTooLarge, Node, is_deeper

_LONGEST_MATHML = 400_000
"""Characters: up to fifty for each that LaTeX takes."""

_DEEPEST_TREE = 3 * MAX_DEPTH
"""A group can be a row in a fence in a function. Writers take some three calls for each."""

_MATHML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:[A-Za-z]+:)?math\b")
_DOLLARS = re.compile(r"\A\s*(?:\$+|\\\[|\\\()|(?:(?<!\\)\$+|\\\]|\\\))\s*\Z")


def read_formula(source: str) -> Node:
    """The tree of LaTeX without its dollars, or of MathML.

    Raises:
        FormulaTooLarge: It is longer, or nested deeper, than anyone could follow.
    """
    if _MATHML.match(source):
        from yapit.core.math.mathml import read_mathml  # noqa: PLC0415 - lxml, 20 ms

        if len(source) > _LONGEST_MATHML:
            raise FormulaTooLarge
        return _bounded(read_mathml(source))
    return _bounded(read_latex(_DOLLARS.sub("", source)))


def _bounded(tree: Node) -> Node:
    if is_deeper(tree, _DEEPEST_TREE):
        raise FormulaTooLarge
    return tree
