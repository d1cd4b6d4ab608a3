"""Orders that look at a whole matrix: by its lines one after the other, and by its first eigenvectors."""

import numpy as np
import pytest
from tables import at, table

from heatfig.data.cells import Cells
from heatfig.data.order import Order, ordered
from heatfig.data.order.axis import Axis
from heatfig.data.order.eigenvectors import By, Eigenvectors
from heatfig.data.order.file import File
from heatfig.data.order.lexicographic import Lexicographic
from heatfig.data.pivot import pivot
from heatfig.data.pivot.request import Request, Side
from heatfig.diagnostics import Problems


def grid(columns: str, **lines: list[float] | str) -> Cells:
    """Cells of rows, each a list or as in `a="1 2 -"`."""
    rows = [
        f"{name},{column},{'' if score == '-' else score}"
        for name, scores in lines.items()
        for column, score in zip(columns, scores.split() if isinstance(scores, str) else scores, strict=True)
    ]
    return pivot(table("\n".join(["y,x,v", *rows]) + "\n", ("v",)), Request("v", Side("y"), Side("x")), at)


def rows_of(cells: Cells, order: Order) -> str:
    places = ordered(Axis(cells.rows.keys, [cells], True), order, File(), at).places
    return "".join(cells.rows.keys[place].label for place in places.tolist())


@pytest.mark.parametrize(
    ("columns", "descending", "rows"),
    [([0, 1, 2], False, "dcba"), ([2, 0, 1], False, "abdc"), ([0, 1, 2], True, "abcd"), ([1, 2, 0], True, "cadb")],
)
def test_rows_stand_by_their_first_numbers_ties_by_the_next_and_without_one_last(
    columns: list[int], descending: bool, rows: str
) -> None:
    cells = grid("pqr", a="1 5 2", b="1 3 9", c="0 9 -", d="0 5 -")
    assert rows_of(cells, Lexicographic("value", [np.array(columns)], descending)) == rows


FOUR = np.array([[4, 1, 3, 2]]) / 30**0.5
TURNED = np.array([[-1, 4, 2, -3]]) / 30**0.5  # at a right angle to it
LEVEL, SLOPE = np.array([[1, 1, 1, 1]]) / 2, np.array([[1, -3, 3, -1]]) / 20**0.5


@pytest.mark.parametrize(
    ("by", "first", "second", "rows"),
    [
        ("first", FOUR, TURNED, "acdb"),  # 4, 3, 2, 1
        ("angle", LEVEL, SLOPE, "cadb"),  # by 3, 1, -1, -3 over the same
        ("angle", FOUR, TURNED, "dacb"),  # by -3/2, -1/4, 2/3, 4
    ],
)
def test_labels_of_a_matrix_stand_by_the_eigenvectors_that_it_is_made_of(
    by: By, first: np.ndarray, second: np.ndarray, rows: str
) -> None:
    matrix = 3 * first.T @ first + 2 * second.T @ second
    cells = grid("abcd", **dict(zip("abcd", matrix.tolist(), strict=True)))
    assert rows_of(cells, Eigenvectors(by)) == rows


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ({"a": "1 2", "b": "3 1"}, "'a' and 'b' have another score the other way round"),
        ({"a": "1 2", "b": "- 1"}, "'a' and 'b' have no score"),
        ({"a": "1 0", "b": "0 1"}, "the highest eigenvalues are alike"),
        ({"a": "1 2", "c": "2 1"}, "the same labels on both axes, and '.*[bc].*' is on one alone"),
    ],
)
def test_what_is_no_matrix_of_its_labels_is_told(lines: dict[str, str], told: str) -> None:
    with pytest.raises(Problems, match=told):
        rows_of(grid("ab", **lines), Eigenvectors())
