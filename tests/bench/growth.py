"""How the time of one figure grows with its cells, its texts and its panels."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import inputs
from measure import Call, race
from report import Goal, Section, seconds
from setting import FORMATS, HEATFIG, Setting

GRID = """scores: scores_{side}.csv
value: score
axes: {{y: {{column: row, ticks: none}}, x: {{column: column, ticks: none}}}}
annotations: {annotations}
size: {{cell: {cell}}}
dpi: {dpi}
"""
PANELS = """scores: scores_10.csv
value: score
axes: {y: {column: row}, x: {column: column}}
layout: {across: 5}
dpi: 100
panels:
"""
MOST_ANNOTATED = 300  # a million numbers on one page are of use to nobody
ROUNDS = 3


def growth(setting: Setting) -> Iterator[Section]:
    """Grids with and without numbers, then figures of many panels."""
    folder = setting.folder("inputs", "growth")
    for side in {10, *setting.sides}:
        rows = [f"row {row}" for row in range(side)]
        (folder / f"scores_{side}.csv").write_text(inputs.long_csv(rows, side, side), encoding="utf-8")
    yield _grids(setting, folder, "none", setting.sides)
    yield _grids(setting, folder, ".2f", [side for side in setting.sides if side <= MOST_ANNOTATED])
    yield _panels(setting, folder)


def _grids(setting: Setting, folder: Path, annotations: str, sides: Sequence[int]) -> Section:
    specs = {}
    for side in sides:
        specs[side] = folder / f"grid_{side}_{annotations.strip('.')}.yaml"
        dpi = max(10, min(100, 10_000 // side))  # so that the pixels of the page do not grow without end
        cell = "4mm" if annotations == "none" else "6mm"  # a page is at most 5 m
        text = GRID.format(side=side, annotations=annotations, cell=cell, dpi=dpi)
        specs[side].write_text(text, encoding="utf-8")
    title = "Cells" if annotations == "none" else "Cells with numbers"
    return _grown(setting, title, {side * side: spec for side, spec in specs.items()})


def _panels(setting: Setting, folder: Path) -> Section:
    specs = {}
    for count in setting.panels:
        specs[count] = folder / f"panels_{count}.yaml"
        panels = "".join(f"  - {{title: Panel {number}}}\n" for number in range(count))
        specs[count].write_text(PANELS + panels, encoding="utf-8")
    return _grown(setting, "Panels of 10 × 10 cells", specs)


def _grown(setting: Setting, title: str, specs: dict[int, Path]) -> Section:
    """The time over the number of things; what one more costs is to stay what it is or to fall."""
    out = setting.folder("growth")
    found: dict[str, dict[int, float]] = {}
    for form in FORMATS:
        calls: dict[str, Call] = {
            str(n): [HEATFIG, "render", spec, "-f", form, "--force", "-o", out] for n, spec in specs.items()
        }
        times = race(calls, min(ROUNDS, setting.rounds), warm=False)
        found[form] = {count: times[str(count)].median for count in specs}
    rows = [[f"{count:,}", *(seconds(found[form][count]) for form in FORMATS)] for count in specs]
    goals = [
        Goal(f"{title} to {form.upper()}: growth of what one costs", _steepening(found[form]), 1.5) for form in FORMATS
    ]
    return Section(f"Growth: {title}", ["count", *(f"to {form.upper()}" for form in FORMATS)], rows, goals)


def _steepening(times: dict[int, float]) -> float:
    """What one more thing costs over the last step, as a ratio to the step before it; 1 is linear."""
    (a, b, c) = sorted(times)[-3:]
    return (times[c] - times[b]) / (c - b) * (b - a) / (times[b] - times[a])
