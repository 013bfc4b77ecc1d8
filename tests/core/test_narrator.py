from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import numpy as np
import pytest

from yapit.core.audio import Speech
from yapit.core.cache import FileCache, NullCache
from yapit.core.document import Block, BlockKind, Document, Span, fill_gaps, word_spans
from yapit.core.engine import Voice, find_voice
from yapit.core.errors import CacheError, Interrupted, SynthesisError, TextTooLong
from yapit.core.narrator import Narration, Narrator
from yapit.core.pauses import EDGES_SECONDS, PAUSES
from yapit.core.split import Boundary, Chunk
from yapit.engines.tone import SAMPLE_RATE, ToneEngine

TEXT = "Hello brave new world. This is a second sentence.\n\nA second paragraph, short."


def document(text: str = TEXT) -> Document:
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Document(text, tuple(blocks), fill_gaps(text, blocks))


class CountingTone(ToneEngine):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
        self.said.append(text)
        yield from super().synthesize(text, voice, speed)


def narrator(engine: ToneEngine | None = None, cache: FileCache | NullCache | None = None) -> Narrator:
    engine = engine or ToneEngine()
    return Narrator(engine, find_voice(engine), cache=cache or NullCache())


def test_every_word_of_the_page_is_heard_once_and_in_order() -> None:
    page = document()
    one = narrator()
    heard = [w.span for _, s in one.narrate(one.chunks(page)) for w in s.words]
    assert heard == word_spans(page.text)


def test_a_paragraph_is_followed_by_a_longer_pause_than_a_sentence() -> None:
    one = narrator()
    for chunk, speech in one.narrate(one.chunks(document())):
        silence = round((PAUSES[chunk.ends] - EDGES_SECONDS) * SAMPLE_RATE)
        assert not speech.samples[-silence:].any()
    assert PAUSES[Boundary.PARAGRAPH] > PAUSES[Boundary.SENTENCE] > PAUSES[Boundary.CLAUSE]


def test_what_was_heard_is_not_synthesized_again_and_sounds_the_same(tmp_path: Path) -> None:
    first, again = CountingTone(), CountingTone()
    one, two = narrator(first, FileCache(tmp_path)), narrator(again, FileCache(tmp_path))
    fresh = list(one.narrate(one.chunks(document())))
    kept = list(two.narrate(two.chunks(document())))
    assert (len(first.said), again.said) == (3, [])
    assert all(
        np.array_equal(a.samples, b.samples) and a.words == b.words
        for (_, a), (_, b) in zip(fresh, kept, strict=True)
    )


def test_another_voice_and_another_speed_are_synthesized_anew(tmp_path: Path) -> None:
    engine = CountingTone()
    cache = FileCache(tmp_path)
    for voice, speed in [("beep", 1.0), ("high", 1.0), ("beep", 1.5), ("beep", 1.0)]:
        one = Narrator(engine, find_voice(engine, voice), cache=cache, speed=speed)
        list(one.narrate(one.chunks(document("One sentence."))))
    assert len(engine.said) == 3


def test_another_voice_speaks_from_the_next_narration_on_and_never_in_the_middle_of_one() -> None:
    class Casting(ToneEngine):
        def __init__(self) -> None:
            super().__init__()
            self.cast: list[Voice] = []

        def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
            self.cast.append(voice)
            yield from super().synthesize(text, voice, speed)

    engine = Casting()
    one = narrator(engine)
    first, other = one.voice, next(voice for voice in engine.voices() if voice != one.voice)
    running = one.narrate(one.chunks(document()), ahead=0)
    next(running)
    one.voice = other
    list(running)
    assert engine.cast == [first] * 3
    engine.cast.clear()
    list(one.narrate(one.chunks(document())))
    assert engine.cast == [other] * 3


def test_an_engine_that_fails_is_heard_of_at_its_chunk_and_not_before() -> None:
    class Broken(ToneEngine):
        def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
            if text.startswith("A second"):
                raise SynthesisError("no")
            yield from super().synthesize(text, voice, speed)

    one = narrator(Broken())
    running = one.narrate(one.chunks(document()))
    heard = [next(running)[0].text, next(running)[0].text]
    assert heard == ["Hello brave new world.", "This is a second sentence."]
    with pytest.raises(SynthesisError):
        next(running)


def test_an_engine_that_is_silent_is_an_error() -> None:
    class Mute(ToneEngine):
        def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
            yield from ()

    one = narrator(Mute())
    with pytest.raises(SynthesisError, match="made no sound"):
        list(one.narrate(one.chunks(document("Anything."))))


def test_words_are_estimated_for_an_engine_that_tells_no_times() -> None:
    class Timeless(ToneEngine):
        def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
            for speech in super().synthesize(text, voice, speed):
                yield Speech(speech.samples, speech.sample_rate)

    one = narrator(Timeless())
    [(_, speech)] = one.narrate(one.chunks(document("Three small words.")))
    assert [w.exact for w in speech.words] == [False] * 3


