"""Cells know their fields, their sources and their order."""

from typing import Any

import numpy as np
import pytest
from tables import at, source, table

from heatfig.data.cells import Cells, TextGrid
from heatfig.data.columns.operations import ALL_ALIKE, ZEROS_ALONE
from heatfig.data.fields import column_field
from heatfig.data.normalize import Normalize, normalized
from heatfig.data.order import Order, ordered
from heatfig.data.order.axis import Axis
from heatfig.data.order.by import By
from heatfig.data.order.cluster import Cluster
from heatfig.data.order.file import File
from heatfig.data.order.like import Like
from heatfig.data.order.listed import Listed
from heatfig.data.order.sorted import Sorted
from heatfig.data.pivot import pivot
from heatfig.data.pivot.measured import check_size
from heatfig.data.pivot.request import Aggregation, Request, Side
from heatfig.data.predicates import Between, In
from heatfig.data.readers.opening import read_table
from heatfig.data.summary import Summary
from heatfig.data.transforms.derive import DatePart, Derive
from heatfig.data.transforms.filter import Filter
from heatfig.data.wanted import Wanted
from heatfig.data.wide import Wide
from heatfig.diagnostics import Problems
from heatfig.plan.grid import NO_ROW, SCORED
from heatfig.plan.key import Key
from heatfig.runtime import scratch
from heatfig.scales.words import Normalization

RUNS = """model,family,task,seed,acc
b,10,t1,0,1
b,10,t1,1,3
a,2,t1,0,5
a,2,t2,0,
c,2,t2,0,4
"""
RESULT = Request("acc", Side("model", "family"), Side("task"), aggregate=Aggregation("mean", "std"))


def cells(request: Request = RESULT, text: str = RUNS) -> Cells:
    return pivot(table(text, ("acc",)), request, at)


def test_a_cell_knows_the_lines_that_it_was_made_of_whatever_its_order() -> None:
    found = cells()
    assert [place.line for place in found.sources(0, 0)] == [2, 3]
    turned = found.take(np.array([2, 1, 0]), np.array([1, 0]))
    assert [place.line for place in turned.sources(2, 1)] == [2, 3]
    assert turned.named(2, 1) == "row '10 / b', column 't1'"


def test_a_field_differs_from_a_text_that_differs_within_a_cell() -> None:
    found = cells()
    seed: Any = column_field(found, "seed", "max", at()).content
    assert seed.scores[0, 0, 0] == 1
    family = column_field(found, "family", None, at()).content
    assert not isinstance(family, TextGrid)
    with pytest.raises(Problems, match="the column 'seed' differs within a cell: '0' on line 2, '1' here"):
        assert column_field(found, "seed", None, at()).content


def test_a_second_score_of_a_cell_is_refused_with_both_lines() -> None:
    with pytest.raises(Problems, match="a second score for row 'b', column 't1': 1 on line 2, 3 here"):
        cells(Request("acc", Side("model"), Side("task")))


def test_a_cell_with_fewer_repeats_than_asked_is_named() -> None:
    asked = Request("acc", Side("model"), Side("task"), aggregate=Aggregation("mean", repeats=2))
    enough = "model,task,acc\na,t1,1\na,t1,2\n"
    assert cells(asked, enough).values.tolist() == [[[1.5]]]
    with pytest.raises(Problems, match="row 'a', column 't1' has 1 of 2 repeats; row 'c', column 't2' has 1 of 2"):
        cells(asked)


def order_of(order: Order, found: Cells | None = None, groups: Any = None) -> list[str]:
    shown = found or cells()
    axis = Axis(shown.rows.keys, [shown], rows=True)
    return [str(shown.rows.keys[place]) for place in ordered(axis, order, groups or File(), at).places]


def test_sorted_groups_stand_as_numbers() -> None:
    assert order_of(Sorted(), groups=Sorted()) == ["2 / a", "2 / c", "10 / b"]


def test_a_list_orders_within_groups() -> None:
    assert order_of(Listed(("c", "b", "a"))) == ["10 / b", "2 / c", "2 / a"]


def test_lines_stand_by_a_summary_over_the_cells_that_are_meant() -> None:
    text = "y,x,acc\na,1,1\na,2,9\nb,1,2\nb,2,0\nc,1,3\nc,2,\n"
    found = cells(Request("acc", Side("y"), Side("x")), text)
    assert order_of(By((Summary(using="mean"),), descending=True), found) == ["a", "c", "b"]
    first = Summary(using="mean", where=Between("x", (), None, "1"))
    assert order_of(By((first,), descending=True), found) == ["c", "b", "a"]
    with pytest.raises(Problems, match="'a' has several numbers in 'value', such as 1 and 9"):
        order_of(By((Summary(),)), found)


