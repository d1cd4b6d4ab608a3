"""Every norm over scores that are all alike, of which a scale has no length."""

from collections.abc import Callable

import numpy as np
import pytest

from heatfig.build.figure import Figure
from heatfig.diagnostics import Problems

NORMS = [
    "norm: linear",
    "norm: log",
    "norm: two-slope\nrange: {center: 0}",
    "norm: quantile",
    "norm: {bins: 2}",
    "norm: {bins: 3}",
    "norm: {bins: 3, labels: [a, b, c]}",
    "norm: {thresholds: [0, 1]}",
    "norm: {symlog: 1}",
    "norm: {power: 2}",
    "range: {symmetric: true}",
    "range: {center: 1}",
    "range: {percentiles: [5, 95]}",
]
SCORES = {
    "equal": "x,y,v\np,a,3\nq,a,3\n",
    "one": "x,y,v\np,a,3\n",
    "nought": "x,y,v\np,a,0\nq,a,0\n",
    "huge": "x,y,v\np,a,1e20\nq,a,1e20\n",
}
NONE_TO_SHOW = {("norm: log", "nought"), ("norm: two-slope\nrange: {center: 0}", "nought")}


def spec(norm: str) -> str:
    return f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{norm}\n"


@pytest.mark.parametrize("scores", SCORES)
@pytest.mark.parametrize("norm", NORMS)
def test_scores_that_are_alike_have_one_colour(norm: str, scores: str, make: Callable[..., Figure]) -> None:
    if (norm, scores) in NONE_TO_SHOW:
        with pytest.raises(Problems):
            make(spec(norm), s=SCORES[scores])
        return
    plan = make(spec(norm), s=SCORES[scores]).plan
    (scale,) = plan.scales
    at = scale.norm.fraction(np.array(plan.panels[0].grid.scores))
    assert len(set(at.ravel().tolist())) == 1
    assert 0 <= at.min() <= 1


@pytest.mark.parametrize("norm", ["norm: quantile", "norm: {bins: 3}"])
def test_a_limit_that_is_said_holds_where_scores_are_alike(norm: str, make: Callable[..., Figure]) -> None:
    (scale,) = make(f"{spec(norm)}range: {{min: 0}}\n", s=SCORES["nought"]).plan.scales
    assert scale.norm.min == 0


def test_scores_at_one_end_of_a_range_are_not_ranked(make: Callable[..., Figure]) -> None:
    (scale,) = make(f"{spec('norm: quantile')}range: [0, 1]\n", s=SCORES["nought"]).plan.scales
    assert scale.norm.fraction(np.array([0.0, 0.25, 1.0])).tolist() == [0, 0.25, 1]


@pytest.mark.parametrize(
    ("said", "low", "high"),
    [("min: -1", -1, 1), ("max: 5", -5, 5), ("min: -1, percentiles: [0, 50]", -1, 1), ("min: 1, center: 2", 1, 3)],
)
def test_a_limit_that_is_said_is_that_of_a_symmetric_range(
    said: str, low: float, high: float, make: Callable[..., Figure]
) -> None:
    found = make(f"{spec('')}range: {{{said}, symmetric: true}}\n", s="x,y,v\np,a,-0.5\nq,a,3\n").plan
    (scale,) = found.scales
    assert (scale.norm.min, scale.norm.max) == (low, high)
