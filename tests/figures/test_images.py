"""The pictures of the README and of the examples are what rendering the specs gives today."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from heatfig.build.figure import drawn, prepare
from heatfig.build.fingerprint import content_hash, read_fingerprint

FOLDER = Path(__file__).parents[2] / "specs"
SPECS = sorted(FOLDER.glob("**/*.yaml"))
NAMES = {spec: str(spec.relative_to(FOLDER).with_suffix("")) for spec in SPECS}
DPI = 150


@pytest.mark.parametrize("spec", SPECS, ids=NAMES.get)
def test_the_picture_is_fresh(spec: Path) -> None:
    kept = FOLDER / "images" / f"{NAMES[spec]}.png"
    made_from = read_fingerprint(str(kept))
    assert made_from is not None, "make images draws it"
    assert made_from.spec == content_hash(spec.read_bytes())
    fresh = Image.open(io.BytesIO(drawn(prepare(spec), "png", DPI)))
    with Image.open(kept) as old:
        np.testing.assert_array_equal(np.asarray(old), np.asarray(fresh), "make images draws them anew")


def test_there_is_no_other_picture() -> None:
    pictures = (FOLDER / "images").glob("**/*.png")
    assert sorted(str(path.relative_to(FOLDER / "images").with_suffix("")) for path in pictures) == sorted(
        NAMES.values()
    )
