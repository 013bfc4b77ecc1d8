"""The list of works cited is known by its heading, in any format, and only where it looks like one."""

from __future__ import annotations

import pytest

from yapit.core.document import BlockKind
from yapit.core.parse import read_bytes
from yapit.core.parse.works_cited import heads_works_cited


@pytest.mark.parametrize(
    "heading",
    [
        "References", "REFERENCES", "5. References", "VI. References", "A References", "Works Cited",
        "Bibliography", "References and Notes", "Selected Bibliography", "Literaturverzeichnis",
        "Références bibliographiques", "Bibliografía", "Riferimenti", "参考文献", "Список литературы",
    ],
)  # fmt: skip
def test_headings_of_works_cited_are_known_in_many_languages(heading: str) -> None:
    assert heads_works_cited(heading)


@pytest.mark.parametrize(
    "heading",
    ["Reference implementation", "Works of art", "Notes", "How references are counted", "The literature"],
)
def test_headings_that_only_sound_like_it_are_not(heading: str) -> None:
    assert not heads_works_cited(heading)


def kinds(markdown: str) -> list[BlockKind]:
    return [block.kind for block in read_bytes(markdown.encode(), "a.md").blocks]


def test_entries_below_the_heading_are_references_until_the_next() -> None:
    entries = "Marsh, I. (1891). On walking. Leeds.\n\n- Reed, O. 1902. Boats."
    text = f"## References\n\n{entries}\n\n## Appendix\n\nMore in 1900.\n"
    assert kinds(text)[1:3] == [BlockKind.REFERENCE] * 2
    assert kinds(text)[-1] is BlockKind.PARAGRAPH


def test_a_chapter_about_references_is_read() -> None:
    text = "## References\n\nA reference points to a value.\n\nIt may be null, and often is.\n"
    assert BlockKind.REFERENCE not in kinds(text)
