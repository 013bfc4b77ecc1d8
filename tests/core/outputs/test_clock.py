"""Whatever the device's clock does, what is heard goes forward and not beyond what was taken."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.outputs.clock import Clock

RATE = 1000


class Time:
    def __init__(self) -> None:
        self.now = 1.79e9  # a device may count from 1970

    def __call__(self) -> float:
        return self.now


def test_a_buffer_is_heard_from_the_moment_that_the_device_told() -> None:
    time = Time()
    clock = Clock(RATE, time)
    clock.mark(time.now + 0.2, 100)
    clock.mark(time.now + 0.3, 100)
    heard = []
    for _ in range(5):
        heard.append(clock.heard())
        time.now += 0.1
    assert heard == pytest.approx([0, 0, 0, 100, 200], abs=0.01)


def test_silence_between_buffers_is_not_heard_as_sound() -> None:
    time = Time()
    clock = Clock(RATE, time)
    clock.mark(time.now, 30)
    clock.mark(time.now + 0.1, 0)
    clock.mark(time.now + 0.2, 100)
    time.now += 0.15
    assert clock.heard() == 30
    time.now += 0.1
    assert clock.heard() == pytest.approx(80, abs=0.01)


def test_frozen_it_stays_where_it_was() -> None:
    time = Time()
    clock = Clock(RATE, time)
    clock.mark(time.now, 100)
    time.now += 0.05
    heard = clock.heard()
    clock.freeze()
    time.now += 1
    assert clock.heard() == heard


@given(st.lists(st.tuples(st.floats(-5, 5), st.floats(-1, 1), st.integers(0, 100)), max_size=50))
def test_a_clock_that_jumps_never_takes_the_listener_back(steps: list[tuple[float, float, int]]) -> None:
    time = Time()
    clock = Clock(RATE, time)
    last, taken = 0.0, 0
    for jump, due, count in steps:
        clock.mark(time.now + due, count)
        taken += count
        time.now += jump
        assert last <= clock.heard() <= taken
        last = clock.heard()
