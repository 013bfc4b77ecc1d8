"""What the documentation shows is true: its links lead somewhere, its commands exist, its engine speaks."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import yapit.config
from yapit.cli.commands import app
from yapit.core.cache import NullCache
from yapit.core.document import Block, Document, Span
from yapit.core.engine import Engine, find_voice
from yapit.core.narrator import Narrator

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_within_the_repository_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+?)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_that_is_shown_exists(page: Path) -> None:
    commands = getattr(get_command(app), "commands", {})
    blocks = re.findall(r"```(?:bash|sh)\n(.*?)```", page.read_text("utf-8"), re.DOTALL)
    shown = {
        name for block in blocks for name in re.findall(r"^(?:.*[|&] )?yapit ([a-z]+)", block, re.MULTILINE)
    }
    assert shown <= set(commands)


def test_the_engine_that_is_shown_is_a_whole_engine() -> None:
    page = (ROOT / "docs" / "engines.md").read_text("utf-8")
    code = re.search(r"```python\n(# hum\.py\n.*?)```", page, re.DOTALL)
    assert code is not None
    module: dict[str, Any] = {}
    exec(code.group(1), module)
    engine = module["HumEngine"]()
    assert isinstance(engine, Engine)
    narrator = Narrator(engine, find_voice(engine), cache=NullCache())
    document = Document("Hello there.", (Block(Span(0, 12)),))
    [(_, speech)] = narrator.narrate(narrator.chunks(document))
    assert [word.exact for word in speech.words] == [False, False]
    assert speech.duration > 0.5


def test_the_table_of_keys_is_that_of_the_commands() -> None:
    spec = importlib.util.spec_from_file_location("build_key_docs", ROOT / "scripts" / "build_key_docs.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    reader = (ROOT / "docs" / "reader.md").read_text("utf-8")
    assert script.page(reader) == reader, "docs/reader.md is stale: python scripts/build_key_docs.py"


def test_every_setting_is_explained() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    assert [key for key in yapit.config.KEYS if f"`{key}`" not in page] == []


def test_every_picture_is_small_and_is_shown() -> None:
    pages = "".join(page.read_text("utf-8") for page in PAGES)
    for picture in (ROOT / "docs" / "images").iterdir():
        assert picture.stat().st_size < 60_000, picture.name
        assert f"images/{picture.name})" in pages, f"{picture.name} is shown nowhere"
