"""Standard streams that are closed or full, or whose encoding lacks what is said: the work is done, the status true."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\nformats: [svg]\n"
RENDER = ["render", "specs", "-o", "out", "-j", "1"]
CLOSED = [">&-", "2>&-", "<&-", ">&- 2>&- <&-"]
FULL = [">/dev/full", "2>/dev/full", ">/dev/full 2>&1"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "s.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    for number in range(4):
        (tmp_path / "specs" / f"f{number}.yaml").write_text(SPEC)
    return tmp_path


def heatfig(folder: Path, arguments: list[str], streams: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    shell = ["bash", "-c", f'exec "$@" {streams}', "bash", sys.executable, "-m", "heatfig", *arguments]
    environment = os.environ | more
    return subprocess.run(
        shell, cwd=folder, env=environment, capture_output=True, text=True, errors="replace", check=False
    )


def drawn(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "out").iterdir())


@pytest.mark.parametrize("streams", CLOSED)
@pytest.mark.parametrize("broken", [False, True])
def test_what_is_closed_hears_nothing_and_changes_nothing(folder: Path, streams: str, broken: bool) -> None:
    heatfig(folder, [*RENDER[:2], "-o", "whole"])
    if broken:
        (folder / "specs" / "f1.yaml").write_text("nonsense: 1\n")
    done = heatfig(folder, RENDER, streams)
    assert done.returncode == (2 if broken else 0)
    assert drawn(folder) == [f"f{number}.svg" for number in range(4) if not (broken and number == 1)]
    assert all((folder / "out" / name).read_bytes() == (folder / "whole" / name).read_bytes() for name in drawn(folder))
    assert ("unknown key 'nonsense'" in done.stderr) == (broken and "2>&-" not in streams)
    assert "error" not in done.stdout


@pytest.mark.parametrize("streams", FULL)
def test_what_cannot_be_said_stops_no_figure_and_is_no_success(folder: Path, streams: str) -> None:
    (folder / "specs" / "f1.yaml").write_text("nonsense: 1\n")
    done = heatfig(folder, RENDER, streams)
    assert done.returncode == 3
    assert drawn(folder) == ["f0.svg", "f2.svg", "f3.svg"]
    assert "fault" not in done.stdout + done.stderr
    assert "Exception" not in done.stdout + done.stderr


def test_a_reader_that_leaves_stops_no_figure(folder: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    call = [sys.executable, "-m", "heatfig", *RENDER]
    done = subprocess.run(call, cwd=folder, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (3, "")
    assert len(drawn(folder)) == 4


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "specs/none.yaml"], ["colormaps"]])
def test_whatever_is_said_into_what_is_full_is_no_fault_of_heatfig(folder: Path, arguments: list[str]) -> None:
    done = heatfig(folder, arguments, ">/dev/full")
    assert done.returncode in {2, 3}
    assert "fault" not in done.stderr
    assert "Exception" not in done.stderr


def test_a_fault_is_told_where_errors_can_be_told_and_its_status_everywhere(folder: Path) -> None:
    fault = "import sys; from heatfig.app import console; from heatfig.runtime import streams; streams.set_up(); "
    fault += "console.print_fault(RuntimeError('planted')); sys.exit(3)"
    for streams in ("", "2>&-", "2>/dev/full"):
        shell = ["bash", "-c", f'exec "$@" {streams}', "bash", sys.executable, "-c", fault]
        done = subprocess.run(shell, cwd=folder, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout, "planted" in done.stderr) == (3, "", streams == "")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("command", ["plan", "show"])
def test_a_character_that_the_encoding_lacks_is_said_by_its_number(folder: Path, encoding: str, command: str) -> None:
    (folder / "specs" / "s.csv").write_text("x,y,v\np→,α,1\nq,é,2\n")
    done = heatfig(folder, [command, "specs/f0.yaml"], PYTHONIOENCODING=encoding, COLUMNS="80")
    assert (done.returncode, done.stderr) == (0, "")
    assert r"p\u2192" in done.stdout
