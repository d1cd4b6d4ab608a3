"""Many figures at once: parallel, in shards, on a cluster, with every fault costing its own figure only."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from heatfig.build.batch import Shard, jobs_for

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\ntitle: Figure %d\n"
BROKEN = ["value: w", "valu: v", "scores: none.csv", "range: [1, 0]", "colormap: no_such", "axes: 1", "\tx", "dpi: 1"]


def heatfig(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "heatfig", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def batch(folder: Path, count: int) -> Path:
    (folder / "specs").mkdir()
    (folder / "specs" / "s.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    for number in range(count):
        (folder / "specs" / f"f{number:03}.yaml").write_text(SPEC % number)
    return folder


def test_every_tenth_broken_in_another_way_costs_itself_only(tmp_path: Path) -> None:
    batch(tmp_path, 60)
    for index, number in enumerate(range(0, 60, 10)):
        with (tmp_path / "specs" / f"f{number:03}.yaml").open("a") as file:
            file.write(BROKEN[index] + "\n")
    done = heatfig(tmp_path, "render", "specs", "-o", "out", "-f", "svg", "-j", "2", "--junit", "report.xml")
    assert done.returncode == 2
    assert "54 written, 0 up to date, 6 failed" in done.stdout
    assert len(list((tmp_path / "out").iterdir())) == 54
    suite = ElementTree.parse(tmp_path / "report.xml").find("testsuite")
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("60", "6")
    again = heatfig(tmp_path, "render", "specs", "-o", "out", "-f", "svg")
    assert "0 written, 54 up to date, 6 failed" in again.stdout


def test_parallel_and_alone_give_the_same_bytes(tmp_path: Path) -> None:
    batch(tmp_path, 4)
    heatfig(tmp_path, "render", "specs", "-o", "one", "-j", "1")
    heatfig(tmp_path, "render", "specs", "-o", "two", "-j", "2")
    for path in (tmp_path / "one").iterdir():
        assert (tmp_path / "two" / path.name).read_bytes() == path.read_bytes()


def test_shards_share_out_all_figures_each_once(tmp_path: Path) -> None:
    batch(tmp_path, 7)
    parts = [jobs_for([tmp_path / "specs"], Path(), Shard(number, 3)) for number in (1, 2, 3)]
    names = [job.spec.name for part in parts for job in part]
    assert sorted(names) == [f"f{number:03}.yaml" for number in range(7)]
    assert max(map(len, parts)) - min(map(len, parts)) <= 1
    assert heatfig(tmp_path, "render", "specs", "--shard", "4/3").returncode == 2


def workers_of(process: subprocess.Popen[str]) -> list[int]:
    """The drawing processes below a run: those whose parent is the server that it started."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    servers = {int(pid) for pid, parent, *args in rows if int(parent) == process.pid and "forkserver" in args[0]}
    return [int(pid) for pid, parent, *_ in rows if int(parent) in servers]


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "heatfig", "render", "specs", "-o", "out", *arguments]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def wait_for_figures(folder: Path, count: int) -> None:
    limit = time.monotonic() + 60
    while len(list((folder / "out").glob("*.png"))) < count:
        assert time.monotonic() < limit
        time.sleep(0.02)


def test_a_worker_that_is_killed_costs_its_own_figure(tmp_path: Path) -> None:
    batch(tmp_path, 30)
    run = started(tmp_path, "-j", "2")
    killed = 0
    for figures in (2, 8, 14):
        wait_for_figures(tmp_path, figures)
        for worker in workers_of(run)[:1]:
            os.kill(worker, signal.SIGKILL)
            killed += 1
    _, errors = run.communicate()
    assert killed == 3
    assert run.returncode == 3
    lost = errors.count("the process that drew this figure died")
    assert 1 <= lost <= killed
    assert len(list((tmp_path / "out").glob("*.png"))) == 30 - lost
    assert "Traceback" not in errors
    assert heatfig(tmp_path, "render", "specs", "-o", "out").returncode == 0


