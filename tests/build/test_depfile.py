import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from heatfig.build.depfile import as_json, as_make, as_zero

# What a make above this one, or a language, would change of what make says.
OWN = {"MAKEFLAGS", "MFLAGS", "MAKELEVEL", "MAKEOVERRIDES"}
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
    environment = {name: value for name, value in os.environ.items() if name not in OWN} | {"LC_ALL": "C"}
    call = ["make", *arguments]
    return subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout


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


@pytest.mark.parametrize("odd", [" ", "#", "$", ":", "\\", "\\ ", "[", "~", "'", '"', "(", "&", "é", ","])
def test_odd_names_survive_make(tmp_path: Path, odd: str) -> None:
    target, spec, scores = f"o{odd}t.pdf", f"s{odd}c.yaml", f"d{odd}s.csv"
    (tmp_path / "Makefile").write_text("%.pdf:\n\t@echo made\n-include figures.d\n")
    (tmp_path / "figures.d").write_text(as_make([([Path(target)], [Path(spec), Path(scores)])]))
    for name, moment in ((spec, 1), (scores, 3), (target, 2)):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (moment, moment))
    assert make(tmp_path, target) == "made\n"
    os.utime(tmp_path / target, (4, 4))
    assert "up to date" in make(tmp_path, target)
    (tmp_path / scores).unlink()
    assert make(tmp_path, target) == "made\n"


@pytest.mark.parametrize("odd", ["\n", "\t", ";", "|", "=", "%"])
def test_names_that_make_cannot_read_are_refused(tmp_path: Path, odd: str) -> None:
    (tmp_path / f"lr{odd}1.yaml").write_text(SPEC.format(name="s.csv"))
    for arguments in (["deps", "."], ["render", ".", "-f", "svg", "--depfile", "figures.d"]):
        command = [sys.executable, "-m", "heatfig", *arguments, "--message-format", "json"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert '"code": "not-for-make"' in done.stderr
    assert not (tmp_path / "figures.d").exists()


def test_a_score_file_may_hold_an_equals_sign(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_text(as_make([([Path("a.pdf")], [Path("a.yaml"), Path("lr=0.1.csv")])]))
    for name in ("a.yaml", "lr=0.1.csv"):
        (tmp_path / name).touch()
    (tmp_path / "Makefile").write_text((tmp_path / "Makefile").read_text() + "a.pdf:\n\t@echo made\n")
    assert make(tmp_path, "a.pdf") == "made\n"


def test_dependencies_are_written_as_json_and_between_zero_bytes() -> None:
    rules = [([Path("a.pdf")], [Path("a.yaml"), Path("é.csv")])]
    assert json.loads(as_json(rules)) == [{"targets": ["a.pdf"], "inputs": ["a.yaml", "é.csv"]}]
    assert as_zero(rules) == "a.yaml\0é.csv\0"


def test_deps_reads_the_spec_alone(folder: Path) -> None:
    (folder / "specs" / "one.csv").unlink()
    command = [sys.executable, "-m", "heatfig", "deps", "specs/one.yaml", "-o", "figures", "-f", "pdf"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0] == "figures/one.pdf: specs/one.yaml specs/one.csv"


def test_deps_of_what_lies_outside_the_root_are_not_told(folder: Path) -> None:
    command = [sys.executable, "-m", "heatfig", "deps", "specs", "--root"]
    assert subprocess.run([*command, "specs"], cwd=folder, capture_output=True, check=False).returncode == 0
    (folder / "specs" / "one.csv").rename(folder / "one.csv")
    (folder / "specs" / "one.csv").symlink_to(folder / "one.csv")
    done = subprocess.run([*command, "specs"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "specs/one.csv: lies outside specs" in done.stderr
    assert done.stdout.startswith("two.png two.pdf two.svg: specs/two.yaml")


def test_what_a_spec_extends_is_told_and_kept_inside_the_root(folder: Path) -> None:
    (folder / "paper.yaml").write_text("font: {size: 9}\n")
    (folder / "specs" / "one.yaml").write_text(f"extends: ../paper.yaml\n{SPEC.format(name='one.csv')}")
    command = [sys.executable, "-m", "heatfig", "deps", "specs/one.yaml", "-o", "figures", "-f", "pdf"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[0] == "figures/one.pdf: specs/one.yaml paper.yaml specs/one.csv"
    done = subprocess.run([*command, "--root", "specs"], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith("error: specs/one.yaml:1:10: paper.yaml lies outside specs\n")
