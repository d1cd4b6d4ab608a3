"""Figures drawn on a Dask cluster: a real scheduler and worker processes on the loopback."""

import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from batches import CHECKOUT, SPEC, batch, heatfig, started, wait_until

LONG = 120  # seconds, of which a busy machine may take some
QUIET: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
PIPES: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
Workers = list[subprocess.Popen[bytes]]
CellGroup = Callable[..., tuple[str, Workers]]
# A worker that draws three figures and is not done with the fourth for as long as a test takes.
SLOW = """
import pathlib, time
_draw, _asked = draw_svg, []

def draw_svg(*given):
    _asked.append(given)
    if len(_asked) > 3:
        pathlib.Path("waiting").touch()
        time.sleep(600)
    return _draw(*given)
"""
# Of the workers that draw a figure, the first dies of it before anybody has it.
DYING = """
import os, pathlib

_draw = _drawn

def _drawn(parcel):
    answer = _draw(parcel)
    try:
        pathlib.Path("died").touch(exist_ok=False)
    except FileExistsError:
        return answer
    os._exit(1)
"""
# Whoever is named in a file, the worker itself if nobody, dies once amid the answer that this worker hands over.
HANDING_OVER = """
import os, pathlib, signal, struct
from distributed import get_worker

_draw = _drawn

async def _half(comm, **_):
    pathlib.Path("asked").touch(exist_ok=False)
    await comm.stream.write(struct.pack("<QQ", 1 << 20, 1) + bytes(100))
    named = pathlib.Path("dies")
    os.kill(int(named.read_text()) if named.exists() else os.getpid(), signal.SIGKILL)

def _drawn(parcel):
    if not pathlib.Path("asked").exists():
        get_worker().handlers["get_data"] = _half
    return _draw(parcel)
"""


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[CellGroup]:
    """Starts a scheduler, once, and a worker with the heatfig in the folder named; None for the one under test."""
    running: Workers = []
    file = tmp_path / "scheduler.json"

    def start(source: Path | None = None) -> tuple[str, Workers]:
        base = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0"]
        if not running:
            running.append(subprocess.Popen([*base, "--no-dashboard", "--scheduler-file", str(file)], **QUIET))
        wait_until(lambda: file.exists() and file.read_text().endswith("\n}"))
        base = [sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(file), "--no-dashboard"]
        environment = os.environ | {"PYTHONPATH": str(source or CHECKOUT)}
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


def wait_for_the_slow_worker(folder: Path) -> None:
    """Wait until it has drawn what it draws, and that is written: from then on a run does not end by itself."""
    wait_until(lambda: (folder / "waiting").exists() and len(list((folder / "out").glob("*.svg"))) == 3)


def test_every_figure_arrives_once_though_a_worker_dies(tmp_path: Path, repository: Path, cluster: CellGroup) -> None:
    address, (_, worker) = cluster(changed_heatfig(repository, tmp_path, "draw/svg.py", SLOW))
    batch(tmp_path, 16)
    run = started(tmp_path, "-f", "png,svg", "--scheduler", address)
    wait_for_the_slow_worker(tmp_path)
    cluster()
    worker.kill()
    lines, errors = run.communicate()
    assert (run.returncode, errors) == (0, "")
    written = [line for line in lines.splitlines() if line.startswith("wrote")]
    assert len(written) == len(set(written)) == 32
    heatfig(tmp_path, "render", "specs", "-o", "here", "-f", "png,svg")
    for path in (tmp_path / "here").iterdir():
        assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes()


def test_a_figure_that_is_lost_with_its_worker_is_drawn_again_without_a_word(
    tmp_path: Path, repository: Path, cluster: CellGroup
) -> None:
    source = changed_heatfig(repository, tmp_path, "build/parcel.py", DYING)
    cluster(source)
    address, _ = cluster(source)
    batch(tmp_path, 4)
    done = heatfig(tmp_path, "render", "specs", "-f", "svg", "--scheduler", address)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "died").exists()
    assert len(list(tmp_path.glob("*.svg"))) == 4