def test_an_interrupt_ends_with_130_and_whole_files(tmp_path: Path) -> None:
    batch(tmp_path, 40)
    run = started(tmp_path, "-j", "2")
    wait_for_figures(tmp_path, 3)
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate()
    assert run.returncode == 130
    assert "Traceback" not in errors
    assert [path for path in (tmp_path / "out").iterdir() if path.suffix == ".part"] == []
    assert len(list((tmp_path / "out").glob("*.png"))) < 40
    heatfig(tmp_path, "render", "specs", "-o", "whole", "-j", "1")
    for path in (tmp_path / "out").iterdir():
        assert path.read_bytes() == (tmp_path / "whole" / path.name).read_bytes()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A real scheduler and two worker processes on the loopback."""
    file = tmp_path / "scheduler.json"
    base = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen([*base, "--no-dashboard", "--scheduler-file", str(file)], **quiet)
    limit = time.monotonic() + 60
    while not file.exists():
        assert time.monotonic() < limit
        time.sleep(0.05)
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(file), "--no-dashboard"]
    workers = [
        subprocess.Popen([*worker, "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1"], cwd=tmp_path, **quiet)
        for _ in range(2)
    ]
    yield json.loads(file.read_text())["address"], workers
    for process in [*workers, scheduler]:
        process.kill()
        process.wait()


def test_on_a_cluster_every_figure_arrives_though_a_worker_dies(
    tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    batch(tmp_path, 16)
    run = started(tmp_path, "-f", "png,svg", "--scheduler", address)
    wait_for_figures(tmp_path, 3)
    workers[0].kill()
    lines, errors = run.communicate()
    assert (run.returncode, errors) == (0, "")
    written = [line for line in lines.splitlines() if line.startswith("wrote")]
    assert len(written) == len(set(written)) == 32
    heatfig(tmp_path, "render", "specs", "-o", "here", "-f", "png,svg")
    for path in (tmp_path / "here").iterdir():
        assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes()


def test_no_scheduler_at_the_address_is_an_error(tmp_path: Path) -> None:
    batch(tmp_path, 1)
    done = heatfig(tmp_path, "render", "specs", "--scheduler", "tcp://127.0.0.1:9")
    assert done.returncode == 2
    assert "no scheduler answers at tcp://127.0.0.1:9" in done.stderr


def test_a_disk_that_fills_up_half_way_costs_what_does_not_fit(tmp_path: Path) -> None:
    batch(tmp_path, 6)
    # One figure is far larger than the others; the limit on a file's size lies between.
    cells = "".join(f"c{x},r{y},{x * y}\n" for x in range(40) for y in range(40))
    (tmp_path / "specs" / "big.csv").write_text("x,y,v\n" + cells)
    (tmp_path / "specs" / "f003.yaml").write_text((SPEC % 3).replace("s.csv", "big.csv"))
    command = f"ulimit -f 100; exec {sys.executable} -m heatfig render specs -o out -f svg -j 1"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr.count("cannot be written") == done.stderr.count("out/f003.svg") == 1
    written = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert written == [f"f{number:03}.svg" for number in (0, 1, 2, 4, 5)]


def test_watch_renders_what_is_saved_and_goes_on_over_broken_specs(tmp_path: Path) -> None:
    batch(tmp_path, 1)
    command = [sys.executable, "-m", "heatfig", "watch", "specs", "-o", "out", "-f", "svg"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "wrote out/f000.svg\n"
        assert run.stdout.readline().startswith("watching")
        spec = tmp_path / "specs" / "f000.yaml"
        time.sleep(1)
        spec.write_text("nonsense: 1\n")
        assert "unknown key 'nonsense'" in run.stdout.readline()
        spec.write_text(SPEC % 7)
        assert any(line == "wrote out/f000.svg\n" for line in run.stdout)
        run.send_signal(signal.SIGINT)
    assert run.returncode == 130