def test_clusters_bring_lines_together_that_are_alike() -> None:
    text = "y,x,acc\na,1,0\na,2,0\nb,1,9\nb,2,9\nc,1,1\nc,2,\n"
    found = cells(Request("acc", Side("y"), Side("x")), text)
    assert "".join(order_of(Cluster(), found)) in {"acb", "cab", "bac", "bca"}


def test_lines_that_share_no_score_have_no_distance() -> None:
    text = "y,x,acc\na,1,0\na,2,\nb,1,\nb,2,9\n"
    found = cells(Request("acc", Side("y"), Side("x")), text)
    with pytest.raises(Problems, match="'a' and 'b' have no cell in which both have a score"):
        order_of(Cluster(), found)


WIDE = "model,size,t1,t2\na,7,1,2\nb,13,3,\n"


def test_a_wide_file_is_pivoted_as_a_view() -> None:
    found = read_table(source(WIDE.replace("size,", "").replace("7,", "").replace("13,", "")), Wanted(wide=Wide()))
    shown = pivot(found, Request("score", Side("model"), Side("x")), at)
    assert found.matrix is not None
    assert np.shares_memory(shown.values, found.matrix.values["score"].values)
    turned = shown.take(np.array([1, 0]), np.array([0, 1]))
    assert np.shares_memory(turned.values, shown.values)
    assert turned.sources(0, 0)[0].line == 3


def test_a_wide_file_with_more_columns_is_what_its_long_form_is() -> None:
    wide = read_table(source(WIDE), Wanted(wide=Wide(keep=("size",), names="task", values="acc")))
    shown = pivot(wide, Request("acc", Side("model"), Side("task")), at)
    np.testing.assert_array_equal(shown.values[:, :, 0], [[1, 2], [3, np.nan]])
    size: Any = column_field(shown, "size", None, at()).content
    assert size.scores[:, 0, 0].tolist() == [7, 13]
    assert wide.columns["task"].labels.texts().tolist() == ["t1", "t2", "t1", "t2"]


def test_patterns_make_columns_of_several_measures() -> None:
    text = "m,acc_a,sd_a,acc_b,sd_b\nx,1,.1,2,.2\n"
    wide = Wide(rows=("m",), measures=(("acc", "acc_{task}"), ("sd", "sd_{task}")))
    found = read_table(source(text), Wanted(wide=wide))
    assert found.columns["task"].labels.texts().tolist() == ["a", "b"]
    assert found.columns["sd"].numbers.values.tolist() == [0.1, 0.2]
    with pytest.raises(Problems, match="no column 'sd_b' beside those of the other measures"):
        read_table(source(text.replace("sd_b", "st_b")), Wanted(wide=wide))


def test_a_file_without_header_and_row_names_is_numbered() -> None:
    wide = Wide(numbered=True)
    found = read_table(source("1,2\n3,4\n", header="none"), Wanted(wide=wide))
    shown = pivot(found, Request("score", Side("y"), Side("x")), at)
    assert [str(key) for key in shown.columns.keys] == ["0", "1"]
    assert shown.sources(1, 0)[0].line == 2


def test_an_axis_stands_like_the_other_or_says_what_differs() -> None:
    found = cells(Request("acc", Side("y"), Side("x")), "y,x,acc\na,b,1\nb,a,2\n")
    axis = Axis(found.columns.keys, [found], rows=False)
    assert ordered(axis, Like(found.rows.keys), File(), at).places.tolist() == [1, 0]
    with pytest.raises(Problems, match="'c' is not on this axis: the axes differ; 'b' is only on this axis"):
        ordered(axis, Like((Key("", "a"), Key("", "c"))), File(), at)


def test_labels_with_an_order_of_their_own_stand_in_it_within_groups() -> None:
    days = table("g,day,acc\nq,2026-03-01,1\nq,2026-01-01,2\np,2026-02-01,3\n", ("acc",))
    months = Derive({"month": DatePart("month", "day")}).apply(days, at)
    found = pivot(months, Request("acc", Side("month", "g"), Side(None)), at)
    assert [str(key) for key in found.rows.keys] == ["q / Jan", "q / Mar", "p / Feb"]


