"""The README's five minutes, its error and its list of commands are what the program does."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
MINUTES = TEXT.split("## Your own figure in five minutes")[1].split("\n## ")[0]
SCORES, SPEC, MORE = (
    re.sub(r"^   ", "", block, flags=re.MULTILINE)
    for block in re.findall(r"   ```(?:csv|yaml)\n(.*?)   ```", MINUTES, re.DOTALL)
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "accuracy.csv").write_text(SCORES, encoding="utf-8")
    return tmp_path


def heatfig(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "heatfig", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_five_minutes_draw_the_figure_in_three_formats(folder: Path) -> None:
    (folder / "accuracy.yaml").write_text(SPEC + MORE, encoding="utf-8")
    done = heatfig(folder, "render", "accuracy.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert {path.suffix for path in folder.glob("accuracy.*")} == {".csv", ".yaml", ".png", ".pdf", ".svg"}


def test_a_misspelt_column_is_told_as_shown(folder: Path) -> None:
    (folder / "accuracy.yaml").write_text(SPEC.replace("value: accuracy", "value: acuracy"), encoding="utf-8")
    shown = re.search(r"```console\n\$ heatfig (.+?)\n(.*?)```", TEXT, re.DOTALL)
    assert shown is not None
    done = heatfig(folder, *shown[1].split())
    assert (done.returncode, done.stderr) == (2, shown[2])


def test_every_command_is_listed(folder: Path) -> None:
    listed = re.findall(r"^\| `heatfig (\w+)", TEXT, re.MULTILINE)
    told = heatfig(folder, "--help").stdout.split("Commands:")[1].split("Examples:")[0]
    assert sorted(listed) == sorted(re.findall(r"^  (\w+)  ", told, re.MULTILINE))


def test_every_option_that_is_named_is_one(folder: Path) -> None:
    commands = re.findall(r"^\| `heatfig (\w+)", TEXT, re.MULTILINE)
    known = "".join(heatfig(folder, *command, "--help").stdout for command in ([], *([name] for name in commands)))
    about = TEXT.split("## Commands")[1].split("## In CI")[0]
    assert set(re.findall(r"`(--[a-z-]+)", about)) - set(re.findall(r"--[a-z-]+", known)) == set()
