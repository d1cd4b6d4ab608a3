"""Batches of tiny figures, and runs over them in processes of their own."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

# What is started draws with the heatfig beside these tests, whichever is installed.
CHECKOUT = str(Path(__file__).parents[2] / "cli")
SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\ntitle: Figure %d $x^2$\n"
# What Python runs first of all: a process that is to draw a spec named in `held` says there who it is, and waits.
HOLDING = """
import os, sys, time

def hold(event, details):
    name = str(details[0]) if event == "open" else ""
    sign = os.path.join("held", os.path.basename(name))
    if name.startswith("specs") and name.endswith(".yaml") and os.path.exists(sign):
        with open(sign, "w") as file:
            file.write(str(os.getpid()))
        time.sleep(300)

if "forkserver" in " ".join(sys.orig_argv):
    sys.addaudithook(hold)
"""


def heatfig(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "heatfig", *arguments]
    environment = os.environ | {"PYTHONPATH": CHECKOUT}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, errors="surrogateescape", check=False
    )


def batch(folder: Path, count: int) -> Path:
    (folder / "specs").mkdir()
    (folder / "specs" / "s.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    for number in range(count):
        (folder / "specs" / f"f{number:03}.yaml").write_text(SPEC % number)
    return folder


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    (folder / "first").mkdir()
    (folder / "first" / "sitecustomize.py").write_text(HOLDING)
    command = [sys.executable, "-m", "heatfig", "render", "specs", "-o", "out", *arguments]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(folder / "first"), CHECKOUT])}
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        text=True,
        start_new_session=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def hold(folder: Path, *numbers: int) -> None:
    """Let whoever is to draw one of these figures wait, so that a run does not end before the test has its way."""
    (folder / "held").mkdir()
    for number in numbers:
        (folder / "held" / f"f{number:03}.yaml").touch()


def holder(folder: Path, number: int) -> int:
    """The process that has come to a figure that is held."""
    sign = folder / "held" / f"f{number:03}.yaml"
    wait_until(lambda: sign.read_text() != "")
    return int(sign.read_text())


def wait_for_figures(folder: Path, count: int, form: str = "png") -> None:
    wait_until(lambda: len(list((folder / "out").glob(f"*.{form}"))) >= count)


def wait_until(holds: Callable[[], bool]) -> None:
    """Wait for what comes at once, or within the minutes that a busy machine may take."""
    limit = time.monotonic() + 120
    while not holds():
        assert time.monotonic() < limit
        time.sleep(0.02)
