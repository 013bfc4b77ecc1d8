"""MPRIS, by which Linux desktops pass on media keys and headset buttons; it needs dbus-fast.

`Stop` is `Pause`, for the place is never given up; `Next` and `Previous` are sentences.
"""
# No `from __future__ import annotations`: dbus-fast reads the types as signatures.

import os
from collections.abc import Callable
from dataclasses import replace
from typing import Annotated

from dbus_fast import PropertyAccess, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import (
    DBusBool,
    DBusDouble,
    DBusInt64,
    DBusObjectPath,
    DBusSignature,
    DBusStr,
)
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from yapit.core.desktop import remote
from yapit.core.desktop.remote import Ask, Playing
from yapit.core.player import MAX_TEMPO, MIN_TEMPO

PATH = "/org/mpris/MediaPlayer2"
_TRACKS = "/org/yapit/document/"
_JUMP = 2.0
"""Seconds that listening cannot have gone on between two looks: it was a jump."""

_LONGER = 0.02
"""Share by which a length must differ to be told anew: it is a guess that gets better all the time."""

_Post = Callable[[Ask], None]
_Texts = Annotated[list[str], DBusSignature("as")]
_Facts = Annotated[dict[str, Variant], DBusSignature("a{sv}")]


class Application(ServiceInterface):
    """The program."""

    def __init__(self, post: _Post) -> None:
        super().__init__("org.mpris.MediaPlayer2")
        self._post = post

    @dbus_method(name="Raise")
    def show(self) -> None:
        """A program cannot bring its terminal to the front."""

    @dbus_method(name="Quit")
    def leave(self) -> None:
        self._post(remote.leave)

    @dbus_property(PropertyAccess.READ, name="CanQuit")
    def can_quit(self) -> DBusBool:
        return True

    @dbus_property(PropertyAccess.READ, name="CanRaise")
    def can_raise(self) -> DBusBool:
        return False

    @dbus_property(PropertyAccess.READ, name="HasTrackList")
    def has_track_list(self) -> DBusBool:
        return False

    @dbus_property(PropertyAccess.READ, name="Identity")
    def identity(self) -> DBusStr:
        return "Yapit"

    @dbus_property(PropertyAccess.READ, name="DesktopEntry")
    def desktop_entry(self) -> DBusStr:
        return "yapit"

    @dbus_property(PropertyAccess.READ, name="SupportedUriSchemes")
    def uri_schemes(self) -> _Texts:
        return []

    @dbus_property(PropertyAccess.READ, name="SupportedMimeTypes")
    def mime_types(self) -> _Texts:
        return []


