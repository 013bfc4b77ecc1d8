"""Kokoro's file is read and amended as bytes."""

from __future__ import annotations

import hashlib

import pytest

from yapit.engines.kokoro import graph
from yapit.engines.kokoro.weights import BYTES, SHA256, joined_weights

Node = tuple[str, str, str]


def field(number: int, value: bytes | str) -> bytes:
    return graph._field(number, value.encode() if isinstance(value, str) else value)


def model(*nodes: Node) -> bytes:
    """An ONNX file of nodes given as operator, input and output."""
    made = b"".join(
        field(1, field(1, i) + field(2, o) + field(3, "name") + field(4, op)) for op, i, o in nodes
    )
    version, weights = b"\x08\x09", field(5, b"\x0d\x00\x00\x80\x3f")
    return version + field(7, made + weights) + field(8, b"\x10\x14")


def chain(*operators: str) -> list[Node]:
    """Nodes one behind the other."""
    return [(op, f"t{place}", f"t{place + 1}") for place, op in enumerate(operators)]


@pytest.fixture(scope="module")
def published() -> bytes:
    return joined_weights()


def test_the_weights_are_the_published_file(published: bytes) -> None:
    assert len(published) == BYTES
    assert hashlib.sha256(published).hexdigest() == SHA256


def test_the_durations_of_the_published_file_are_found(published: bytes) -> None:
    assert graph.durations_name(published) == "/encoder/Gather_output_0"


def test_the_published_bytes_stay_as_they_are(published: bytes) -> None:
    amended = graph.with_durations(published)
    assert amended.startswith(published)
    assert 0 < len(amended) - len(published) < 100


@pytest.mark.parametrize("between", [["Clip", "Cast", "Gather"], ["Cast"], [], ["Clip", "Squeeze"]])
def test_durations_are_what_is_summed_up_after_it_was_rounded(between: list[str]) -> None:
    nodes = chain("Sigmoid", "Round", *between, "CumSum")
    assert graph.durations_name(model(*nodes)) == nodes[-1][1]


def test_another_sum_is_not_taken_for_durations() -> None:
    assert graph.durations_name(model(*chain("Round", "Mul", "CumSum"))) is None
    assert graph.durations_name(model(*chain("Sin", "CumSum"))) is None


def test_a_file_without_durations_is_left_as_it_is() -> None:
    plain = model(*chain("Conv", "Tanh"))
    assert graph.with_durations(plain) is plain


def test_long_names_and_messages_are_written_whole() -> None:
    name = "t" * 300
    nodes = [("Round", "x", name), ("CumSum", name, "y")]
    amended = graph.with_durations(model(*nodes))
    assert amended.endswith(name.encode())
    assert graph.durations_name(amended) == name


def test_what_is_no_onnx_file_is_refused() -> None:
    with pytest.raises(ValueError, match="wire type"):
        graph.durations_name(b"\x07\x07")
