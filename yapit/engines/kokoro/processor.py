"""The processor at hand: how many threads serve it best, and by what a graph made for it is told apart."""

from __future__ import annotations

import os
import platform
from pathlib import Path

MAX_THREADS = 8
"""Sentences are too short for more: the work between the large convolutions is done by one."""


def threads() -> int:
    """Physical cores that this process may use, within its container's quota."""
    usable = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    cores = len({_core(cpu) for cpu in usable}) or os.cpu_count() or 1
    return max(1, min(cores, _quota(), MAX_THREADS))


def identity() -> str:
    """Text that differs between processors for which ONNX Runtime lays out weights differently."""
    return f"{platform.machine()} {platform.processor()} {_features()}"


def _core(cpu: int) -> str:
    """The core that a logical processor belongs to, named by its siblings; itself where that is unknown."""
    try:
        return Path(f"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list").read_text()
    except OSError:
        return str(cpu)


def _quota() -> int:
    """Processors that the control group grants, or as many as one likes."""
    try:
        granted, period = Path("/sys/fs/cgroup/cpu.max").read_text().split()
        return max(1, round(int(granted) / int(period)))
    except (OSError, ValueError):  # no control group, or `max`
        return MAX_THREADS


def _features() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(errors="replace").splitlines()
    except OSError:
        return ""
    return next((line for line in lines if line.lower().startswith(("flags", "features"))), "")
