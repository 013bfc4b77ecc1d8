"""Everything a listener can ask for can be asked for on the screen, by keys of the listener's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yapit.core.errors import ConfigError
from yapit.core.listening import BY_NAME, COMMANDS, KeySet, keymap, with_keys
from yapit.core.listening.acts import ACTS
from yapit.core.listening.keymap import is_key
from yapit.tui.acts import SCREEN_ACTS
from yapit.tui.keys import bindings

NOT_YET_FROM_A_KEY = {"tempo"}


def test_every_command_can_be_given_on_the_screen() -> None:
    assert set(SCREEN_ACTS) | set(ACTS) == set(BY_NAME)


@pytest.mark.parametrize("key_set", KeySet)
def test_no_key_has_two_meanings_and_hardly_a_command_has_none(key_set: KeySet) -> None:
    keys = [key for found in keymap(key_set).values() for key in found]
    assert len(keys) == len(set(keys))
    assert all(map(is_key, keys))
    keyless = {name for name, found in keymap(key_set).items() if not found}
    assert keyless <= NOT_YET_FROM_A_KEY | ({"narrower", "wider"} if key_set is KeySet.VIM else set())


def test_a_key_that_is_given_to_a_command_is_taken_from_the_other() -> None:
    changed = keymap(changed={"next-sentence": "n l"})
    assert changed["next-sentence"] == ("n", "l")
    assert changed["next-match"] == ()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"nxet-sentence": "n"}, "no command is called 'nxet-sentence'"),
        ({"next-sentence": "hyper+n"}, "'hyper+n' is no key"),
        ({"next-sentence": "n", "next-word": "n"}, "'n' is the key of both"),
        ({"quit": ""}, "no key quits any more"),
    ],
)
def test_keys_that_cannot_be_are_refused_with_a_cure(changed: dict[str, str], said: str) -> None:
    with pytest.raises(ConfigError, match=said.replace("+", r"\+")) as refused:
        keymap(changed=changed)
    assert refused.value.cure


@given(
    st.dictionaries(
        st.sampled_from([c.name for c in COMMANDS]), st.sampled_from("abcdefg[];,.<>+=-|'"), max_size=5
    )
)
def test_whatever_keys_are_changed_each_runs_one_command(changed: dict[str, str]) -> None:
    try:
        keys = keymap(changed=changed)
    except ConfigError:
        return
    bound = bindings(keys).key_to_bindings
    assert all(len(found) == 1 for found in bound.values())
    assert len(bound) == sum(map(len, keys.values()))


def test_what_is_told_names_the_keys_of_the_listener() -> None:
    told = "nothing was found: ⟦find⟧ finds, ⟦tempo⟧; ⟦nothing⟧"
    keys = keymap(changed={"find": "ctrl+f"})
    assert with_keys(told, keys) == "nothing was found: ctrl+f finds, “Play at this tempo”; ⟦nothing⟧"
