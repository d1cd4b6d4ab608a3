import subprocess
import sys
from pathlib import Path

import numpy as np

from heatfig.runtime.stretches import STRETCH, stretches

FLAT = """
import resource, sys
import numpy as np
from heatfig.layout.grid.shrunk import averaged, starts
from heatfig.plan.grid import SCORED, Grid, holds
from heatfig.runtime.stretches import stretches
scores = np.memmap(sys.argv[1], np.float64, "r+", shape=(2500, 10_000, 1))
kinds = np.memmap(sys.argv[2], np.int16, "r+", shape=scores.shape)

def resident() -> int:
    with open("/proc/self/statm") as figures:
        return int(figures.read().split()[1]) * resource.getpagesize()

start, most = resident(), 0
for array in (scores, kinds, scores[::-1]):
    for number, rows in enumerate(stretches(array)):
        array[rows] = number
        most = max(most, resident())
assert scores[-1, 0, 0] == 0, "what was written is there"
grid = Grid(scores, kinds)
down, across = starts(2500, 100), starts(10_000, 100)
for work in (lambda: grid.extent, lambda: averaged(grid, down, across), lambda: holds(kinds, SCORED)):
    work()
    most = max(most, resident())
print(most - start)
"""


def test_stretches_are_all_rows_once_and_hold_what_they_may() -> None:
    array = np.zeros((1000, 1000, 2))
    parts = list(stretches(array))
    assert [row for part in parts for row in range(part.start, part.stop)] == list(range(1000))
    assert len(parts) > 1
    assert max(array[part].nbytes for part in parts) <= STRETCH
    assert list(stretches(array, [0, 10, 999])) == [slice(0, 10), slice(10, 999), slice(999, 1000)]


def test_memory_stays_flat_over_scores_mapped_from_a_file(tmp_path: Path) -> None:
    for name, size in (("scores", 8), ("kinds", 2)):
        with (tmp_path / name).open("wb") as file:
            file.truncate(2500 * 10_000 * size)
    call = [sys.executable, "-c", FLAT, str(tmp_path / "scores"), str(tmp_path / "kinds")]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 40e6
