"""Where cells are smaller than pixels, an image shows mean scores, and the figure says so."""

import json
from pathlib import Path

import numpy as np
import pytest

from heatfig.build.figure import prepare
from heatfig.layout.describe import describe
from heatfig.layout.dump import scene_data
from heatfig.layout.scene import Image
from heatfig.plan.figure import shaded

SPEC = """
scores: {file: s.csv, form: wide}
axes: {x: {ticks: none}, y: {ticks: none}}
cells: image
colorbar: none
size: {cell: CELL}
dpi: 72
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
    np.testing.assert_array_equal(picture.pixels, shaded(panel.colormap, panel.norm, means))
    assert "Each of 30 by 20 pixels shows the mean of the scores that it covers." in figure.scene.description
    assert '"means": true' in json.dumps(scene_data(figure.scene))


def test_cells_as_large_as_pixels_have_one_each(tmp_path: Path, scores: np.ndarray) -> None:
    (tmp_path / "f.yaml").write_text(SPEC.replace("CELL", "1pt"))
    figure = prepare(tmp_path / "f.yaml")
    (picture,) = [item for item in figure.scene.items if isinstance(item, Image)]
    assert picture.pixels.shape == (*scores.shape, 3)
    assert figure.scene.description == describe(figure.plan, ())
