"""`--root`: nothing outside is read, whatever becomes of links while heatfig runs, and no loop stops a batch."""

import os
import subprocess
import sys
from pathlib import Path

from heatfig.diagnostics import Problems
from heatfig.runtime.files.read import read_bytes

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\nformats: [svg]\n"
READS = 3_000
# A process of its own, as threads of one take turns and may do so in step.
SWAP = """
import os, sys
while True:
    for target in (sys.argv[1], "inside"):
        os.symlink(target, "new")
        os.rename("new", "link")
"""


def test_a_link_that_is_swapped_all_the_time_is_never_followed_outside(tmp_path: Path) -> None:
    root = tmp_path / "root"
    for folder in ("good", "away"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "s.csv").write_text(folder)
    (tmp_path / "good").rename(root)
    (root / "inside").mkdir()
    (root / "inside" / "s.csv").write_text("inside")
    (root / "link").symlink_to("inside")
    found: list[bytes] = []
    refused: list[str] = []
    with subprocess.Popen([sys.executable, "-c", SWAP, tmp_path / "away"], cwd=root) as swapper:
        # As often as that, and on until the link was met while it led away.
        while len(found) + len(refused) < READS or (
            set(found) == {b"inside"} and not refused and swapper.poll() is None
        ):
            try:
                found.append(read_bytes(root / "link" / "s.csv", root=root))
            except Problems as problems:
                refused += [problem.code for problem in problems.diagnostics]
        swapper.kill()
    assert set(found) == {b"inside"}
    assert set(refused) == {"outside-root"}


def heatfig(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "heatfig", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_link_to_itself_costs_its_own_figure_alone(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("x,y,v\np,a,1\n")
    for name in ("a", "z"):
        (tmp_path / f"{name}.yaml").write_text(SPEC)
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "to-loop.yaml").write_text(SPEC.replace("s.csv", "loop.csv"))
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    for options in ([], ["--root", "."]):
        done = heatfig(tmp_path, "render", ".", "-o", "out", "--force", *options)
        assert done.returncode == 2
        assert "error: loop.yaml: cannot be read: too many levels of symbolic links" in done.stderr
        assert "cannot read loop.csv: too many levels of symbolic links" in done.stderr
        assert "2 written, 0 up to date, 2 failed" in done.stdout


def test_a_root_that_is_a_link_itself_holds_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "s.csv").write_text("x,y,v\np,a,1\n")
    (tmp_path / "real" / "one.yaml").write_text(SPEC)
    (tmp_path / "root").symlink_to("real")
    assert heatfig(tmp_path, "render", "root/one.yaml", "--root", "root").returncode == 0
    assert heatfig(tmp_path, "render", "root/one.yaml", "--root", "real", "--force").returncode == 0
    assert heatfig(tmp_path, "render", "root/one.yaml", "--root", os.devnull).returncode == 2
