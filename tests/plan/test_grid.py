import numpy as np
import pytest

from heatfig.plan.grid import SCORED, Extent, Grid, holds
from heatfig.runtime import stretches as module


def grid(scores: list[list[float]], kinds: list[list[int]]) -> Grid:
    return Grid(np.array(scores)[:, :, None], np.array(kinds, np.int16)[:, :, None])


NAN = float("nan")


def test_an_extent_names_the_first_of_the_least_and_of_the_greatest(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = grid([[NAN, NAN], [4, 2], [NAN, 7], [2, 7]], [[0, 0], [-1, -1], [0, -1], [-1, -1]])
    expected = Extent(low=2, high=7, low_at=3, high_at=5, missing=3)
    assert whole.extent == expected
    monkeypatch.setattr(module, "STRETCH", 1)
    assert Grid(whole.scores, whole.kinds).extent == expected


def test_an_extent_of_no_score_has_no_limits() -> None:
    extent = grid([[NAN, NAN]], [[0, 0]]).extent
    assert np.isnan([extent.low, extent.high]).all()
    assert extent.missing == 2


def test_a_kind_is_found_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STRETCH", 1)
    kinds = np.array([[-1, -1], [-1, 2]], np.int16)
    assert [holds(kinds, kind) for kind in (-1, 0, 1, 2)] == [True, False, False, True]
    everywhere = np.broadcast_to(np.int16(SCORED), (2, 2))
    assert [holds(everywhere, kind) for kind in (-1, 0)] == [True, False]
