"""LaTeX to a tree. Any string gives one: what is not understood is kept by its name."""

from __future__ import annotations

from yapit.core.math.latex.reader import read_latex

__all__ = ["read_latex"]
