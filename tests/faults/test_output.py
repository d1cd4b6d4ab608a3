"""Outputs under fault: killed runs, full disks, odd targets. Everything is run for real."""

import ctypes
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\nannotations: .2f\n"
# A render that dies at the moment when something of a kind is done for the n-th time.
DYING = """
import os, signal, sys
from heatfig.__main__ import main

moment, left = sys.argv[1], int(sys.argv[2])

def die(event, _):
    global left
    left -= event == moment
    if left == 0 and event == moment:
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(die)
sys.argv = ["heatfig", "render", "one.yaml", "-o", "out"]
main()
"""
RENAMES = [("os.rename", 1), ("os.rename", 2), ("os.rename", 3)]
MOMENTS = [("tempfile.mkstemp", 1), ("fcntl.flock", 2), ("os.chmod", 3), *RENAMES]


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "heatfig", *map(str, arguments)]


def heatfig(folder: Path, *arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments), cwd=folder, capture_output=True, text=True, check=False, **options)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.yaml").write_text(SPEC)
    write_scores(tmp_path, 0)
    return tmp_path


def write_scores(folder: Path, offset: int) -> None:
    rows = [f"{x},{y},{x * y + offset}" for x in range(12) for y in range(12)]
    (folder / "s.csv").write_text("\n".join(["x,y,v", *rows]) + "\n")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((folder / "out").iterdir())}


def test_killed_at_any_moment_a_file_is_the_old_one_or_the_new_one(folder: Path) -> None:
    render = ("render", "one.yaml", "-o", "out")
    heatfig(folder, *render)
    old = contents(folder)
    write_scores(folder, 1)
    heatfig(folder, *render)
    new = contents(folder)
    assert len(new) == 3
    assert all(old[name] != new[name] for name in new)
    for moment, count in MOMENTS:
        for name, content in old.items():
            (folder / "out" / name).write_bytes(content)
        dead = subprocess.run([sys.executable, "-c", DYING, moment, str(count)], cwd=folder, check=False)
        assert dead.returncode == -signal.SIGKILL
        found = contents(folder)
        assert all(found[name] in (old[name], new[name]) for name in new)
        assert sum(found[name] == new[name] for name in new) == (count - 1 if moment == "os.rename" else 0)
    heatfig(folder, *render)
    assert contents(folder) == new


def test_a_part_that_a_killed_run_left_is_removed_and_that_of_a_living_one_is_not(folder: Path) -> None:
    (folder / "out").mkdir()
    left, living = (folder / "out" / f".one.svg.{name}.part" for name in ("left", "living"))
    left.write_text("half")
    living.write_text("half")
    hold = f"import fcntl; f = open({str(living)!r}); fcntl.flock(f, fcntl.LOCK_EX); print(); input()"
    holder = subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    heatfig(folder, "render", "one.yaml", "-o", "out", "-f", "svg")
    holder.communicate(b"\n")
    assert sorted(contents(folder)) == [".one.svg.living.part", "one.svg"]


def test_what_is_named_like_a_part_and_is_none_is_left_alone(folder: Path) -> None:
    (folder / "out").mkdir()
    pipe, link, away = (folder / "out" / f".one.svg.{name}.part" for name in ("pipe", "link", "away"))
    os.mkfifo(pipe)  # who opens it to read waits for somebody who writes
    link.symlink_to(folder / "one.yaml")
    away.symlink_to("/dev/zero")
    call = [sys.executable, "-m", "heatfig", "render", "one.yaml", "-o", "out", "-f", "svg"]
    subprocess.run(call, cwd=folder, check=True, capture_output=True, timeout=120)
    assert pipe.is_fifo()
    assert link.is_symlink()
    assert away.is_symlink()
    assert (folder / "out" / "one.svg").exists()


def test_on_a_full_disk_the_old_files_stay_and_nothing_else_does(folder: Path) -> None:
    heatfig(folder, "render", "one.yaml", "-o", "out")
    before = contents(folder)
    write_scores(folder, 1)
    limit = min(len(content) for content in before.values()) // 2

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = heatfig(folder, "render", "one.yaml", "-o", "out", preexec_fn=full)
    assert done.returncode == 3
    assert "cannot be written: " in done.stderr
    assert contents(folder) == before


def test_a_target_that_is_a_folder(folder: Path) -> None:
    (folder / "out" / "one.svg").mkdir(parents=True)
    done = heatfig(folder, "render", "one.yaml", "-o", "out", "-f", "pdf,svg")
    assert done.returncode == 3
    assert "error: out/one.svg: cannot be written: " in done.stderr
    assert [path.name for path in (folder / "out").iterdir()] == ["one.svg"]


def bound_by_permissions() -> None:
    """Give up the right of the superuser to write where the mode forbids it (prctl(2), capabilities(7))."""
    drop_from_bounding_set, dac_override = 24, 1
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override, 0, 0, 0)


def test_a_read_only_folder(folder: Path) -> None:
    (folder / "out").mkdir(mode=0o555)
    done = heatfig(folder, "render", "one.yaml", "-o", "out", "-f", "svg", preexec_fn=bound_by_permissions)
    assert done.returncode == 3
    assert "permission denied" in done.stderr
    assert list((folder / "out").iterdir()) == []


def test_two_runs_at_once_leave_whole_files_and_no_litter(folder: Path) -> None:
    runs = [subprocess.Popen(command("render", "one.yaml", "-o", "out"), cwd=folder) for _ in range(2)]
    assert [run.wait() for run in runs] == [0, 0]
    together = contents(folder)
    heatfig(folder, "render", "one.yaml", "-o", "out")
    assert contents(folder) == together


def test_root_refuses_what_lies_outside_links_included(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside") / "secret.csv"
    outside.write_text((folder / "s.csv").read_text())
    assert heatfig(folder, "check", "one.yaml", "--root", ".").returncode == 0
    (folder / "link.csv").symlink_to(outside)
    for name in ("link.csv", str(outside), "../secret.csv"):
        (folder / "one.yaml").write_text(SPEC.replace("s.csv", name))
        done = heatfig(folder, "check", "one.yaml", "--root", ".")
        assert done.returncode == 2
        assert "lies outside" in done.stderr
        assert "one.yaml:1:9" in done.stderr


def test_a_reader_that_leaves_early_is_no_fault(folder: Path) -> None:
    listing = " ".join(command("colormaps"))
    done = subprocess.run(f"{listing} | head -n 1", shell=True, cwd=folder, capture_output=True, text=True, check=False)
    assert done.stdout == "sequential:\n"
    assert done.stderr == ""