def test_an_engine_is_never_handed_more_than_it_takes() -> None:
    class Short(CountingTone):
        max_chars = 12

    engine = Short()
    page = document("A sentence with a veryveryveryverylongword and more words after it.")
    one = narrator(engine)
    heard = "".join(w.span.of(page.text) for _, s in one.narrate(one.chunks(page)) for w in s.words)
    assert max(map(len, engine.said)) <= 12
    assert heard == "".join(c for c in page.text if c.isalnum())


def test_text_that_grows_when_spoken_still_fits() -> None:
    class Short(CountingTone):
        max_chars = 40

    engine = Short()
    page = document("Of 1,250,777 and 3,999,888 and 7,654,321.")
    one = narrator(engine)
    spans = [w.span.of(page.text) for _, s in one.narrate(one.chunks(page)) for w in s.words]
    assert spans == ["Of", "1,250,777", "and", "3,999,888", "and", "7,654,321"]
    assert any("million" in said for said in engine.said)


def test_a_british_voice_reads_numbers_the_british_way_where_the_document_does_not_say() -> None:
    engine = CountingTone()
    british = Voice("beep", "Beep", "en-GB")
    list(Narrator(engine, british, cache=NullCache()).narrate([Chunk(0, Span(0, 3), "105")]))
    list(narrator(engine).narrate([Chunk(0, Span(0, 3), "105")]))
    american = Chunk(0, Span(0, 3), "105", language="en-US")
    list(Narrator(engine, british, cache=NullCache()).narrate([american]))
    assert engine.said == ["one hundred and five", "one hundred five", "one hundred five"]


def test_looking_ahead_is_bounded() -> None:
    engine = CountingTone()
    one = narrator(engine)
    endless = (Chunk(0, Span(i, i + 1), "a") for i in count())
    running = one.narrate(endless, ahead=3)
    next(running)
    one.warm_up().result(5)  # all that was asked for has been made
    assert len(engine.said) == 4
    running.close()


