import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("layout/collisions.py", "from heatfig.compile.figure import compile_figure"),
        ("draw/png.py", "from heatfig.plan.figure import FigurePlan"),
        ("language/rules/axes.py", "import numpy"),
        ("diagnostics/__init__.py", "from heatfig.runtime.files.read import read_bytes"),
        ("compile/norms.py", "from heatfig.runtime.files.read import read_bytes"),
    ],
)
def test_a_planted_violation_breaks_the_import_contracts(
    repository: Path, tmp_path: Path, file: str, line: str
) -> None:
    shutil.copytree(repository / "cli", tmp_path / "cli", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(repository / "pyproject.toml", tmp_path)
    planted = tmp_path / "cli" / "heatfig" / file
    planted.write_text(planted.read_text() + f"\n{line}  # planted\n")
    assert "BROKEN" in contracts(tmp_path)


def test_the_contracts_hold(repository: Path, tmp_path: Path) -> None:
    shutil.copytree(repository / "cli", tmp_path / "cli", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(repository / "pyproject.toml", tmp_path)
    said = contracts(tmp_path)
    assert "BROKEN" not in said
    assert "KEPT" in said


def contracts(folder: Path) -> str:
    script = Path(sys.executable).with_name("lint-imports")
    environment = {"PYTHONPATH": str(folder / "cli"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [script, "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr
