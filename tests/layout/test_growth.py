"""What keeps large figures linear gives what comparing everything with everything gives."""

import numpy as np
import pytest
from corpus import even
from hypothesis import given
from hypothesis import strategies as st

from heatfig.layout.page.collisions import _neighbours

numbers = st.floats(0, 50).map(lambda number: round(number, 1))
boxes = st.lists(st.tuples(numbers, numbers, st.floats(0.1, 30), st.floats(0.1, 30)), max_size=20)


@given(boxes)
def test_neighbours_are_all_boxes_that_share_area(found: list[tuple[float, float, float, float]]) -> None:
    low = np.array([(x, y) for x, y, _, _ in found]).reshape(-1, 2)
    high = np.array([(x + w, y + h) for x, y, w, h in found]).reshape(-1, 2)
    pairs = [
        (one, other)
        for one in range(len(found))
        for other in range(one + 1, len(found))
        if (np.maximum(low[one], low[other]) < np.minimum(high[one], high[other])).all()
    ]
    assert _neighbours(low, high) == pairs


def test_a_lattice_has_no_neighbours() -> None:
    low = np.array([(x * 10.0, y * 5.0) for x in range(40) for y in range(40)])
    assert _neighbours(low, low + np.array([9, 4])) == []


@given(st.sets(st.integers(1, 19)), st.integers(0, 19))
def test_each_break_before_a_cell_moves_it(breaks: set[int], index: int) -> None:
    track = even(20, 3.0, 0.0, tuple(sorted(breaks)), 0.5)
    assert track.starts[index] == pytest.approx(3.0 * index + 0.5 * len([b for b in breaks if b <= index]))
    assert track.stands_free(index) == (index == 19 or index + 1 in breaks)
