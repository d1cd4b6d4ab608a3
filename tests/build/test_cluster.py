"""Figures drawn on a Dask cluster: a real scheduler and worker processes on the loopback."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from batches import SPEC, batch, heatfig, started, wait_for_figures

QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
Workers = list[subprocess.Popen[bytes]]
Cluster = Callable[..., tuple[str, Workers]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Starts a scheduler and a worker for each folder named, whose heatfig it takes; None for the one under test."""
    running: Workers = []

    def start(*sources: Path | None) -> tuple[str, Workers]:
        file = tmp_path / "scheduler.json"
        base = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
        running.append(subprocess.Popen([*base, "--no-dashboard", "--scheduler-file", str(file)], **QUIET))
        limit = time.monotonic() + 60
        while not file.exists():
            assert time.monotonic() < limit
            time.sleep(0.05)
        base = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(file), "--no-dashboard"]
        for source in sources:
            environment = os.environ | ({} if source is None else {"PYTHONPATH": str(source)})
            call = [*base, "--nthreads", "3", "--no-nanny", "--host", "127.0.0.1"]
            running.append(subprocess.Popen(call, cwd=tmp_path, env=environment, **QUIET))
        return json.loads(file.read_text())["address"], running

    yield start
    for process in reversed(running):
        process.kill()
        process.wait()


def changed_heatfig(repository: Path, folder: Path, file: str, line: str) -> Path:
    shutil.copytree(repository / "cli", folder / "changed", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    with (folder / "changed" / "heatfig" / file).open("a") as source:
        source.write(f"\n{line}\n")
    return folder / "changed"


def test_every_figure_arrives_once_though_a_worker_dies(tmp_path: Path, cluster: Cluster) -> None:
    address, (_, worker, _) = cluster(None, None)
    batch(tmp_path, 16)
    run = started(tmp_path, "-f", "png,svg", "--scheduler", address)
    wait_for_figures(tmp_path, 3)
    worker.kill()
    lines, errors = run.communicate()
    assert (run.returncode, errors) == (0, "")
    written = [line for line in lines.splitlines() if line.startswith("wrote")]
    assert len(written) == len(set(written)) == 32
    heatfig(tmp_path, "render", "specs", "-o", "here", "-f", "png,svg")
    for path in (tmp_path / "here").iterdir():
        assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes()


def test_a_problem_is_told_as_it_is_here(tmp_path: Path, cluster: Cluster) -> None:
    batch(tmp_path, 4)
    for number, line in enumerate(("size: {width: 6mm}", "range: [1, 0]", "font: {family: No Such}")):
        with (tmp_path / "specs" / f"f{number:03}.yaml").open("a") as spec:
            spec.write(line + "\n")
    here = heatfig(tmp_path, "render", "specs", "-f", "svg", "-j", "1", "--message-format", "json", "-o", "here")
    address, _ = cluster(None)
    there = heatfig(tmp_path, "render", "specs", "-f", "svg", "--message-format", "json", "--scheduler", address)
    assert (there.returncode, sorted(there.stderr.splitlines())) == (2, sorted(here.stderr.splitlines()))
    assert len(there.stderr.splitlines()) == 3
    assert (tmp_path / "f003.svg").read_bytes() == (tmp_path / "here" / "f003.svg").read_bytes()


def test_what_a_worker_raises_costs_its_figure_alone(tmp_path: Path, repository: Path, cluster: Cluster) -> None:
    batch(tmp_path, 3)
    (tmp_path / "specs" / "f001.yaml").write_text(SPEC % 1 + "formats: [svg]\n")
    planted = "def draw_svg(*_: object) -> bytes:\n    raise RuntimeError('planted')"
    address, _ = cluster(changed_heatfig(repository, tmp_path, "draw/svg.py", planted))
    for number in (0, 2):
        (tmp_path / "specs" / f"f{number:03}.yaml").write_text(SPEC % number + "formats: [png]\n")
    done = heatfig(tmp_path, "render", "specs", "--scheduler", address)
    assert done.returncode == 3
    assert done.stderr.count("RuntimeError: planted") == done.stderr.count("error: specs/f001.yaml") == 1
    assert sorted(path.name for path in tmp_path.glob("*.*g")) == ["f000.png", "f002.png"]


def test_a_worker_with_another_version_draws_nothing(tmp_path: Path, repository: Path, cluster: Cluster) -> None:
    batch(tmp_path, 1)
    address, _ = cluster(changed_heatfig(repository, tmp_path, "__init__.py", "__version__ = '99.0'"))
    done = heatfig(tmp_path, "render", "specs", "-f", "svg", "--scheduler", address)
    assert done.returncode == 2
    assert "error: specs/f000.yaml: a worker draws with heatfig 99.0 and not " in done.stderr
    assert not (tmp_path / "f000.svg").exists()


def test_an_interrupt_leaves_whole_files_and_130(tmp_path: Path, cluster: Cluster) -> None:
    address, _ = cluster(None)
    batch(tmp_path, 30)
    run = started(tmp_path, "-f", "svg", "--scheduler", address)
    wait_for_figures(tmp_path, 2, "svg")
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate()
    assert (run.returncode, errors) == (130, "")
    assert 2 <= len(list((tmp_path / "out").glob("f*.svg"))) == len(list((tmp_path / "out").iterdir())) < 30


def test_every_figure_is_told_where_the_scheduler_dies(tmp_path: Path, cluster: Cluster) -> None:
    address, (scheduler, _) = cluster(None)
    batch(tmp_path, 20)
    run = started(tmp_path, "-f", "svg", "--scheduler", address)
    wait_for_figures(tmp_path, 2, "svg")
    scheduler.kill()
    lines, errors = run.communicate()
    written = lines.count("wrote ")
    assert run.returncode == 2
    assert errors.count("the scheduler") == errors.count("error: specs/f") == 20 - written > 0
    assert f"{written} written, 0 up to date, {20 - written} failed" in lines
    assert len(list((tmp_path / "out").iterdir())) == written


def test_no_scheduler_at_the_address_is_an_error(tmp_path: Path) -> None:
    batch(tmp_path, 1)
    done = heatfig(tmp_path, "render", "specs", "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert "no scheduler answers at tcp://127.0.0.1:9" in done.stderr
