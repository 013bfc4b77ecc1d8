"""What is read can be read: in every theme, and without any colour."""

from __future__ import annotations

import pytest
from rich.color import Color
from rich.style import Style
from textual.app import App, ComposeResult

from tests.staged import PARTS, written
from yapit.core.document import Skip, Span
from yapit.tui.page import Page
from yapit.tui.themes import DARK, LIGHT, SYSTEM, THEMES, theme_for

DOCUMENT = written(*PARTS)
COLOURED = [name for name in THEMES if name != "system"]


class Alone(App[None]):
    """Nothing but the page."""

    def __init__(self, theme: str) -> None:
        super().__init__()
        for each in THEMES.values():
            self.register_theme(each)
        self.theme = THEMES[theme].name

    def compose(self) -> ComposeResult:
        yield Page(DOCUMENT)


def luminance(color: Color) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, color.get_truecolor())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    """As WCAG 2.2 defines it, from 1 to 21."""
    assert style.color is not None
    assert style.bgcolor is not None
    light, dark = sorted((luminance(style.color), luminance(style.bgcolor)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


async def styles(theme: str) -> dict[str, Style]:
    """Everything that text of the page is drawn with."""
    app = Alone(theme)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        palette = app.query_one(Page).palette
        ground, own = palette.ground, palette.styles
        return {
            "text": ground,
            "sentence": ground + own["sentence"],
            "dimmed": ground + own["silent"],
            "dimmed in the sentence": ground + own["silent"] + own["sentence"],
            "dimmed code": ground + own["code"] + own["silent"],
            **{name: ground + style for name, style in own.items() if name not in ("sentence", "silent")},
        }


@pytest.mark.parametrize("theme", COLOURED)
async def test_every_text_of_the_page_can_be_told_from_its_ground(theme: str) -> None:
    least = 7.0 if theme == "contrast" else 4.5
    found = {name: round(contrast(style), 1) for name, style in (await styles(theme)).items()}
    assert all(value >= (4.5 if name.startswith("dimmed") else least) for name, value in found.items()), found


@pytest.mark.parametrize("theme", COLOURED)
async def test_the_word_and_its_sentence_can_be_told_from_the_text_around_them(theme: str) -> None:
    found = await styles(theme)
    assert found["word"].bgcolor != found["sentence"].bgcolor != found["text"].bgcolor
    assert found["word"].bold
    assert found["word"].underline


async def test_the_terminals_own_colours_leave_all_grounds_alone_and_light_up_by_type() -> None:
    found = await styles("system")
    assert all(s.bgcolor is None or s.bgcolor.is_default for s in found.values()), found
    assert found["word"].reverse
    assert found["word"].bold
    assert found["sentence"].underline
    assert not found["text"].underline
    assert found["dimmed"].dim


async def test_without_colours_word_and_sentence_are_lit_by_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert theme_for("dark") is SYSTEM
    app = Alone("system")
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        page = app.query_one(Page)
        at = DOCUMENT.text.index("keeper")
        page.mark(Span(at, at + 6), Span(at - 4, at + 30))
        page.dim((Skip(Span(0, 3), "citation"),))
        await pilot.pause()
        drawn = [s for y in range(page.size.height) for s in page.render_line(y) if s.style]
        (word,) = (s for s in drawn if s.text == "keeper")
        assert word.style is not None
        assert word.style.reverse
        assert any(s.text.startswith("▎") for s in drawn)


def test_a_theme_is_found_by_its_name_and_an_unknown_one_is_dark() -> None:
    assert theme_for("light", {}) is LIGHT
    assert theme_for("mauve", {}) is DARK
