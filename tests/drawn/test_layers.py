"""Layers over each other, read back from each format: the colour and the extent of each where it can be seen."""

import numpy as np
import pytest
from decode import Box, Point
from figure_case import Case, write_sample
from oracle.cells import At
from oracle.panel import Wanted
from places import cell_boxes
from svg_paint import NAME, Shape, fill_color, outline
from test_shapes import line_width, whole_area

FORMATS = ["png", "svg", "pdf"]


@pytest.fixture(scope="module")
def layered(tmp_path_factory: pytest.TempPathFactory) -> Case:
    return Case(write_sample(tmp_path_factory.mktemp("layers"), "layers"))


@pytest.mark.parametrize("form", FORMATS)
def test_each_layer_covers_the_one_before_as_far_as_its_shape_reaches(layered: Case, form: str) -> None:
    (wanted,) = layered.wanted
    circles, squares = wanted.layers
    for at, box in cell_boxes(layered.figure, 0).items():
        reach = reach_of(squares, at, box) / 2
        expected = [(0.47, wanted), *([(0.0, squares), (reach + 0.02, circles)] if reach else [])]
        for off, layer in expected:
            if layer is not circles or reach + 0.04 < reach_of(circles, at, box) / 2:
                assert layered.color(form, *diagonal(box, off)) == layer.color(at), (at, off)


def test_a_group_of_the_svg_holds_the_shape_of_each_layer_in_turn(layered: Case) -> None:
    (wanted,) = layered.wanted
    boxes, cells = cell_boxes(layered.figure, 0), iter(layered.svg.cells())
    for at in wanted:
        title, first, *over = next(cells)
        assert (title.text, fill_color(first)) == (wanted.title(at), wanted.color(at))
        shown = [layer for layer in wanted.layers if layer.size(at)]
        assert [fill_color(shape) for shape in over] == [layer.color(at) for layer in shown]
        for layer, shape in zip(shown, over, strict=True):
            drawn = Shape((0, 0, 0, 0), outline(shape), (0, 0, 0))
            assert drawn.curved == (layer is wanted.layers[0])
            wide = np.ptp(np.array(drawn.outline.vertices), axis=0)[0]
            side = boxes[at][2] - boxes[at][0]
            assert wide + line_width(layer) == pytest.approx(reach_of(layer, at, boxes[at]) * side, rel=0.01)


def check_fills(case: Case, form: str) -> None:
    """In each cell the layers lie in turn, each in the colour of its score, where it has one."""
    cells = iter(case.svg.cells() if form == "svg" else ())
    for panel, plan in zip(case.wanted, case.figure.plan.panels, strict=True):
        for at, group in zip(panel if not plan.image else (), cells, strict=False):
            fills = (fill_color(path) for path in group if path.tag == f"{NAME}path")
            found = [fill for fill in fills if fill is not None]
            shown = [panel, *(layer for layer in panel.layers if _filled(layer, at))] if panel.layers else []
            assert len(found) >= len(shown), at
            assert all(layer.colors.like(layer.color(at), fill) for layer, fill in zip(shown, found, strict=False)), at


def _filled(layer: Wanted, at: At) -> bool:
    """Whether a layer over another has a shape in a cell that is not hollow."""
    return layer.score(at) is not None and layer.size(at) != 0 and layer.settings["cells"].get("fill") != "none"


def reach_of(layer: Wanted, at: tuple[int, int, int], box: Box) -> float:
    """The side of a shape, of that of its cell; 0 where there is none."""
    size = layer.size(at)
    side = min(box[2] - box[0], box[3] - box[1])
    round_ = 3.141592653589793 / 4 if layer.settings["cells"]["shape"] == "circle" else 1.0
    return 0.0 if not size else float((size / layer.largest * whole_area(layer, box) / round_) ** 0.5 / side)


def diagonal(box: Box, off: float) -> Point:
    """A point right of the middle of a box by that share of its side; near a corner for the last."""
    left, top, right, bottom = box
    middle = (left + right) / 2, (top + bottom) / 2
    if off > 0.46:
        return middle[0] + off * (right - left), middle[1] + off * (bottom - top)
    return middle[0] + off * (right - left), middle[1]
