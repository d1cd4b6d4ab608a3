"""Machines of ordinary users: homes, caches and checkouts that cannot be written, files that belong to others."""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SPEC = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\ntitle: $x^2$\n"
OTHER = 12_345  # a user that is nobody here
SPARED = (0, 1, 2, 3)  # what lets the superuser own, write, read and change whatever there is (capabilities(7))


def as_anybody() -> None:
    """Give up the rights of the superuser over files: from here on their modes hold for us, too (prctl(2))."""
    drop_from_bounding_set = 24
    for right in SPARED if os.geteuid() == 0 else ():
        ctypes.CDLL(None).prctl(drop_from_bounding_set, right, 0, 0, 0)


def heatfig(folder: Path, *arguments: str, **variables: str | None) -> subprocess.CompletedProcess[str]:
    environment: dict[str, Any] = {**os.environ, **variables}
    environment = {name: value for name, value in environment.items() if value is not None}
    call = [sys.executable, "-m", "heatfig", *arguments]
    return subprocess.run(
        call, cwd=folder, env=environment, preexec_fn=as_anybody, capture_output=True, text=True, check=False
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    specs = tmp_path / "specs"
    specs.mkdir()
    (specs / "s.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    for name in ("one", "two"):
        (specs / f"{name}.yaml").write_text(SPEC)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("home", ["unwritable", "unwritable/gone", None])
def test_a_home_that_cannot_be_written_changes_nothing(folder: Path, home: str | None) -> None:
    (folder / "unwritable").mkdir(mode=0o555)
    assert heatfig(folder, "render", "specs", "-o", "expected").returncode == 0
    path = None if home is None else str(folder / home)
    names = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "MPLCONFIGDIR", "XDG_DATA_HOME")
    done = heatfig(folder, "render", "specs", "-o", "drawn", **dict.fromkeys(names, path))
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(folder / "drawn") == contents(folder / "expected")
    assert list((folder / "unwritable").iterdir()) == []


def test_a_checkout_that_cannot_be_written_is_read(folder: Path) -> None:
    (folder / "specs").chmod(0o555)
    for command in (["check", "."], ["render", ".", "-o", "../drawn"], ["show", "one.yaml"], ["deps", "."]):
        done = heatfig(folder / "specs", *command)
        assert (done.returncode, done.stderr) == (0, "")
    assert len(contents(folder / "drawn")) == 6
    for command in (["render", "."], ["init", "s.csv"], ["render", ".", "-o", "../drawn", "--junit", "report.xml"]):
        done = heatfig(folder / "specs", *command)
        assert done.returncode == 3
        assert "cannot be written: permission denied" in done.stderr
        assert "fault" not in done.stderr
    assert sorted(contents(folder / "specs")) == ["one.yaml", "s.csv", "two.yaml"]


def test_heatfig_runs_where_its_own_files_cannot_be_written(folder: Path, repository: Path) -> None:
    shutil.copytree(repository / "cli", folder / "cli", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    for path in (folder / "cli").glob("**/"):
        path.chmod(0o555)
    done = heatfig(folder, "check", "specs", PYTHONPATH=str(folder / "cli"), PYTHONDONTWRITEBYTECODE=None)
    assert (done.returncode, done.stderr) == (0, "")
    assert list((folder / "cli").glob("**/__pycache__")) == []
    for path in (folder / "cli").glob("**/"):
        path.chmod(0o755)


def test_what_nobody_lets_us_read_costs_its_figure_alone(folder: Path) -> None:
    (folder / "specs" / "mine.csv").write_text("x,y,v\np,a,1\n")
    (folder / "specs" / "mine.csv").chmod(0)
    (folder / "specs" / "three.yaml").write_text(SPEC.replace("s.csv", "mine.csv"))
    (folder / "specs" / "two.yaml").chmod(0)
    done = heatfig(folder, "render", "specs", "-o", "drawn", "-f", "svg")
    assert done.returncode == 2
    assert "error: specs/two.yaml: cannot be read: permission denied" in done.stderr
    assert "error: specs/three.yaml:1:9: cannot read specs/mine.csv: permission denied" in done.stderr
    assert list(contents(folder / "drawn")) == ["one.svg"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only the superuser can give files away")
def test_files_of_others_are_read_where_they_may_be_and_written_over_nowhere(folder: Path) -> None:
    shared = folder / "shared"
    shared.mkdir()
    (shared / "one.svg").write_text("theirs")
    for path in (shared, shared / "one.svg", *(folder / "specs").iterdir()):
        os.chown(path, OTHER, OTHER)
    shared.chmod(0o1777)  # where anybody may write, and nobody takes away what is another's
    done = heatfig(folder, "render", "specs", "-o", "shared", "-f", "svg")
    assert done.returncode == 3
    assert "error: shared/one.svg: cannot be written: " in done.stderr
    assert sorted(contents(shared)) == ["one.svg", "two.svg"]
    assert (shared / "one.svg").read_text() == "theirs"
