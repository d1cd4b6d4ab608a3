"""Texts of a layer name what its own keys make of its scores."""

from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure
from heatfig.diagnostics import Problems
from heatfig.plan.marks.texts import CellTexts

Make = Callable[..., Figure]
TABLE = "x,y,v,n\na,p,0.1,3\na,q,0.5,4\nb,p,0.25,5\nb,q,0.75,6\n"
SPEC = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\n"


def texts(make: Make, layer: str, more: str = "") -> list[str]:
    made = make(f"{SPEC}{more}layers: [{{}}, {{value: n, cells: {{shape: circle}}, {layer}}}]\n", s=TABLE)
    (found,) = (mark for mark in made.plan.panels[0].marks if isinstance(mark, CellTexts))
    return [str(text) for text in found.texts.ravel()]


def test_a_layer_names_its_own_classes(make: Make) -> None:
    assert texts(make, "norm: {bins: 2, labels: [low, high]}, annotations: '{class}'") == ["low", "high", "low", "high"]
    assert texts(make, "annotations: '{class}'", "norm: {bins: 2, labels: [low, high]}\n")[-1] == "high"


def test_a_layer_names_what_it_normalizes_into(make: Make) -> None:
    found = texts(make, "normalize: {using: rank, per: x, into: place}, annotations: '{place:d}'")
    assert sorted(found) == ["1", "1", "2", "2"]


def test_classes_of_the_panel_are_none_of_a_layer_with_another_norm(make: Make) -> None:
    with pytest.raises(Problems, match="no column 'class'"):
        texts(make, "norm: linear, annotations: '{class}'", "norm: {bins: 2, labels: [low, high]}\n")
