"""Chunks in, speech out, a little ahead of the listener."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial

from yapit.core.audio import Speech, decode, encode, estimate_words, join, quantized
from yapit.core.cache import Cache, audio_key
from yapit.core.document import Document, Span, word_spans
from yapit.core.engine import Engine, SaysIpa, Voice
from yapit.core.errors import CacheError, Interrupted, SynthesisError, YapitError
from yapit.core.hearing import Hearing
from yapit.core.ipa import is_unbroken, without_signs
from yapit.core.pauses import PAUSES, with_pause
from yapit.core.prepare import Utterance, annotated, prepare
from yapit.core.script import Script
from yapit.core.split import (
    HEARD_PER_CHAR,
    LEAD_CHARS,
    MADE_PER_CHAR,
    MADE_PER_CHUNK,
    Chunk,
    chars_made_within,
    cut,
    lead_in,
)

CHUNK_CHARS = 240
"""Longer sentences are cut at clauses: about 15 s of speech is as much as a listener should wait for."""

_SOON = 0.03
"""Seconds until it is asked again whether a chunk has come that was not there."""

_Work = tuple[Chunk, "Future[Speech | None]"]


@dataclass(eq=False)
class _Run:
    """What one narration shares with the thread that works for it."""

    voice: Voice
    """Who speaks it: the narrator's voice when it began."""

    stale: threading.Event = field(default_factory=threading.Event)


class Narrator:
    """Speaks chunks with one engine and one voice, on one thread of its own.

    Word spans of what it yields are places in `Document.text`. Fresh and
    cached speech are the same samples.
    """

    def __init__(
        self,
        engine: Engine,
        voice: Voice,
        *,
        cache: Cache,
        speed: float = 1.0,
        pauses: float = 1.0,
    ) -> None:
        self.engine = engine
        self.voice = voice
        """Who speaks. Another voice of the engine is heard from the next narration on."""

        self.speed = round(speed, 2)  # as in the key of what is kept
        self.cache_error: CacheError | None = None
        """Why speech is no longer kept, where the cache failed; speaking goes on without it."""

        self._cache = cache
        self._pauses = pauses  # a factor; a player has one of its own, for what it is given
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="narrator")
        self._lock = threading.Lock()
        self._running: _Run | None = None
        self._closed = False

    @property
    def chunk_chars(self) -> int:
        """How long the chunks may be that `narrate` takes, in characters."""
        return min(CHUNK_CHARS, self.engine.max_chars)

    def chunks(self, document: Document, hearing: Hearing | None = None) -> tuple[Chunk, ...]:
        """What is spoken of a document, in the pieces that `narrate` takes."""
        return Script(document, hearing).chunks(self.chunk_chars)

    def warm_up(self) -> Future[None]:
        """Load model and rules behind the scenes; the future carries the error where there is one."""
        with self._lock:
            if not self._closed:
                return self._thread.submit(self._warm_up)
        done: Future[None] = Future()
        done.cancel()
        return done

    def narrate(self, wanted: Iterable[Chunk | None], *, ahead: int = 2, hurry: bool = False) -> Narration:
        """Speak chunks in order, keeping `ahead` of them ready.

        None among them says that the next one is not there yet; it is asked for again soon.

        With `hurry`, the first chunks that are not cached are cut into growing
        pieces, so that the beginning is heard soon and goes on. An engine's error is
        raised at the chunk it belongs to.
        """
        run = _Run(self.voice)
        return Narration(self, run, self._hurried(run, wanted) if hurry else wanted, ahead)

    def close(self) -> None:
        """Stop at once; the engine is closed when its thread has left it. A second call does nothing."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._thread.submit(self.engine.close)
        self.engine.interrupt()
        self._thread.shutdown(wait=False)

    def _warm_up(self) -> None:
        prepare("Ready.", self.voice.language)
        self.engine.warm_up()

    def _hurried(self, run: _Run, wanted: Iterable[Chunk | None]) -> Iterator[Chunk | None]:
        """Pieces that can be made while those before them are heard, until whole chunks can."""
        ahead, silent_at = 0.0, 0.0
        for chunk in wanted:
            if chunk is None:
                ahead = max(silent_at - time.monotonic(), 0.0)
                yield None
                continue
            limit = max(LEAD_CHARS, chars_made_within(ahead))
            kept = limit >= CHUNK_CHARS or self._is_kept(run.voice, chunk)
            for piece in [chunk] if kept else lead_in(chunk, limit):
                yield piece
                made = 0.0 if kept else MADE_PER_CHUNK + MADE_PER_CHAR * len(piece.span)
                heard = HEARD_PER_CHAR * len(piece.span) + self._pause_after(piece)
                ahead = max(ahead - made, 0.0) + heard
                silent_at = max(silent_at, time.monotonic() + made) + heard

    def _submit(self, run: _Run, chunk: Chunk) -> Future[Speech | None]:
        with self._lock:
            if self._closed:
                raise Interrupted("the narrator is closed", cure="Make another one.")
            return self._thread.submit(self._speak_for, run, chunk)

    def _interrupt(self, run: _Run) -> None:
        with self._lock:
            if self._running is run:
                self.engine.interrupt()

    def _speak_for(self, run: _Run, chunk: Chunk) -> Speech | None:
        with self._lock:
            self._running = run
        try:
            return self._speak(run.voice, chunk)
        finally:
            with self._lock:
                self._running = None

    def _speak(self, voice: Voice, chunk: Chunk) -> Speech | None:
        """The chunk's sound, words placed in the document, and the pause after it; None if all is unsaid."""
        utterance = self._utterance(voice, chunk)
        parts = [
            self._cached(voice, spoken.of(utterance.text)).moved(partial(_shifted, spoken.start))
            for spoken in self._fitting(utterance)
        ]
        if not parts:
            return None
        said = join(parts).moved(lambda word: _seen(chunk, utterance.source_of(word)).shift(chunk.span.start))
        return quantized(with_pause(said, self._pause_after(chunk)))

    def _pause_after(self, chunk: Chunk) -> float:
        return PAUSES[chunk.ends] * self._pauses

    def _utterance(self, voice: Voice, chunk: Chunk) -> Utterance:
        """What is said by the rules of the document's language; of the voice's region where it names none."""
        same = voice.language.partition("-")[0] == chunk.language
        utterance = prepare(chunk.text, voice.language if same else chunk.language, chunk.rewrites)
        return self._with_ipa(utterance) if isinstance(self.engine, SaysIpa) else utterance

    def _with_ipa(self, utterance: Utterance) -> Utterance:
        """With the IPA of its words, or without where a cut would go through it."""
        whole = annotated(utterance)
        if all(is_unbroken(span.of(whole.text)) for span in self._fitting(whole)):
            return whole
        return replace(utterance, text=without_signs(utterance.text))

    def _fitting(self, utterance: Utterance) -> list[Span]:
        """The spoken text in pieces that the engine takes: "$1,250" is short on the page only."""
        text = utterance.text
        pieces = cut(Chunk(0, Span(0, len(text)), text), self.engine.max_chars)
        return [piece.span for piece in pieces if any(character.isalnum() for character in piece.text)]

    def _is_kept(self, voice: Voice, chunk: Chunk) -> bool:
        utterance = self._utterance(voice, chunk)
        spoken = (span.of(utterance.text) for span in self._fitting(utterance))
        return all(self._kept(self._key(voice, text)) is not None for text in spoken)

    def _key(self, voice: Voice, text: str) -> str:
        return audio_key(self.engine.model, voice.id, self.speed, text)

    def _cached(self, voice: Voice, text: str) -> Speech:
        key = self._key(voice, text)
        if (speech := self._kept(key)) is not None:
            return speech
        speech = quantized(self._synthesize(voice, text))
        self._keep(key, speech)
        return speech

    def _kept(self, key: str) -> Speech | None:
        try:
            data = self._cache.get(key)
        except CacheError as error:
            self.cache_error = error
            return None
        try:
            return None if data is None else decode(data)
        except CacheError:  # damaged: it is made again
            self._cache.drop(key)
            return None

    def _keep(self, key: str, speech: Speech) -> None:
        if self.cache_error is not None:
            return
        try:
            self._cache.put(key, encode(speech))
        except CacheError as error:
            self.cache_error = error

    def _synthesize(self, voice: Voice, text: str) -> Speech:
        if self._closed or (self._running is not None and self._running.stale.is_set()):
            raise Interrupted("nobody listens any more", cure="Ask for it again.")
        parts = list(self.engine.synthesize(text, voice, self.speed))
        if not parts or not any(len(part.samples) for part in parts):
            raise SynthesisError(
                f"{self.engine.name} made no sound for {text[:40]!r}", cure="Try another voice or engine."
            )
        speech = join(parts)
        if speech.words:
            return speech
        return Speech(speech.samples, speech.sample_rate, estimate_words(text, speech.duration))


