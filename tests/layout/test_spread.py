"""Places that are spread stand clear of each other and as near where they were wanted as can be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heatfig.layout.texts.spread import spread

places = st.lists(st.floats(0, 100), min_size=1, max_size=8).map(sorted)


@given(places, st.floats(0, 30))
def test_places_are_as_far_apart_as_asked(wanted: list[float], step: float) -> None:
    found = spread(wanted, [step] * (len(wanted) - 1), 0, 100)
    assert all(other - one >= step - 1e-6 for one, other in pairwise(found))


@given(places, st.floats(0, 10))
def test_places_stay_within_their_bounds_where_there_is_room(wanted: list[float], step: float) -> None:
    found = spread(wanted, [step] * (len(wanted) - 1), 0, 100)
    assert min(found) >= -1e-9
    assert max(found) <= 100 + 1e-6


@given(places)
def test_places_that_are_clear_of_each_other_stay(wanted: list[float]) -> None:
    assert spread(wanted, [0.0] * (len(wanted) - 1), 0, 100) == pytest.approx(wanted)


def test_places_move_apart_evenly_and_beyond_both_ends_where_there_is_no_room() -> None:
    assert spread([50, 50], [10], 0, 100) == [45, 55]
    assert spread([1, 2, 3], [10, 10], 0, 100) == [0, 10, 20]
    assert spread([2, 2, 2], [10, 10], 0, 4) == [-8, 2, 12]
