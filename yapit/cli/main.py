"""The command line's entry: the one place where errors become lines and exit codes.

Nothing heavy is imported before `_run`, so that Ctrl-C ends the command quietly while it is still loading.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import io
import os
import sys
import threading
from typing import NoReturn

from yapit.core.errors import YapitError


def main() -> NoReturn:
    """Run the command line and exit.

    No thread is waited for: one that loads a model cannot be stopped, and takes seconds.
    """
    code = run()
    others = (thread for thread in threading.enumerate() if thread is not threading.main_thread())
    if any(not thread.daemon for thread in others):
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def run() -> int:
    """Run the command line; 0 if all went well, 1 on an error, 2 on a wrong option, 130 on Ctrl-C."""
    _open_missing_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that knows only ASCII still gets its lines
    try:
        code = _run()
        sys.stdout.flush()
    except OSError as error:
        code = 1
        with contextlib.suppress(OSError):  # so that the flush at exit finds an open file
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno != errno.EPIPE:
            _report(
                YapitError(f"cannot print: {error.strerror}", cure="Free some space, or print elsewhere.")
            )
    return code


def _open_missing_streams() -> None:
    """What was closed for the command, as with `>&-`, is an empty file instead of None."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode))  # noqa: SIM115 - open as long as the command runs


def _run() -> int:
    try:
        gc.disable()  # what is being loaded holds no garbage: looking for some takes a tenth of the time
        from yapit.cli.commands import app, commanded  # noqa: PLC0415 - 0.2 s, in which Ctrl-C may come

        gc.enable()
        app(commanded(sys.argv[1:]), prog_name="yapit")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:
        return 130
    except YapitError as error:
        _report(error)
    except Exception as error:  # the edge: what nobody expected is logged, not shown
        if _is_of_stdout(error):
            raise
        from yapit.cli.faults import report_bug  # noqa: PLC0415 - with the commands

        report_bug(error)
    return 1


def _report(error: YapitError) -> None:
    from yapit.cli.faults import report  # noqa: PLC0415 - with the commands

    report(error)


_UNPRINTED = {errno.EPIPE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def _is_of_stdout(error: Exception) -> bool:
    """All files that Yapit writes report their own errors: what is left, and names no file, was printing."""
    return isinstance(error, OSError) and error.errno in _UNPRINTED and error.filename is None
