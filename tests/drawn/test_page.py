"""The page has exactly the size that was asked for, in every format."""

import io
from pathlib import Path

import pytest
from figure_case import write_sample
from pdf_file import Pdf
from PIL import Image
from places import cell_boxes
from svg_file import Svg
from svg_paint import corners

from heatfig.build.figure import drawn, prepare

EXACT = 0.01
SIZES = {
    "{width: 8.25cm}": (8.25 / 2.54 * 72, None),
    "{width: 3.25in}": (3.25 * 72, None),
    "{width: 240.24pt}": (240.24, None),  # 1001 pixels at 300 dpi; 1001 / 300 * 300 falls short of them
    "{width: 85mm, height: 70mm}": (85 / 25.4 * 72, 70 / 25.4 * 72),
    "{width: 11cm, height: 2.5in}": (11 / 2.54 * 72, 180),
}
CELLS = {
    "{cell: 11mm}": (11 / 25.4 * 72, 11 / 25.4 * 72),
    "{cell: 0.5in}": (36, 36),
    "{cell: [1.3cm, 19.5pt]}": (1.3 / 2.54 * 72, 19.5),
}


@pytest.mark.parametrize("size", [*SIZES, *CELLS])
def test_the_page_has_the_size_asked_for(size: str, tmp_path: Path) -> None:
    figure = prepare(_sized(tmp_path, size))
    pdf = Pdf(drawn(figure, "pdf")).size
    svg = Svg(drawn(figure, "svg"))
    width, height = SIZES.get(size, (None, None))
    assert pdf == pytest.approx((width or pdf[0], height or pdf[1]), abs=EXACT)
    assert svg.size == pytest.approx(pdf, abs=EXACT)
    assert [float(side) for side in svg.root.attrib["viewBox"].split()] == pytest.approx([0, 0, *pdf], abs=EXACT)
    for dpi in (72, 300, 333):
        with Image.open(io.BytesIO(drawn(figure, "png", dpi))) as image:
            assert image.size == (round(pdf[0] / 72 * dpi), round(pdf[1] / 72 * dpi))
            assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.01)


@pytest.mark.parametrize("size", CELLS)
def test_cells_have_the_size_asked_for(size: str, tmp_path: Path) -> None:
    figure = prepare(_sized(tmp_path, size))
    boxes = cell_boxes(figure, 0)
    steps = boxes[0, 1, 0][0] - boxes[0, 0, 0][0], boxes[1, 0, 0][1] - boxes[0, 0, 0][1]
    assert steps == pytest.approx(CELLS[size], abs=EXACT)
    first, beside = (corners(cell[1])[0] for cell in Svg(drawn(figure, "svg")).cells()[:2])
    assert beside[0] - first[0] == pytest.approx(CELLS[size][0], abs=EXACT)


def test_the_page_without_a_size_follows_from_the_texts_and_holds_them_all(tmp_path: Path) -> None:
    figure = prepare(write_sample(tmp_path, "strips"))
    width, height = Pdf(drawn(figure, "pdf")).size
    for x, y in (corner for words in figure.scene.text_runs() for corner in words.corners()):
        assert 0 <= x <= width
        assert 0 <= y <= height


@pytest.mark.parametrize(("asked", "pixels"), [(None, (333, 222)), (150, (450, 300))])
def test_dpi_is_that_of_the_spec_unless_the_command_gives_another(
    asked: int | None, pixels: tuple[int, int], tmp_path: Path
) -> None:
    figure = prepare(_sized(tmp_path, "{width: 3in, height: 2in}"))
    with Image.open(io.BytesIO(drawn(figure, "png", asked))) as image:
        assert image.size == pixels


def _sized(folder: Path, size: str) -> Path:
    path = write_sample(folder, "part")
    path.write_text(path.read_text("utf-8") + f"size: {size}\ndpi: 111\n", "utf-8")
    return path
