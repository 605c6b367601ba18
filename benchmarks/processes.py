"""A measurement in a process of its own, and what Linux tells of a process: memory and processor time."""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_Told = TypeVar("_Told")


def alone(function: Callable[_Asked, _Told], *args: _Asked.args, **kwargs: _Asked.kwargs) -> _Told:
    """Call the function in a fresh process, so that its memory is its own."""
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        return process.submit(function, *args, **kwargs).result()


def resident(pid: int | None = None) -> float:
    """Resident memory in MiB now (VmRSS)."""
    return _memory(pid, "VmRSS")


def resident_files(pid: int | None = None) -> float:
    """The part of `resident` that is pages of files, which the kernel drops when it needs the room (RssFile)."""
    return _memory(pid, "RssFile")


def peak(pid: int | None = None) -> float:
    """The most resident memory in MiB since the start, or since `forget_peak` (VmHWM)."""
    return _memory(pid, "VmHWM")


def forget_peak() -> None:
    """Let this process's peak begin at what it holds now."""
    Path("/proc/self/clear_refs").write_text("5")


def processor_seconds(pid: int) -> float:
    """Processor time that a process has used, in its own code and for it in the kernel."""
    after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def _memory(pid: int | None, field: str) -> float:
    status = Path(f"/proc/{pid or 'self'}/status")
    if not status.is_file():
        raise OSError(f"{status} is not there (rule: memory is measured on Linux, of a process that lives)")
    line = next(line for line in status.read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) / 1024
