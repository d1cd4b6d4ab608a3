import numpy as np

from heatfig.layout.grid.shrunk import averaged, starts
from heatfig.plan.grid import Grid

NAN = float("nan")


def grid(scores: list[list[float]], kinds: list[list[int]]) -> Grid:
    return Grid(np.array(scores)[:, :, None], np.array(kinds, np.int16)[:, :, None])


def test_each_cell_is_the_mean_of_those_that_it_covers() -> None:
    whole = grid([[1, 2, 3], [5, 6, 7], [0, 0, 9]], [[-1] * 3] * 3)
    less = averaged(whole, starts(3, 2), starts(3, 2))
    assert less.scores[:, :, 0].tolist() == [[1, 2.5], [2.5, 5.5]]
    assert (less.kinds == -1).all()


def test_missing_cells_take_no_part_unless_there_is_nothing_else() -> None:
    whole = grid([[1, NAN, NAN, NAN]], [[-1, 0, 2, 0]])
    less = averaged(whole, starts(1, 1), starts(4, 2))
    assert less.scores[0, 0, 0] == 1
    assert np.isnan(less.scores[0, 1, 0])
    assert less.kinds[:, :, 0].tolist() == [[-1, 2]]


def test_a_grid_that_is_small_enough_is_itself() -> None:
    whole = grid([[1, 2], [NAN, 4]], [[-1, -1], [1, -1]])
    same = averaged(whole, starts(2, 5), starts(2, 2))
    np.testing.assert_array_equal(same.scores, whole.scores)
    np.testing.assert_array_equal(same.kinds, whole.kinds)
