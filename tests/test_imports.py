"""What a module costs to import, proved in a process of its own: the import contracts cannot see deferral."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY_BUT_NUMPY = {
    "textual",
    "onnxruntime",
    "fastapi",
    "torch",
    "sounddevice",
    "soundfile",
    "pymupdf",
    "httpx",
    "trafilatura",
    "rapidocr",
    "PIL",
    "av",
}
HEAVY = {"numpy", *HEAVY_BUT_NUMPY}


def loaded_by(code: str) -> set[str]:
    probe = f"{code}\nimport sys; print(*(name for name in {sorted(HEAVY)!r} if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "module",
    ["narrator", "player", "outputs", "cache", "split", "prepare", "parse", "engine", "export", "fetch"],
)
def test_core_loads_nothing_heavy_but_numpy(module: str) -> None:
    assert not loaded_by(f"import yapit.core.{module}") & HEAVY_BUT_NUMPY


def test_the_library_loads_nothing_heavy_at_all() -> None:
    code = "from yapit.core.library import Library\nLibrary.in_memory().documents.entries()"
    assert loaded_by(code) == set()


def test_an_engine_is_listed_without_loading_its_model() -> None:
    code = "from yapit.core.engine import load_engine\nload_engine('kokoro').voices()"
    assert not loaded_by(code) & HEAVY_BUT_NUMPY


def test_the_first_picture_waits_for_no_sound_and_no_parser() -> None:
    code = "import yapit.cli.read, yapit.tui.app\nfrom yapit.core import kept, parse"
    assert loaded_by(code) == {"textual"}


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom yapit.cli.main import main\nsys.argv = ['yapit', '--help']\n"
        "try: main()\nexcept SystemExit: pass"
    )
    assert loaded_by(code) == set()
