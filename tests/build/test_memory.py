"""Memory of large grids: what is asked of their cells makes no copy of all of them."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

SIDE = 4000  # so many scores squared are put into a file, not kept in memory
SPEC = """\
scores: {file: s.csv, form: wide}
axes: {x: {ticks: none}, y: {ticks: none}}
size: {width: 4in, height: 3in}
"""
BYTES = 8  # a cell, for whether it is hidden and why nothing is there; scores would take twice as many


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, chance = tmp_path_factory.mktemp("large"), np.random.default_rng(0)
    with (folder / "s.csv").open("w", encoding="utf-8") as file:
        file.write(",".join(["", *map(str, range(SIDE))]) + "\n")
        for row in range(SIDE):
            file.write(",".join(map(str, [row, *chance.integers(0, 1000, SIDE).tolist()])) + "\n")
    return folder


def peak(folder: Path, more: str) -> int:
    """The most memory that drawing such a spec takes, in bytes."""
    (folder / "s.yaml").write_text(SPEC + more, encoding="utf-8")
    call = [
        sys.executable,
        "-m",
        "heatfig",
        "render",
        str(folder / "s.yaml"),
        "-o",
        str(folder),
        "-f",
        "png",
        "--force",
    ]
    process = subprocess.Popen(call, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_maxrss * 1024


def test_cells_are_hidden_by_their_scores_in_little_more_memory_than_all_are_drawn(folder: Path) -> None:
    more = peak(folder, "mask: {not: {value: {min: 250, below: 750}}}\n") - peak(folder, "")
    assert more < BYTES * SIDE**2
