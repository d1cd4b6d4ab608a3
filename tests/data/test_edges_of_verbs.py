"""What verbs make at their edges, where random tables seldom lie: worked out by hand."""

import numpy as np
import pytest
from tables import at, table

from heatfig.data.columns.dates import parsed_date
from heatfig.data.predicates import All, Between, In, Matches, Predicate, mask
from heatfig.data.predicates import Any as AnyOf
from heatfig.data.table import Table
from heatfig.data.transforms.arithmetic import Add, Subtract
from heatfig.data.transforms.bin import MOST_BINS, Bin
from heatfig.data.transforms.compare import Compare
from heatfig.data.transforms.derive import DatePart, Derive, Map, Operation
from heatfig.data.transforms.extract import Extract
from heatfig.data.transforms.rescale import Rescale
from heatfig.data.transforms.symmetrize import Symmetrize
from heatfig.diagnostics import Problems
from heatfig.scales.words import Comparison, DateUnit


def numbers(*values: object) -> Table:
    return table("v\n" + "".join(f"{value}\n" for value in values), ("v",))


def names(*texts: str) -> Table:
    return table("t,v\n" + "".join(f"{text},1\n" for text in texts), ("v",))


def texts(made: Table, column: str) -> list[str]:
    found: list[str] = made.columns[column].labels.texts().tolist()
    return found


@pytest.mark.parametrize(
    ("values", "verb", "bins"),
    [
        ((0, 2, 4), Bin("v", "b", edges=(0.0, 2.0, 4.0)), ["0–2", "2–4", "2–4"]),
        ((-2, 0, 1), Bin("v", "b", edges=(-2.0, 0.0, 1.0)), ["-2 to 0", "0 to 1", "0 to 1"]),
        ((3, 3), Bin("v", "b", count=2), ["3–3.5", "3–3.5"]),
        ((0, 1, 2), Bin("v", "b", count=2), ["0–1", "1–2", "1–2"]),
        ((2, 5, 6), Bin("v", "b", width=2.0), ["2–4", "4–6", "4–6"]),
        ((0.5, 1), Bin("v", "b", width=0.5), ["0.5–1", "0.5–1"]),
        (("", 1, 3), Bin("v", "b", width=2.0), ["", "0–2", "2–4"]),
    ],
)
def test_a_lower_edge_belongs_to_its_bin_and_the_last_edge_to_the_last(
    values: tuple[object, ...], verb: Bin, bins: list[str]
) -> None:
    assert texts(verb.apply(numbers(*values), at), "b") == bins


def test_a_number_that_is_an_edge_but_for_rounding_lies_on_it() -> None:
    made = Bin("v", "b", count=9).apply(numbers(*(tenths / 10 for tenths in range(10))), at).columns["b"].labels
    assert np.linspace(0, 0.9, 10)[3] > 0.3
    assert made.codes.tolist() == [0, 1, 2, 3, 4, 5, 6, 7, 8, 8]


def test_numbers_beyond_either_end_of_the_edges_are_told_at_their_lines() -> None:
    with pytest.raises(Problems) as found:
        Bin("v", "b", edges=(0.0, 1.0)).apply(numbers(-0.1, 0, 1, 1.1), at)
    assert [told.place and told.place.line for told in found.value.diagnostics] == [2, 5]


def test_there_may_be_as_many_bins_as_may_be_and_no_more() -> None:
    made = Bin("v", "b", count=MOST_BINS).apply(numbers(0, 1), at)
    assert made.columns["b"].labels.edges is not None
    assert len(made.columns["b"].labels.edges) == MOST_BINS + 1
    with pytest.raises(Problems):
        Bin("v", "b", count=MOST_BINS + 1).apply(numbers(0, 1), at)


def test_a_text_itself_goes_before_patterns_and_these_fit_whole_texts_in_turn() -> None:
    mapped = Map({"a?": "two", "ab": "itself", "a*c": "ends", "*": "rest"}, "t")
    made = Derive({"kind": mapped}).apply(names("a", "ab", "ax", "abc", "abcd"), at)
    assert texts(made, "kind") == ["rest", "itself", "two", "ends", "rest"]


# Days whose parts come in another order as texts, or as they are written here, than in the calendar.
DAYS = ["2026-11-29T09:05", "2025-02-10T21:30", "2026-12-01T00:00", "2024-12-31T10:45", "2026-04-07T02:07"]
IN_ORDER: dict[DateUnit, list[str]] = {
    "year": ["2024", "2025", "2026"],
    "quarter": ["Q1", "Q2", "Q4"],
    "month": ["Feb", "Apr", "Nov", "Dec"],
    "week": ["1", "7", "15", "48", "49"],
    "day": ["1", "7", "10", "29", "31"],
    "weekday": ["Mon", "Tue", "Sun"],
    "hour": ["0", "2", "9", "10", "21"],
    "minute": ["0", "5", "7", "30", "45"],
    "date": ["2024-12-31", "2025-02-10", "2026-04-07", "2026-11-29", "2026-12-01"],
}


