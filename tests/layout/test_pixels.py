"""Where cells are smaller than pixels, an image shows mean scores, and the figure says so."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Png

from heatfig.build.figure import Figure, drawn, prepare
from heatfig.layout.scene.describe import describe
from heatfig.layout.scene.dump import scene_data
from heatfig.layout.scene.items import Image

SPEC = """
scores: {file: s.csv, form: wide}
axes: {x: {ticks: none}, y: {ticks: none}}
cells: image
colorbar: none
size: {cell: CELL}
dpi: 72
"""


CHECKERBOARD = """
scores: s.csv
value: v
axes: {x: {column: x, ticks: none}, y: {column: y, ticks: none}}
cells: image
colormap: RdBu
colorbar: none
size: {cell: 0.25pt}
dpi: 600
"""


@pytest.fixture
def scores(tmp_path: Path) -> np.ndarray:
    scores = np.random.default_rng(0).random((60, 40)).round(3)
    rows = "".join(f"r{at},{','.join(map(str, row))}\n" for at, row in enumerate(scores.tolist()))
    (tmp_path / "s.csv").write_text("name," + ",".join(f"c{at}" for at in range(40)) + "\n" + rows)
    return scores


def test_each_pixel_has_the_colour_of_a_mean_score(tmp_path: Path, scores: np.ndarray) -> None:
    (tmp_path / "f.yaml").write_text(SPEC.replace("CELL", "0.5pt"))
    figure = prepare(tmp_path / "f.yaml")
    (picture,) = [item for item in figure.scene.items if isinstance(item, Image)]
    (panel,) = figure.plan.panels
    means = scores.reshape(30, 2, 20, 2).mean(axis=(1, 3))
    np.testing.assert_array_equal(picture.pixels, figure.plan.scale_of(panel).colors(means))
    assert "Each of 30 by 20 pixels shows the mean of the scores that it covers." in figure.scene.description
    assert '"means": true' in json.dumps(scene_data(figure.scene))


def test_cells_as_large_as_pixels_have_one_each(tmp_path: Path, scores: np.ndarray) -> None:
    (tmp_path / "f.yaml").write_text(SPEC.replace("CELL", "1pt"))
    figure = prepare(tmp_path / "f.yaml")
    (picture,) = [item for item in figure.scene.items if isinstance(item, Image)]
    assert picture.pixels.shape == (*scores.shape, 3)
    assert figure.scene.description == describe(figure.plan, ())


@pytest.mark.parametrize("dpi", [72, 36, 18])
def test_fewer_pixels_than_the_page_was_laid_out_for_show_mean_scores_and_not_mixed_colours(
    make: Callable[..., Figure], dpi: int
) -> None:
    figure = make(CHECKERBOARD, s="y,x,v\n" + "".join(f"{y},{x},{(-1) ** (x + y)}\n" for y, x in np.ndindex(160, 160)))
    with Png.open(io.BytesIO(drawn(figure, "png", dpi))) as image:
        pixels = np.asarray(image.convert("RGB"))
    (cells,) = [item for item in figure.scene.items if item.role.kind == "cells" and isinstance(item, Image)]
    low, high = (
        [round((start + share * extent) / 72 * dpi) for start, extent in ((cells.x, 40), (cells.y, 40))]
        for share in (0.25, 0.75)
    )
    inner = pixels[low[1] : high[1], low[0] : high[0]].reshape(-1, 3)
    assert len(inner) > 10
    assert np.unique(inner, axis=0).tolist() == figure.plan.scales[0].colors(np.array([0.0])).tolist()
