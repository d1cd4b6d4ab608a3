"""Colormaps of the cubehelix kind are those of matplotlib, which has one, and of the formula by hand."""

import numpy as np
import pytest
from matplotlib import colormaps

from heatfig.scales.cubehelix import cubehelix_table


def test_the_usual_one_is_that_of_matplotlib() -> None:
    wanted = colormaps["cubehelix"](np.linspace(0, 1, 256), bytes=True)[:, :3].astype(int)
    found = cubehelix_table(0.5, -1.5, 1.0, 1.0, (0.0, 1.0)).astype(int)
    assert np.abs(found - wanted).max() <= 1  # matplotlib cuts off what is here rounded


@pytest.mark.parametrize("channel", [0, 1, 2])
def test_half_way_it_turns_around_the_grey_by_the_direction_of_its_start(channel: int) -> None:
    (color,) = {tuple(row) for row in cubehelix_table(0.0, 0.0, 1.0, 1.0, (0.5, 0.5)).tolist()}
    assert color[channel] == round(255 * (0.5 + (-0.14861, -0.29227, 1.97294)[channel] / 8))
    (color,) = {tuple(row) for row in cubehelix_table(0.75, 0.0, 1.0, 2.0, (0.5, 0.5)).tolist()}
    assert color[channel] == round(255 * (0.25 + 3 / 32 * (1.78277, -0.90649, 0.0)[channel]))
