"""Feed damaged documents to the parsers, for a given time; keep what brings one down.

    python scripts/fuzz_parsers.py FOLDER --minutes 30 --kept /tmp/kept [--only pdf,epub]

FOLDER holds whole documents of all formats. Each is damaged at random (bits, cuts, repeats, splices;
tags and numbers; within the members of a zip and the streams of a PDF, too) and read in a child process whose
time and memory are bounded. Whatever is neither a whole Document nor a YapitError with a cure, or takes
too long, is written to the folder `kept` with what happened. Every format has the same share of the time.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import random
import re
import resource
import signal
import sys
import time
import traceback
import zipfile
import zlib
from collections import Counter, defaultdict
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from yapit.core.document import Document
from yapit.core.errors import YapitError
from yapit.core.export.coverage import coverage
from yapit.core.export.markdown import to_markdown
from yapit.core.parse import Source, read_growing
from yapit.core.parse.formats import FORMATS
from yapit.core.script import Script

SECONDS = 60
"""Of CPU for one document: a few pages whose fonts were damaged are recognized, at 2 s each."""

MEMORY = 3 * 1024**3
MAX_BYTES = 1024**2
BATCH = 40


@dataclass(frozen=True, slots=True)
class Case:
    name: str
    data: bytes


def main() -> None:
    options = _options()
    seeds = _seeds(options.folder, options.only)
    if not seeds:
        raise SystemExit(f"there are no documents of at most {MAX_BYTES // 1024} KB in {options.folder}")
    options.kept.mkdir(parents=True, exist_ok=True)
    for known in FORMATS:  # once, rather than in every child
        import_module(known.module)
    chance = random.Random(options.seed)
    until = time.monotonic() + options.minutes * 60
    tried: Counter[str] = Counter()
    used: dict[str, float] = defaultdict(float)
    found = 0
    while time.monotonic() < until:
        suffix = min(seeds, key=lambda suffix: used[suffix])
        cases = [_damaged(chance.choice(seeds[suffix]), chance, seeds[suffix]) for _ in range(BATCH)]
        before = _cpu_of_children()
        found += _run(cases, options.kept)
        used[suffix] += _cpu_of_children() - before
        tried[suffix] += len(cases)
    print(f"{tried.total()} documents, {found} findings in {options.kept}")
    print(", ".join(f"{suffix} {tried[suffix]} ({used[suffix]:.0f} s)" for suffix in sorted(tried)))


def _cpu_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--kept", type=Path, default=Path("kept"))
    parser.add_argument("--only", type=lambda text: frozenset(text.split(",")), default=frozenset())
    parser.add_argument("--seed", type=int, default=None)
    return parser.parse_args()


def _seeds(folder: Path, only: frozenset[str]) -> dict[str, list[Case]]:
    """The documents that are small enough, by the end of their name."""
    found: dict[str, list[Case]] = defaultdict(list)
    for path in sorted(folder.rglob("*")):
        suffix = path.suffix.lower().lstrip(".")
        if path.is_file() and path.stat().st_size <= MAX_BYTES and (not only or suffix in only):
            found[suffix].append(Case(path.name, path.read_bytes()))
    return dict(found)


def _damaged(seed: Case, chance: random.Random, seeds: list[Case]) -> Case:
    data = seed.data
    if data[:2] == b"PK" and chance.random() < 0.8:
        data = _zip_damaged(data, chance)
    elif data[:5] == b"%PDF-" and chance.random() < 0.5:
        data = _pdf_damaged(data, chance)
    if data is seed.data:
        data = _bytes_damaged(data, chance, chance.choice(seeds).data)
    return Case(seed.name, data[: 2 * MAX_BYTES])


_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def _pdf_damaged(data: bytes, chance: random.Random) -> bytes:
    """The PDF with one of its compressed streams damaged, and compressed again."""
    streams = [match for match in _STREAM.finditer(data) if match[1][:1] == b"x"]
    if not streams:
        return data
    chosen = chance.choice(streams)
    try:
        content = zlib.decompressobj().decompress(chosen[1], MAX_BYTES)
    except zlib.error:
        return data
    packed = zlib.compress(_bytes_damaged(content, chance, content))
    return data[: chosen.start(1)] + packed + data[chosen.end(1) :]


def _zip_damaged(data: bytes, chance: random.Random) -> bytes:
    """The zip with one member damaged, and whole again as a zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        return data
    texts = [name for name in members if name.endswith((".xml", ".html", ".xhtml", ".opf", ".ncx", ".rels"))]
    if not texts:
        return data
    name = chance.choice(texts)
    members[name] = _bytes_damaged(members[name], chance, members[chance.choice(texts)])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return stream.getvalue()


def _bytes_damaged(data: bytes, chance: random.Random, other: bytes) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        at = chance.randrange(len(damaged) + 1)
        damage = chance.choice((_bytes_moved, _bytes_moved, _marks_damaged))
        damaged = damage(damaged, at, chance, other)
    return bytes(damaged)