def test_an_answer_of_which_half_arrives_is_drawn_again(tmp_path: Path, repository: Path, cluster: CellGroup) -> None:
    address, (_, worker) = cluster(changed_heatfig(repository, tmp_path, "build/parcel.py", HANDING_OVER))
    batch(tmp_path, 4)
    run = started(tmp_path, "-f", "svg", "--scheduler", address)
    assert worker.wait(LONG) == -signal.SIGKILL
    cluster()
    lines, errors = run.communicate(timeout=LONG)
    assert (run.returncode, errors) == (0, "")
    heatfig(tmp_path, "render", "specs", "-o", "here", "-f", "svg")
    for path in (tmp_path / "here").iterdir():
        assert path.read_bytes() == (tmp_path / "out" / path.name).read_bytes()
    assert lines.count("wrote ") == 4


def test_every_figure_is_told_where_the_scheduler_dies_amid_an_answer(
    tmp_path: Path, repository: Path, cluster: CellGroup
) -> None:
    address, (scheduler, _) = cluster(changed_heatfig(repository, tmp_path, "build/parcel.py", HANDING_OVER))
    (tmp_path / "dies").write_text(str(scheduler.pid))
    batch(tmp_path, 4)
    run = started(tmp_path, "-f", "svg", "--scheduler", address)
    lines, errors = run.communicate(timeout=LONG)
    assert scheduler.wait(LONG) == -signal.SIGKILL
    assert run.returncode == 2
    assert errors.count("the scheduler") == errors.count("error: specs/f") == 4
    assert "0 written, 0 up to date, 4 failed" in lines


def test_a_problem_is_told_as_it_is_here(tmp_path: Path, cluster: CellGroup) -> None:
    batch(tmp_path, 4)
    for number, line in enumerate(("size: {width: 6mm}", "range: [1, 0]", "font: {family: No Such}")):
        with (tmp_path / "specs" / f"f{number:03}.yaml").open("a") as spec:
            spec.write(line + "\n")
    here = heatfig(tmp_path, "render", "specs", "-f", "svg", "-j", "1", "--message-format", "json", "-o", "here")
    address, _ = cluster()
    there = heatfig(tmp_path, "render", "specs", "-f", "svg", "--message-format", "json", "--scheduler", address)
    assert (there.returncode, sorted(there.stderr.splitlines())) == (2, sorted(here.stderr.splitlines()))
    assert len(there.stderr.splitlines()) == 3
    assert (tmp_path / "f003.svg").read_bytes() == (tmp_path / "here" / "f003.svg").read_bytes()


def test_what_a_worker_raises_costs_its_figure_alone(tmp_path: Path, repository: Path, cluster: CellGroup) -> None:
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


def test_a_worker_with_another_version_draws_nothing(tmp_path: Path, repository: Path, cluster: CellGroup) -> None:
    batch(tmp_path, 1)
    address, _ = cluster(changed_heatfig(repository, tmp_path, "__init__.py", "__version__ = '99.0'"))
    done = heatfig(tmp_path, "render", "specs", "-f", "svg", "--scheduler", address)
    assert done.returncode == 2
    assert "error: specs/f000.yaml: a worker draws with heatfig 99.0 and not " in done.stderr
    assert not (tmp_path / "f000.svg").exists()


def test_an_interrupt_leaves_whole_files_and_130(tmp_path: Path, repository: Path, cluster: CellGroup) -> None:
    address, _ = cluster(changed_heatfig(repository, tmp_path, "draw/svg.py", SLOW))
    batch(tmp_path, 10)
    run = started(tmp_path, "-f", "svg", "--scheduler", address)
    wait_for_the_slow_worker(tmp_path)
    os.killpg(run.pid, signal.SIGINT)
    _, errors = run.communicate()
    assert (run.returncode, errors) == (130, "")
    heatfig(tmp_path, "render", "specs", "-o", "here", "-f", "svg")
    left = list((tmp_path / "out").iterdir())
    assert len(left) == 3
    assert all(path.read_bytes() == (tmp_path / "here" / path.name).read_bytes() for path in left)


