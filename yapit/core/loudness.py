"""The listener's volume, heard without a click, and the slow fade at the end of a reading."""

from __future__ import annotations

import numpy as np

from yapit.core.audio import Samples

MAX_VOLUME = 1.5

_RAMP_SECONDS = 0.03
"""From silence to full volume: shorter ones click, longer ones lag."""

_KNEE = 0.8
"""Beyond this, sound that was made louder is bent instead of cut off: no sample leaves [-1, 1]."""


class Loudness:
    """Applied to sound on its way to the device. Its thread applies, any other sets.

    At volume 1 samples pass unchanged.
    """

    def __init__(self, sample_rate: int) -> None:
        self._rate = sample_rate
        self._volume = 1.0
        self._gain = 1.0
        self._left = 1.0  # of a fade, from 1 to 0
        self._fading = 0.0  # of it, each sample

    @property
    def volume(self) -> float:
        return self._volume

    @volume.setter
    def volume(self, volume: float) -> None:
        """Taken to the nearest of 0 and `MAX_VOLUME` where it is beyond them."""
        self._volume = min(max(volume, 0.0), MAX_VOLUME)

    @property
    def faded(self) -> bool:
        """A fade has come to its end."""
        return self._left <= 0.0

    def fade(self, seconds: float) -> None:
        """Grow silent within so many seconds of sound, from wherever another fade has come to."""
        self._fading = self._left / max(round(seconds * self._rate), 1)

    def restore(self) -> None:
        """Take a fade back, smoothly."""
        self._fading = 0.0
        self._gain *= self._left**2
        self._left = 1.0

    def settle(self) -> None:
        """Nothing sounds: what comes next begins at the volume that is set."""
        self._fading, self._left, self._gain = 0.0, 1.0, self._volume

    def apply(self, samples: Samples) -> None:
        """Make the next samples for the device as loud as they should be, in place."""
        if not len(samples) or (self._gain == self._volume == 1.0 and not self._fading):
            return
        gains = self._gains(len(samples))
        samples *= gains
        if gains.max() > 1.0:
            _bend(samples)

    def skip(self, count: int) -> None:
        """So many samples of silence pass: a fade goes on meanwhile."""
        if self._fading and count:
            self._gains(count)

    def _gains(self, count: int) -> Samples:
        """One for each of the next samples: towards the volume, times what is left of a fade."""
        steps = np.arange(1, count + 1, dtype=np.float64)
        way = self._volume - self._gain
        moved = np.minimum(steps / (_RAMP_SECONDS * self._rate), abs(way))
        gains = self._gain + np.copysign(moved, way)
        left = np.maximum(self._left - self._fading * steps, 0.0)
        self._gain, self._left = float(gains[-1]), float(left[-1])
        softened: Samples = (gains * left**2).astype(np.float32)
        return softened


def _bend(samples: Samples) -> None:
    beyond = np.abs(samples) > _KNEE
    over = (np.abs(samples[beyond]) - _KNEE) / (1 - _KNEE)
    samples[beyond] = np.copysign(_KNEE + (1 - _KNEE) * np.tanh(over), samples[beyond])
