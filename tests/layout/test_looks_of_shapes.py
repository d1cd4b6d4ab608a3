"""Rules of looks that hold for shapes in cells."""

from pathlib import Path

import pytest

from heatfig.build.figure import prepare
from heatfig.layout.scene.items import CellGroup, Circle
from heatfig.runtime.arrays import RGB


def circles(folder: Path, cell: str) -> list[Circle]:
    (folder / "s.csv").write_text("m,a,b,c\nx,0,0.5,1\ny,1,0.2,0\n")
    axes = "axes: {x: {ticks: none}, y: {ticks: none}}"
    spec = f"scores: {{file: s.csv, form: wide}}\ncells: {{shape: circle}}\ncolormap: Reds\n{axes}\n"
    (folder / "s.yaml").write_text(f"{spec}size: {{cell: {cell}}}\n")
    found = prepare(folder / "s.yaml").scene
    return [
        item
        for group in found.items
        if isinstance(group, CellGroup)
        for item in group.items
        if isinstance(item, Circle)
    ]


def apart(one: RGB, other: RGB) -> float:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / (3 * 255)


@pytest.mark.parametrize(("cell", "least", "most"), [("3pt", 0.0, 0.13), ("20pt", 0.15, 0.3)])
def test_the_line_of_a_pale_shape_is_seen_and_that_of_a_small_one_does_not_outweigh_it(
    tmp_path: Path, cell: str, least: float, most: float
) -> None:
    found = circles(tmp_path, cell)
    palest = max(found, key=lambda circle: sum(circle.fill or ()))
    assert palest.fill is not None
    assert palest.edge is not None
    assert palest.edge.color is not None
    assert least <= apart(palest.fill, palest.edge.color) <= most