@pytest.mark.parametrize("part", IN_ORDER)
def test_parts_of_dates_have_the_order_of_the_calendar(part: DateUnit) -> None:
    made = Derive({"part": DatePart(part, "t")}).apply(names(*DAYS), at).columns["part"].labels
    assert made.positions is not None
    place = dict(zip(made.names, made.positions, strict=True))
    assert sorted(place, key=place.__getitem__) == IN_ORDER[part]
    assert len(set(place.values())) == len(place)


@pytest.mark.parametrize(
    ("text", "form", "moment"),
    [
        ("2026", None, "2026-01-01T00:00:00+00:00"),
        ("2026-11", None, "2026-11-01T00:00:00+00:00"),
        (" 2026-11-27 ", None, "2026-11-27T00:00:00+00:00"),
        ("2026-11-27T01:30+02:00", None, "2026-11-27T01:30:00+02:00"),
        ("27.11.2026 18h", "%d.%m.%Y %Hh", "2026-11-27T18:00:00+00:00"),
    ],
)
def test_a_date_is_the_moment_at_which_it_begins(text: str, form: str | None, moment: str) -> None:
    found = parsed_date(text, form)
    assert found is not None
    assert found.isoformat() == moment


@pytest.mark.parametrize(("text", "form"), [("2026-13", None), ("2026-11-27", "%d.%m.%Y"), ("27", None), ("", None)])
def test_what_is_no_date_is_none(text: str, form: str | None) -> None:
    assert parsed_date(text, form) is None


def test_a_date_in_another_zone_is_in_the_part_of_universal_time_that_it_names() -> None:
    found = table("t,v\n2026-01-01T01:00+02:00,1\n2025-12-31T23:00,2\n", ("v",))
    seconds = found.seconds("t", at())
    assert seconds.tolist() == [seconds[1], seconds[1]]


@pytest.mark.parametrize(
    ("limits", "kept"),
    [
        (Between("v", (), "1", "3"), [1, 2, 3]),
        (Between("v", (), "1", "3", low_open=True), [2, 3]),
        (Between("v", (), "1", "3", high_open=True), [1, 2]),
        (Between("v", (), "1", None, low_open=True), [2, 3, 4]),
        (Between("v", (), None, "3", high_open=True), [0, 1, 2]),
    ],
)
def test_a_limit_belongs_unless_it_is_open(limits: Between, kept: list[int]) -> None:
    rows = numbers(0, 1, 2, 3, 4, "")
    assert np.flatnonzero(mask(limits, rows, at)).tolist() == kept


def test_limits_of_dates_belong_unless_they_are_open() -> None:
    rows = names("2026-11-01", "2026-11-02", "2026-11-03", "2026-11-04")
    closed = Between("t", (), "2026-11-02", "2026-11-03")
    assert mask(closed, rows, at).tolist() == [False, True, True, False]
    assert mask(Between("t", (), "2026-11-02", "2026-11-03", True, True), rows, at).tolist() == [False] * 4


@pytest.mark.parametrize(
    ("predicate", "kept"),
    [
        (Matches("t", "?"), ["a", "*"]),
        (Matches("t", "a?"), ["ab"]),
        (Matches("t", "a*c*e"), ["abcde", "ace"]),
        (Matches("t", "*b*"), ["ab", "abcde"]),
        (Matches("t", r"\*"), ["*"]),
        (In("t", ("true",), ((),)), ["TRUE", "True "]),
        (In("t", ("A",), ((),)), []),
        (AnyOf(()), []),
        (All((Matches("t", "a*"), Matches("t", "*e"))), ["abcde", "ace"]),
    ],
)
def test_patterns_fit_whole_texts_and_flags_hold_in_any_case(predicate: Predicate, kept: list[str]) -> None:
    rows = names("a", "ab", "abcde", "ace", "aec", "*", "TRUE", "True ", "untrue")
    held = mask(predicate, rows, at)
    assert [text for text, holds in zip(texts(rows, "t"), held, strict=True) if holds] == kept


