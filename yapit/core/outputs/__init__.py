"""Where sound goes: one module a way of playing it, all behind `Output`."""

from __future__ import annotations

from yapit.core.outputs.opening import AUTO, Attempt, Opened, open_output, output_names, probe
from yapit.core.outputs.output import LATENCY_SECONDS, Output, Pull
from yapit.core.outputs.quiet import quiet_stderr
from yapit.core.outputs.silent import SilentOutput

__all__ = [
    "AUTO",
    "LATENCY_SECONDS",
    "Attempt",
    "Opened",
    "Output",
    "Pull",
    "SilentOutput",
    "open_output",
    "output_names",
    "probe",
    "quiet_stderr",
]
