"""Orders and normalizations of small grids, worked out by hand or by scipy."""

from itertools import combinations

import numpy as np
import pytest
from scipy.cluster.hierarchy import linkage
from scipy.spatial.distance import pdist
from tables import at, table

from heatfig.data.cells import Cells
from heatfig.data.columns.operations import ALL_ALIKE, ZEROS_ALONE
from heatfig.data.normalize import Normalize, normalized
from heatfig.data.order import Order, ordered
from heatfig.data.order.axis import Axis
from heatfig.data.order.by import By
from heatfig.data.order.cluster import Cluster
from heatfig.data.order.file import File
from heatfig.data.order.listed import Listed
from heatfig.data.order.sorted import Sorted
from heatfig.data.pivot import pivot
from heatfig.data.pivot.request import Request, Side
from heatfig.data.summary import Summary
from heatfig.diagnostics import Problems
from heatfig.plan.grid import SCORED
from heatfig.scales.words import Metric, Normalization, Within

COLUMNS = ("p,a", "p,b", "q,c")


def grid(**lines: str) -> Cells:
    """Cells of rows in groups, as `group_label="1 2 -"`, in the columns p / a, p / b and q / c."""
    rows = [
        f"{name.replace('_', ',')},{column},{'' if score == '-' else score}"
        for name, scores in lines.items()
        for column, score in zip(COLUMNS, scores.split(), strict=True)
    ]
    text = "\n".join(["g,y,h,x,v", *rows]) + "\n"
    return pivot(table(text, ("v",)), Request("v", Side("y", "g"), Side("x", "h")), at)


def order_of(cells: Cells, order: Order) -> str:
    places = ordered(Axis(cells.rows.keys, [cells], True), order, File(), at).places
    return "".join(cells.rows.keys[place].label for place in places.tolist())


LEAST, MOST = Summary(using="min"), Summary(using="max")


@pytest.mark.parametrize(
    ("order", "labels"),
    [
        (File(), "dcab"),
        (Sorted(), "abcd"),
        (Listed(("b", "d")), "bdca"),
        (By((LEAST, MOST)), "cbad"),
        (By((MOST, LEAST)), "bacd"),
        (By((LEAST, MOST), descending=True), "abcd"),
        (By((Summary(using="count"), MOST)), "dbac"),
    ],
)
def test_labels_stand_as_asked_and_what_has_no_summary_last(order: Order, labels: str) -> None:
    assert order_of(grid(g_d="- - -", g_c="0 9 -", g_a="1 5 -", g_b="1 3 -"), order) == labels


FULL = grid(g_a="1 2 4", g_b="2 1 0", g_c="-3 5 1", g_d="7 0 2")
HOLED = grid(g_a="1 2 4", g_b="2 - 0", g_c="-3 5 -", g_d="7 0 2")


@pytest.mark.parametrize("metric", ["euclidean", "cityblock", "cosine", "correlation"])
def test_trees_are_those_of_scipy(metric: Metric) -> None:
    found = ordered(Axis(FULL.rows.keys, [FULL], True), Cluster("average", metric), File(), at)
    (tree,) = found.trees
    np.testing.assert_allclose(tree.merges, linkage(pdist(FULL.values[:, :, 0], metric), "average"))


@pytest.mark.parametrize(("metric", "power"), [("euclidean", 2), ("cityblock", 1)])
def test_distances_over_some_scores_count_as_if_these_were_all(metric: Metric, power: int) -> None:
    found = ordered(Axis(HOLED.rows.keys, [HOLED], True), Cluster("single", metric), File(), at)
    distances = []
    for one, other in combinations(HOLED.values[:, :, 0], 2):
        apart = np.abs(one - other)[~np.isnan(one - other)] ** power
        distances.append((apart.sum() * 3 / len(apart)) ** (1 / power))
    np.testing.assert_allclose(found.trees[0].merges, linkage(distances, "single"))


def test_correlations_are_over_the_scores_that_both_have() -> None:
    cells = grid(g_a="1 2 9", g_b="2 5 -", g_c="5 2 1")
    found = ordered(Axis(cells.rows.keys, [cells], True), Cluster("single", "correlation"), File(), at)
    far = pdist(cells.values[[0, 2], :, 0], "correlation")[0]  # a rises with b where both are, and c falls
    np.testing.assert_allclose(found.trees[0].merges[:, 2], [0, far], atol=1e-12)


@pytest.mark.parametrize(
    ("using", "per", "last", "values"),
    [
        ("share", "y", "4 0 4", [[0.25, 0.75, 0], [0.2, 0.2, 0.6], [0.5, 0, 0.5]]),
        ("share", "x", "8 2 9", [[0.1, 3 / 6, 0], [0.1, 1 / 6, 0.25], [0.8, 2 / 6, 0.75]]),
        ("share", "y.group", "8 0 9", [[1 / 9, 3 / 9, 0], [1 / 9, 1 / 9, 3 / 9], [8 / 17, 0, 9 / 17]]),
        ("share", "x.group", "8 2 9", [[1 / 16, 3 / 16, 0], [1 / 16, 1 / 16, 0.25], [0.5, 0.125, 0.75]]),
        ("minmax", "x", "8 2 9", [[0, 1, 0], [0, 0, 1 / 3], [1, 0.5, 1]]),
        ("center", "y", "4 4 4", [[-1 / 3, 5 / 3, -4 / 3], [-2 / 3, -2 / 3, 4 / 3], [0, 0, 0]]),
        ("rank", "y", "4 4 4", [[2, 3, 1], [1.5, 1.5, 3], [2, 2, 2]]),
        ("rank", "all", "8 1 9", [[3.5, 6.5, 1], [3.5, 3.5, 6.5], [8, 3.5, 9]]),
    ],
)
def test_scores_are_moved_within_what_is_said(
    using: Normalization, per: Within, last: str, values: list[list[float]]
) -> None:
    made = normalized(grid(g_a="1 3 0", g_b="1 1 3", h_c=last), Normalize(using, (per,)), at)
    np.testing.assert_allclose(made.values[:, :, 0], values, atol=1e-12)


@pytest.mark.parametrize(
    ("using", "line", "reason"),
    [
        ("share", "0 0 -", ZEROS_ALONE),
        ("unit", "0 0 -", ZEROS_ALONE),
        ("minmax", "2 2 -", ALL_ALIKE),
        ("zscore", "2 2 -", ALL_ALIKE),
    ],
)
def test_what_cannot_be_moved_is_told_or_missing_for_its_reason(using: Normalization, line: str, reason: int) -> None:
    cells = grid(g_a=line, g_b="1 2 3")
    with pytest.raises(Problems) as found:
        normalized(cells, Normalize(using, ("y",)), at)
    assert [told.code for told in found.value.diagnostics] == ["contradiction"]
    assert "'g / a'" in found.value.diagnostics[0].message
    made = normalized(cells, Normalize(using, ("y",), lenient=True), at)
    assert made.kinds[:, :, 0].tolist() == [[reason, reason, 0], [SCORED] * 3]


def test_shares_of_negative_numbers_are_none() -> None:
    with pytest.raises(Problems, match="holds negative numbers"):
        normalized(grid(g_a="1 -0.5 1"), Normalize("share", ("y",), lenient=True), at)
