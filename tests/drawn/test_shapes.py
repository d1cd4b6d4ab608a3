"""Shapes in cells and in legends of sizes: their areas are in proportion to numbers in what each format shows."""

import math

import numpy as np
import pytest
from decode import Box
from figure_case import Case, is_role, write_sample
from oracle.panel import Wanted
from places import cell_boxes
from svg_paint import Shape

from heatfig.layout.scene.items import Circle, Rect

FORMATS = ["png", "svg", "pdf"]
SAMPLES = ["circles", "squares", "bars"]
LARGEST = 0.9  # of a cell's side
BLEED = 1.0  # how far cells may reach under their neighbours, in points
FINE, LINE = 0.5, 0.75  # widths of lines that no spec says, around what is filled and else
PAPER = 215  # pixels that are lighter in all channels are of no shape


@pytest.fixture(scope="module", params=SAMPLES)
def shaped(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    return Case(write_sample(tmp_path_factory.mktemp("shapes"), request.param))


@pytest.mark.parametrize("form", FORMATS)
def test_areas_are_in_proportion_to_sizes(shaped: Case, form: str) -> None:
    for index, wanted in enumerate(shaped.wanted):
        for at, box in cell_boxes(shaped.figure, index).items():
            size = wanted.size(at)
            if size is not None:
                expected = size / wanted.largest * whole_area(wanted, box)
                assert shown_area(shaped, form, box) == _near(expected, form), at


@pytest.mark.parametrize("form", FORMATS)
def test_the_legend_shows_sizes_as_large_as_they_are_in_cells(shaped: Case, form: str) -> None:
    boxes, wanted = cell_boxes(shaped.figure, 0), shaped.wanted[0]
    whole = whole_area(wanted, next(iter(boxes.values())))
    shapes = [item for item in shaped.figure.scene.items if is_role(item.role, "sizes shape")]
    texts = [text.content for _, text in shaped.texts("svg" if form == "svg" else "pdf", "sizes text")]
    assert len(shapes) == len(texts) > 1
    for shape, text in zip(shapes, texts, strict=True):
        assert isinstance(shape, Rect | Circle)
        expected = float(text) / wanted.largest * whole
        assert shown_area(shaped, form, around(shape)) == _near(expected, form)


def test_the_legend_is_headed_by_the_field(shaped: Case) -> None:
    assert [text.content for _, text in shaped.texts("svg", "sizes label")] == [shaped.wanted[0].sized["field"]]


def check_extents(case: Case, form: str) -> None:
    """Every shape of a size is as wide and as high as its number asks, in its cell."""
    boxes = np.array(case.file(form).outlines())
    drawn = np.hstack([(boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]])
    for index, panel in enumerate(case.wanted):
        for at, cell in cell_boxes(case.figure, index).items():
            for layer in (panel, *panel.layers):
                if size := layer.size(at):
                    expected = _extent(layer, size, cell)
                    slack = 0.1 if form == "svg" else 0.1 + line_width(layer)  # a PDF's box has all of the line
                    near = np.abs(drawn - expected) < [BLEED, BLEED, *2 * [slack + BLEED]]
                    assert near.all(axis=1).any(), (at, expected)


def _extent(layer: Wanted, size: float, cell: Box) -> Box:
    """Where the middle of the shape of a number stands in a cell, its width and its height."""
    (left, top, right, bottom), share = cell, size / layer.largest
    x, y, side = (left + right) / 2, (top + bottom) / 2, LARGEST * min(right - left, bottom - top) * share**0.5
    if layer.settings["cells"].get("shape") == "bar":
        high, low = LARGEST * (bottom - top) * share, bottom - (1 - LARGEST) / 2 * (bottom - top)
        centered = layer.settings["cells"].get("at") == "center"
        return x, y if centered else low - high / 2, LARGEST * (right - left), high
    return x, y, side, side


def line_width(layer: Wanted) -> float:
    """How wide the line along a shape is."""
    asked = layer.settings["cells"]
    said = asked.get("stroke", {}).get("width")
    return float(said.removesuffix("pt")) if said else LINE if "stroke" in asked or layer.lined else FINE


def whole_area(wanted: Wanted, box: Box) -> float:
    """The area of the largest shape in a cell."""
    wide, high = LARGEST * (box[2] - box[0]), LARGEST * (box[3] - box[1])
    shape = wanted.settings["cells"].get("shape", "square")
    areas: dict[str, float] = {
        "bar": wide * high,
        "square": min(wide, high) ** 2,
        "circle": math.pi / 4 * min(wide, high) ** 2,
    }
    return areas[shape]


def shown_area(case: Case, form: str, box: Box) -> float:
    """The area of what is drawn in a box, in square points: by its outline, or by its pixels."""
    if form == "svg":
        inside = [shape for shape in case.svg.shapes() if _within(shape.box, box) and shape.fill != (255, 255, 255)]
        return sum(_area(shape) for shape in inside)
    raster = case.png if form == "png" else case.pdf_pixels
    pixels = raster.inside(box, 0.5)
    return float((pixels.min(axis=2) < PAPER).sum()) / raster.scale**2


def around(shape: Rect | Circle) -> Box:
    """A box around a shape with room on all sides."""
    if isinstance(shape, Circle):
        reach = shape.radius + 1
        return shape.x - reach, shape.y - reach, shape.x + reach, shape.y + reach
    return shape.x - 1, shape.y - 1, shape.x + shape.width + 1, shape.y + shape.height + 1


def _within(inner: Box, outer: Box) -> bool:
    slack = 0.3
    return (
        outer[0] - slack < inner[0]
        and outer[1] - slack < inner[1]
        and inner[2] < outer[2] + slack
        and inner[3] < outer[3] + slack
    )


def _area(shape: Shape) -> float:
    left, top, right, bottom = shape.box
    return (right - left) * (bottom - top) * (math.pi / 4 if shape.curved else 1)


def _near(area: float, form: str) -> object:
    """About that area: to two percent as an outline, to a pixel at the edges as pixels."""
    return pytest.approx(area, abs=0.02 * area + 0.02 if form == "svg" else math.sqrt(area) + 0.1)
