"""RapidOCR: reads Latin letters, Chinese and Japanese with models that come in its wheel."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from yapit.core.parse.ocr.quad import Quad, lean
from yapit.core.parse.ocr.recognize import SURE, Picture, Reading, RecognizerUnavailable, Written

CURE = "Install it with: pip install rapidocr"
_REINSTALL = "Install it again with: pip install --force-reinstall rapidocr"

_SAMPLES = 5
"""The longest lines, by which it is decided which way up a page is."""

_DETECTED_AT, _LARGE_DETECTED_AT = 1280, 1920
"""Pixels of the longer side at which lines are looked for: as good as 2,000, in a fifth of the time.
Pictures of more than twice that, whose letters are smaller in them, are looked at more closely."""

_LETTERS_AT_LEAST = 0.8
"""For each height of a line in its width: words have 2, Chinese 1.2, unknown scripts far fewer."""

# It knows Greek from formulas, without accents, and loses most letters of Vietnamese in silence.
_GREEK = re.compile(r"[\u0370-\u03ff]")
_VIETNAMESE = re.compile(r"[ƠơƯư]")


class RapidRecognizer:
    """Models are loaded with the first picture."""

    def __init__(self) -> None:
        self._engines: dict[int, Any] = {}

    def read(self, picture: Picture) -> Reading:
        picture, quads = self._upright(picture)
        height, width = picture.shape[:2]
        slope = lean(quads)
        lines = []
        for quad in quads:
            text, confidence = self._recognize(picture, quad)
            lines.append(Written(quad.level(slope, (width / 2, height / 2)), text, confidence))
        return Reading(tuple(lines), width, height)

    def _upright(self, picture: Picture) -> tuple[Picture, list[Quad]]:
        """The picture turned so that its lines can be read, with its lines."""
        quads = self._detect(picture)
        if sum(q.height for q in quads if q.is_tall) > sum(q.width for q in quads if not q.is_tall):
            picture = np.ascontiguousarray(np.rot90(picture))
            quads = self._detect(picture)
        here = self._sureness(picture, quads)
        if here >= SURE or not quads:
            return picture, quads
        turned = np.ascontiguousarray(np.rot90(picture, 2))
        found = self._detect(turned)
        return (turned, found) if self._sureness(turned, found) > here else (picture, quads)

    def _sureness(self, picture: Picture, quads: list[Quad]) -> float:
        longest = sorted(quads, key=lambda quad: quad.width)[-_SAMPLES:]
        return sum(self._recognize(picture, quad)[1] for quad in longest) / max(len(longest), 1)

    def _detect(self, picture: Picture) -> list[Quad]:
        side = _DETECTED_AT if max(picture.shape) <= 2 * _DETECTED_AT else _LARGE_DETECTED_AT
        found = self._run(picture, side, detect=True)
        return [] if found.boxes is None else list(_quads(found.boxes))

    def _recognize(self, picture: Picture, quad: Quad) -> tuple[str, float]:
        """The text of a line, and how sure that is: with too few letters for its length it was not read."""
        if quad.is_tall:
            return "", 0.0
        found = self._run(_cut(picture, quad), detect=False)
        if not found.txts:
            return "", 0.0
        text = unicodedata.normalize("NFC", found.txts[0]).strip()
        if _is_foreign(text):
            return text, 0.0
        letters = len("".join(text.split()))
        filled = letters / (_LETTERS_AT_LEAST * max(quad.width / quad.height, 1.0))
        return text, float(found.scores[0]) * min(1.0, filled)

    def _run(self, picture: Picture, side: int = _DETECTED_AT, *, detect: bool) -> Any:
        """The quads of a picture, or the text of one that is a single line."""
        if side not in self._engines:
            self._engines[side] = _load(side)
        # The model that turns single lines by 180° is left out: it turned right ones on clean pages.
        try:
            return self._engines[side](_bgr(picture), use_det=detect, use_cls=False, use_rec=not detect)
        except _failures() as error:
            raise RecognizerUnavailable(f"RapidOCR failed: {error}", cure=_REINSTALL) from error


def _load(side: int) -> Any:
    # Else ONNX Runtime reports to its maker; it is read once, while the runtime is imported.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        rapidocr: Any = import_module("rapidocr")  # 0.6 s, with OpenCV and ONNX Runtime
    except ImportError as error:
        raise RecognizerUnavailable(f"RapidOCR does not load: {error}", cure=CURE) from error
    models = Path(rapidocr.__file__).parent / "models"
    # Named, so that none is ever downloaded.
    named = {f"{part}.model_path": _model(models, part.lower()) for part in ("Det", "Rec")}
    return rapidocr.RapidOCR(
        params={
            **named,
            "Global.log_level": "critical",
            "Global.use_preprocess_img": False,
            "Global.text_score": 0.0,
            "Det.limit_type": "max",
            "Det.limit_side_len": side,
        }
    )


def _failures() -> tuple[type[Exception], ...]:
    """What is raised by the libraries below, none of which share a base."""
    state: Any = import_module("onnxruntime.capi.onnxruntime_pybind11_state")
    runtime: Any = import_module("rapidocr.inference_engine.onnxruntime.main")
    vision: Any = import_module("cv2")
    of_models = (
        state.Fail,
        state.InvalidProtobuf,
        state.InvalidGraph,
        state.NoSuchFile,
        state.NotImplemented,
    )
    return (*of_models, runtime.ONNXRuntimeError, vision.error, OSError)


def _model(folder: Path, part: str) -> str:
    found = sorted(folder.glob(f"*_{part}_*.onnx"))
    if not found:
        raise RecognizerUnavailable(f"RapidOCR came without its model {part}", cure=CURE)
    return str(found[0])


def _is_foreign(text: str) -> bool:
    greek = len(_GREEK.findall(text))
    return greek > max(9, len(text) // 2) or len(_VIETNAMESE.findall(text)) * 30 > len(text)


def _bgr(picture: Picture) -> Picture:
    return np.ascontiguousarray(picture[:, :, ::-1])


def _quads(boxes: Any) -> Iterator[Quad]:
    for box in boxes:
        a, b, c, d = ((float(x), float(y)) for x, y in box)
        quad = Quad((a, b, c, d))
        if quad.width >= 1 and quad.height >= 1:
            yield quad


def _cut(picture: Picture, quad: Quad) -> Picture:
    """The line alone, level."""
    from PIL import Image  # noqa: PLC0415 - 0.05 s

    (ax, ay), (bx, by), (cx, cy), (dx, dy) = quad.corners
    left, top = int(max(min(ax, dx), 0)), int(max(min(ay, by), 0))
    part = picture[top : int(max(cy, dy)) + 1, left : int(max(bx, cx)) + 1]
    size = (max(round(quad.width), 1), max(round(quad.height), 1))
    corners = [(ax, ay), (dx, dy), (cx, cy), (bx, by)]
    data = [value for x, y in corners for value in (x - left, y - top)]
    level = Image.fromarray(part).transform(
        size, Image.Transform.QUAD, data, resample=Image.Resampling.BICUBIC
    )
    return np.asarray(level)
