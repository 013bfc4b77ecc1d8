"""What every output promises. Subclass it and give an `output`."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import numpy as np

from tests.sound import eventually
from yapit.core.audio import Samples
from yapit.core.outputs import Output


@dataclass
class Source:
    """So many samples to pull, after so many pulls that find nothing."""

    count: int
    empty_pulls: int = 0
    taken: int = 0
    pulls: int = 0
    heard: list[float] = field(default_factory=list)

    def __call__(self, buffer: Samples) -> int:
        self.pulls += 1
        if self.pulls <= self.empty_pulls:
            return 0
        count = min(len(buffer), self.count - self.taken)
        buffer[:count] = 0.1
        self.taken += count
        return count


class OutputContract:
    def let_time_pass(self, output: Output) -> None:
        time.sleep(0.005)

    def listen(self, output: Output, source: Source, until: int) -> None:
        """Ask what is heard until it is so much."""

        def heard() -> bool:
            self.let_time_pass(output)
            source.heard.append(output.heard())
            return source.heard[-1] >= until

        eventually(heard)

    def test_it_is_an_output(self, output: Output) -> None:
        assert isinstance(output, Output)
        assert output.name
        assert output.description
        assert output.sample_rate in (24_000, 44_100, 48_000)

    def test_nothing_is_heard_before_the_start(self, output: Output) -> None:
        output.abort()
        assert output.heard() == 0
        assert not output.lost

    def test_all_that_was_taken_is_heard_and_no_more(self, output: Output) -> None:
        source = Source(output.sample_rate // 5)
        output.start(source)
        self.listen(output, source, until=source.count)
        for _ in range(5):
            self.listen(output, source, until=source.count)
        assert source.heard[-1] == source.count

    def test_what_is_heard_never_goes_back_and_is_never_ahead_of_what_was_taken(self, output: Output) -> None:
        source = Source(output.sample_rate // 5)
        output.start(source)
        while not source.heard or source.heard[-1] < source.count:
            self.listen(output, source, until=0)
            assert source.heard[-1] <= source.taken
        assert np.all(np.diff(source.heard) >= 0)

    def test_silence_put_in_where_there_was_nothing_is_not_counted(self, output: Output) -> None:
        source = Source(output.sample_rate // 4, empty_pulls=4)
        output.start(source)
        self.listen(output, source, until=source.count)
        assert source.heard[0] == 0
        assert source.heard[-1] == source.count

    def test_after_abort_nothing_more_is_taken_or_heard(self, output: Output) -> None:
        source = Source(output.sample_rate * 60)
        output.start(source)
        self.listen(output, source, until=output.sample_rate // 10)
        output.abort()
        pulls, heard = source.pulls, output.heard()
        for _ in range(20):
            self.let_time_pass(output)
        assert (source.pulls, output.heard()) == (pulls, heard)
        assert heard < source.taken
        assert not output.lost

    def test_it_starts_again_and_counts_from_zero(self, output: Output) -> None:
        first = Source(output.sample_rate * 60)
        output.start(first)
        self.listen(output, first, until=output.sample_rate // 5)
        output.abort()
        second = Source(output.sample_rate // 10)
        output.start(second)
        self.listen(output, second, until=second.count)
        assert second.heard[0] < output.sample_rate // 5
        assert second.heard[-1] == second.count

    def test_closing_twice_does_no_harm(self, output: Output) -> None:
        output.start(Source(output.sample_rate))
        output.close()
        output.close()
