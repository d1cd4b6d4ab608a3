"""Verbs and predicates say what is wrong, with the line; readers are chosen by suffix."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables import at, source, table

from heatfig.data.columns.arrays import WRONG, first_rows
from heatfig.data.columns.operations import BY_ZERO
from heatfig.data.hygiene import check_labels
from heatfig.data.preaggregation import Preaggregation
from heatfig.data.predicates import Between, In, Matches
from heatfig.data.provenance import FileRows, Paired, Subset, own_lines, take_rows
from heatfig.data.readers import opening
from heatfig.data.table import Table
from heatfig.data.transforms.arithmetic import Divide, Subtract
from heatfig.data.transforms.compare import Compare
from heatfig.data.transforms.derive import DatePart, Derive, Map, Of, Template
from heatfig.data.transforms.filter import Filter
from heatfig.data.transforms.lookup import Lookup
from heatfig.data.transforms.rescale import Rescale
from heatfig.data.wanted import Source, Wanted
from heatfig.diagnostics import Problems, Report

RUNS = "model,task,split,acc\nBase,t1,test,1\nA,t1,test,3\nB,t2,test,n/a\nA,t1,dev,0\n"


def runs() -> Table:
    return table(RUNS, ("acc",), ("n/a",))


def told(problems: Problems) -> list[str]:
    return [f"{each.place}: {each.message}" for each in problems.diagnostics]


def test_a_value_that_no_row_has_is_told_with_the_nearest() -> None:
    with pytest.raises(Problems) as found:
        Filter(In("split", ("tset",), (("split",),))).apply(runs(), at)
    assert told(found.value) == ["split: no row has split 'tset'"]
    assert found.value.diagnostics[0].hint.startswith("did you mean 'test'?")


def test_a_pattern_that_nothing_fits_and_a_filter_that_leaves_nothing_are_told() -> None:
    with pytest.raises(Problems, match="no row has model like 'z\\*'"):
        Filter(Matches("model", "z*", ("model",))).apply(runs(), at)
    with pytest.raises(Problems, match="no row passes this filter"):
        Filter(Between("acc", (), "99")).apply(runs(), at)


def test_a_limit_of_a_column_of_texts_names_one_error() -> None:
    with pytest.raises(Problems) as found:
        Filter(Between("model", (), "1")).apply(runs(), at)
    assert told(found.value) == ["scores.csv:2: the column 'model' holds texts"]


def test_flags_are_compared_whatever_their_case() -> None:
    found = table("a,v\nTrue,1\nfalse,2\n", ("v",))
    assert len(Filter(In("a", ("true",), ((),))).apply(found, at)) == 1


def test_dates_are_compared_and_told_where_they_do_not_parse() -> None:
    days = table("day,v\n2026-01-31,1\n2026-03-01,2\n", ("v",))
    assert len(Filter(Between("day", (), "2026-02-01")).apply(days, at)) == 1
    wrong = table("day,v\n2026-01-31,1\n31.1.26,2\n", ("v",))
    with pytest.raises(Problems, match=r"'31.1.26' in the column 'day' is not a date"):
        Filter(Between("day", (), "2026-02-01")).apply(wrong, at)


def test_parts_of_dates_stand_in_the_order_of_the_calendar() -> None:
    days = table("day,v\n2026-03-02,1\n2026-01-31,2\n2026-03-01,2\n", ("v",))
    made = Derive({"month": DatePart("month", "day"), "weekday": DatePart("weekday", "day")}).apply(days, at)
    assert made.columns["month"].labels.names == ("Jan", "Mar")
    assert made.columns["weekday"].labels.names == ("Mon", "Sat", "Sun")


def test_a_division_by_zero_is_missing_for_its_own_reason() -> None:
    made = Derive({"rate": Divide((1.0, "acc"))}).apply(runs(), at).columns["rate"].numbers
    assert made.kinds.tolist() == [-1, -1, 1, BY_ZERO]
    np.testing.assert_array_equal(np.isnan(made.values), [False, False, True, True])


def test_names_that_are_taken_and_columns_that_are_not_there_are_told() -> None:
    with pytest.raises(Problems, match="there is a column 'acc' already"):
        Derive({"acc": Subtract(("acc", 1.0))}).apply(runs(), at)
    with pytest.raises(Problems, match="no column 'modle'"):
        Derive({"n": Template((Of("modle"),))}).apply(runs(), at)


def test_a_map_takes_exact_texts_before_patterns_and_leaves_others_missing() -> None:
    made = Derive({"kind": Map({"B*": "many", "B": "one"}, "model")}).apply(runs(), at)
    assert made.columns["kind"].labels.texts().tolist() == ["many", "", "one", ""]


def test_a_key_without_partner_or_with_two_is_told_with_its_lines() -> None:
    facts = table("name,size\nBase,1\nA,2\n", ("size",), name="facts.csv")
    with pytest.raises(Problems) as found:
        Lookup(facts, {"model": "name"}, {"size": "size"}).apply(runs(), at)
    assert told(found.value) == ["scores.csv:4: no row to look up with model 'B'"]
    twice = table("name,size\nBase,1\nA,2\nB,2\nA,3\n", ("size",), name="facts.csv")
    with pytest.raises(Problems) as found:
        Lookup(twice, {"model": "name"}, {"size": "size"}).apply(runs(), at)
    assert told(found.value) == ["facts.csv:5: a second row with name 'A': the first is on line 3"]


def test_a_row_that_was_looked_up_knows_both_its_lines() -> None:
    facts = table("name,size\nBase,1\nA,2\nB,2\n", ("size",), name="facts.csv")
    made = Lookup(facts, {"model": "name"}, {"size": "size"}).apply(runs(), at)
    assert [str(place) for place in made.sources(1)] == ["scores.csv:3", "facts.csv:3"]


def test_a_comparison_names_rows_without_a_baseline() -> None:
    verb = Compare("acc", In("model", ("Base",), (("model",),)), "difference", ("task", "split"), "gain")
    with pytest.raises(Problems) as found:
        verb.apply(runs(), at)
    assert told(found.value) == [
        "scores.csv:4: no baseline for task 't2', split 'test'",
        "scores.csv:5: no baseline for task 't1', split 'dev'",
    ]
    with pytest.raises(Problems, match="no row has model 'Bass'"):
        Compare("acc", In("model", ("Bass",), (("model",),)), "ratio", ("task",), "gain").apply(runs(), at)


def test_a_number_past_the_range_that_is_rescaled_is_told() -> None:
    with pytest.raises(Problems, match="acc 3 lies outside the range from 0 to 2 that is rescaled"):
        Rescale(("acc",), (0, 2), (0, 1)).apply(runs(), at)


def test_a_reader_that_is_registered_for_a_suffix_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    made = runs()
    monkeypatch.setitem(opening.READERS, ".odd", lambda *_: made)
    assert opening.read_table(source("", "scores.odd"), Wanted()) is made
    with pytest.raises(Problems, match=r"no reader for '.xyz' files"):
        opening.read_table(source("", "scores.xyz"), Wanted())


def test_what_is_condensed_block_by_block_is_what_the_whole_is() -> None:
    lines = [f"{'ab'[n % 2]},{n % 3},{n}" for n in range(3000)]
    whole = ("y,x,v\n" + "\n".join(lines) + "\n").encode()
    cut = whole.index(b"\n", 9000) + 1
    keep = Filter(In("y", ("a",), (("y",),)))
    wanted = Wanted(("y", "x"), ("v",), verbs=[(keep, at)], preaggregation=Preaggregation(("y", "x"), "v", "mean"))
    several = Source([whole[:cut], whole[cut:]], "s.csv", source("").dialect, lambda _: None, at)
    found = opening.read_table(several, wanted)
    assert len(found) == 3
    assert found.weights is not None
    assert found.weights.tolist() == [500] * 3
    assert found.columns["v"].numbers.values.sum() == sum(range(0, 3000, 2))
    absent = Wanted(
        ("y", "x"), ("v",), verbs=[(Filter(In("y", ("z",), (("y",),))), at)], preaggregation=wanted.preaggregation
    )
    with pytest.raises(Problems, match="no row has y 'z'"):
        opening.read_table(several, absent)


def test_a_missing_score_stays_missing_when_it_is_condensed() -> None:
    wanted = Wanted(("y",), ("v",), preaggregation=Preaggregation(("y",), "v", "sum"))
    found = opening.read_table(source("y,v\na,1\na,2\nb,\nb,\n"), wanted)
    assert found.columns["v"].numbers.kinds.tolist() == [-1, 0]
    np.testing.assert_array_equal(found.columns["v"].numbers.values, [3, np.nan])


def test_parquet_is_read_by_column_and_names_rows() -> None:
    import pyarrow as pa
    from pyarrow.parquet import write_table

    content = io.BytesIO()
    write_table(pa.table({"m": ["a", "b", None], "v": [1.5, None, float("inf")], "skipped": [1, 2, 3]}), content)
    read = Source([content.getvalue()], "runs.parquet", source("").dialect, lambda _: None, at)
    found = opening.read_table(read, Wanted(("m",), ("v",)))
    assert found.columns["m"].labels.texts().tolist() == ["a", "b", ""]
    assert found.columns["v"].numbers.kinds.tolist() == [-1, 0, WRONG]
    assert found.others == ("skipped",)
    with pytest.raises(Problems) as problems:
        found.numbers("v", at())
    assert told(problems.value) == ["runs.parquet:row 3: 'inf' in the column 'v' is not a finite number"]
    with pytest.raises(Problems, match="no Parquet file"):
        opening.read_table(source("a,b\n", "runs.parquet"), Wanted(("a",)))


@pytest.mark.parametrize(
    ("twin", "why"),
    [
        ("a\u200b", "characters that cannot be seen"),
        ("a ", "blanks"),
        ("a\u00a0", "blanks"),
    ],
)
def test_labels_that_look_alike_are_told_with_both_lines(twin: str, why: str) -> None:
    report = Report()
    check_labels(table(f"y,v\na,1\n{twin},2\n", ("v",)), ["y"], report)
    (found,) = report.diagnostics
    assert str(found.place) == "scores.csv:3"
    assert "on line 2" in found.message
    assert found.message.endswith(why)


def test_composed_and_decomposed_accents_and_turned_writing_are_told() -> None:
    report = Report()
    check_labels(table("y,v\né,1\ne\u0301,2\nabc\u202edef,3\n", ("v",)), ["y"], report)
    assert [each.code for each in report.diagnostics] == ["alike-labels", "control-character"]
    assert "U+202E" in report.diagnostics[1].message


def test_a_template_writes_numbers_and_dates_in_formats() -> None:
    made = table("n,day\n0.5,2026-03-01\n1234.5,2026-11-27\n,2026-11-27\n")
    template = Template((Of("n", ",.1f"), " on ", Of("day", "%d.%m."), ": ", Of("n")))
    texts = Derive({"t": template}).apply(made, at).columns["t"].labels.texts().tolist()
    assert texts == ["0.5 on 01.03.: 0.5", "1,234.5 on 27.11.: 1234.5", " on 27.11.: "]


@pytest.mark.parametrize(("of", "told"), [(Of("day", ".1f"), "is not a number"), (Of("n", "%Y"), "is not a date")])
def test_a_format_of_what_is_none_is_an_error(of: Of, told: str) -> None:
    with pytest.raises(Problems, match=told):
        Derive({"t": Template((of,))}).apply(table("n,day\n0.5,2026-03-01\n"), at)


@given(st.integers(1, 9), st.integers(1, 4000), st.integers(0, 9))
def test_first_rows_are_found_early_and_late_alike(count: int, rows: int, late: int) -> None:
    codes = np.arange(rows) % count
    codes[: rows // 2][codes[: rows // 2] == late % count] = 0
    wanted = [int(np.argmax(codes == code)) if (codes == code).any() else rows for code in range(count)]
    assert first_rows(codes, count).tolist() == wanted


def test_rows_of_rows_know_their_lines() -> None:
    lines = FileRows("a.csv", np.arange(10, 20))
    some = take_rows(Subset(lines, np.array([9, 5, 1])), np.array([2, 0]))
    assert [place.line for row in range(2) for place in some.sources(row)] == [11, 19]
    paired = Paired(lines, FileRows("b.csv", np.array([7])), np.where(np.arange(10) == 3, 0, -1))
    assert [place.line for place in take_rows(paired, np.array([3])).sources(0)] == [13, 7]
    assert [place.line for place in own_lines(paired, np.array([3])).sources(0)] == [13]