def _bytes_moved(damaged: bytearray, at: int, chance: random.Random, other: bytes) -> bytearray:
    length = min(chance.choice((1, 4, 16, 256, 4096)), len(damaged) - at)
    match chance.randrange(5):
        case 0 if at < len(damaged):
            damaged[at] ^= 1 << chance.randrange(8)
        case 1:
            del damaged[at : at + length]
        case 2:
            damaged[at:at] = damaged[at : at + length] * chance.choice((1, 2, 50))
        case 3:
            start = chance.randrange(len(other) + 1)
            damaged[at : at + length] = other[start : start + length]
        case _:
            damaged[at : at + length] = chance.randbytes(length)
    return damaged


def _marks_damaged(damaged: bytearray, at: int, chance: random.Random, _: bytes) -> bytearray:
    match chance.randrange(5):
        case 0:
            damaged[at:at] = chance.choice(_TOKENS)
        case 1 if chance.random() < 0.3:
            del damaged[at:]
        case 2:
            damaged[at:] = _NUMBER.sub(chance.choice(_NUMBERS), damaged[at:], count=1)
        case _:
            return _tags_damaged(damaged, at, chance)
    return damaged


_TAG = re.compile(rb"<[^<>]{1,200}>|\\[a-z]{1,30}-?\d*")
_NUMBER = re.compile(rb"-?\d+")
_NUMBERS = (b"0", b"-1", b"1", b"65536", b"1114112", b"99999999999", b"1e309", b"NaN", b"3.5", b"9" * 5000)


def _tags_damaged(data: bytearray, at: int, chance: random.Random) -> bytearray:
    """The text with one of the tags (or control words) near a place doubled, left out, or put elsewhere."""
    tags = list(_TAG.finditer(data, at, at + 20_000))
    if not tags:
        return data
    one, other = chance.choice(tags), chance.choice(tags)
    new = chance.choice((b"", one[0] * chance.choice((2, 100)), other[0], one[0] + other[0]))
    return data[: one.start()] + new + data[one.end() :]


_TOKENS = (
    b"\0", b"\xff\xfe", b"<", b"</p>", b"<p>" * 50, b"]]>", b"&", b"&#x10ffff;", b"&#0;", b"-1",
    b"99999999999999999999", b"\n\n", b"{" * 200, b"\\begin{a}" * 20, b"> " * 200, b"```\n", b"|" * 100,
    b"\xe2\x80\xa8", b"\xed\xa0\x80", b"[^1]: ", b"<table>" * 30, b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"xmlns:a=''", b"/Kids [1 0 R]", b"endobj", b"stream\n",
)  # fmt: skip


def _run(cases: list[Case], kept: Path) -> int:
    """Read cases one after another in a child; where it dies, keep the case and go on with the next."""
    found, at = 0, 0
    while at < len(cases):
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            _child(cases[at:], writer)
        os.close(writer)
        with os.fdopen(reader) as lines:
            told = lines.read().splitlines()
        _, status = os.waitpid(child, 0)
        done = sum(1 for line in told if line == ".")
        fault = "\n".join(line for line in told if line != ".")
        at += done
        if at < len(cases) or fault:
            _keep(cases[min(at, len(cases) - 1)], fault or f"ended with status {status}", kept)
            found, at = found + 1, at + 1
    return found


def _child(cases: list[Case], writer: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # libraries complain there
    signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    for case in cases:
        signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
        try:
            _check(case)
        except BaseException:  # noqa: BLE001 - whatever it is, it is what is looked for
            os.write(writer, traceback.format_exc().encode("utf-8", "replace"))
            os._exit(1)
        os.write(writer, b".\n")
    os._exit(0)


def _check(case: Case) -> None:
    before: Document | None = None
    try:
        for document in read_growing(Source(case.data, case.name)):
            _check_growth(before, document)
            before = document
    except YapitError as error:
        if not error.cure:
            raise AssertionError(f"no cure for: {error}") from error
        return
    if before is None:
        raise AssertionError("neither a document nor an error")
    _check_document(before)


def _check_growth(before: Document | None, document: Document) -> None:
    if before is None:
        return
    assert document.text.startswith(before.text), "the text does not begin with the text before"
    for then, now in ((before.blocks, document.blocks), (before.marks, document.marks)):
        assert now[: len(then)] == then, "the blocks or marks do not begin with those before"


def _check_document(document: Document) -> None:
    to_markdown(document)
    script = Script(document)
    chunks = script.chunks(240)
    for chunk in chunks:
        block = document.blocks[chunk.block].span
        assert block.start <= chunk.span.start <= chunk.span.end <= block.end, f"{chunk} leaves its block"
    covered = coverage(script, chunks)
    told = covered.spoken + covered.space + sum(covered.by_reason().values())
    assert told == len(document.text), f"{told} of {len(document.text)} characters accounted for"


def _keep(case: Case, fault: str, kept: Path) -> None:
    name = hashlib.sha256(case.data).hexdigest()[:12]
    (kept / f"{name}-{case.name}").write_bytes(case.data)
    (kept / f"{name}-{case.name}.txt").write_text(fault, "utf-8")
    print(f"{case.name}: {(fault.splitlines() or [''])[-1][:200]}", file=sys.stderr)


if __name__ == "__main__":
    main()
