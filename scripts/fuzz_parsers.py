"""Feed damaged documents to the parsers, for a given time; keep what brings one down.

    python scripts/fuzz_parsers.py FOLDER --minutes 30 --kept /tmp/kept [--only pdf,epub]

FOLDER holds whole documents of all formats. Each is damaged at random (bits, cuts, repeats, splices;
within the members of a zip, too) and read in a child process whose time and memory are bounded. Whatever
is neither a Document nor a YapitError, or takes too long, is written to the folder `kept` with what
happened.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import random
import resource
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from yapit.core.document import Document
from yapit.core.errors import YapitError
from yapit.core.export.coverage import coverage
from yapit.core.parse import read_bytes
from yapit.core.script import Script

SECONDS = 20
"""Of CPU for one document: documents here are small."""

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
    chance = random.Random(options.seed)
    until = time.monotonic() + options.minutes * 60
    tried: Counter[str] = Counter()
    found = 0
    while time.monotonic() < until:
        cases = [_damaged(chance.choice(seeds), chance, seeds) for _ in range(BATCH)]
        tried.update(Path(case.name).suffix for case in cases)
        found += _run(cases, options.kept)
    print(f"{tried.total()} documents, {found} findings in {options.kept}")
    print(", ".join(f"{suffix} {count}" for suffix, count in tried.most_common()))


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


def _seeds(folder: Path, only: frozenset[str]) -> list[Case]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size <= MAX_BYTES)
    return [Case(p.name, p.read_bytes()) for p in paths if not only or p.suffix.lstrip(".") in only]


def _damaged(seed: Case, chance: random.Random, seeds: list[Case]) -> Case:
    data = _zip_damaged(seed.data, chance) if seed.data[:2] == b"PK" and chance.random() < 0.8 else seed.data
    if data is seed.data:
        data = _bytes_damaged(data, chance, chance.choice(seeds).data)
    return Case(seed.name, data[: 2 * MAX_BYTES])


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
        length = min(chance.choice((1, 4, 16, 256, 4096)), len(damaged) - at)
        match chance.randrange(7):
            case 0 if at < len(damaged):
                damaged[at] ^= 1 << chance.randrange(8)
            case 1:
                del damaged[at : at + length]
            case 2:
                damaged[at:at] = damaged[at : at + length] * chance.choice((1, 2, 50))
            case 3:
                start = chance.randrange(len(other) + 1)
                damaged[at : at + length] = other[start : start + length]
            case 4:
                damaged[at:at] = chance.choice(_TOKENS)
            case 5:
                del damaged[at:]
            case _:
                damaged[at : at + length] = chance.randbytes(length)
    return bytes(damaged)


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
    try:
        document = read_bytes(case.data, case.name)
    except YapitError as error:
        if not error.cure:
            raise AssertionError(f"no cure for: {error}") from error
        return
    _check_document(document)


def _check_document(document: Document) -> None:
    script = Script(document)
    covered = coverage(script, script.chunks(240))
    told = covered.spoken + covered.space + sum(covered.by_reason().values())
    assert told == len(document.text), f"{told} of {len(document.text)} characters accounted for"


def _keep(case: Case, fault: str, kept: Path) -> None:
    name = hashlib.sha256(case.data).hexdigest()[:12]
    (kept / f"{name}-{case.name}").write_bytes(case.data)
    (kept / f"{name}-{case.name}.txt").write_text(fault, "utf-8")
    print(f"{case.name}: {fault.splitlines()[-1] if fault else ''}", file=sys.stderr)


if __name__ == "__main__":
    main()
