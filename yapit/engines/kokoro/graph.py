"""Kokoro's ONNX file, read and amended as the bytes it is: no `onnx` package, no second copy of the weights.

The published graphs compute how long each phoneme lasts and do not give it
out. Protocol Buffers merge a repeated message field, so bytes appended to the
file make that tensor an output: not one sample changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Field numbers of onnx.proto: ModelProto.graph, GraphProto.node and .output, NodeProto.input, .output and
# .op_type, ValueInfoProto.name.
_GRAPH, _NODE, _GRAPH_OUTPUT = 7, 1, 12
_INPUT, _OUTPUT, _OP_TYPE = 1, 2, 4
_NAME = 1

_VARINT, _EIGHT_BYTES, _LENGTH, _FOUR_BYTES = 0, 1, 2, 5

_PASSED_ON = {"Gather", "Cast", "Clip", "Squeeze", "Reshape", "Identity"}
# What stands between the rounding of the durations and their running sum.


@dataclass(frozen=True, slots=True)
class _Node:
    op: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


def with_durations(model: bytes) -> bytes:
    """The model with one more output, the frames of each phoneme; unchanged where it has no such tensor."""
    name = durations_name(model)
    return model if name is None else with_output(model, name)


def durations_name(model: bytes) -> str | None:
    """The tensor with the frames of each phoneme: what is summed up after it was rounded."""
    nodes = list(_nodes(model))
    makers = {output: node for node in nodes for output in node.outputs}
    for node in nodes:
        if node.op == "CumSum" and _comes_from_rounding(node.inputs[0], makers):
            return node.inputs[0]
    return None


def with_output(model: bytes, name: str) -> bytes:
    """The model with the tensor of that name among its outputs, the last; its type is inferred on loading."""
    output = _field(_GRAPH_OUTPUT, _field(_NAME, name.encode()))
    return model + _field(_GRAPH, output)


def _comes_from_rounding(tensor: str, makers: dict[str, _Node]) -> bool:
    node = makers.get(tensor)
    while node is not None and node.op in _PASSED_ON:
        node = makers.get(node.inputs[0])
    return node is not None and node.op == "Round"


def _nodes(model: bytes) -> Iterator[_Node]:
    for field, graph in _fields(memoryview(model)):
        if field == _GRAPH:
            for inner, node in _fields(graph):
                if inner == _NODE:
                    yield _node(node)


def _node(data: memoryview) -> _Node:
    texts: dict[int, list[str]] = {_INPUT: [], _OUTPUT: [], _OP_TYPE: []}
    for field, value in _fields(data):
        if field in texts:
            texts[field].append(str(value, "utf-8"))
    return _Node("".join(texts[_OP_TYPE]), tuple(texts[_INPUT]), tuple(texts[_OUTPUT]))


def _fields(data: memoryview) -> Iterator[tuple[int, memoryview]]:
    """The length-delimited fields of a message, with their numbers; the others are passed over."""
    at = 0
    while at < len(data):
        key, at = _read_varint(data, at)
        kind = key & 7
        if kind == _LENGTH:
            size, at = _read_varint(data, at)
            yield key >> 3, data[at : at + size]
            at += size
        elif kind == _VARINT:
            _, at = _read_varint(data, at)
        elif kind in (_EIGHT_BYTES, _FOUR_BYTES):
            at += 8 if kind == _EIGHT_BYTES else 4
        else:
            raise ValueError(f"wire type {kind} is in no ONNX file")


def _read_varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _field(number: int, value: bytes) -> bytes:
    return _varint(number << 3 | _LENGTH) + _varint(len(value)) + value
