"""Hollow shapes, read back from each format: their colour along their edge, and what is below within it."""

import pytest
from decode import RGB, Box, Point
from figure_case import Case, write_sample
from oracle.cells import At
from oracle.colors import named
from oracle.panel import Wanted
from places import cell_boxes
from svg_paint import edge_width, fill_color, rgb_of, style
from test_shapes import line_width

FORMATS = ["png", "svg", "pdf"]
LARGEST = 0.9  # of a cell's side


@pytest.fixture(scope="module", params=["rings", "hollow bars", "rimmed"])
def lined(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    return Case(write_sample(tmp_path_factory.mktemp("hollow"), request.param))


@pytest.mark.parametrize("form", FORMATS)
def test_lines_along_shapes_are_as_asked_and_hollow_ones_show_what_is_below(lined: Case, form: str) -> None:
    assert any("stroke" in layer.settings["cells"] for panel in lined.wanted for layer in (panel, *panel.layers)[-1:])
    check_lines(lined, form)


def check_lines(case: Case, form: str) -> None:
    """Of shapes that lie above all others, each has the line that is asked for, and within it what is."""
    cells = iter(case.svg.cells() if form == "svg" else ())
    for index, panel in enumerate(case.wanted):
        *below, top = panel, *panel.layers
        asked = top.settings.get("cells", {})
        boxes = cell_boxes(case.figure, index)
        for at in boxes if not case.figure.plan.panels[index].image else ():
            group = next(cells, None)
            lined = isinstance(asked, dict) and ("stroke" in asked or asked.get("fill") == "none")
            if not lined or top.score(at) is None:
                continue
            corner, middle, width = _seen(top, at, boxes[at])
            if width == 0:
                continue
            hollow = asked.get("fill") == "none"
            line, within = _line(top, at), _ground(below, at, panel) if hollow else top.color(at)
            if group is not None:
                path = [inside for inside in group if "stroke:" in inside.get("style", "")][-1]
                assert fill_color(path) == (None if hollow else within)
                assert rgb_of(style(path)["stroke"]) == line
                assert edge_width(path) == pytest.approx(width)
                assert ("stroke-dasharray" in style(path)) == ("dash" in asked.get("stroke", {}))
            elif "dash" not in asked.get("stroke", {}):
                assert case.color(form, *corner) == line, at
                assert middle is None or case.color(form, *middle) == within, at


def _seen(layer: Wanted, at: At, box: Box) -> tuple[Point, Point | None, float]:
    """The middle of a shape's line on its left, that of the shape where it shows, and how wide the line is."""
    asked, (left, top, right, bottom) = layer.settings["cells"], box
    size = layer.size(at)
    share = 1.0 if size is None else size / layer.largest
    wide, high = LARGEST * (right - left), LARGEST * (bottom - top) * share
    x, y = (left + right) / 2, bottom - (1 - LARGEST) / 2 * (bottom - top) - high / 2
    if asked.get("at") == "center":
        y = (top + bottom) / 2
    if asked.get("shape") != "bar":
        wide = high = LARGEST * min(right - left, bottom - top) * share**0.5
        y = (top + bottom) / 2
    width = min(line_width(layer), wide, high)
    return (x - wide / 2 + width / 2, y), (x, y) if min(wide, high) > 3 * width else None, width


def _line(layer: Wanted, at: At) -> RGB:
    color = layer.settings["cells"].get("stroke", {}).get("color")
    return named(color) if color else layer.color(at)


def _ground(below: list[Wanted], at: At, panel: Wanted) -> RGB:
    there = [layer for layer in below if layer.covers(at, "center")]
    return there[-1].color(at) if there else named(panel.settings.get("background", "white"))