def _seen(chunk: Chunk, source: Span) -> Span:
    """Where a word lights up; what is said for white space, as between cells, with the word after it."""
    if source.of(chunk.text).strip():
        return source
    following = word_spans(chunk.text, Span(source.end, len(chunk.text)))
    return following[0] if following else source


def _shifted(by: int, span: Span) -> Span:
    return span.shift(by)


class Narration(Iterator[tuple[Chunk, Speech]]):
    """One run of a narrator. Iterate it in one thread; `close` it from any."""

    def __init__(self, narrator: Narrator, run: _Run, wanted: Iterable[Chunk | None], ahead: int) -> None:
        self._narrator = narrator
        self._run = run
        self._wanted = iter(wanted)
        self._ahead = ahead
        self._waiting: deque[_Work] = deque()
        self._awaits_text = False
        self._is_over = False
        """There is no chunk after those that are waiting."""

    @property
    def has_caught_up(self) -> bool:
        """All the text that is there was told; it waits for more."""
        return self._awaits_text

    def __next__(self) -> tuple[Chunk, Speech]:
        while not self._run.stale.is_set():
            self._look_ahead()
            self._awaits_text = not self._waiting and not self._is_over
            if not self._waiting:
                if self._is_over:
                    break
                self._run.stale.wait(_SOON)
                continue
            chunk, future = self._waiting.popleft()
            if (speech := self._made(future)) is not None:
                return chunk, speech
        raise StopIteration

    def close(self) -> None:
        """Drop what has not been started and interrupt what has. Returns at once."""
        self._run.stale.set()
        for _, future in list(self._waiting):
            future.cancel()
        self._narrator._interrupt(self._run)

    def _made(self, future: Future[Speech | None]) -> Speech | None:
        """What was made; None where it was all unsaid, or where this narration was closed meanwhile."""
        try:
            speech = future.result()
        except (CancelledError, YapitError):
            if self._run.stale.is_set():
                return None
            self.close()  # what was to come after it is not wanted any more
            raise
        return None if self._run.stale.is_set() else speech

    def _look_ahead(self) -> None:
        while len(self._waiting) <= self._ahead and not self._is_over:
            try:
                chunk = next(self._wanted)
            except StopIteration:
                self._is_over = True
                return
            if chunk is None:
                return
            self._waiting.append((chunk, self._narrator._submit(self._run, chunk)))