def test_every_figure_is_told_where_the_scheduler_dies(tmp_path: Path, repository: Path, cluster: CellGroup) -> None:
    address, (scheduler, _) = cluster(changed_heatfig(repository, tmp_path, "draw/svg.py", SLOW))
    batch(tmp_path, 20)
    run = started(tmp_path, "-f", "svg", "--scheduler", address)
    wait_for_the_slow_worker(tmp_path)
    scheduler.kill()
    lines, errors = run.communicate()
    assert run.returncode == 2
    assert errors.count("the scheduler") == errors.count("error: specs/f") == 17
    assert "3 written, 0 up to date, 17 failed" in lines
    assert len(list((tmp_path / "out").iterdir())) == lines.count("wrote ") == 3


def test_a_scheduler_that_stops_is_not_waited_for(tmp_path: Path, repository: Path, cluster: CellGroup) -> None:
    address, (scheduler, _) = cluster(changed_heatfig(repository, tmp_path, "draw/svg.py", SLOW))
    batch(tmp_path, 6)
    soon = "from heatfig.build import cluster, scheduler as s; s.PATIENCE, s.SILENCE, cluster.BREATH = 5, 2, 1"
    call = [sys.executable, "-c", f"{soon}; from heatfig.app.cli import main; main()", "render", "specs", "-o", "out"]
    run = subprocess.Popen([*call, "-f", "svg", "--scheduler", address], cwd=tmp_path, text=True, **PIPES)
    wait_for_the_slow_worker(tmp_path)
    scheduler.send_signal(signal.SIGSTOP)
    lines, errors = run.communicate(timeout=LONG)
    assert run.returncode == 2
    told = f"the scheduler at {address} is gone: it has not answered for 2 seconds"
    assert errors.count(told) == errors.count("error: specs/f") == 3
    assert "3 written, 0 up to date, 3 failed" in lines


