"""Cells of axes with a scale are as wide as matplotlib's mesh draws them around the same numbers or dates."""

from pathlib import Path

import numpy as np
import pytest
from decode import read_png
from matplotlib.figure import Figure as Sheet
from numpy.typing import NDArray
from svg_file import Svg
from svg_paint import corners

from heatfig.build.figure import drawn, prepare

SPEC = "scores: s.csv\nvalue: v\naxes: {{x: {{column: x, scale: {scale}, {more}}}, y: y}}\ncolorbar: none\n{rest}\n"
NUMBERS, DATES = ["1", "2", "4", "10", "10.5"], ["2024-01-31", "2024-02-29", "2024-03-31", "2025-01-01"]
Edges = NDArray[np.float64]


def written(folder: Path, scale: str, more: str = "", rest: str = "") -> Path:
    """A spec and its scores, whose labels stand in no order in the file."""
    labels = NUMBERS if scale == "numbers" else DATES
    rows = [f"{label},{y},{at + y}" for y in range(2) for at, label in enumerate(labels)]
    (folder / "s.csv").write_text("\n".join(["x,y,v", *rows[::2], *rows[1::2]]), "utf-8")
    path = folder / "spec.yaml"
    path.write_text(SPEC.format(scale=scale, more=more, rest=rest), "utf-8")
    return path


def mesh_edges(scale: str) -> Edges:
    """Where cells begin and end, in numbers or days, by a mesh of matplotlib's."""
    days = np.array(DATES, "datetime64[D]").astype(np.float64)
    at = np.array(list(map(float, NUMBERS))) if scale == "numbers" else days
    mesh = Sheet().add_subplot().pcolormesh(at, [0, 1], np.zeros((2, len(at))), shading="nearest")
    return np.asarray(mesh.get_coordinates(), np.float64)[0, :, 0]


def svg_edges(svg: Svg, count: int) -> Edges:
    """Where the cells of the last row begin, and the last of them ends."""
    boxes = [corners(cell[1]) for cell in svg.cells()[-count:]]
    xs = sorted({round(min(x for x, _ in box), 3) for box in boxes})
    return np.array([*xs, max(x for x, _ in boxes[-1])])


@pytest.mark.parametrize("scale", ["numbers", "dates"])
def test_cells_are_as_wide_as_their_numbers_lie_apart(scale: str, tmp_path: Path) -> None:
    edges = mesh_edges(scale)
    found = svg_edges(Svg(drawn(prepare(written(tmp_path, scale)), "svg")), len(edges) - 1)
    share = (edges - edges[0]) / (edges[-1] - edges[0])
    assert (found - found[0]) / (found[-1] - found[0]) == pytest.approx(share, abs=1e-3)


def test_a_tick_stands_at_its_number_and_not_in_the_middle_of_its_cell(tmp_path: Path) -> None:
    svg = Svg(drawn(prepare(written(tmp_path, "numbers", "ticks: [4, 7]")), "svg"))
    edges, found = mesh_edges("numbers"), svg_edges(svg, len(NUMBERS))
    spots = {text.content: text.x for text in svg.texts}
    wanted = np.interp([4, 7], edges, found)
    assert spots["7"] - spots["4"] == pytest.approx(wanted[1] - wanted[0], abs=0.05)


@pytest.mark.parametrize("direction", ["right", "left"])
def test_an_image_shows_each_score_where_its_number_is(direction: str, tmp_path: Path) -> None:
    figures = [
        prepare(written(tmp_path, "numbers", f"direction: {direction}", f"cells: {draw}\nsize: {{cell: 1in}}"))
        for draw in ("vector", "image")
    ]
    vector, image = (read_png(drawn(figure, "png", 72), 72) for figure in figures)
    assert vector.pixels.shape == image.pixels.shape
    assert (vector.pixels == image.pixels).all(axis=-1).mean() > 0.99
    assert len(np.unique(image.pixels.reshape(-1, 3), axis=0)) > len(NUMBERS)
