import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import heatfig
from borrowing import borrowing_environment

INPUTS = ("pyproject.toml", "README.md", "LICENSE")
NOT_SOURCE = shutil.ignore_patterns("__pycache__", "*.egg-info")
SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: a}, y: {column: b}}\n"
SCORES = "a,b,v\np,q,1\nr,q,2\n"


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    tree = tmp_path_factory.mktemp("tree")
    shutil.copytree(repository / "cli", tree / "cli", ignore=NOT_SOURCE)
    for name in INPUTS:
        shutil.copy(repository / name, tree)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", at=tree)
    (built,) = (tree / "dist").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gives heatfig's command in an environment that has the wheel and borrows the packages it depends on."""
    home = tmp_path_factory.mktemp("environment")
    python = borrowing_environment(home)
    run(sys.executable, "-m", "pip", "--python", str(python), "install", "--no-index", "--no-deps", str(wheel), at=home)
    return home / "bin" / "heatfig"


def test_the_wheel_holds_every_file_of_the_package_and_the_licence(wheel: Path, repository: Path) -> None:
    source = repository / "cli"
    files = {path.relative_to(source).as_posix() for path in (source / "heatfig").rglob("*") if path.is_file()}
    with zipfile.ZipFile(wheel) as archive:
        packed = archive.namelist()
    assert {name for name in packed if name.startswith("heatfig/")} == {f for f in files if "__pycache__" not in f}
    assert "heatfig/py.typed" in packed
    assert any(name.endswith("licenses/LICENSE") for name in packed)


def test_the_installed_command_says_its_version(command: Path, tmp_path: Path) -> None:
    assert run(command, "--version", at=tmp_path) == f"heatfig {heatfig.__version__}\n"


def test_the_installed_command_is_the_wheels(command: Path, tmp_path: Path) -> None:
    where = run(command.with_name("python"), "-c", "import heatfig; print(heatfig.__file__)", at=tmp_path)
    assert Path(where.strip()).is_relative_to(command.parents[1])


def test_the_installed_command_renders_from_an_empty_folder(command: Path, tmp_path: Path) -> None:
    inputs, empty = tmp_path / "inputs", tmp_path / "empty"
    inputs.mkdir()
    empty.mkdir()
    (inputs / "first.yaml").write_text(SPEC)
    (inputs / "s.csv").write_text(SCORES)
    run(command, "render", "../inputs/first.yaml", at=empty)
    beginnings = {path.name: path.read_bytes()[:4] for path in empty.iterdir()}
    assert beginnings == {"first.png": b"\x89PNG", "first.pdf": b"%PDF", "first.svg": b"<?xm"}


def run(*call: str | Path, at: Path) -> str:
    outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(call, cwd=at, env=outside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
