"""Arrays in a temporary file."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from heatfig.data.columns.arrays import Numbers, all_scored
from heatfig.data.readers import spill
from heatfig.runtime.scratch import Scratch

FULL = """
import resource
import numpy as np
from heatfig.diagnostics import Problems
from heatfig.runtime.scratch import Scratch
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    Scratch("s.csv").write(np.zeros(1000))
except Problems as found:
    print(*found.diagnostics)
"""


def test_what_was_written_is_read_as_an_array() -> None:
    scratch = Scratch("s.csv")
    parts = [np.arange(6.0).reshape(2, 3), np.empty((0, 3)), np.arange(9.0).reshape(3, 3).T]
    for part in parts:
        scratch.write(part)
    assert (scratch.mapped(np.float64, (5, 3)) == np.vstack(parts)).all()


def test_a_full_disk_is_told_with_the_file_whose_scores_they_are() -> None:
    done = subprocess.run([sys.executable, "-c", FULL], capture_output=True, text=True, check=True)
    assert "s.csv" in done.stdout
    assert "a temporary file, which cannot be written: file too large" in done.stdout


def test_nothing_is_left_in_the_folder_for_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    scratch = Scratch("s.csv")
    scratch.write(np.zeros(1000))
    assert list(tmp_path.iterdir()) == []


def test_the_first_missing_score_takes_few_writes_however_many_rows_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spill, "_AT_ONCE", 7)
    written: list[int] = []
    write = Scratch.write

    def noted(self: Scratch, array: np.ndarray[Any, Any]) -> None:
        written.append(array.size)
        write(self, array)

    monkeypatch.setattr(Scratch, "write", noted)
    grown = spill.Spill("s.csv")
    grown.add(Numbers(np.zeros((10, 2)), all_scored((10, 2)), {}))
    grown.add(Numbers(np.full((1, 2), np.nan), np.zeros((1, 2), np.int16), {}))
    assert written == [20, 2, 7, 7, 6, 2]
    assert grown.numbers().kinds.tolist() == [[-1, -1]] * 10 + [[0, 0]]
