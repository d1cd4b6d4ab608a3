"""A triangle without its diagonal has no row and no column that is empty."""

from collections.abc import Callable

import numpy as np
import pytest

from heatfig.build.figure import Figure
from heatfig.plan.marks.texts import CellTexts
from heatfig.plan.panel import PanelPlan

Make = Callable[..., Figure]
NAMES = "abcd"
SCORES = "y,x,v\n" + "".join(f"{y},{x},{10 * m + n}\n" for m, y in enumerate(NAMES) for n, x in enumerate(NAMES))
AXES = "axes: {y: y, x: x}\n"


def panel(make: Make, mask: str, axes: str = AXES, more: str = "", scores: str = SCORES) -> PanelPlan:
    (found,) = make(f"scores: s.csv\nvalue: v\n{axes}mask: {mask}\n{more}", s=scores).plan.panels
    return found


def labels(found: PanelPlan) -> tuple[str, str]:
    """Those of the rows and the columns."""
    return "".join(found.y.labels), "".join(found.x.labels)


@pytest.mark.parametrize(
    ("mask", "rows", "columns"),
    [
        ("[upper, diagonal]", "bcd", "abc"),
        ("{not: lower}", "bcd", "abc"),
        ("[diagonal, lower]", "abc", "bcd"),
        ("[{not: upper}, {v: {above: 2}}]", "abc", "bcd"),
        ("upper", "abcd", "abcd"),
        ("diagonal", "abcd", "abcd"),
        ("{y: a}", "abcd", "abcd"),
    ],
)
def test_the_row_and_the_column_of_which_nothing_is_shown_are_left_out(
    mask: str, rows: str, columns: str, make: Make
) -> None:
    found = panel(make, mask)
    assert labels(found) == (rows, columns)
    assert [tick.text.content for tick in found.y.ticks] == list(rows)
    assert [tick.at for tick in found.x.ticks] == [at + 0.5 for at in range(len(columns))]
    assert found.grid.scores.shape == (len(rows), len(columns), 1)


def test_what_is_shown_has_its_scores_and_the_rest_stays_hidden(make: Make) -> None:
    scores = panel(make, "[upper, diagonal]").grid.scores[:, :, 0]
    assert scores[np.tril_indices(3)].tolist() == [10, 20, 21, 30, 31, 32]
    assert np.isnan(scores[np.triu_indices(3, 1)]).all()


def test_an_axis_that_runs_the_other_way_lacks_the_same_labels(make: Make) -> None:
    found = panel(make, "[upper, diagonal]", "axes: {y: y, x: {column: x, direction: left}}\n")
    assert labels(found) == ("bcd", "cba")


def test_parts_of_a_square_are_found_in_what_is_left_of_it(make: Make) -> None:
    stars = "marks: [{symbol: {where: lower, text: '+'}}, {symbol: {where: {not: lower}, text: '-'}}]\n"
    signs = [
        mark.texts[:, :, 0]
        for mark in panel(make, "[upper, diagonal]", more=stars).marks
        if isinstance(mark, CellTexts)
    ]
    assert (signs[0] == "+").tolist() == np.tril(np.ones((3, 3), bool)).tolist()
    assert not (signs[1] == "-").any()


def test_groups_and_gaps_follow_their_labels(make: Make) -> None:
    scores = SCORES.replace("y,x,v", "y,x,v,g,h")
    for name, group in zip(NAMES, "ppqq", strict=True):
        scores = "\n".join(f"{row},{group}" if row.startswith(f"{name},") else row for row in scores.split("\n"))
    for name, group in zip(NAMES, "ppqq", strict=True):
        scores = "\n".join(f"{row},{group}" if row[1:3] == f",{name}" else row for row in scores.split("\n"))
    axes = "axes: {y: {column: y, group: g, order: [a, b, c, d]}, x: {column: x, group: h, gaps: {before: b}}}\n"
    found = panel(make, "[upper, diagonal]", axes, scores=scores)
    assert [(group.text.content, group.first, group.end) for group in found.y.groups] == [("p", 0, 1), ("q", 1, 3)]
    assert [(group.text.content, group.first, group.end) for group in found.x.groups] == [("p", 0, 2), ("q", 2, 3)]
    assert (found.y.gaps, found.x.gaps) == ((), (1,))


def test_a_group_whose_labels_are_all_left_out_is_none(make: Make) -> None:
    groups = dict(zip(NAMES, "pqqr", strict=True))
    lines = SCORES.splitlines()
    scores = "\n".join(["y,x,v,g,h", *(f"{line},{groups[line[0]]},{groups[line[2]]}" for line in lines[1:])]) + "\n"
    found = panel(
        make, "[upper, diagonal]", "axes: {y: {column: y, group: g}, x: {column: x, group: h}}\n", scores=scores
    )
    assert [(group.text.content, group.first, group.end) for group in found.y.groups] == [("q", 0, 2), ("r", 2, 3)]
    assert [(group.text.content, group.first, group.end) for group in found.x.groups] == [("p", 0, 1), ("q", 1, 3)]


def test_a_tree_keeps_the_labels_of_its_leaves(make: Make) -> None:
    axes = "axes: {y: {column: y, order: {cluster: average}}, x: {column: x, order: {like: y}}}\n"
    found = panel(make, "[upper, diagonal]", axes, "beside: {left: dendrogram}\n")
    assert sorted(found.y.labels) == sorted(found.x.labels) == list(NAMES)
    assert len(panel(make, "[upper, diagonal]", axes).y.labels) == 3


def test_an_axis_of_numbers_keeps_its_cells(make: Make) -> None:
    scores = SCORES
    for name, number in zip(NAMES, "1234", strict=True):
        scores = scores.replace(f"{name},", f"{number},")
    axes = "axes: {y: {column: y, scale: numbers}, x: {column: x, scale: numbers}}\n"
    assert labels(panel(make, "[upper, diagonal]", axes, scores=scores)) == ("1234", "1234")
