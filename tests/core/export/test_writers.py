"""Each kind of sound file keeps what every writer promises."""

from __future__ import annotations

import pytest

from tests.contracts.writer_contract import Form, WriterContract


class TestWav(WriterContract):
    @pytest.fixture
    def form(self) -> Form:
        return Form(".wav", 0.0, has_chapters=False, has_cover=False)


class TestFlac(WriterContract):
    @pytest.fixture
    def form(self) -> Form:
        return Form(".flac", 0.0)


class TestOpus(WriterContract):
    @pytest.fixture
    def form(self) -> Form:
        # Its filter for voices turns phases: samples lie up to 0.1 ms late, at the right place all the same.
        return Form(".opus", 0.06, rate=48_000)


class TestMp3(WriterContract):
    @pytest.fixture
    def form(self) -> Form:
        return Form(".mp3", 0.03)


class TestM4b(WriterContract):
    @pytest.fixture
    def form(self) -> Form:
        return Form(".m4b", 0.03, padding=1024)
