"""What `heatfig show` makes of large grids in terminals of any width: so many lines, none broken, and a whole bar."""

import numpy as np
import pytest

from heatfig.app.commands.show import shown
from heatfig.app.terminal.characters import SHADES
from heatfig.build.figure import compiled
from heatfig.plan.figure import FigurePlan

WIDTHS = (1, 8, 20, 31, 32, 80, 200)
SPEC = """scores: {file: s.csv, form: wide}
axes: {x: {ticks: none}, y: {ticks: none}}
size: {width: 80mm}
range: [100, 300]
colorbar: {label: "How far it is from the first of all cells to this one"}
"""
OF_TEXTS = 250  # characters at most that are said of a grid in words


@pytest.fixture(scope="module", params=[200, 1226])
def plan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> FigurePlan:
    folder, side = tmp_path_factory.mktemp("large"), int(request.param)
    header = ",".join(["y", *(f"c{number}" for number in range(side))])
    rows = np.add.outer(np.arange(side), np.arange(side)).astype(str)
    lines = (",".join([f"r{number}", *row]) for number, row in enumerate(rows.tolist()))
    (folder / "s.csv").write_text("\n".join([header, *lines]))
    (folder / "s.yaml").write_text(SPEC)
    return compiled(folder / "s.yaml").plan


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_are_as_many_as_the_width_asks_for(plan: FigurePlan, width: int) -> None:
    lines = shown(plan, width, False).splitlines()
    assert all(len(line) <= width for line in lines)
    assert len(lines) <= 55 + OF_TEXTS // width
    picture = [line for line in lines if len(line) == width and set(line) <= set(SHADES)]
    assert len(picture) >= 50


@pytest.mark.parametrize("width", WIDTHS)
def test_the_bar_is_whole(plan: FigurePlan, width: int) -> None:
    lines = shown(plan, width, False).splitlines()
    (bar,) = [line for line in lines if line.startswith("◀")] if width > 2 else lines[-2:-1]
    colors = bar[1:].partition("▶")[0] if width > 2 else bar
    assert len(colors) == max(1, min(32, width - 2))
    assert width <= 5 or list(dict.fromkeys(colors)) == list(SHADES)
