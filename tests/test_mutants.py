"""Every small mistake in a good spec is told where it stands, or shows in the figure."""

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from mutants import KINDS, Mutant, mutants

from heatfig.build.figure import prepare
from heatfig.diagnostics import Diagnostic, Problems
from heatfig.layout.scene.dump import scene_data
from heatfig.plan.codec import dump

REPOSITORY = Path(__file__).parent.parent
FOLDERS = ("specs", "tests/good")
SPECS = sorted(path for folder in FOLDERS for path in REPOSITORY.glob(f"{folder}/*.yaml"))

Verdict = Literal["told", "different", "same", "misplaced"]

# What a mutant may do without a trace: the spec, what was mutated, how, and why that is right.
IN_PLACE = r"(panels\.\d+\.)?"
NUMBERS = (
    r"heatfig|range\.|colorbar\.ticks|colormap\.(from|to)|axes\..\.(rotation|keep_empty)|layout\.across|font\.size"
)
SAME = (
    (".*", rf"(?!{IN_PLACE}({NUMBERS})).*", "retype to (no )?quotes", "a text is the same in quotes"),
    (
        ".*",
        "scores|size.cell|(.*.)?where.[^.]*|(.*.)?annotations",
        "retype to a list",
        "a single one may stand in a list",
    ),
    (".*", "heatfig", "drop", "there is one version of the language"),
    (".*", "x-[^.]*", "misspell the key", "the name of a private key is free"),
    (".*", r".*ticks.\d+", "swap.*", "ticks stand where their scores or labels are, in whatever order they are listed"),
    ("category_correlation", "axes.y.order", "drop", "the file has its rows in this order"),
    ("core_generalization", "axes.[xy].order", "drop", "the file is sorted"),
    ("cross_dataset_transfer", "colorbar.format", "drop", "ticks take the decimals that they need"),
    ("cross_dataset_transfer", "colorbar.ticks", "drop", "a colorbar of its length has these by itself"),
    ("category_correlation", "colorbar.format", "drop", "ticks take the decimals that they need"),
    ("domain_performance", "split.order", "drop", "the file has its parts in this order"),
    ("domain_performance", "gap", "drop", "the gap of split cells"),
    ("probe_vs_lora", "axes.[xy].order", "drop", "the file has its labels in this order"),
    ("facets", "where|where.model", "drop", "the other lines hold no score, and a mean passes over them"),
    ("norms", "axes.x.order", "drop", "the file is sorted"),
    ("norms", "panels.1.range.max", "drop", "the highest score"),
    ("split_groups", "split.order", "drop", "the file has its parts in this order"),
)

# What is told elsewhere: the code, what was mutated, how, and where it is told instead.
ELSEWHERE = (
    ("not-yaml", ".*", "retype to no quotes", "where the parser gives up: `#` begins a comment"),
    ("unknown-anchor", "x-categories", "drop", "at the alias"),
    ("missing-key", "scores|value|axes(.[xy](.column)?)?", "drop", "at the panels that lack it"),
    ("missing-key", "scores|scores.form", "drop|retype.*", "at the axes, whose columns the long form needs"),
    ("tick-outside", "range.*", "drop|misspell by a digit", "at the tick that the range leaves out"),
    ("does-not-fit", "range.*", "misspell by a digit|retype to a number", "at the ticks, which then are too close"),
    (
        "repeated-cell",
        r"panels|(panels\.\d+\.)?where(.[^.]*)?|split|axes.[xy].group",
        "drop",
        "at the score that is now one too many",
    ),
    ("not-a-number", "missing(.tokens(.[^.]*)?)?", "drop|misspell the key", "at the score that is now none"),
    ("unlisted-label", r".*order\.\d+", "misspell|retype.*", "at the list, where the data's label is missing"),
    ("unknown-label", "axes.[xy].keep_empty", "drop", "at the labels that the data lacks"),
    ("unknown-label", "axes.[xy]", "swap.*", "at the labels that the data lacks on this axis"),
    ("contradiction", "axes.[xy].order", "drop", "at `keep_empty`, which needs it"),
)


@cache
def mutants_of(spec: Path, kind: str) -> tuple[Mutant, ...]:
    return tuple(mutant for mutant in mutants(spec.read_text(encoding="utf-8")) if mutant.kind == kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_every_mutant_is_told_at_its_place_or_seen(spec: Path, kind: str, tmp_path: Path) -> None:
    for scores in spec.parent.glob("*.csv"):
        shutil.copy(scores, tmp_path)
    path = tmp_path / spec.name
    original = seen(path, spec.read_text(encoding="utf-8"))
    found = {mutant: verdict(path, mutant, original) for mutant in mutants_of(spec, kind)}
    assert [mutant for mutant, how in found.items() if how == "misplaced"] == []
    assert [mutant for mutant, how in found.items() if how == "same" and not listed_as_same(spec, mutant, ".*")] == []
    assert [mutant for mutant, how in found.items() if how != "same" and listed_as_same(spec, mutant, spec.stem)] == []


@pytest.mark.parametrize("row", [*(row[1:3] for row in SAME), *(row[1:3] for row in ELSEWHERE)], ids="/".join)
def test_every_listed_exception_is_of_a_mutant(row: tuple[str, str]) -> None:
    assert any(names(row, mutant) for spec in SPECS for kind in KINDS for mutant in mutants_of(spec, kind))


def verdict(path: Path, mutant: Mutant, original: str) -> Verdict:
    try:
        return "same" if seen(path, mutant.text) == original else "different"
    except Problems as problems:
        told = any(at_mutation(found, mutant, path) for found in problems.diagnostics)
        return "told" if told else "misplaced"


def seen(path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    figure = prepare(path)
    return dump(figure.plan) + json.dumps(scene_data(figure.scene))


def at_mutation(found: Diagnostic, mutant: Mutant, path: Path) -> bool:
    if found.place is not None and found.place.file == str(path) and found.place.line in mutant.lines:
        return True
    return any(code == found.code and names((what, how), mutant) for code, what, how, _ in ELSEWHERE)


def listed_as_same(spec: Path, mutant: Mutant, stem: str) -> bool:
    """Whether a row for exactly this spec, or with `.*` any row that holds for it, lists the mutant."""
    rows = [row for row in SAME if row[0] == stem or (stem == ".*" and re.fullmatch(row[0], spec.stem))]
    return any(names(row[1:3], mutant) for row in rows)


def names(row: tuple[str, str], mutant: Mutant) -> bool:
    what, how = row
    return bool(re.fullmatch(what, mutant.path) and re.fullmatch(how, mutant.how))
