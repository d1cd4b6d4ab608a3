import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from heatfig.plan import grid as module
from heatfig.plan.grid import SCORED, Extent, Grid, averaged, holds, stretched, stretches

FLAT = """
import resource, sys
import numpy as np
from heatfig.plan.grid import SCORED, Grid, averaged, holds, stretched, stretches
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
for work in (lambda: grid.extent, lambda: averaged(grid, *stretched(grid, 100, 100)), lambda: holds(kinds, SCORED)):
    work()
    most = max(most, resident())
print(most - start)
"""


def grid(scores: list[list[float]], kinds: list[list[int]]) -> Grid:
    return Grid(np.array(scores)[:, :, None], np.array(kinds, np.int16)[:, :, None])


NAN = float("nan")


def test_each_cell_is_the_mean_of_those_that_it_covers() -> None:
    whole = grid([[1, 2, 3], [5, 6, 7], [0, 0, 9]], [[-1] * 3] * 3)
    less = averaged(whole, *stretched(whole, 2, 2))
    assert less.scores[:, :, 0].tolist() == [[1, 2.5], [2.5, 5.5]]
    assert (less.kinds == -1).all()


def test_missing_cells_take_no_part_unless_there_is_nothing_else() -> None:
    whole = grid([[1, NAN, NAN, NAN]], [[-1, 0, 2, 0]])
    less = averaged(whole, *stretched(whole, 1, 2))
    assert less.scores[0, 0, 0] == 1
    assert np.isnan(less.scores[0, 1, 0])
    assert less.kinds[:, :, 0].tolist() == [[-1, 2]]


def test_a_grid_that_is_small_enough_is_itself() -> None:
    whole = grid([[1, 2], [NAN, 4]], [[-1, -1], [1, -1]])
    same = averaged(whole, *stretched(whole, 5, 2))
    np.testing.assert_array_equal(same.scores, whole.scores)
    np.testing.assert_array_equal(same.kinds, whole.kinds)


def test_an_extent_names_the_first_of_the_least_and_of_the_greatest(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = grid([[NAN, NAN], [4, 2], [NAN, 7], [2, 7]], [[0, 0], [-1, -1], [0, -1], [-1, -1]])
    expected = Extent(low=2, high=7, low_at=3, high_at=5, missing=3)
    assert whole.extent == expected
    monkeypatch.setattr(module, "STRETCH", 1)
    assert Grid(whole.scores, whole.kinds).extent == expected


def test_an_extent_of_no_score_has_no_limits() -> None:
    extent = grid([[NAN, NAN]], [[0, 0]]).extent
    assert np.isnan([extent.low, extent.high]).all()
    assert extent.missing == 2


def test_stretches_are_all_rows_once_and_hold_what_they_may() -> None:
    array = np.zeros((1000, 1000, 2))
    parts = list(stretches(array))
    assert [row for part in parts for row in range(part.start, part.stop)] == list(range(1000))
    assert len(parts) > 1
    assert max(array[part].nbytes for part in parts) <= module.STRETCH
    assert list(stretches(array, [0, 10, 999])) == [slice(0, 10), slice(10, 999), slice(999, 1000)]


def test_a_kind_is_found_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STRETCH", 1)
    kinds = np.array([[-1, -1], [-1, 2]], np.int16)
    assert [holds(kinds, kind) for kind in (-1, 0, 1, 2)] == [True, False, False, True]
    everywhere = np.broadcast_to(np.int16(SCORED), (2, 2))
    assert [holds(everywhere, kind) for kind in (-1, 0)] == [True, False]


def test_memory_stays_flat_over_scores_mapped_from_a_file(tmp_path: Path) -> None:
    for name, size in (("scores", 8), ("kinds", 2)):
        with (tmp_path / name).open("wb") as file:
            file.truncate(2500 * 10_000 * size)
    call = [sys.executable, "-c", FLAT, str(tmp_path / "scores"), str(tmp_path / "kinds")]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) < 40e6
