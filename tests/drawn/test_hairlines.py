"""No hairline shows between cells, and cells drawn as one image are the right way up."""

from collections.abc import Callable, Iterator
from pathlib import Path

import matplotlib
import numpy as np
import pytest
from by_matplotlib import opaque
from decode import Box, Bytes, Raster, read_png
from matplotlib.colors import to_rgb
from pdf_file import Pdf
from places import cell_boxes
from smoothing import smoothed
from svg_file import Svg

from heatfig.build.figure import Figure, drawn, prepare
from heatfig.layout.scene.items import Rect

FRAME = 0.25  # points of the grid's frame that lie inside
PIXEL = 72 / 300  # of which gaps have whole ones
EDGE = 1.5  # pixels beside it that it may shine through on
ONE, OTHER = (8, 48, 107), (103, 0, 13)
SPEC = """\
scores: scores.csv
value: score
axes: {y: {column: row, ticks: none}, x: {column: column, ticks: none}}
colorbar: none
"""
TWO_COLORS = SPEC + 'colormap: ["#08306b", "#67000d"]\nrange: [0, 1]\nsize: {cell: 7.3pt}\n'
SPLIT = "split: {column: part}\ngap: 0pt\n"
Score = Callable[[int, int, int], float]


def _even(*_: int) -> float:
    return 0


def _checkered(row: int, column: int, part: int) -> float:
    return (row + column + part) % 2


@pytest.mark.parametrize("split", ["", SPLIT], ids=["whole", "split"])
def test_cells_of_one_colour_make_one_even_area(split: str, tmp_path: Path) -> None:
    figure = _figure(tmp_path, TWO_COLORS + split, (12, 12, 1 + bool(split)), _even)
    for name, inside in _insides(figure):
        assert (inside == ONE).all(), (name, np.unique(inside, axis=0))


def test_no_light_line_shows_between_cells_of_two_colours(tmp_path: Path) -> None:
    figure = _figure(tmp_path, TWO_COLORS, (12, 12, 1), _checkered)
    for name, inside in _insides(figure):
        assert (inside <= np.max([ONE, OTHER], axis=0)).all(), (name, inside.max(axis=0))
        assert (inside == ONE).all(axis=1).any(), name
        assert (inside == OTHER).all(axis=1).any(), name


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_an_image_of_cells_is_the_right_way_up(form: str, tmp_path: Path) -> None:
    shape = (3, 4, 1)
    figure = _figure(tmp_path, SPEC + "cells: image\n", shape, lambda *at: np.ravel_multi_index(at, shape))
    shown = _shown(figure, form)
    colors = [matplotlib.colormaps["viridis"](score / 11) for score in range(12)]
    centers = [((left + right) / 2, (top + bottom) / 2) for left, top, right, bottom in cell_boxes(figure, 0).values()]
    assert [shown.color(*center) for center in centers] == [opaque(color) for color in colors]
    assert not Svg(drawn(figure, "svg")).cells()


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_over_ten_thousand_cells_become_an_image_even_where_cells_are_smaller_than_pixels(
    form: str, tmp_path: Path
) -> None:
    rows, columns = 101, 100
    spec = SPEC + "size: {width: 35mm, height: 35mm}\ndpi: 72\nannotations: none\ntitle: many\n"
    figure = _figure(tmp_path, spec, (rows, columns, 1), lambda row, column, _: 2 * (row > 50) + (column > 49))
    left, top, right, bottom = _grid(figure)
    shown = _shown(figure, form)
    corners = [(left + 3, top + 3), (right - 3, top + 3), (left + 3, bottom - 3), (right - 3, bottom - 3)]
    assert [shown.color(*corner) for corner in corners] == [
        opaque(matplotlib.colormaps["viridis"](score / 3)) for score in range(4)
    ]
    svg = Svg(drawn(figure, "svg"))
    assert len(svg.images()) == len(Pdf(drawn(figure, "pdf")).images()) == 1
    assert [text.content for text in svg.texts if "many" in text.content] == ["many"]