@pytest.mark.parametrize("operation", [Add(("v", "w")), Subtract(("w", "v"))])
def test_of_two_kinds_of_missing_the_one_that_the_spec_names_first_is_taken(operation: Operation) -> None:
    found = table("v,w\nOOM,-\n-,OOM\n1,-\n2,3\n", ("v", "w"), ("OOM", "-"))
    kinds = Derive({"made": operation}).apply(found, at).columns["made"].numbers.kinds
    assert kinds.tolist() == [1, 1, 2, -1]


@pytest.mark.parametrize(
    ("using", "gains"), [("difference", [2, -5, 4]), ("ratio", [1.2, 0.5, None]), ("percent", [20, -50, None])]
)
def test_a_comparison_is_of_the_row_with_the_same_key(using: Comparison, gains: list[float | None]) -> None:
    rows = table("m,k,v\nbase,a,10\nbase,b,10\nbase,c,0\nnew,c,4\nnew,a,12\nnew,b,5\n", ("v",))
    made = Compare("v", In("m", ("base",), (("m",),)), using, ("k",), "gain").apply(rows, at)
    found = dict(zip(texts(made, "k"), made.columns["gain"].numbers.values.tolist(), strict=True))
    assert list(found) == ["c", "a", "b"]
    assert [None if np.isnan(found[key]) else round(found[key], 9) for key in "abc"] == gains


def test_a_comparison_tells_each_row_that_has_no_baseline() -> None:
    rows = table("m,k,v\nnew,a,12\nbase,a,10\nnew,b,5\n", ("v",))
    with pytest.raises(Problems) as found:
        Compare("v", In("m", ("base",), (("m",),)), "ratio", ("k",), "gain").apply(rows, at)
    assert [(told.code, told.place and told.place.line) for told in found.value.diagnostics] == [("no-partner", 4)]


@pytest.mark.parametrize(
    ("pattern", "text", "parts"),
    [
        ("{one}-{two}", "a-b-c", ["a", "b-c"]),
        ("*-{two}", "a-b-c", ["c"]),
        ("{one}-*", "a-b-c", ["a"]),
        ("{one}?", "ab", ["a"]),
        ("?{one}", "ab", ["b"]),
        ("{one}{two}", "abc", ["a", "bc"]),
        (r"{one}\*{two}", "a*b", ["a", "b"]),
        ("{one}", " ", [" "]),
    ],
)
def test_a_name_takes_as_little_as_may_be_and_a_star_as_much(pattern: str, text: str, parts: list[str]) -> None:
    made = Extract("t", pattern).apply(names(text), at)
    assert [texts(made, name)[-1] for name in ("one", "two") if name in made.columns] == parts


def test_texts_that_a_pattern_does_not_fit_are_told_once_at_their_first_lines() -> None:
    with pytest.raises(Problems) as found:
        Extract("t", "{one}-{two}").apply(names("a-b", "c", "", "d", "c"), at)
    assert [told.place and told.place.line for told in found.value.diagnostics] == [3, 5]


def test_a_baseline_that_no_row_is_is_told() -> None:
    rows = table("m,k,v\nnew,a,12\nold,a,10\n", ("v",))
    with pytest.raises(Problems) as found:
        Compare("v", Between("v", (), "99"), "ratio", ("k",), "gain").apply(rows, at)
    assert [told.code for told in found.value.diagnostics] == ["no-baseline"]


@pytest.mark.parametrize("source", [(0.0, 10.0), (10.0, 0.0)])
def test_both_ends_of_a_range_are_rescaled_and_what_lies_beyond_is_told(source: tuple[float, float]) -> None:
    made = Rescale(("v",), source, (-1, 1)).apply(numbers(0, 5, 10, ""), at).columns["v"].numbers.values
    ends = [-1, 0, 1] if source[0] < source[1] else [1, 0, -1]
    assert made[:3].tolist() == ends
    with pytest.raises(Problems) as found:
        Rescale(("v",), source, (-1, 1)).apply(numbers(-0.001, 5, 10.001), at)
    assert [told.place and told.place.line for told in found.value.diagnostics] == [2, 4]


def test_both_columns_of_a_pair_have_the_labels_of_the_first_and_then_those_of_the_second() -> None:
    rows = table("m,k,v\na,b,1\nc,c,2\nd,a,3\n", ("v",))
    made = Symmetrize(("m", "k")).apply(rows, at)
    assert list(zip(texts(made, "m"), texts(made, "k"), strict=True)) == [
        ("a", "b"), ("c", "c"), ("d", "a"), ("b", "a"), ("a", "d"),
    ]  # fmt: skip
    for name in ("m", "k"):
        labels = made.columns[name].labels
        assert labels.positions is not None
        place = dict(zip(labels.names, labels.positions, strict=True))
        assert sorted(place, key=place.__getitem__) == ["a", "c", "d", "b"]
