"""Media keys and headset buttons, from a thread of their own; without a bus or dbus-fast there are none."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from yapit.core.desktop.remote import Ask, Playing
from yapit.core.errors import YapitError

if TYPE_CHECKING:
    from dbus_fast.aio import MessageBus

    from yapit.core.desktop.mpris import Controls

EXTRA = "pip install 'yapit-reader[desktop]'"
_FAREWELL_SECONDS = 1.0


class MediaKeys:
    """`post` is called in the thread; all else from the front end's."""

    def __init__(self, post: Callable[[Ask], None], address: str) -> None:
        self._post = post
        self._address = address
        self._playing = Playing()
        self._shown_at = time.monotonic()
        self._controls: Controls | None = None
        self._left: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=self._run, name="media keys", daemon=True)
        self._thread.start()

    def show(self, playing: Playing) -> None:
        """How it stands now."""
        self._playing = playing
        self._call(self._show)

    def close(self) -> None:
        """Leave the bus."""
        self._call(self._leave)
        self._thread.join(_FAREWELL_SECONDS)

    def _call(self, what: Callable[[], None]) -> None:
        loop = self._loop
        if loop is not None and self._thread.is_alive():
            try:
                loop.call_soon_threadsafe(what)
            except RuntimeError:  # it was closed just now: the bus is gone
                self._loop = None

    def _run(self) -> None:
        try:
            asyncio.run(self._serve())
        except (
            YapitError,
            OSError,
            EOFError,
        ):  # without a bus there are no buttons, and `yapit doctor` says so
            return

    async def _serve(self) -> None:
        self._left, self._loop = asyncio.Event(), asyncio.get_running_loop()
        bus, self._controls = await _connected(self._address, self._post)
        self._show()
        gone = asyncio.ensure_future(bus.wait_for_disconnect())  # type: ignore[no-untyped-call]
        leaving = asyncio.ensure_future(self._left.wait())
        await asyncio.wait((gone, leaving), return_when=asyncio.FIRST_COMPLETED)
        leaving.cancel()
        bus.disconnect()
        await gone

    def _show(self) -> None:
        if self._controls is not None:
            now = time.monotonic()
            self._controls.show(self._playing, now - self._shown_at)
            self._shown_at = now

    def _leave(self) -> None:
        if self._left is not None:
            self._left.set()


async def _connected(address: str, post: Callable[[Ask], None]) -> tuple[MessageBus, Controls]:
    """Raises YapitError where there is no bus, or nothing that speaks with it."""
    try:
        from dbus_fast.errors import DBusFastError  # noqa: PLC0415 - an optional extra

        from yapit.core.desktop import mpris  # noqa: PLC0415 - with it
    except ImportError as error:
        raise YapitError("dbus-fast is not installed", cure=EXTRA) from error
    try:
        return await mpris.connect(address, post)
    except (DBusFastError, OSError, EOFError) as error:
        cure = "Log in to the desktop again, or read on without media keys."
        raise YapitError(f"the session bus does not answer: {error}", cure=cure) from error


def session_bus(environ: Mapping[str, str] = os.environ) -> str:
    """The address of this session's bus; empty where there is none."""
    if address := environ.get("DBUS_SESSION_BUS_ADDRESS", ""):
        return address
    usual = Path(environ.get("XDG_RUNTIME_DIR") or "/nowhere") / "bus"
    return f"unix:path={usual}" if usual.is_socket() else ""


def check(environ: Mapping[str, str] = os.environ) -> str:
    """The address of the bus where media keys work.

    Raises:
        YapitError: They do not, and what to do about it.
    """
    address = session_bus(environ)
    if not address:
        raise YapitError("there is no session bus", cure="Media keys work in a desktop session of Linux.")

    async def try_it() -> None:
        bus, _ = await _connected(address, lambda ask: None)
        bus.disconnect()
        await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]

    asyncio.run(try_it())
    return address
