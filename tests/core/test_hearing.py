"""What a listener types says what is skipped."""

from __future__ import annotations

import pytest

from yapit.core.hearing import LEVELS, Level, Reason, name_of, parse_skips


@pytest.mark.parametrize("level", list(Level))
def test_each_level_has_a_name(level: Level) -> None:
    assert parse_skips(level.value) == LEVELS[level]


def test_each_level_skips_all_that_the_one_before_does() -> None:
    assert LEVELS[Level.OFF] < LEVELS[Level.LIGHT] < LEVELS[Level.NORMAL] < LEVELS[Level.ACADEMIC]


@pytest.mark.parametrize("reason", list(Reason))
def test_each_reason_is_switched_on_and_off_by_its_name(reason: Reason) -> None:
    name = name_of(reason)
    assert parse_skips(f"off {name}") == {reason}
    assert parse_skips(f"off +{name}") == {reason}
    assert reason not in parse_skips(f"academic,-{name}")


def test_without_a_level_it_is_the_normal_one() -> None:
    assert parse_skips("-notes") == LEVELS[Level.NORMAL] - {Reason.NOTES}
    assert parse_skips("") == LEVELS[Level.NORMAL]


def test_a_word_that_is_no_reason_is_answered_with_those_that_are() -> None:
    with pytest.raises(ValueError, match=r"citations.*not 'citation'"):
        parse_skips("normal citation")
