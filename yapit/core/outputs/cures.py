"""What to do about missing sound: the one thing that fits this system."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

OS_RELEASE = Path("/etc/os-release")
CONTAINER_MARKS = (Path("/.dockerenv"), Path("/run/.containerenv"))

_PORTAUDIO = {
    "debian": "sudo apt install libportaudio2",
    "ubuntu": "sudo apt install libportaudio2",
    "fedora": "sudo dnf install portaudio",
    "rhel": "sudo dnf install portaudio",
    "arch": "sudo pacman -S portaudio",
}

FORWARD = "To hear it here: ssh -R 4713:localhost:4713, and there PULSE_SERVER=tcp:localhost:4713."
SHARE = "Give the container its host's sound: mount /run/user/UID/pulse/native and let PULSE_SERVER name it."


def no_portaudio() -> str:
    """PortAudio, the library, cannot be loaded."""
    if sys.platform != "linux":
        return "Install it again, with its library: pip install --force-reinstall sounddevice"
    for system in _systems():
        if system in _PORTAUDIO:
            return f"Install it with: {_PORTAUDIO[system]}"
    return "Install PortAudio with the package manager of your system."


def no_server() -> str:
    """No sound server answers, or the one that did has gone."""
    return _elsewhere() or "Start the sound server, or see what is wrong with it: pactl info"


def no_device() -> str:
    """The library is there and finds nothing to play on."""
    if sys.platform != "linux":
        return "Connect a sound device, and choose it in the settings of your system."
    return _elsewhere() or "Connect a sound device, or start the sound server: pactl info tells its state."


def is_remote() -> bool:
    """A session over SSH to which no sound is forwarded: a speaker over there is rarely wanted."""
    return "SSH_CONNECTION" in os.environ and "PULSE_SERVER" not in os.environ


def _elsewhere() -> str:
    if is_remote():
        return FORWARD
    return SHARE if any(mark.exists() for mark in CONTAINER_MARKS) else ""


def _systems() -> list[str]:
    """This system's name, then those that it is like."""
    try:
        lines = OS_RELEASE.read_text(encoding="utf-8").splitlines()
    except OSError:
        return []
    values = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return shlex.split(values.get("ID", "")) + " ".join(shlex.split(values.get("ID_LIKE", ""))).split()