def test_a_busy_cluster_is_waited_for(tmp_path: Path, repository: Path, cluster: CellGroup) -> None:
    slow = "import time\n_draw = draw_svg\n\ndef draw_svg(*given):\n    time.sleep(4)\n    return _draw(*given)\n"
    address, _ = cluster(changed_heatfig(repository, tmp_path, "draw/svg.py", slow))
    batch(tmp_path, 2)
    soon = "from heatfig.build import cluster, scheduler as s; s.SILENCE, cluster.BREATH = 60, 0.1"
    call = [sys.executable, "-c", f"{soon}; from heatfig.app.cli import main; main()", "render", "specs", "-f", "svg"]
    done = subprocess.run([*call, "--scheduler", address], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(list(tmp_path.glob("*.svg"))) == 2


# What a worker may answer in the place of a figure; the last of them is one.
CRAFTED = """
import json

_draw, _answers = _drawn, [
    7, "text", [], {}, {"svg": "</svg>"}, {"svg": b"</sv"}, {"svg/../../away": b"</svg>\\n"}, {7: b"</svg>\\n"},
    {"svg": b"</svg>\\n", "png": b""}, {"svg": b"</svg>\\n", "why": b"[]"}, {"why": "text"}, {"why": b"[" * 900_000},
    *({"why": json.dumps(why).encode()} for why in (
        7, {}, ["", []], [7, []], ["", 7], ["", [7]], ["x" * 2_000_000, []],
        ["", [["does-not-fit", 7, [], ""]]], ["", [["does-not-fit", "m", 7, ""]]], ["", [["what", "m", [], ""]]],
    )),
]

def _drawn(parcel):
    return _answers.pop() if _answers else _draw(parcel)
"""
CRAFTED_ANSWERS = 22


def test_an_answer_of_another_kind_is_not_written(tmp_path: Path, repository: Path, cluster: CellGroup) -> None:
    address, _ = cluster(changed_heatfig(repository, tmp_path, "build/parcel.py", CRAFTED))
    batch(tmp_path, CRAFTED_ANSWERS + 1)
    done = heatfig(tmp_path, "render", "specs", "-f", "svg", "-o", "out", "--scheduler", address)
    assert done.returncode == 2
    told = "a worker answered with what is no figure of this spec"
    assert done.stderr.count(told) == done.stderr.count("error") == CRAFTED_ANSWERS
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert not (tmp_path / "away").exists()


# Answers that run code where somebody unpickles them.
PICKLED = """
import os, pathlib

class Runs:
    def __reduce__(self):
        return pathlib.Path.touch, (pathlib.Path("ran-" + str(os.getppid())),)

_draw, _answers = _drawn, [Runs(), {"svg": Runs()}, [Runs()], {"why": Runs()}]

def _drawn(parcel):
    return _answers.pop() if _answers else _draw(parcel)
"""


def test_what_comes_pickled_is_not_unpickled(tmp_path: Path, repository: Path, cluster: CellGroup) -> None:
    address, _ = cluster(changed_heatfig(repository, tmp_path, "build/parcel.py", PICKLED))
    batch(tmp_path, 5)
    done = heatfig(tmp_path, "render", "specs", "-f", "svg", "-o", "out", "--scheduler", address)
    assert done.returncode == 2
    assert done.stderr.count("a worker answered with what is no figure of this spec") == done.stderr.count("error") == 4
    assert [path.name for path in tmp_path.glob("ran-*")] == []
    assert len(list((tmp_path / "out").iterdir())) == 1


def test_a_worker_that_answers_at_length_costs_its_figure_alone(
    tmp_path: Path, repository: Path, cluster: CellGroup
) -> None:
    raising = "def draw_svg(*_: object) -> bytes:\n    raise RuntimeError('\\x1b[31m::error::' + 'x' * 9_000_000)"
    address, _ = cluster(changed_heatfig(repository, tmp_path, "draw/svg.py", raising))
    batch(tmp_path, 1)
    done = heatfig(tmp_path, "render", "specs", "-f", "svg", "--scheduler", address)
    assert done.returncode == 3
    assert len(done.stderr) < 10_000
    assert "\x1b" not in done.stderr


SAID = {
    "garbage": random.Random(0).randbytes(4096),
    "http": b"HTTP/1.1 400 Bad Request\r\n\r\n",
    "sizes": b"\2" + b"\0" * 7 + b"\xff" * 16,
}


@pytest.mark.parametrize("said", SAID)
def test_a_server_that_is_no_scheduler_is_an_error(tmp_path: Path, said: str) -> None:
    batch(tmp_path, 1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        held = []

        def answer() -> None:
            with suppress(OSError):
                while True:
                    held.append(server.accept()[0])
                    held[-1].sendall(SAID[said])

        threading.Thread(target=answer, daemon=True).start()
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        done = heatfig(tmp_path, "render", "specs", "--scheduler", address)
        for one in held:
            one.close()
    assert (done.returncode, "fault" in done.stderr) == (2, False)
    assert f"no scheduler answers at {address}" in done.stderr


@pytest.mark.parametrize("scheme", ["tls", "ucx", "nonsense"])
def test_an_address_that_leads_to_nobody_is_an_error(tmp_path: Path, scheme: str) -> None:
    batch(tmp_path, 1)
    done = heatfig(tmp_path, "render", "specs", "--scheduler", f"{scheme}://127.0.0.1:9")
    assert (done.returncode, "fault" in done.stderr) == (2, False)
    assert f"no scheduler answers at {scheme}://" in done.stderr


def test_a_listener_that_never_answers_is_not_waited_for(tmp_path: Path) -> None:
    batch(tmp_path, 1)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        call = "from heatfig.build import scheduler; scheduler.PATIENCE = 1; from heatfig.app.cli import main; main()"
        command = [sys.executable, "-c", call, "render", "specs", "--scheduler", address]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"no scheduler answers at {address}: it took over 2 seconds" in done.stderr


def test_no_scheduler_at_the_address_is_an_error(tmp_path: Path) -> None:
    batch(tmp_path, 1)
    with socket.socket() as deaf:  # a port that nobody else may take, and at which nobody listens
        deaf.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{deaf.getsockname()[1]}"
        done = heatfig(tmp_path, "render", "specs", "--scheduler", address)
    assert done.returncode == 2
    assert f"no scheduler answers at {address}" in done.stderr
