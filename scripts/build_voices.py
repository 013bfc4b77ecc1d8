"""Packs Kokoro's voices into one file that can be mapped into memory. Run once; its result is kept.

    npm pack kokoro-js@1.2.1
    python scripts/build_voices.py kokoro-js-1.2.1.tgz

Source: the npm package `kokoro-js` 1.2.1 (Apache-2.0, Xenova and hexgrad), which carries all 54 voices of
Kokoro-82M v1.0 as `package/voices/ID.bin`, float32, 510 rows of 256.
sha256 of its tarball: 1f0d0383ef0349af0bd9440d81dc12abbea3a5392eb645283eda876f537f5860.

Result: `yapit/engines/kokoro/data/voices.npy`, float16, shape (54, 510, 256), little-endian, C order, 14 MB.
Voice i is the i-th of `yapit.engines.kokoro.voices.IDS`. Row r of a voice is its style for an utterance of
r + 1 phonemes. Halving the precision moves a style by at most 1 part in 2,000, far below what the 8-bit
weights do.
"""

from __future__ import annotations

import hashlib
import sys
import tarfile
from pathlib import Path

import numpy as np

from yapit.engines.kokoro.voices import DATA, IDS, SHAPE

TARBALL_SHA256 = "1f0d0383ef0349af0bd9440d81dc12abbea3a5392eb645283eda876f537f5860"


def main(tarball: Path) -> None:
    found = hashlib.sha256(tarball.read_bytes()).hexdigest()
    if found != TARBALL_SHA256:
        sys.exit(f"{tarball} is not kokoro-js 1.2.1: sha256 {found}")
    voices = np.stack([_read(tarball, voice_id) for voice_id in IDS])
    packed = voices.astype("<f2")
    np.save(DATA, packed)
    error = np.abs(packed.astype(np.float32) - voices).max()
    print(f"{DATA}: {len(IDS)} voices, {DATA.stat().st_size:,} bytes, largest error {error:.6f}")


def _read(tarball: Path, voice_id: str) -> np.ndarray:
    with tarfile.open(tarball) as archive:
        member = archive.extractfile(f"package/voices/{voice_id}.bin")
        if member is None:
            sys.exit(f"{tarball} has no voice {voice_id}")
        return np.frombuffer(member.read(), "<f4").reshape(SHAPE)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
