"""PortAudio through the package sounddevice: every system's own way to its sound devices."""

from __future__ import annotations

from types import ModuleType
from typing import Any, cast

from yapit.core.audio import Samples
from yapit.core.errors import OutputError
from yapit.core.outputs.clock import Clock
from yapit.core.outputs.cures import no_device, no_portaudio
from yapit.core.outputs.output import LATENCY_SECONDS, Pull
from yapit.core.outputs.quiet import quiet_stderr

_COMMON_RATES = (48_000, 44_100)


class PortAudioOutput:
    """The system's default device, opened at once.

    The clock is the device's: what PortAudio tells of when a buffer leaves
    the speaker was true within a millisecond on PulseAudio.
    """

    name = "portaudio"

    def __init__(self, sample_rate: int = 24_000) -> None:
        self._sounddevice = _load()
        self._clock: Clock | None = None
        self._pull: Pull | None = None
        self._lost = False
        self._played = False
        self._stream: Any = self._first_that_opens([sample_rate, *_COMMON_RATES])
        self.sample_rate = int(self._stream.samplerate)
        self.description = self._describe()

    def start(self, pull: Pull) -> None:
        self.abort()
        if self._played:
            self._open_again()
        self._played = True
        stream = self._stream
        self._pull = pull
        self._clock = Clock(self.sample_rate, lambda: float(stream.time))
        try:
            with quiet_stderr():
                stream.start()
        except self._sounddevice.PortAudioError as error:
            self._lost = True
            raise OutputError(f"the sound device does not start: {error}", cure=no_device()) from error

    def heard(self) -> float:
        return self._clock.heard() if self._clock else 0.0

    def abort(self) -> None:
        self._pull = None
        if self._clock and self._stream is not None and not self._lost:
            self._clock.heard()
            self._clock.freeze()
            self._stream.abort(ignore_errors=True)

    @property
    def lost(self) -> bool:
        return self._lost

    def close(self) -> None:
        self.abort()
        self._close_stream()

    def _fill(self, out: Any, frames: int, time: Any, status: object) -> None:
        """On PortAudio's own thread, every 50 ms: it only copies."""
        buffer: Samples = out[:, 0]
        pull, clock = self._pull, self._clock
        count = pull(buffer) if pull else 0
        buffer[count:] = 0
        out[:, 1:] = out[:, :1]
        if clock:
            # Some back ends leave the time of the speaker out.
            clock.mark(time.outputBufferDacTime or time.currentTime + LATENCY_SECONDS, count)

    def _finished(self) -> None:
        """The stream has ended; where nobody asked for it, the device is gone."""
        if self._pull is not None:
            self._lost = True
            if self._clock:
                self._clock.freeze()

    def _first_that_opens(self, rates: list[int]) -> Any:
        """A stream at the first of these rates that the device takes, mono if it can be."""
        try:
            return self._open(rates)
        except self._sounddevice.PortAudioError:
            # The list of devices is as old as the process: what was connected since is not in it.
            self._look_for_devices()
        try:
            return self._open(rates)
        except self._sounddevice.PortAudioError as error:
            raise OutputError(f"no sound device can be opened: {error}", cure=no_device()) from error

    def _open(self, rates: list[int]) -> Any:
        with quiet_stderr():
            for rate, channels in [(rate, channels) for channels in (1, 2) for rate in rates]:
                shape = {"samplerate": rate, "channels": channels, "dtype": "float32"}
                try:
                    self._sounddevice.check_output_settings(**shape)
                    break
                except (self._sounddevice.PortAudioError, ValueError):
                    continue
            return self._sounddevice.OutputStream(
                **shape, latency=LATENCY_SECONDS, callback=self._fill, finished_callback=self._finished
            )

    def _open_again(self) -> None:
        """At the same rate, since what is played was made for it; takes 10 ms.

        A stream whose sound server went away in a pause would never return from its start.
        """
        self._close_stream()
        if self._lost:
            self._look_for_devices()
        self._stream = self._first_that_opens([self.sample_rate])
        self._lost = False

    def _close_stream(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close(ignore_errors=True)

    def _look_for_devices(self) -> None:
        try:
            with quiet_stderr():
                self._sounddevice._terminate()
                self._sounddevice._initialize()
        except self._sounddevice.PortAudioError as error:
            raise OutputError(f"PortAudio does not start: {error}", cure=no_device()) from error

    def _describe(self) -> str:
        device = self._sounddevice.query_devices(self._stream.device)
        host = self._sounddevice.query_hostapis(device["hostapi"])
        return f"{device['name']} ({host['name']})"


def _load() -> ModuleType:
    try:
        with quiet_stderr():
            import sounddevice  # noqa: PLC0415 - 70 ms, and an OSError where PortAudio is missing
    except (ImportError, OSError) as error:
        raise OutputError(f"PortAudio cannot be loaded: {error}", cure=no_portaudio()) from error
    return cast("ModuleType", sounddevice)
