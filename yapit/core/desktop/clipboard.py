"""The clipboard, by the programs that desktops have for it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping

from yapit.core.desktop import programs
from yapit.core.errors import EmptyDocument, SourceError
from yapit.core.parse.source import Source, check_size

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_POWERSHELL = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw"
_HTML = "text/html"

_Command = tuple[str, ...]


def _pasting(environ: Mapping[str, str]) -> dict[str, _Command]:
    """Programs that print the clipboard's text, the better first."""
    found: dict[str, _Command] = {}
    if environ.get("WAYLAND_DISPLAY"):
        found["wl-paste"] = ("--no-newline", "--type", "text")
    if environ.get("DISPLAY"):
        found["xclip"] = ("-selection", "clipboard", "-out")
        found["xsel"] = ("--clipboard", "--output")
    if sys.platform == "darwin":
        found["pbpaste"] = ()
    if environ.get("WSL_DISTRO_NAME"):
        found["powershell.exe"] = ("-NoProfile", "-NonInteractive", "-Command", _POWERSHELL)
    return {name: (name, *options) for name, options in found.items() if programs.is_there(name)}


_KINDS: Mapping[str, tuple[_Command, _Command]] = {
    "wl-paste": (("wl-paste", "--list-types"), ("wl-paste", "--no-newline", "--type", _HTML)),
    "xclip": (
        ("xclip", "-selection", "clipboard", "-out", "-target", "TARGETS"),
        ("xclip", "-selection", "clipboard", "-out", "-target", _HTML),
    ),
}
# How to ask for the kinds that there are, and for HTML.


def paste(environ: Mapping[str, str] = os.environ) -> str | Source:
    """What is in the clipboard: the address it holds, or the text or HTML itself.

    Raises:
        SourceError: There is no way to it here.
        EmptyDocument: It is empty, or holds no text.
    """
    programs_here = _pasting(environ)
    if not programs_here:
        raise SourceError("there is no way to the clipboard", cure=_cure(environ))
    for name, command in programs_here.items():
        text = programs.output_of(command) or b""
        address = text.decode("utf-8", "replace").strip()
        if _ADDRESS.fullmatch(address):
            return address
        if html := _html(name):
            return _source(html, _HTML)
        if text.strip():
            return _source(text)
    raise EmptyDocument("the clipboard holds no text", cure="Copy some text, or an address, and try again.")


def _source(data: bytes, content_type: str = "") -> Source:
    check_size(data, "the text in the clipboard")
    return Source(data, "clipboard", content_type)


def _html(name: str) -> bytes:
    if name not in _KINDS:
        return b""
    kinds, html = _KINDS[name]
    if _HTML.encode() not in (programs.output_of(kinds) or b"").split():
        return b""
    return programs.output_of(html) or b""


def _cure(environ: Mapping[str, str]) -> str:
    if environ.get("WAYLAND_DISPLAY"):
        return "Install wl-clipboard, as in: sudo apt install wl-clipboard"
    if environ.get("DISPLAY"):
        return "Install xclip, as in: sudo apt install xclip"
    return "Paste it into a pipe instead: yapit read -   (then Ctrl-D)"


def copy(text: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Put it there by a program, which is not waited for; False where there is no display or no program."""
    ways: dict[str, _Command] = {}
    if environ.get("WAYLAND_DISPLAY"):
        ways["wl-copy"] = ("wl-copy",)
    if environ.get("DISPLAY"):
        ways["xclip"] = ("xclip", "-selection", "clipboard", "-in")
        ways["xsel"] = ("xsel", "--clipboard", "--input")
    for name, command in ways.items():
        if programs.is_there(name):
            programs.start(command, text.encode())
            return True
    return False