class Controls(ServiceInterface):
    """What is playing, and the buttons."""

    def __init__(self, post: _Post) -> None:
        super().__init__("org.mpris.MediaPlayer2.Player")
        self._post = post
        self._playing = Playing()

    def show(self, playing: Playing, since: float) -> None:
        """How it stands now, `since` so many seconds after the last time; what is new is told to all."""
        before = self._playing
        if before.track == playing.track and not self._is_longer(playing):
            playing = replace(playing, length=before.length)
        self._playing = playing
        changed: dict[str, object] = {}
        if playing.status != before.status:
            changed["PlaybackStatus"] = playing.status.value
        if _facts(playing) != _facts(before):
            changed["Metadata"] = _facts(playing)
        if playing.tempo != before.tempo:
            changed["Rate"] = playing.tempo
        if playing.volume != before.volume:
            changed["Volume"] = playing.volume
        if changed:
            self.emit_properties_changed(changed)
        if not 0 <= playing.seconds - before.seconds <= since * playing.tempo + _JUMP:
            self.seeked()

    def _is_longer(self, playing: Playing) -> bool:
        return abs(playing.length - self._playing.length) > _LONGER * playing.length

    @dbus_method(name="PlayPause")
    def play_pause(self) -> None:
        self._post(remote.toggle)

    @dbus_method(name="Play")
    def play(self) -> None:
        self._post(remote.play)

    @dbus_method(name="Pause")
    def pause(self) -> None:
        self._post(remote.pause)

    @dbus_method(name="Stop")
    def stop(self) -> None:
        self._post(remote.pause)

    @dbus_method(name="Next")
    def next_sentence(self) -> None:
        self._post(remote.sentence(1))

    @dbus_method(name="Previous")
    def previous_sentence(self) -> None:
        self._post(remote.sentence(-1))

    @dbus_method(name="Seek")
    def seek(self, offset: DBusInt64) -> None:
        self._post(remote.seek_by(offset / 1e6))

    @dbus_method(name="SetPosition")
    def set_position(self, track: DBusObjectPath, position: DBusInt64) -> None:
        self._post(remote.seek_to(position / 1e6, track.removeprefix(_TRACKS)))

    @dbus_method(name="OpenUri")
    def open_uri(self, uri: DBusStr) -> None:
        """Documents are opened by the listener only."""

    @dbus_signal(name="Seeked")
    def seeked(self) -> DBusInt64:
        return self._microseconds

    @property
    def _microseconds(self) -> int:
        return round(min(self._playing.seconds, self._playing.length) * 1e6)

    @dbus_property(PropertyAccess.READ, name="PlaybackStatus")
    def status(self) -> DBusStr:
        return self._playing.status.value

    @dbus_property(PropertyAccess.READ, name="Metadata")
    def metadata(self) -> _Facts:
        return _facts(self._playing)

    @dbus_property(PropertyAccess.READ, name="Position")
    def position(self) -> DBusInt64:
        return self._microseconds

    @dbus_property(name="Rate")
    def rate(self) -> DBusDouble:
        return self._playing.tempo

    @rate.setter  # type: ignore[no-redef]  # a property of dbus-fast
    def rate(self, tempo: DBusDouble) -> None:
        self._post(remote.set_tempo(tempo))

    @dbus_property(PropertyAccess.READ, name="MinimumRate")
    def minimum_rate(self) -> DBusDouble:
        return MIN_TEMPO

    @dbus_property(PropertyAccess.READ, name="MaximumRate")
    def maximum_rate(self) -> DBusDouble:
        return MAX_TEMPO

    @dbus_property(name="Volume")
    def volume(self) -> DBusDouble:
        return self._playing.volume

    @volume.setter  # type: ignore[no-redef]  # see above
    def volume(self, volume: DBusDouble) -> None:
        self._post(remote.set_volume(volume))

    @dbus_property(PropertyAccess.READ, name="CanGoNext")
    def can_go_next(self) -> DBusBool:
        return True

    @dbus_property(PropertyAccess.READ, name="CanGoPrevious")
    def can_go_previous(self) -> DBusBool:
        return True

    @dbus_property(PropertyAccess.READ, name="CanPlay")
    def can_play(self) -> DBusBool:
        return True

    @dbus_property(PropertyAccess.READ, name="CanPause")
    def can_pause(self) -> DBusBool:
        return True

    @dbus_property(PropertyAccess.READ, name="CanSeek")
    def can_seek(self) -> DBusBool:
        return True

    @dbus_property(PropertyAccess.READ, name="CanControl")
    def can_control(self) -> DBusBool:
        return True


def _facts(playing: Playing) -> dict[str, Variant]:
    facts = {
        "mpris:trackid": Variant("o", f"{_TRACKS}{playing.track}"),
        "mpris:length": Variant("x", round(playing.length * 1e6)),
        "xesam:title": Variant("s", playing.title),
    }
    if playing.author:
        facts["xesam:artist"] = Variant("as", [playing.author])
    if playing.chapter:
        facts["xesam:album"] = Variant("s", playing.chapter)
    return facts


async def connect(address: str, post: _Post) -> tuple[MessageBus, Controls]:
    """Appear on a bus, as `org.mpris.MediaPlayer2.yapit.instance<pid>`.

    Raises:
        DBusFastError, OSError: There is no bus.
    """
    bus = await MessageBus(bus_address=address).connect()
    controls = Controls(post)
    bus.export(PATH, Application(post))
    bus.export(PATH, controls)
    await bus.request_name(f"org.mpris.MediaPlayer2.yapit.instance{os.getpid()}")
    return bus, controls
