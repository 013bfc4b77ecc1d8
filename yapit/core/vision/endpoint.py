"""Questions to a chat endpoint, their answers kept; the protocol is OpenAI's `/chat/completions`."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yapit.core.cache import Cache
from yapit.core.errors import VisionError

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS = 10.0
READ_SECONDS = 300.0
"""A large model on a small machine thinks long about a page."""

_TRIES = 4
_LONGEST_WAIT = 60.0
_MAX_ANSWER_BYTES = 4 * 1024**2
_CHARS_PER_TOKEN = 4
_PICTURE_TOKENS = 1500
"""What the large endpoints count for a page at 150 dpi, about."""


@dataclass(frozen=True, slots=True)
class Picture:
    data: bytes
    media_type: str
    """`image/png` or `image/jpeg`."""


@dataclass(frozen=True, slots=True)
class Question:
    text: str
    pictures: tuple[Picture, ...] = ()
    max_tokens: int = 2000

    @property
    def tokens(self) -> int:
        """About how many tokens it takes, the answer not counted."""
        return len(self.text) // _CHARS_PER_TOKEN + _PICTURE_TOKENS * len(self.pictures)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model behind an address; `ask` may be called from several threads."""

    url: str
    """Base of the API, such as `http://localhost:11434/v1`."""

    model: str
    key: str = ""
    cache: Cache | None = None

    def ask(self, question: Question) -> str:
        """The answer, from what is kept where it was asked before.

        Raises:
            VisionError: It cannot be reached, refuses, or answers nothing that makes sense.
            CacheError: What was answered cannot be kept.
        """
        key = self._key(question)
        kept = self.cache.get(key) if self.cache else None
        if kept is not None:
            return kept.decode("utf-8", "replace")
        answer = _text_of(self._post(question), self.url)
        if self.cache:
            self.cache.put(key, answer.encode())
        return answer

    def is_kept(self, question: Question) -> bool:
        return self.cache is not None and self.cache.get(self._key(question)) is not None

    def _key(self, question: Question) -> str:
        pictures = [hashlib.sha256(picture.data).hexdigest() for picture in question.pictures]
        fields = ["yapit-vision-1", self.model, question.text, question.max_tokens, pictures]
        return hashlib.sha256(json.dumps(fields, ensure_ascii=True).encode()).hexdigest()

    def _post(self, question: Question) -> Any:
        import httpx  # noqa: PLC0415 - 0.1 s

        timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        address = self.url.rstrip("/").removesuffix("/chat/completions") + "/chat/completions"
        with _translated(address), httpx.Client(timeout=timeout, headers=headers) as client:
            for left in reversed(range(_TRIES)):
                response = client.post(address, json=_body(self.model, question))
                if not left or not _is_busy(response):
                    break
                time.sleep(_wait_of(response, _TRIES - left))
            _check(response, address, self.model)
            return response.json()


def _body(model: str, question: Question) -> Mapping[str, object]:
    text = _encodable(question.text)
    content: list[Mapping[str, object]] = [{"type": "text", "text": text}]
    for picture in question.pictures:
        data = base64.b64encode(picture.data).decode()
        url = f"data:{picture.media_type};base64,{data}"
        content.append({"type": "image_url", "image_url": {"url": url}})
    return {
        "model": model,
        "messages": [{"role": "user", "content": content if question.pictures else text}],
        "max_tokens": question.max_tokens,
        "temperature": 0,
    }


def _is_busy(response: httpx.Response) -> bool:
    return response.status_code == 429 or response.status_code >= 500


def _wait_of(response: httpx.Response, tried: int) -> float:
    """Seconds: what the server asks for, else twice as long each time."""
    asked = response.headers.get("retry-after", "")
    return min(float(asked) if asked.isdecimal() else 2.0 ** (tried - 1), _LONGEST_WAIT)


_CURES = {
    400: "Does the model take pictures? Try another with --model.",
    401: "Set the key: YAPIT_VISION_KEY=…",
    403: "Check that the key may use this model.",
    404: "Check the address and the name of the model.",
    429: "Wait a while, or ask for a higher limit.",
}


def _check(response: httpx.Response, address: str, model: str) -> None:
    if response.is_success:
        if len(response.content) > _MAX_ANSWER_BYTES:
            raise VisionError(f"{address} answers too much", cure="Try another model.")
        return
    cure = _CURES.get(response.status_code, "Look at the server's log; try again later.")
    said = _reason(response)
    raise VisionError(f"{address} answers {response.status_code} for {model}{said}", cure=cure)


def _reason(response: httpx.Response) -> str:
    try:
        error = response.json()["error"]
        message = error["message"] if isinstance(error, dict) else str(error)
    except (ValueError, LookupError, TypeError):
        return ""
    return f": {' '.join(str(message).split())[:200]}"


def _text_of(answer: Any, url: str) -> str:
    try:
        choice = answer["choices"][0]
        text = choice["message"]["content"]
        cut_short = choice.get("finish_reason") == "length"
    except (LookupError, TypeError, AttributeError):
        text, cut_short = None, False
    if not isinstance(text, str) or not text.strip():
        raise VisionError(f"{url} answers nothing", cure="Try another model, or look at the server's log.")
    if cut_short:
        raise VisionError(f"the answer of {url} was cut short", cure="Try a model with a longer context.")
    return _encodable(text).strip()


def _encodable(text: str) -> str:
    """Without lone surrogates, which no UTF-8 holds; JSON and broken documents may."""
    return text.encode("utf-8", "replace").decode()


@contextmanager
def _translated(address: str) -> Iterator[None]:
    import httpx  # noqa: PLC0415 - loaded by who calls

    try:
        yield
    except httpx.TimeoutException as error:
        raise VisionError(
            f"{address} takes too long", cure="Is the model still being loaded? Try again."
        ) from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        cure = "Check that it runs, and its address: yapit config set vision_url http://localhost:11434/v1"
        raise VisionError(f"cannot reach {address}: {error}", cure=cure) from error
    except (ValueError, RecursionError) as error:
        raise VisionError(f"{address} answers no JSON", cure="Is it an OpenAI-compatible API?") from error
