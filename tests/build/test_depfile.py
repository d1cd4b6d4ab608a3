import json
import subprocess
import sys
from pathlib import Path

import pytest

from heatfig.build.depfile import as_json, as_make, as_zero

SPEC = "scores: {name}\nvalue: v\naxes: {{x: {{column: x}}, y: {{column: y}}}}\n"
MAKEFILE = """
HEATFIG := {python} -m heatfig
SPECS := $(wildcard specs/*.yaml)
all: $(SPECS:specs/%.yaml=figures/%.pdf)
figures/%.pdf: specs/%.yaml
\t$(HEATFIG) render $< -o figures -f pdf --depfile $(@:.pdf=.d)
-include $(wildcard figures/*.d)
"""


def make(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["make", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "specs").mkdir()
    for name in ("one", "two"):
        (tmp_path / "specs" / f"{name}.yaml").write_text(SPEC.format(name=f"{name}.csv"))
        (tmp_path / "specs" / f"{name}.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    (tmp_path / "Makefile").write_text(MAKEFILE.format(python=sys.executable))
    return tmp_path


def test_make_builds_what_changed_and_nothing_else(folder: Path) -> None:
    assert "wrote figures/one.pdf" in make(folder, "-j2")
    assert make(folder, "-n") == "make: Nothing to be done for 'all'.\n"
    (folder / "specs" / "one.csv").touch()
    assert "two" not in make(folder)
    assert make(folder, "-n") == "make: Nothing to be done for 'all'.\n"
    (folder / "specs" / "two.csv").write_text("x,y,v\np,a,1\nq,a,5\n")
    assert "specs/two.yaml" in make(folder, "-n")
    assert "wrote figures/two.pdf" in make(folder)


def test_names_with_blanks_hashes_and_dollars_survive_make(tmp_path: Path) -> None:
    rules = [([Path("out a.pdf")], [Path("b #1.csv"), Path("c$d.csv")])]
    (tmp_path / "Makefile").write_text(as_make(rules) + "out\\ a.pdf:\n\t@echo made\n")
    for name in ("b #1.csv", "c$d.csv"):
        (tmp_path / name).touch()
    assert make(tmp_path, "out a.pdf") == "made\n"
    (tmp_path / "out a.pdf").touch()
    assert "up to date" in make(tmp_path, "out a.pdf")


def test_other_forms() -> None:
    rules = [([Path("a.pdf")], [Path("a.yaml"), Path("é.csv")])]
    assert json.loads(as_json(rules)) == [{"targets": ["a.pdf"], "inputs": ["a.yaml", "é.csv"]}]
    assert as_zero(rules) == "a.yaml\0é.csv\0"


def test_deps_reads_the_spec_alone(folder: Path) -> None:
    (folder / "specs" / "one.csv").unlink()
    command = [sys.executable, "-m", "heatfig", "deps", "specs/one.yaml", "-o", "figures", "-f", "pdf"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0] == "figures/one.pdf: specs/one.yaml specs/one.csv"
