"""The examples of the reference: each has a topic, says something new, and is drawn in all formats."""

import subprocess
import sys
from pathlib import Path

import pytest

from heatfig.build.figure import drawn, prepare
from heatfig.runtime.formats import FORMATS

FOLDER = Path(__file__).parents[2] / "specs" / "examples"
SPECS = sorted(FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.stem)
def test_an_example_is_drawn_in_every_format(spec: Path) -> None:
    figure = prepare(spec)
    assert all(drawn(figure, form) for form in FORMATS)


def test_the_page_is_what_the_examples_say() -> None:
    printed = subprocess.run([sys.executable, FOLDER / "contents.py"], capture_output=True, check=True).stdout
    assert (FOLDER / "README.md").read_bytes() == printed, "make reference writes it anew"


def test_the_page_lists_every_example() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [spec.stem for spec in SPECS if f"](#{spec.stem})" not in page] == []
