"""What stands in names and texts reaches a terminal or a log as text alone."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from heatfig.app.commands.show import show
from heatfig.diagnostics import Diagnostic, Place
from heatfig.diagnostics.messages import MACHINE_FORMATS, as_text, harmless, line, visible
from terminal import check_harmless

SPEC = "scores: s.csv\nvalue: v\naxes: {x: {column: x}, y: {column: y}}\nformats: [svg]\n"
HOSTILE = [
    "a\n::add-mask::x",
    "::add-mask::x",
    "  ::stop-commands::x",
    "##[add-mask]x",
    "a\x1b[2Jb",
    "a\x1b]0;title\x07b",
    "a\rb",
    "a\x9b2Jb",
    "a\u202eb",
    "a\u2066b",
    "a\u2028::x",
    "\u200f\u061cb",
    "\udcff",
    "\U000e0041",
]
NUMBERED = pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))


def heatfig(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "heatfig", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="surrogateescape", check=False)


def test_names_of_specs_and_figures_are_told_as_text(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("x,y,v\np,a,1\n")
    for name in HOSTILE:
        (tmp_path / f"{name}.yaml").write_text(SPEC)
        (tmp_path / f"{name}b.yaml").write_text("nonsense: 1\n")
    runs = [["render", "."], ["render", "."], ["check", "."], ["render", ".", "--check"]]
    for arguments in runs:
        done = heatfig(tmp_path, *arguments)
        assert done.stderr.count("error: ") == done.stderr.count("unknown key 'nonsense'") == len(HOSTILE)
        check_harmless(done.stdout + done.stderr)
    assert len(list(tmp_path.glob("*.svg"))) == len(HOSTILE)
    for name in HOSTILE[1:4]:
        done = heatfig(tmp_path, "render", f"{name}.yaml")
        assert "is up to date" in done.stdout
        check_harmless(done.stdout + done.stderr)
        assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("name", HOSTILE[::5], ids=ascii)
def test_starter_specs_and_what_is_not_there_are_told_as_text(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    for arguments in (["init", f"./{name}.csv"], ["render", f"./{name}"], ["check", f"./{name}x.yaml"]):
        done = heatfig(tmp_path, *arguments)
        check_harmless(done.stdout + done.stderr)


@NUMBERED
def test_diagnostics_are_text_in_every_form(name: str) -> None:
    found = Diagnostic("fault", f"message {name}", Place(name, 1, 1, 3, f"excerpt {name}"), f"help {name}")
    check_harmless(as_text(found))
    assert MACHINE_FORMATS["json"](found).isprintable()
    (said,) = MACHINE_FORMATS["github"](found).split("\n")
    assert said.startswith("::error ")
    assert said.isprintable()
    assert "##[" not in said


@NUMBERED
def test_of_a_text_nothing_is_lost_but_what_is_not_seen(name: str) -> None:
    assert len(harmless(name)) == len(name)
    assert visible(name) == line(name)
    assert [c for c in name if c.isalpha()] == [c for c in harmless(name) if c.isalpha()]


@pytest.mark.parametrize("name", ["a\u202eb", "::add-mask::x", "##[x]", "a\u00adb"], ids=ascii)
@pytest.mark.parametrize("color", [False, True])
def test_show_prints_names_without_characters_that_move_the_cursor(tmp_path: Path, name: str, color: bool) -> None:
    label = name.replace("\u202e", "\u200f")  # which turns nothing in a label that is allowed
    (tmp_path / "s.csv").write_text(f"x,y,v\n{label},a,1\nq,{label},2\n")
    (tmp_path / "s.yaml").write_text(SPEC + f"title: '{name}'\n")
    (shown,) = show(tmp_path / "s.yaml", None, 60, color)
    check_harmless(re.sub(r"\x1b\[[0-9;]*m", "", str(shown)))


def test_watch_prints_names_as_text(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("x,y,v\np,a,1\n")
    (tmp_path / "a\x1b[2J\n::b.yaml").write_text(SPEC)
    command = [sys.executable, "-m", "heatfig", "watch", "."]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=os.environ) as watching:
        assert watching.stdout is not None
        said = watching.stdout.readline()
        watching.kill()
    assert said == "wrote a\\x1b[2J\\n::b.svg\n"