class Gated(CountingTone):
    """Waits in the middle of a synthesis until it is let go or interrupted."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = threading.Event()
        self.gate = threading.Event()

    def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
        self.inside.set()
        if not self.gate.wait(20):
            raise SynthesisError("the test forgot the gate")
        if self._stop.is_set():
            self._stop.clear()
            raise Interrupted("asked to stop")
        yield from super().synthesize(text, voice, speed)

    def interrupt(self) -> None:
        super().interrupt()
        self.gate.set()


def test_closing_interrupts_a_synthesis_that_nobody_waits_for() -> None:
    engine = Gated()
    one = narrator(engine)
    running = one.narrate(one.chunks(document()))
    heard: list[object] = []
    listener = threading.Thread(target=lambda: heard.extend(running))
    listener.start()
    assert engine.inside.wait(5)
    running.close()
    listener.join(5)
    assert not listener.is_alive()
    assert (heard, engine.said) == ([], [])


def test_closing_an_old_narration_does_not_disturb_the_new_one() -> None:
    engine = ToneEngine()
    one = narrator(engine)
    for _ in range(50):
        old = one.narrate(one.chunks(document()))
        next(old)
        new = one.narrate(one.chunks(document()))
        closing = threading.Thread(target=old.close)
        closing.start()
        assert len(list(new)) == 3
        closing.join()


def test_hurry_goes_on_after_a_short_title_until_enough_is_ahead() -> None:
    one = narrator()
    title, sentence = "A title", " ".join(["The sea gives nothing away for free, it was said,"] * 4) + "."
    chunks = one.chunks(document("\n\n".join([title, *[sentence] * 8])))
    heard = [chunk.text for chunk, _ in one.narrate(chunks, hurry=True)]
    assert heard[0] == title
    assert len(heard[1]) < 60
    assert heard[-6:] == [sentence] * 6
    assert "".join("".join(heard).split()) == "".join("".join([title, *[sentence] * 8]).split())


def test_a_closed_narrator_synthesizes_nothing_that_was_still_waiting() -> None:
    engine = Gated()
    one = narrator(engine)
    running = one.narrate(one.chunks(document()), ahead=5)

    def listen() -> None:
        with pytest.raises(Interrupted):
            list(running)

    listener = threading.Thread(target=listen)
    listener.start()
    assert engine.inside.wait(5)
    one.close()
    listener.join(5)
    assert not listener.is_alive()
    assert engine.said == []


def test_a_narration_that_is_cut_short_by_its_narrator_says_so() -> None:
    class Interrupting(ToneEngine):
        def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
            if text.startswith("This"):
                raise Interrupted("asked to stop")
            yield from super().synthesize(text, voice, speed)

    one = narrator(Interrupting())
    running = one.narrate(one.chunks(document()))
    next(running)
    with pytest.raises(Interrupted):
        next(running)


def test_closing_at_any_moment_raises_nothing_unforeseen() -> None:
    for _ in range(100):
        one = narrator()
        running = one.narrate(one.chunks(document()))
        outcome: list[object] = []

        def listen(running: Narration = running, outcome: list[object] = outcome) -> None:
            try:
                outcome.append(len(list(running)))
            except Interrupted as error:
                outcome.append(error)

        listener = threading.Thread(target=listen)
        listener.start()
        one.close()
        one.close()
        listener.join(5)
        assert len(outcome) == 1


def test_after_an_error_nothing_more_is_synthesized() -> None:
    class Broken(CountingTone):
        def synthesize(self, text: str, voice: Voice, speed: float = 1.0) -> Iterator[Speech]:
            if text.startswith("Hello"):
                raise SynthesisError("no")
            yield from super().synthesize(text, voice, speed)

    engine = Broken()
    one = narrator(engine)
    running = one.narrate(Chunk(0, Span(n, n + 1), "Hello" if n == 0 else f"word {n}") for n in range(99))
    with pytest.raises(SynthesisError):
        next(running)
    one.warm_up().result(5)  # whatever was waiting has been passed over
    said = len(engine.said)
    assert said <= 2
    assert list(running) == []
    assert len(engine.said) == said


def test_a_cache_that_cannot_be_read_loses_nothing(tmp_path: Path) -> None:
    class Flaky(FileCache):
        broken = False

        def get(self, key: str) -> bytes | None:
            if self.broken:
                raise CacheError("no")
            return super().get(key)

    cache = Flaky(tmp_path)
    list(narrator(cache=cache).narrate(narrator().chunks(document())))
    cache.broken = True
    one = narrator(cache=cache)
    assert len(list(one.narrate(one.chunks(document())))) == 3
    assert one.cache_error is not None
    assert cache.usage().entries == 3


def test_a_closed_narration_ends() -> None:
    one = narrator()
    running = one.narrate(one.chunks(document()))
    next(running)
    running.close()
    assert list(running) == []


def test_hurry_cuts_the_first_chunk_where_it_is_not_kept_yet(tmp_path: Path) -> None:
    text = (
        "The old man, who had lived by the harbour for most of his life, said nothing at all. Then he left."
    )
    one = narrator(cache=FileCache(tmp_path))
    first, *rest = [chunk.text for chunk, _ in one.narrate(one.chunks(document(text)), hurry=True)]
    assert first == "The old man,"
    assert rest[-1] == "Then he left."
    list(one.narrate(one.chunks(document(text))))
    assert next(one.narrate(one.chunks(document(text)), hurry=True))[0].text.endswith("said nothing at all.")


def test_a_cache_that_cannot_be_written_does_not_stop_the_voice(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    one = narrator(cache=FileCache(tmp_path / "file"))
    assert len(list(one.narrate(one.chunks(document())))) == 3
    assert isinstance(one.cache_error, CacheError)


def test_a_damaged_entry_is_made_again(tmp_path: Path) -> None:
    cache = FileCache(tmp_path)
    one = narrator(cache=cache)
    list(one.narrate(one.chunks(document("One sentence."))))
    [entry] = [path for path in tmp_path.rglob("*") if path.is_file()]
    entry.write_bytes(b"damaged")
    [(_, speech)] = one.narrate(one.chunks(document("One sentence.")))
    assert len(speech.words) == 2
    assert entry.read_bytes() != b"damaged"


def test_tone_refuses_more_than_it_takes() -> None:
    engine = ToneEngine()
    with pytest.raises(TextTooLong):
        list(engine.synthesize("a" * 1001, find_voice(engine)))


def test_the_head_of_a_column_lights_up_the_cell_it_is_said_for() -> None:
    text = "Town\tFolk\tHigh\nUlm\tmany\tyes"
    table = Document(text, (Block(Span(0, len(text)), BlockKind.TABLE, level=1),))
    one = narrator()
    _, (_, row) = one.narrate(one.chunks(table))
    assert [word.span.of(text) for word in row.words] == ["Ulm", "many", "yes"]
    assert row.words[1].end - row.words[1].start > row.words[0].end - row.words[0].start
    one.close()


def test_a_sentence_that_comes_late_is_heard_after_those_that_are_there() -> None:
    one = narrator()
    first, second, third = one.chunks(document())
    come = iter([first, None, second, None, None, None, third])
    assert [chunk for chunk, _ in one.narrate(come)] == [first, second, third]


def test_what_comes_while_nothing_is_ahead_is_hurried_again() -> None:
    one = narrator()
    long = one.chunks(document(" ".join(["word and"] * 25) + "."))
    come = iter([*long, *([None] * 3), *long])
    pieces = [chunk for chunk, _ in one.narrate(come, hurry=True)]
    assert len(pieces) > 2
    assert pieces[0].span.start == 0
    assert len(pieces[0].span) <= 34
