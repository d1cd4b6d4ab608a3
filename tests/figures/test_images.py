"""The pictures of the README are what rendering the specs gives today."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from heatfig.build.figure import drawn, prepare
from heatfig.build.fingerprint import content_hash, read_fingerprint

SPECS = sorted((Path(__file__).parents[2] / "specs").glob("*.yaml"))
DPI = 150


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_the_picture_is_fresh(spec: Path) -> None:
    kept = spec.parent / "images" / f"{spec.stem}.png"
    made_from = read_fingerprint(str(kept))
    assert made_from is not None
    assert made_from.spec == content_hash(spec.read_bytes())
    fresh = Image.open(io.BytesIO(drawn(prepare(spec), "png", DPI)))
    with Image.open(kept) as old:
        np.testing.assert_array_equal(np.asarray(old), np.asarray(fresh), "make images draws them anew")


def test_there_is_no_other_picture() -> None:
    folder = SPECS[0].parent / "images"
    assert sorted(path.stem for path in folder.iterdir()) == [spec.stem for spec in SPECS]
