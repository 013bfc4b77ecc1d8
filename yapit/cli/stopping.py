"""Being asked to end, so that what has to be put back is put back."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from types import FrameType

_ENDING = ("SIGTERM", "SIGHUP")


@contextmanager
def stoppable() -> Iterator[None]:
    """Within the block SIGTERM and a closed terminal raise SystemExit, as Ctrl-C raises KeyboardInterrupt.

    A signal that is ignored stays so: whoever starts a long export with nohup wants that.
    """
    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    with ExitStack() as before:
        for number in numbers:
            if signal.getsignal(number) is not signal.SIG_IGN:
                before.callback(signal.signal, number, signal.signal(number, _end))
        yield


def _end(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
