"""PNGs are no larger than another encoder makes them, whether lines are alike or noise."""

import io
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from heatfig.build.figure import Figure, drawn

ALIKE = np.random.default_rng(0).random((10, 10))
NOISE = np.random.default_rng(0).random((300, 300))
SPEC = "scores: {file: s.csv, form: wide}\naxes: {x: {ticks: none}, y: {ticks: none}}\ndpi: 150\n"


@pytest.mark.parametrize(
    ("scores", "spec", "most"),
    [
        (ALIKE, "annotations: .2f\nsize: {width: 6in, height: 5in}\n", 1.0),
        (NOISE, "size: {cell: 0.48pt}\n", 0.7),
    ],
    ids=["cells with numbers", "noise, a cell a pixel"],
)
def test_a_png_is_no_larger_than_pillow_makes_it(
    make: Callable[..., Figure], scores: np.ndarray, spec: str, most: float
) -> None:
    head = ",".join(["name", *(f"c{at}" for at in range(len(scores)))])
    lines = [",".join([f"r{at}", *map("{:.4f}".format, row)]) for at, row in enumerate(scores.tolist())]
    ours = drawn(make(SPEC + spec, s="\n".join([head, *lines]) + "\n"), "png")
    theirs = io.BytesIO()
    with Image.open(io.BytesIO(ours)) as picture:
        picture.save(theirs, "png")
    assert len(ours) <= most * len(theirs.getvalue())
