import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

# Violations of each contract, by its name; each is planted alone.
PLANTED = {
    "Imports run one way": [("plan/text.py", "import heatfig.build.figure")],
    "The language knows no data": [("language/rules/axes.py", "import numpy")],
    "Score files know no spec": [("data/table.py", "import matplotlib")],
    "Cells know of a plan what a grid is": [("data/cells.py", "import heatfig.plan.axis")],
    "Compiling touches no files and draws nothing": [
        ("compile/colors/ranges.py", "import heatfig.runtime.files.read"),
        ("compile/colors/ranges.py", "import heatfig.runtime.fonts"),
    ],
    "Only the data has temporary files": [("compile/colors/ranges.py", "import heatfig.runtime.scratch")],
    "Layout sees the plan alone": [("layout/page/collisions.py", "import pandas")],
    "Drawing sees the scene alone": [
        ("draw/png.py", "import heatfig.plan.figure"),
        ("draw/png.py", "import heatfig.layout.style"),
    ],
}
CASES = [(contract, *planted) for contract, violations in PLANTED.items() for planted in violations]


def test_every_contract_has_a_planted_violation(repository: Path) -> None:
    settings = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    assert [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]] == list(PLANTED)


@pytest.mark.parametrize(("contract", "file", "line"), CASES)
def test_a_planted_violation_breaks_its_contract(project: Path, contract: str, file: str, line: str) -> None:
    path = project / "cli" / "heatfig" / file
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    assert f"{contract} BROKEN" in contracts(project)


def test_a_file_at_the_top_that_no_contract_places_breaks_them(project: Path) -> None:
    (project / "cli" / "heatfig" / "loose.py").write_text('"""A module."""\n', encoding="utf-8")
    said = contracts(project)
    assert "loose" in said
    assert "KEPT" not in said.partition("Imports run one way")[2].partition("\n")[0]


def test_the_contracts_hold(project: Path) -> None:
    said = contracts(project)
    assert "BROKEN" not in said
    assert said.count("KEPT") == len(PLANTED)


@pytest.mark.parametrize(
    "line", ["import matplotlib.pyplot", "from matplotlib import pyplot", "from dataclasses import dataclass"]
)
def test_a_banned_import_fails_the_linter(repository: Path, line: str) -> None:
    where = repository / "cli" / "heatfig" / "draw" / "planted.py"
    ruff = Path(sys.executable).with_name("ruff")
    asked = [str(ruff), "check", "--no-cache", "--output-format", "concise", "--stdin-filename", str(where), "-"]
    done = subprocess.run(asked, cwd=repository, input=line, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "TID251" in done.stdout


@pytest.fixture
def project(repository: Path, tmp_path: Path) -> Path:
    """A copy of the package and its settings, to plant in."""
    shutil.copytree(repository / "cli", tmp_path / "cli", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    shutil.copy(repository / "pyproject.toml", tmp_path)
    return tmp_path


def contracts(folder: Path) -> str:
    script = Path(sys.executable).with_name("lint-imports")
    environment = {"PYTHONPATH": str(folder / "cli"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [script, "--no-cache"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr
