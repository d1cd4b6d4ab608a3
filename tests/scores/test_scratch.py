"""Arrays in a temporary file."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from heatfig.scratch import Scratch

FULL = """
import resource
import numpy as np
from heatfig.diagnostics import Problems
from heatfig.scratch import Scratch
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
    assert "nor into a temporary file: file too large" in done.stdout


def test_nothing_is_left_in_the_folder_for_temporary_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    scratch = Scratch("s.csv")
    scratch.write(np.zeros(1000))
    assert list(tmp_path.iterdir()) == []
