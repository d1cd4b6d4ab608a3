"""Commands timed side by side: A B C, A B C, …, so that whatever else the machine does meets them all alike."""

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Call = Sequence[str | Path]


@dataclass
class Times:
    """Wall seconds of each run of one command, and the most memory that a process of it held, in MB."""

    seconds: list[float] = field(default_factory=list)
    peak: float = 0.0

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


def race(
    calls: Mapping[str, Call], rounds: int, statuses: Mapping[str, int] | None = None, warm: bool = True
) -> dict[str, Times]:
    """Run each call once to warm the disk, then all of them in turn, `rounds` times."""
    statuses = statuses or {}
    times = {name: Times() for name in calls}
    if warm:
        for name, call in calls.items():
            run(call, Times(), statuses.get(name, 0))
    for _ in range(rounds):
        for name, call in calls.items():
            run(call, times[name], statuses.get(name, 0))
    return times


def run(call: Call, into: Times, status: int = 0) -> None:
    """Run one call; its memory is right only while this process is small, as a child begins with its parent's peak."""
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen([str(word) for word in call], stdout=said, stderr=said)
        _, left, usage = os.wait4(process.pid, 0)
        into.seconds.append(time.perf_counter() - started)
        process.returncode = os.waitstatus_to_exitcode(left)
        into.peak = max(into.peak, usage.ru_maxrss / 1024)
        if process.returncode != status:
            said.seek(0)
            raise SystemExit(f"{call} left with {process.returncode}:\n{said.read().decode()}")
