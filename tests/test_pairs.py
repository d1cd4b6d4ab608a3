"""Two mistakes in one spec: nothing is told that neither of them alone would bring up."""

import random
import shutil
from pathlib import Path

import pytest
from mutants import Mutant, mutants

from heatfig.build.figure import prepare
from heatfig.diagnostics import Diagnostic, Problems
from test_mutants import SPECS

PAIRS = 60


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_two_mistakes_bring_up_no_third(spec: Path, tmp_path: Path) -> None:
    for scores in spec.parent.glob("*.csv"):
        shutil.copy(scores, tmp_path)
    path = tmp_path / spec.name
    text = spec.read_text(encoding="utf-8")
    candidates = [mutant for mutant in mutants(text) if mutant.text.count("\n") == text.count("\n")]
    chance = random.Random(spec.stem)
    both = 0
    for one, other in (chance.sample(candidates, 2) for _ in range(PAIRS)):
        joined = together(text, one, other)
        alone = [problems(path, mutant.text) for mutant in (one, other)]
        if joined is None or not all(alone):
            continue
        known = {line_of(d) for found in alone for d in found}
        known |= {(str(path), line) for mutant in (one, other) for line in mutant.lines}
        # A key that no panel has is told at the figure, and at the panels once one of them is left out.
        codes = {d.code for found in alone for d in found} & {"missing-key"}
        told = problems(path, joined)
        assert told
        assert [d for d in told if d.code not in codes and line_of(d) not in known] == []
        both += all(any(d in told for d in found) for found in alone)
    assert both > 0


def line_of(found: Diagnostic) -> tuple[str, int]:
    assert found.place is not None
    return found.place.file, found.place.line


def together(text: str, one: Mutant, other: Mutant) -> str | None:
    """The spec with both edits, if they touch different lines."""
    lines = zip(text.split("\n"), one.text.split("\n"), other.text.split("\n"), strict=True)
    joined = []
    for before, first, second in lines:
        if before not in {first, second}:
            return None
        joined.append(second if first == before else first)
    return "\n".join(joined)


def problems(path: Path, text: str) -> list[Diagnostic]:
    path.write_text(text, encoding="utf-8")
    try:
        prepare(path)
    except Problems as problems:
        return problems.diagnostics
    return []
