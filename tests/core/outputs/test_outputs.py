"""Every output keeps the same promises: on a real sound server, in silence and under the tests' own hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.contracts.output_contract import OutputContract
from tests.sound import ManualOutput
from tests.sound_server import SoundServer
from yapit.core.outputs import Output, SilentOutput, open_output


class TestSilentOutput(OutputContract):
    @pytest.fixture
    def output(self) -> Iterator[Output]:
        output = SilentOutput(speedup=4.0)
        yield output
        output.close()


class TestManualOutput(OutputContract):
    @pytest.fixture
    def output(self) -> Output:
        return ManualOutput()

    def let_time_pass(self, output: Output) -> None:
        assert isinstance(output, ManualOutput)
        output.advance(0.01)


class TestPortAudioOutput(OutputContract):
    @pytest.fixture
    def output(self, sound_server: SoundServer) -> Iterator[Output]:
        output = open_output("portaudio").output
        yield output
        output.close()


class TestPulseOutput(OutputContract):
    @pytest.fixture
    def output(self, sound_server: SoundServer) -> Iterator[Output]:
        output = open_output("pulse").output
        yield output
        output.close()


class TestPipeOutput(OutputContract):
    @pytest.fixture
    def output(self, sound_server: SoundServer) -> Iterator[Output]:
        output = open_output("pipe").output
        yield output
        output.close()
