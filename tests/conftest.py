"""No test touches the developer's own files or the network beyond this machine."""

from __future__ import annotations

import os
import socket
import tempfile
from pathlib import Path
from typing import Any

import pytest

pytest_plugins = ["tests.sound_server"]

_HOME = tempfile.TemporaryDirectory(prefix="yapit-tests-")
# Set before anything is imported: platformdirs and Textual read them once.
# The models' folder is one for the whole run, since joining the weights costs seconds.
os.environ.update(
    {
        "HOME": _HOME.name,
        "XDG_CONFIG_HOME": f"{_HOME.name}/config",
        "XDG_CACHE_HOME": f"{_HOME.name}/cache",
        "XDG_DATA_HOME": f"{_HOME.name}/data",
        "XDG_STATE_HOME": f"{_HOME.name}/state",
        "YAPIT_DATA_DIR": f"{_HOME.name}/data/yapit",
        "TEXTUAL_ANIMATIONS": "none",
    }
)
for _name in [name for name in os.environ if name.startswith("YAPIT_") and name != "YAPIT_DATA_DIR"]:
    del os.environ[_name]
for _name in ("SSH_CONNECTION", "NO_COLOR", "FORCE_COLOR"):
    os.environ.pop(_name, None)
# The developer's own desktop, whose clipboard, media keys and notices are no concern of tests.
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "WSL_DISTRO_NAME"):
    os.environ.pop(_name, None)
for _name in ("TERM_PROGRAM", "VTE_VERSION", "WT_SESSION", "ConEmuANSI", "TMUX"):
    os.environ.pop(_name, None)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-screens", action="store_true", help="take the screens as they are now for right"
    )


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a configuration, a cache and a library of its own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg-config"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg-cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg-data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "xdg-state"))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to anything but this machine fails, so that no test can depend on the outside."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1"):
            raise OSError(f"tests may not connect to {address[0]}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)