def test_scores_are_normalized_within_groups() -> None:
    found = cells(Request("acc", Side("model", "family"), Side("task"), aggregate=Aggregation("mean")))
    made = normalized(found, Normalize("share", ("y.group",), into="share"), at)
    assert made.values is found.values
    share: Any = made.fields["share"].content
    np.testing.assert_allclose(share.scores[:, :, 0], [[1, np.nan], [5 / 9, np.nan], [np.nan, 4 / 9]])


def test_a_row_that_sums_to_nothing_has_no_shares() -> None:
    found = cells(Request("acc", Side("y"), Side("x")), "y,x,acc\na,b,0\na,c,0\n")
    with pytest.raises(Problems, match="row 'a' sums to 0, and has no shares"):
        normalized(found, Normalize("share", ("y",)), at)


def test_negative_numbers_have_no_shares() -> None:
    found = cells(Request("acc", Side("y"), Side("x")), "y,x,acc\na,b,17\na,c,-7\n")
    with pytest.raises(Problems, match="row 'a' holds negative numbers, and has no shares"):
        normalized(found, Normalize("share", ("y",), lenient=True), at)


@pytest.mark.parametrize(
    ("using", "scores", "reason"),
    [("share", "0", ZEROS_ALONE), ("unit", "0", ZEROS_ALONE), ("zscore", "3", ALL_ALIKE), ("minmax", "3", ALL_ALIKE)],
)
def test_what_has_nothing_to_be_normalized_by_is_missing_for_a_reason(
    using: Normalization, scores: str, reason: int
) -> None:
    found = cells(Request("acc", Side("y"), Side("x")), f"y,x,acc\na,b,{scores}\na,c,{scores}\nd,b,1\nd,c,3\nd,e,\n")
    with pytest.raises(Problems, match="row 'a'"):
        normalized(found, Normalize(using, ("y",)), at)
    made = normalized(found, Normalize(using, ("y",), lenient=True), at)
    assert made.kinds[:, :, 0].tolist() == [[reason, reason, NO_ROW], [SCORED, SCORED, 0]]
    np.testing.assert_array_equal(np.isnan(made.values), made.kinds != SCORED)


def test_a_large_grid_is_normalized_outside_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    found = cells(Request("acc", Side("y"), Side("x")), "y,x,acc\na,b,1\na,c,3\nd,b,1\nd,c,1\n")
    within = normalized(found, Normalize("share", ("y",)), at).values
    monkeypatch.setattr(scratch, "MOST_HELD", 0)
    mapped = normalized(found, Normalize("share", ("y",)), at).values
    assert not mapped.flags.writeable
    np.testing.assert_array_equal(mapped, within)


def test_rows_of_a_wide_file_are_kept_whole_by_what_stands_beside_their_cells() -> None:
    wide = read_table(source(WIDE), Wanted(wide=Wide(keep=("size",))))
    kept = Filter(In("size", ("13",), (("size",),))).apply(wide, at)
    assert kept.matrix is not None
    shown = pivot(kept, Request("score", Side("model"), Side("x")), at)
    np.testing.assert_array_equal(shown.values[:, :, 0], [[3, np.nan]])
    assert shown.sources(0, 0)[0].line == 3
    melted = Filter(In("x", ("t1",), (("x",),))).apply(wide, at)
    assert melted.matrix is None
    assert melted.columns["score"].numbers.values.tolist() == [1, 3]


@pytest.mark.parametrize(
    ("aggregate", "values"),
    [(None, [[2, 5], [7, 9]]), (Aggregation("mean"), [[2, 5], [7, 9]]), (Aggregation("count"), [[1, 1], [1, 1]])],
)
def test_a_wide_file_has_the_cells_of_the_same_scores_in_rows(
    aggregate: Aggregation | None, values: list[list[float]]
) -> None:
    wide = Wide(rows=("m",), names="t", values="v")
    read = read_table(source("m,s,u\na,2,5\nb,7,9\n"), Wanted(("m", "t"), ("v",), wide=wide))
    request = Request("v", Side("m"), Side("t"), aggregate=aggregate)
    assert pivot(read, request, at).values[:, :, 0].tolist() == values


@pytest.mark.parametrize(("parts", "size"), [(2, "20,000 × 5,001 cells of 2 parts"), (1, "20,000 × 10,001 cells")])
def test_cells_that_are_too_many_are_counted_with_their_parts(parts: int, size: str) -> None:
    columns = 10_000 // parts
    check_size((20_000, columns, parts), at)
    with pytest.raises(Problems, match=f"a grid of {size} is too large to draw"):
        check_size((20_000, columns + 1, parts), at)
