"""A matrix of scores comes to stand as its labels do in the grid."""

from itertools import product

import numpy as np
import pytest

from heatfig.compile.pivot import matrix
from heatfig.data.columns import Scored, all_scored
from heatfig.plan.grid import SCORED

SCORES = np.arange(12.0).reshape(3, 4)
ROWS = {"in order": [0, 1, 2], "against it": [2, 1, 0], "moved": [1, 2, 0], "apart": [4, 0, 2]}
COLUMNS = {"in order": [0, 1, 2, 3], "against it": [3, 2, 1, 0], "moved": [2, 0, 3, 1], "apart": [0, 1, 5, 3]}


def scored(*, full: bool) -> Scored:
    if full:
        return Scored(SCORES, all_scored(SCORES.shape), {})
    kinds = np.full(SCORES.shape, SCORED, np.int16)
    kinds[1, 2] = 3
    return Scored(np.where(kinds == SCORED, SCORES, np.nan), kinds, {})


@pytest.mark.parametrize("full", [True, False], ids=["full", "with a missing score"])
@pytest.mark.parametrize(("down", "across"), list(product(ROWS, COLUMNS)))
def test_each_score_and_kind_stands_at_its_row_and_column(down: str, across: str, full: bool) -> None:
    rows, columns = np.array(ROWS[down]), np.array(COLUMNS[across])
    given, shape = scored(full=full), (int(rows.max()) + 1, int(columns.max()) + 1, 1)
    scores, kinds = np.full(shape, np.nan), np.zeros(shape, np.int16)
    for (i, row), (j, column) in product(enumerate(rows), enumerate(columns)):
        scores[row, column], kinds[row, column] = given.values[i, j], given.kinds[i, j]
    grid = matrix(given, rows, columns, shape)
    np.testing.assert_array_equal(grid.scores, scores)
    np.testing.assert_array_equal(grid.kinds, kinds)


@pytest.mark.parametrize("down", ["in order", "against it"])
@pytest.mark.parametrize("across", ["in order", "against it"])
def test_nothing_is_copied_of_what_stands_in_order_or_against_it(down: str, across: str) -> None:
    given = scored(full=False)
    grid = matrix(given, np.array(ROWS[down]), np.array(COLUMNS[across]), (3, 4, 1))
    assert np.shares_memory(grid.scores, given.values)
    assert np.shares_memory(grid.kinds, given.kinds)


@pytest.mark.parametrize("down", ["in order", "against it", "moved"])
def test_kinds_take_no_memory_where_nothing_is_missing_or_empty(down: str) -> None:
    grid = matrix(scored(full=True), np.array(ROWS[down]), np.array(COLUMNS["moved"]), (3, 4, 1))
    assert not any(grid.kinds.strides)
