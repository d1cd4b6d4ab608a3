"""Ctrl-C on a terminal, at any moment of a batch: 130, whole files, no traceback, nothing left behind."""

import os
import pty
import random
import select
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\ntitle: Figure %d\nformats: [svg]\n"
FIGURES, MOMENTS = 20, 10
# What Python runs first of all: the server that the drawing processes come from says that it is there, in a file
# beside this one, and waits until the batch is gone.
SLOW_SERVER = """
import os, pathlib, sys, time
if "forkserver" in " ".join(sys.orig_argv):
    batch, limit = os.getppid(), time.monotonic() + 60
    pathlib.Path(__file__).with_name("started").touch()
    while os.getppid() == batch and time.monotonic() < limit:
        time.sleep(0.01)
"""
BATCH = [sys.executable, "-m", "heatfig", "render", "specs", "-j", "2", "-o"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Specs, and in `whole` their figures."""
    made = tmp_path_factory.mktemp("batch")
    (made / "specs").mkdir()
    (made / "specs" / "s.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    for number in range(FIGURES):
        (made / "specs" / f"f{number:03}.yaml").write_text(SPEC % number)
    subprocess.run([*BATCH, "whole"], cwd=made, check=True, stdout=subprocess.DEVNULL)
    return made


def interrupted(folder: Path, output: str, due: Callable[[], bool]) -> tuple[int, int, str]:
    """Run the batch on a terminal and press Ctrl-C as soon as it is due; process, status and what was shown."""
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.execv(sys.executable, [*BATCH, output])
    shown, pressed = b"", False
    while True:
        if not pressed and due():
            os.write(terminal, b"\x03")
            pressed = True
        ready, _, _ = select.select([terminal], [], [], 0.01)
        try:
            said = os.read(terminal, 65536) if ready else None
        except OSError:  # how Linux says that nobody is left at the other end
            said = b""
        if said == b"":
            break
        shown += said or b""
    os.close(terminal)
    return process, os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode(errors="replace")


def check_left(folder: Path, output: str, process: int) -> int:
    """How many figures there are; all whole, nothing beside them, and no process of the batch alive."""
    limit = time.monotonic() + 60
    while processes_of(process):
        assert time.monotonic() < limit, processes_of(process)
        time.sleep(0.1)
    found = list((folder / output).iterdir()) if (folder / output).exists() else []
    assert all(path.read_bytes() == (folder / "whole" / path.name).read_bytes() for path in found)
    return len(found)


def processes_of(group: int) -> list[str]:
    listed = subprocess.run(["ps", "-ewwo", "pgid=,stat=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in listed.splitlines()]
    return [args[0] for pgid, state, *args in rows if int(pgid) == group and not state.startswith("Z") and args]


def test_an_interrupt_amid_a_batch_leaves_no_file_half_written(folder: Path) -> None:
    chance = random.Random(0)
    statuses = []
    for number in range(MOMENTS):
        output, enough = folder / f"out{number}", chance.randrange(FIGURES // 2)

        def due(output: Path = output, enough: int = enough) -> bool:
            return output.exists() and len(list(output.iterdir())) >= enough

        process, status, shown = interrupted(folder, output.name, due)
        left = check_left(folder, output.name, process)
        assert "error" not in shown
        assert "Traceback" not in shown
        assert status == 130 or (status, left) == (0, FIGURES)  # all was done before the key was pressed
        statuses.append(status)
    assert 130 in statuses


def test_an_interrupt_while_processes_start_ends_them_all(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(SLOW_SERVER)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    process, status, shown = interrupted(folder, "early", (tmp_path / "started").exists)
    assert (status, check_left(folder, "early", process)) == (130, 0)
    assert "Traceback" not in shown


def check_interrupted(folder: Path, code: str) -> None:
    """Python that presses the key itself leaves with 130, and without a word."""
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "")


def test_an_interrupt_while_the_command_loads_ends_it(folder: Path) -> None:
    loading = "import signal, heatfig.__main__ as m, importlib.abc as a, sys\n" + (
        "class Press(a.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'heatfig.app.cli': signal.raise_signal(signal.SIGINT)\n"
        "sys.meta_path.insert(0, Press())\n"
        "m.main()\n"
    )
    check_interrupted(folder, loading)


def test_an_interrupt_that_python_drops_ends_the_batch_after_a_figure(folder: Path) -> None:
    dropping = "import signal, sys, weakref\nfrom heatfig.__main__ import main\n" + (
        "def press(event, args):\n"
        "    if event == 'import' and args[0] == 'heatfig.build.figure':\n"
        "        gone = set()\n"
        "        watched = weakref.ref(gone, lambda _: signal.raise_signal(signal.SIGINT))\n"
        "        del gone\n"
        "sys.addaudithook(press)\n"
        "sys.argv = ['heatfig', 'render', 'specs', '-j', '1', '-o', 'dropped']\n"
        "main()\n"
    )
    check_interrupted(folder, dropping)
    assert [path.name for path in (folder / "dropped").iterdir()] == ["f000.svg"]


@pytest.mark.parametrize("moment", ["tempfile.mkstemp", "fcntl.flock", "os.chmod", "os.rename"])
def test_an_interrupt_while_a_figure_is_written_comes_after_it(folder: Path, moment: str) -> None:
    writing = "import signal, sys\nfrom heatfig.__main__ import main\n" + (
        f"sys.addaudithook(lambda event, _: signal.raise_signal(signal.SIGINT) if event == {moment!r} else None)\n"
        f"sys.argv = ['heatfig', 'render', 'specs', '-j', '1', '-o', 'at {moment}']\n"
        "main()\n"
    )
    check_interrupted(folder, writing)
    assert [path.name for path in (folder / f"at {moment}").iterdir()] == ["f000.svg"]
