"""Hostile texts and names in what other programs read: JUnit reports by an XML parser, depfiles by make and ninja."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from heatfig.build.depfile import as_make
from heatfig.language.desugar import Desugarer
from heatfig.language.forms import Atom, Form
from heatfig.language.keys import DOCUMENT
from heatfig.language.location import Location
from heatfig.language.members import members_of
from heatfig.language.nodes import Scalar, mapping_at
from heatfig.language.notes import Notes
from heatfig.language.parse import parse
from heatfig.runtime.deferred import dataclass

KEYS = Path(__file__).parents[1] / "good" / "keys"
TEXT = "]]>&amp;<!--\"'\u2028\u202e</failure><testcase name='x'/>"
NAME = "b #$d(f)é~[g],h:i!@"
SPEC = "a b#$c:d\\e.yaml"
LATER = 4_000_000_000
SPLIT = "'\"&?^`<>*"  # where ninja, or an earlier one, takes the name of a file for two
SHOWN = {"text", "template", "number format or template"}  # these are drawn, as tests/faults/test_parsers.py shows


@dataclass
class Scalars(Desugarer):
    """Finds scalars of a spec: the first of each kind that the language knows, and of each key that names a file."""

    found: dict[str, Scalar] = field(default_factory=dict)

    def _scalar(self, node: Scalar, form: Form, at: Location) -> Any:
        atoms = [member for member in members_of(form) if isinstance(member, Atom)]
        kind = " or ".join(sorted(atom.one for atom in atoms)) or "word"
        if any(atom.path for atom in atoms) and (KEYS / node).is_file():
            kind = f"path of {[step for step in at.path if isinstance(step, str)][-2:]}"
        if not any(atom.one in SHOWN for atom in atoms):
            self.found.setdefault(kind, node)
        return super()._scalar(node, form, at)


def scalars(path: Path) -> dict[str, Scalar]:
    source = parse(path.read_bytes(), path.name)
    plain = {key: value for key, value in source.root.items() if not key.startswith("x-")}
    walk = Scalars(source, Notes())
    walk.full(mapping_at(plain, source.root.span), DOCUMENT, Location())
    return walk.found


def with_text(path: Path, node: Scalar, text: str) -> str:
    """A spec in which another text stands in the place of a scalar."""
    lines = path.read_text().split("\n")
    span, line = node.span, lines[node.span.line]
    lines[span.line] = line[: span.column] + json.dumps(text) + line[span.end_column :]
    return "\n".join(lines)


def by_kind() -> dict[str, tuple[Path, Scalar]]:
    """What the language reads texts as, with the first of the good specs that has one."""
    kinds = dict[str, tuple[Path, Scalar]]()
    for path in sorted(KEYS.glob("*.yaml")):
        for kind, node in scalars(path).items():
            kinds.setdefault(kind, (path, node))
    return kinds


FOUND = by_kind()
FILES = [found for kind, found in FOUND.items() if kind.startswith("path of ")]


def heatfig(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "heatfig", *arguments]
    return subprocess.run(call, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    shutil.copytree(KEYS.parent, tmp_path / "good", ignore=shutil.ignore_patterns("pairs", "*.plan.json"))
    return tmp_path / "good" / "keys"


def test_a_report_says_what_is_wrong_with_a_text_wherever_it_stands(good: Path) -> None:
    for path in good.glob("*.yaml"):
        path.unlink()
    for number, (path, node) in enumerate(FOUND.values()):
        (good / f"t{number:04}.yaml").write_text(with_text(path, node, TEXT))
    call = ["render", ".", "-o", "out", "-f", "svg", "--junit", "j.xml", "--message-format", "json"]
    told = [json.loads(line) for line in heatfig(good, *call).stderr.splitlines()]
    root = ElementTree.parse(good / "j.xml").getroot()
    cases = {case.get("name"): case for case in root.iter("testcase")}
    assert cases.keys() == {path.name for path in good.glob("*.yaml")}
    texts = [case.findtext("failure") or "" for case in cases.values()]
    assert sum(text != "" for text in texts) == int(root[0].get("failures", "")) > len(cases) / 2
    assert all(text.isprintable() for lines in texts for text in lines.split("\n"))
    said = "\n".join(texts)
    assert [problem["message"] for problem in told if problem["message"][:60].split("\u2028")[0] not in said] == []


# What a build does: it draws a figure with a depfile, and asks for no more until something is changed.
NINJA = """
rule heatfig
  command = {python} -m heatfig render $in -f svg -o out --depfile figures.d
  depfile = figures.d
build {target}: heatfig {spec}
"""
MAKEFILE = """
%.svg:
\t@echo stale
-include figures.d
"""


def for_ninja(name: str) -> str:
    return name.replace("$", "$$").replace(" ", "$ ").replace(":", "$:")


def run(folder: Path, *call: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("path", "node"), FILES)
def test_make_and_ninja_draw_again_when_a_file_of_a_hostile_name_changes(good: Path, path: Path, node: Scalar) -> None:
    old = Path(os.path.normpath(good / node))
    named = Path(shutil.copy(old, old.with_name(NAME + "".join(old.suffixes))))
    (good / SPEC).write_text(with_text(good / path.name, node, str(Path(node).with_name(named.name))))
    target = f"out/{SPEC.removesuffix('.yaml')}.svg"
    names = {"target": for_ninja(target), "spec": for_ninja(SPEC)}
    (good / "build.ninja").write_text(NINJA.format(python=sys.executable, **names))
    (good / "Makefile").write_text(MAKEFILE)
    run(good, "ninja")
    assert (good / target).exists()
    for one in good.parent.rglob("*.*sv"):
        os.utime(one, (0, 0))
    inputs = json.loads(heatfig(good, "deps", SPEC, "--format", "json").stdout)[0]["inputs"]
    assert named in {Path(os.path.normpath(good / one)) for one in inputs}
    for changed in inputs:
        assert "no work to do" in run(good, "ninja", "-n")
        assert "up to date" in run(good, "make", target)
        os.utime(good / changed, (LATER, LATER))
        assert "no work to do" not in run(good, "ninja", "-n")
        assert run(good, "make", target) == "stale\n"
        os.utime(good / changed, (0, 0))


@pytest.mark.parametrize("odd", SPLIT)
def test_ninja_draws_anew_rather_than_miss_a_name_that_it_cannot_read(tmp_path: Path, odd: str) -> None:
    named = tmp_path / f"d{odd}s.csv"
    for path in (named, tmp_path / "o.yaml"):
        path.touch()
    (tmp_path / "made.d").write_text(as_make([([Path("o.svg")], [Path("o.yaml"), Path(named.name)])]))
    rule = "rule h\n  command = cp made.d o.d && touch o.svg\n  depfile = o.d\n"
    (tmp_path / "build.ninja").write_text(f"{rule}build o.svg: h o.yaml\n")
    run(tmp_path, "ninja")
    os.utime(named)
    assert "no work to do" not in run(tmp_path, "ninja", "-n")
