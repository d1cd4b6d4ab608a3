"""Batches of tiny figures, and runs over them in processes of their own."""

import subprocess
import sys
import time
from pathlib import Path

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\ntitle: Figure %d $x^2$\n"


def heatfig(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "heatfig", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="surrogateescape", check=False)


def batch(folder: Path, count: int) -> Path:
    (folder / "specs").mkdir()
    (folder / "specs" / "s.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    for number in range(count):
        (folder / "specs" / f"f{number:03}.yaml").write_text(SPEC % number)
    return folder


def started(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "heatfig", "render", "specs", "-o", "out", *arguments]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def wait_for_figures(folder: Path, count: int, form: str = "png") -> None:
    limit = time.monotonic() + 60
    while len(list((folder / "out").glob(f"*.{form}"))) < count:
        assert time.monotonic() < limit
        time.sleep(0.02)
