from pathlib import Path

import pytest

from heatfig.build.figure import prepare
from heatfig.diagnostics import Problems
from heatfig.layout.scene.items import CellGroup, Rect, Scene


def scene(folder: Path, rows: int, columns: int, looks: str) -> Scene:
    cells = "".join(f"c{x},r{y},{(x * y) % 7}\n" for y in range(rows) for x in range(columns))
    (folder / "s.csv").write_text(f"x,y,v\n{cells}")
    (folder / "s.yaml").write_text(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{looks}")
    return prepare(folder / "s.yaml").scene


def cell(found: Scene) -> tuple[float, float]:
    rect = next(item.items[0] for item in found.items if isinstance(item, CellGroup))
    assert isinstance(rect, Rect)
    return rect.width, rect.height


def test_a_width_alone_keeps_cells_square(tmp_path: Path) -> None:
    wide, high = cell(scene(tmp_path, 6, 9, "cells: vector\nframe: none\ngap: 0.5pt\nsize: {width: 120mm}\n"))
    assert wide == pytest.approx(high)


def test_a_width_alone_makes_no_page_that_is_much_higher_than_wide(tmp_path: Path) -> None:
    found = scene(tmp_path, 20, 2, "size: {width: 150mm}\n")
    wide, high = cell(found)
    assert wide > high
    assert found.height == pytest.approx(found.width * 2**0.5)


@pytest.mark.parametrize(
    ("rows", "looks", "mend"),
    [
        (200, "", "`ticks: none` or fewer ticks along"),
        (200, "size: {width: 80mm}\n", "`ticks: none` or fewer ticks along y"),
    ],
)
def test_a_page_that_would_be_larger_than_a3_says_what_makes_it_smaller(
    tmp_path: Path, rows: int, looks: str, mend: str
) -> None:
    with pytest.raises(Problems, match="larger than A3") as found:
        scene(tmp_path, rows, 3, looks)
    assert found.value.diagnostics[0].hint.startswith(mend)


@pytest.mark.parametrize("size", ["{cell: 4mm}", "{width: 80mm, height: 700mm}"])
def test_a_page_may_be_larger_than_a3_where_its_size_is_said(tmp_path: Path, size: str) -> None:
    assert scene(tmp_path, 160, 3, f"size: {size}\n").height > 600 / 25.4 * 72


@pytest.mark.parametrize("columns", [1, 2, 8])
@pytest.mark.parametrize("width", [50, 70, 89, 100, 110, 140])
def test_a_page_of_any_width_is_filled_beside_margins_that_are_as_wide_as_cells_are_high(
    tmp_path: Path, columns: int, width: int
) -> None:
    margin = 'beside: {right: {margin: {field: value, using: mean, label: ""}}}\n'
    found = scene(tmp_path, 6, columns, f"{margin}size: {{width: {width}mm}}\nfont: {{size: 6}}\n")
    assert found.width == pytest.approx(width / 25.4 * 72)


def test_numbers_of_margins_are_as_large_as_those_of_cells(tmp_path: Path) -> None:
    margins = "beside: {bottom: {margin: {field: value, using: max}}, right: {margin: {field: value, using: sum}}}\n"
    found = scene(tmp_path, 3, 9, f"annotations: .2f\n{margins}size: {{width: 90mm}}\n")
    sizes = {run.size for run in found.text_runs() if run.role.kind in {"annotation", "margin text"}}
    assert len(sizes) == 1
    assert sizes.pop() < 8
