"""What 500 rules cost on a text of a million words, beside one regular expression a rule.

Run: python -m benchmarks.rules
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable

from yapit.core.document import Block, Document, Span, fill_gaps
from yapit.core.hearing import Hearing
from yapit.core.rules import Match, Rule, Ruleset
from yapit.core.script import Script

WORDS, BLOCKS, RULES = 100, 10_000, 500
_SYLLABLES = [consonant + vowel for consonant in "bklmnrstv" for vowel in "aeiou"]


def made_text() -> tuple[Document, list[str]]:
    """A document with words as frequent as those of a language, and its words, the rarest last."""
    pick = random.Random(7)
    words = list({"".join(pick.choices(_SYLLABLES, k=pick.randint(1, 5))): None for _ in range(40_000)})[
        :20_000
    ]
    frequencies = [1 / (rank + 1) for rank in range(len(words))]
    text, blocks = "", []
    parts = []
    at = 0
    for _ in range(BLOCKS):
        body = " ".join(pick.choices(words, frequencies, k=WORDS)).capitalize() + ", it’s said."
        blocks.append(Block(Span(at, at + len(body))))
        parts.append(body)
        at += len(body) + 2
    text = "\n\n".join(parts) + "\n\n"
    return Document(text, tuple(blocks), fill_gaps(text, blocks)), words


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def main() -> None:
    document, words = made_text()
    bodies = [block.span.of(document.text) for block in document.blocks]
    rare = words[-RULES:]
    plain = timed(lambda: Script(document).skips)
    for name, match in (("word", Match.WORD), ("anywhere", Match.ANYWHERE)):
        rules = [Rule(word, says="x", match=match) for word in rare]
        ready = Ruleset(rules)
        found = sum(len(ready.find(body)) for body in bodies)
        alone = timed(lambda ready=ready: [ready.find(body) for body in bodies])  # type: ignore[misc]
        whole = timed(lambda rules=rules: Script(document, Hearing(rules=rules)).skips) - plain  # type: ignore[misc]
        print(f"{RULES} rules, {name}: {found:,} finds, {alone:.2f} s; with the script {whole:.2f} s more")
    one_each = [re.compile(rf"\b{re.escape(word)}\b", re.IGNORECASE) for word in rare]
    tenth = timed(lambda: [list(p.finditer(body)) for body in bodies[: BLOCKS // 10] for p in one_each])
    print(f"one regular expression a rule: {tenth * 10:.0f} s (a tenth of it measured)")


if __name__ == "__main__":
    main()