@pytest.mark.parametrize("form", ["png", "svg", "pdf"])
def test_gaps_between_cells_show_the_page(form: str, tmp_path: Path) -> None:
    spec = TWO_COLORS + "gap: 2pt\nbackground: khaki\n"
    figure = _figure(tmp_path, spec, (4, 4, 1), _checkered)
    boxes, shown = cell_boxes(figure, 0), _shown(figure, form)
    for row, column in np.ndindex(3, 3):
        (_, _, right, bottom), (left, top, _, _) = boxes[row, column, 0], boxes[row + 1, column + 1, 0]
        assert (left - right, top - bottom) == pytest.approx((2, 2), abs=PIXEL / 2)
        assert shown.color((left + right) / 2, bottom - 2) == opaque(to_rgb("khaki"))
        assert shown.color(right - 2, (top + bottom) / 2) == opaque(to_rgb("khaki"))


@pytest.mark.parametrize(("gap", "crisp"), [("none", True), ("1pt", False)])
def test_a_browser_draws_cells_that_join_in_whole_pixels(gap: str, crisp: bool, tmp_path: Path) -> None:
    """Else a notch shows where a cell reaches under three others; gaps of whole pixels would differ."""
    figure = _figure(tmp_path, f"{SPEC}gap: {gap}\n", (3, 3, 1), _checkered)
    assert (b"shape-rendering: crispEdges" in drawn(figure, "svg")) == crisp


def test_a_browser_draws_strips_and_margins_in_whole_pixels(tmp_path: Path) -> None:
    beside = "beside: {left: {strip: row}, right: {margin: {field: value, using: mean}}}\n"
    figure = _figure(tmp_path, f"{SPEC}gap: 1pt\n{beside}", (3, 3, 1), _checkered)
    shown = drawn(figure, "svg").decode()
    for kind in ("margin", "strip"):
        assert f'g[id^="{kind}-"] > path:first-of-type {{ shape-rendering: crispEdges }}' in shown
        assert shown.count(f'<g id="{kind}-p0-') == 3


def test_a_strip_does_not_reach_into_the_place_of_a_row_without_a_category(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text("row,column,v,kind\na,x,1,p\nb,x,2,\nc,x,3,q\n", "utf-8")
    (tmp_path / "s.yaml").write_text(
        "scores: s.csv\nvalue: v\naxes: {y: row, x: column}\nbeside: {left: {strip: kind}}\n", "utf-8"
    )
    figure = prepare(tmp_path / "s.yaml")
    rects = [item for item in figure.scene.items if isinstance(item, Rect) and item.role.kind == "strip"]
    cells = cell_boxes(figure, 0)
    assert [rect.y + rect.height for rect in rects] == pytest.approx([cells[1, 0, 0][1], cells[2, 0, 0][3]])


def _figure(folder: Path, spec: str, shape: tuple[int, int, int], score: Score) -> Figure:
    """A figure of a score for each row, column and part."""
    lines = [f"{row},{column},{part},{score(row, column, part)}" for row, column, part in np.ndindex(shape)]
    (folder / "scores.csv").write_text("\n".join(["row,column,part,score", *lines]), "utf-8")
    path = folder / "cells.yaml"
    path.write_text(spec, "utf-8")
    return prepare(path)


def _insides(figure: Figure) -> Iterator[tuple[str, Bytes]]:
    """The grid's pixels in files of several sizes, few of which let edges fall between pixels."""
    pdf, svg = Pdf(drawn(figure, "pdf")), Svg(drawn(figure, "svg"))
    rasters: dict[str, Raster] = {f"PDF at {scale}": pdf.raster(scale) for scale in (0.83, 1.37, 2.53, 3, 5.9)}
    rasters |= {f"PNG at {dpi} dpi": read_png(drawn(figure, "png", dpi), dpi) for dpi in (61, 97, 149, 216, 331)}
    for scale in (2.03, 2.53, 3, 5.9):
        rasters |= {f"PDF smoothed at {scale}": smoothed(pdf.fills(), pdf.size, scale)}
        rasters |= {f"SVG smoothed at {scale}": smoothed(svg.fills(), svg.size, scale)}
    for name, raster in rasters.items():
        inside = raster.inside(_grid(figure), FRAME + EDGE / raster.scale).reshape(-1, 3)
        assert len(inside) > 2000
        yield name, inside


def _grid(figure: Figure) -> Box:
    boxes = np.array(list(cell_boxes(figure, 0).values()))
    left, top = boxes[:, :2].min(axis=0)
    right, bottom = boxes[:, 2:].max(axis=0)
    return float(left), float(top), float(right), float(bottom)


def _shown(figure: Figure, form: str) -> Raster | Svg:
    content = drawn(figure, form)
    if form == "png":
        return read_png(content, figure.plan.page.dpi)
    return Svg(content) if form == "svg" else Pdf(content).raster(4)
