"""Each verb, aggregate, spread and normalization does what the same in pandas does, on random tables."""

import io
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from numpy.typing import NDArray
from tables import at, table

from heatfig.data.columns.arrays import Labels
from heatfig.data.normalize import Normalize, normalized
from heatfig.data.pivot import pivot
from heatfig.data.pivot.request import Aggregation, Request, Side
from heatfig.data.predicates import All, Between, In, Matches, Not, Predicate, Same
from heatfig.data.predicates import Any as AnyOf
from heatfig.data.table import Table
from heatfig.data.transforms.aggregate import Aggregate
from heatfig.data.transforms.arithmetic import Absolute, Add, Divide, Log10, Subtract
from heatfig.data.transforms.bin import Bin
from heatfig.data.transforms.compare import Compare
from heatfig.data.transforms.derive import DatePart, Derive, Map, Of, Operation, Template
from heatfig.data.transforms.extract import Extract
from heatfig.data.transforms.filter import Filter
from heatfig.data.transforms.lookup import Lookup
from heatfig.data.transforms.rescale import Rescale
from heatfig.data.transforms.symmetrize import Symmetrize
from heatfig.diagnostics import Problems
from heatfig.scales.words import DateUnit, Spread, Using

number = st.one_of(
    st.integers(-9, 9).map(str), st.floats(-99, 99).map(lambda value: repr(round(value, 3))), st.just("")
)
row = st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from("pq"), number, number)
rows = st.lists(row, min_size=1, max_size=14)
Rows = list[tuple[str, str, str, str, str]]


def read(data: Rows) -> tuple[Table, pd.DataFrame]:
    text = "\n".join(["y,x,k,v,w", *(",".join(fields) for fields in data)]) + "\n"
    frame = pd.read_csv(io.StringIO(text), dtype={"y": str, "x": str, "k": str, "v": float, "w": float})
    return table(text, ("v", "w")), frame


def same(found: Table, wanted: pd.DataFrame, *columns: str) -> None:
    assert len(found) == len(wanted)
    for name in columns:
        if pd.api.types.is_numeric_dtype(wanted[name]):
            np.testing.assert_allclose(found.columns[name].numbers.values, wanted[name].to_numpy(float), rtol=1e-9)
        else:
            assert found.columns[name].labels.texts().tolist() == wanted[name].tolist()


PREDICATES: list[tuple[Predicate, Any]] = [
    (In("y", ("a",), (("y",),)), lambda f: f.y == "a"),
    (Not(In("y", ("a", "b"), (("y", 0), ("y", 1)))), lambda f: ~f.y.isin(["a", "b"])),
    (Between("v", (), "-2", "3"), lambda f: (f.v >= -2) & (f.v <= 3)),
    (Between("v", (), "0", "5", True, True), lambda f: (f.v > 0) & (f.v < 5)),
    (Matches("x", "[xy]"), lambda f: f.x == "[xy]"),
    (Matches("x", "?"), lambda f: f.x.str.len() == 1),
    (Same("y", "x"), lambda f: f.y == f.x),
    (All((In("y", ("a",), ((),)), Between("v", (), "0"))), lambda f: (f.y == "a") & (f.v >= 0)),
    (AnyOf((In("y", ("a",), ((),)), In("x", ("x",), ((),)))), lambda f: (f.y == "a") | (f.x == "x")),
]


@given(rows, st.sampled_from(PREDICATES))
def test_a_filter_keeps_the_rows_that_pandas_keeps(data: Rows, predicate: tuple[Predicate, Any]) -> None:
    found, frame = read(data)
    wanted = frame[predicate[1](frame)]
    try:
        kept = Filter(predicate[0]).apply(found, at)
    except Problems as problems:
        assert {told.code for told in problems.diagnostics} <= {"unknown-label", "empty-panel"}  # noqa: PT017
        return
    same(kept, wanted, "y", "x", "v")
    lines = [kept.place(row).line for row in range(len(kept))]
    assert lines == [index + 2 for index in wanted.index]


@given(rows)
def test_derived_numbers_are_those_of_pandas(data: Rows) -> None:
    found, frame = read(data)
    columns: dict[str, Operation] = {
        "sum": Add(("v", "w", 2.0)),
        "less": Subtract(("v", "w")),
        "rate": Divide((("v", 100.0), "w")),
        "log": Log10("v"),
        "size": Absolute("w"),
        "name": Template((Of("y"), "-", Of("x"))),
    }
    made = Derive(columns).apply(found, at)
    with np.errstate(all="ignore"):
        rate = (frame.v * 100 / frame.w).where(frame.w != 0)
        log = np.log10(frame.v.where(frame.v > 0))
    wanted = frame.assign(
        sum=frame.v + frame.w + 2,
        less=frame.v - frame.w,
        rate=rate,
        log=log,
        size=frame.w.abs(),
        name=frame.y + "-" + frame.x,
    )
    same(made, wanted, *columns)


@given(st.integers(-200, 200))
def test_the_logarithm_of_a_power_of_ten_is_whole(power: int) -> None:
    made = Derive({"log": Log10("v")}).apply(table(f"v\n1e{power}\n", ("v",)), at)
    assert made.columns["log"].numbers.values.tolist() == [power]


@given(rows)
def test_mapped_texts_are_those_of_pandas(data: Rows) -> None:
    found, frame = read(data)
    made = Derive({"kind": Map({"a": "first", "b": "other"}, "y")}).apply(found, at)
    same(made, frame.assign(kind=frame.y.map({"a": "first", "b": "other"}).fillna("")), "kind")


# Patterns, and the expressions that pandas is asked for: of each name as little as may be, of `*` as much.
PATTERNS = [
    ("{one}-{two}", r"(?P<one>.+?)-(?P<two>.+?)"),
    ("{one}-*", r"(?P<one>.+?)-.*"),
    ("*-{two}", r".*-(?P<two>.+?)"),
    ("?{one}a{two}", r".(?P<one>.+?)a(?P<two>.+?)"),
    (r"{one}\*{two}?", r"(?P<one>.+?)\*(?P<two>.+?)."),
    ("a{one}*b{two}-", r"a(?P<one>.+?).*b(?P<two>.+?)-"),
]


@given(st.lists(st.text("ab-* ±.", max_size=9), min_size=1, max_size=14), st.sampled_from(PATTERNS))
def test_extracted_parts_are_those_of_pandas(texts: list[str], pattern: tuple[str, str]) -> None:
    found = table("text,v\n" + "".join(f"{text},1\n" for text in texts), ("v",))
    wanted = pd.Series(texts).str.extract(rf"\A{pattern[1]}\Z", expand=True).fillna("")
    blank = [not text.strip() for text in texts]
    wanted[blank] = np.array([texts] * wanted.shape[1]).T[blank]
    same(Extract("text", pattern[0], keep_missing=True).apply(found, at), wanted, *wanted.columns)
    if any((wanted == "").all(axis=1) & ~np.array(blank)):
        with pytest.raises(Problems) as caught:
            Extract("text", pattern[0]).apply(found, at)
        lines = [told.place.line for told in caught.value.diagnostics if told.place]
        assert lines[0] == int(((wanted == "").all(axis=1) & ~np.array(blank)).argmax()) + 2


PARTS: dict[DateUnit, Any] = {
    "year": lambda d: d.dt.year,
    "quarter": lambda d: "Q" + d.dt.quarter.astype(str),
    "month": lambda d: d.dt.strftime("%b"),
    "week": lambda d: d.dt.isocalendar().week,
    "day": lambda d: d.dt.day,
    "weekday": lambda d: d.dt.strftime("%a"),
    "hour": lambda d: d.dt.hour,
    "minute": lambda d: d.dt.minute,
    "date": lambda d: d.dt.strftime("%Y-%m-%d"),
}
moment = st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1)).map(lambda d: d.replace(second=0, microsecond=0))


@given(st.lists(moment, min_size=1, max_size=9), st.sampled_from(sorted(PARTS)))
def test_parts_of_dates_are_those_of_pandas(moments: list[datetime], part: DateUnit) -> None:
    frame = pd.DataFrame({"when": pd.Series(moments, dtype="datetime64[s]")})
    found = table("when\n" + "".join(f"{one.isoformat()}\n" for one in moments))
    made = Derive({"part": DatePart(part, "when")}).apply(found, at)
    same(made, frame.assign(part=PARTS[part](frame.when).astype(str)), "part")


BOUNDS: list[tuple[Between, Any]] = [
    (Between("when", (), "2024-03-01", None), lambda d: d >= "2024-03-01"),
    (Between("when", (), None, "2024-03"), lambda d: d <= "2024-03-01"),
    (
        Between("when", (), "2024-01", "2025-06-30T12:00", True, True),
        lambda d: (d > "2024-01-01") & (d < "2025-06-30 12:00"),
    ),
]
day = st.dates(date(2023, 1, 1), date(2026, 12, 31))


@given(st.lists(st.one_of(day, st.just(None)), min_size=1, max_size=9), st.sampled_from(BOUNDS))
def test_bounds_of_dates_keep_the_rows_that_pandas_keeps(days: list[date | None], bound: tuple[Between, Any]) -> None:
    frame = pd.DataFrame({"when": pd.to_datetime(pd.Series(days)), "v": range(len(days))})
    found = table("when,v\n" + "".join(f"{one or ''},{n}\n" for n, one in enumerate(days)), ("v",))
    wanted = frame[bound[1](frame.when)]
    if wanted.empty:
        with pytest.raises(Problems):
            Filter(bound[0]).apply(found, at)
        return
    same(Filter(bound[0]).apply(found, at), wanted, "v")


@given(rows, st.lists(st.tuples(st.sampled_from("abcd"), number), max_size=6))
def test_a_lookup_is_a_many_to_one_merge(data: Rows, facts: list[tuple[str, str]]) -> None:
    assume(facts)
    found, frame = read(data)
    text = "\n".join(["name,fact", *(",".join(fact) for fact in facts)]) + "\n"
    other = pd.DataFrame([(name, float(fact) if fact else np.nan) for name, fact in facts], columns=["name", "fact"])
    verb = Lookup(table(text, ("fact",)), {"y": "name"}, {"new": "fact"})
    used = other[other.name.isin(frame.y)]
    if used.name.duplicated().any() or not frame.y.isin(other.name).all():
        with pytest.raises(Problems):
            verb.apply(found, at)
        return
    made = verb.apply(found, at)
    same(made, frame.merge(used, left_on="y", right_on="name").rename(columns={"fact": "new"}), "y", "v", "new")


@given(rows, st.sampled_from(["difference", "ratio", "percent"]))
def test_a_comparison_is_a_merge_with_the_baseline(data: Rows, using: Any) -> None:
    found, frame = read(data)
    verb = Compare("v", In("k", ("p",), (("k",),)), using, ("y", "x"), "gain", keep_missing=True)
    base, rest = frame[frame.k == "p"], frame[frame.k != "p"]
    if base.empty or rest.empty or base.duplicated(["y", "x"]).any():
        with pytest.raises(Problems):
            verb.apply(found, at)
        return
    both = rest.merge(base[["y", "x", "v"]], how="left", on=["y", "x"], suffixes=("", "_base"))
    with np.errstate(all="ignore"):
        ratio = (both.v / both.v_base).where(both.v_base != 0)
    gain = {"difference": both.v - both.v_base, "ratio": ratio, "percent": 100 * (ratio - 1)}[using]
    same(verb.apply(found, at), both.assign(gain=gain), "y", "x", "k", "gain")


@given(rows)
def test_rescaling_is_a_straight_line(data: Rows) -> None:
    found, frame = read(data)
    same(Rescale(("v",), (-100, 100), (0, 1)).apply(found, at), frame.assign(v=(frame.v + 100) / 200), "v")


@given(rows)
def test_bins_are_those_of_pandas_cut(data: Rows) -> None:
    found, frame = read(data)
    edges = (-100.0, -5.0, 0.0, 5.0, 100.0)
    cut = pd.cut(frame.v, edges, right=False, labels=["-100 to -5", "-5 to 0", "0 to 5", "5 to 100"])
    same(Bin("v", "bin", edges=edges).apply(found, at), frame.assign(bin=cut.astype(object).fillna("")), "bin")


@given(rows, st.sampled_from([0.5, 2.0, 10.0]))
def test_bins_of_a_width_begin_at_its_multiples_up_to_one(data: Rows, width: float) -> None:
    found, frame = read(data)
    made = Bin("v", "bin", width=width).apply(found, at).columns["bin"].labels
    assert made.edges is not None
    low = np.floor(frame.v / width + 1e-9) * width
    if low.max() > low.min() and np.isclose(frame.v.max(), low.max(), atol=1e-9):  # the last edge belongs to the last
        low = low.where(low < low.max(), low.max() - width)
    kept = ~np.isnan(frame.v.to_numpy())
    np.testing.assert_allclose(np.array([*made.edges, 0.0])[_edges_of(made)][kept], low[kept], atol=1e-9)
    np.testing.assert_allclose(np.diff(made.edges), width)


@given(rows, st.integers(1, 6))
def test_a_count_of_bins_is_that_of_pandas_cut(data: Rows, count: int) -> None:
    found, frame = read(data)
    assume(frame.v.nunique() > 1)
    made = Bin("v", "bin", count=count).apply(found, at).columns["bin"].labels
    edges = np.linspace(frame.v.min(), frame.v.max(), count + 1)
    assume(not np.isclose(frame.v.to_numpy()[:, None], edges[1:-1], atol=1e-9).any())  # which is a matter of rounding
    wanted = pd.cut(frame.v, edges.tolist(), right=False, labels=False).fillna(count - 1)
    kept = ~np.isnan(frame.v.to_numpy())
    assert _edges_of(made)[kept].tolist() == wanted[kept].tolist()


def _edges_of(bins: Labels) -> NDArray[np.int64]:
    """The place of the lower edge of each row's bin; behind all others where a row has none."""
    assert bins.positions is not None
    assert bins.edges is not None
    place = {edge: at for at, edge in enumerate(bins.edges)}
    return np.array([place.get(edge, len(bins.edges)) for edge in bins.positions], np.int64)[bins.codes]


USINGS: list[Using] = ["mean", "median", "min", "max", "sum", "count", "first"]


@given(rows, st.sampled_from(USINGS))
def test_aggregated_rows_are_those_of_groupby(data: Rows, using: Using) -> None:
    found, frame = read(data)
    made = Aggregate(("y", "x"), "made", using, "v").apply(found, at)
    grouped = frame.groupby(["y", "x"], sort=False).v
    wanted = grouped.sum(min_count=1) if using == "sum" else grouped.agg(using)
    same(made, wanted.reset_index().rename(columns={"v": "made"}), "y", "x", "made")


@given(rows)
def test_completed_counts_are_those_of_a_crosstab(data: Rows) -> None:
    found, frame = read(data)
    made = Aggregate(("y", "x"), "n", "count", complete=0).apply(found, at)
    wanted = pd.crosstab(frame.y, frame.x).stack()
    texts = zip(made.columns["y"].labels.texts(), made.columns["x"].labels.texts(), strict=True)
    assert dict(zip(texts, made.columns["n"].numbers.values, strict=True)) == wanted.to_dict()


@given(rows)
def test_symmetric_rows_are_the_rows_and_their_mirror_images(data: Rows) -> None:
    found, frame = read(data)
    frame = frame.assign(x=frame.x.map({"x": "a", "y": "b", "z": "d"}))
    text = frame.to_csv(index=False)
    found = table(text, ("v", "w"))
    mirrored = frame[frame.y != frame.x].rename(columns={"y": "x", "x": "y"})
    same(Symmetrize(("y", "x")).apply(found, at), pd.concat([frame, mirrored]), "y", "x", "v")


def gridded(frame: pd.DataFrame, using: str) -> pd.DataFrame:
    grouped = frame.groupby(["y", "x"], sort=False).v
    values = grouped.sum(min_count=1) if using == "sum" else grouped.agg(using)
    if using == "count":
        values = values.where(values > 0)
    return values.unstack("x").reindex(index=frame.y.unique(), columns=frame.x.unique())


@given(rows, st.sampled_from(USINGS))
def test_a_pivot_with_an_aggregate_is_that_of_pandas(data: Rows, using: Using) -> None:
    found, frame = read(data)
    cells = pivot(found, Request("v", Side("y"), Side("x"), aggregate=Aggregation(using)), at)
    np.testing.assert_allclose(cells.values[:, :, 0], gridded(frame, using).to_numpy(), rtol=1e-9)
    assert [key.label for key in cells.rows.keys] == list(frame.y.unique())


@given(rows, st.sampled_from(["std", "sem", "ci95", "iqr"]))
def test_spreads_are_those_of_pandas_and_scipy(data: Rows, using: Spread) -> None:
    from scipy.stats import t

    found, frame = read(data)
    cells = pivot(found, Request("v", Side("y"), Side("x"), aggregate=Aggregation("mean", using)), at)
    grouped = frame.groupby(["y", "x"], sort=False).v
    sizes = grouped.count()
    wanted = {
        "std": grouped.std(),
        "sem": grouped.sem(),
        "ci95": grouped.sem() * t.ppf(0.975, np.maximum(sizes - 1, 1)),
        "iqr": (grouped.quantile(0.75) - grouped.quantile(0.25)).where(sizes > 1),
    }[using]
    grid = wanted.unstack("x").reindex(index=frame.y.unique(), columns=frame.x.unique())
    made: Any = cells.fields["spread"].content
    np.testing.assert_allclose(made.scores[:, :, 0], grid.to_numpy(), rtol=1e-7, atol=1e-9)
    counts: Any = cells.fields["count"].content
    wide = sizes.unstack("x").reindex(index=frame.y.unique(), columns=frame.x.unique()).fillna(0)
    np.testing.assert_array_equal(counts.scores[:, :, 0], wide.to_numpy())


def of_pandas(grid: pd.DataFrame, using: str) -> pd.DataFrame:
    """Normalized within each row."""
    match using:
        case "share":
            return grid.div(grid.sum(axis=1), axis=0)
        case "unit":
            return grid.div((grid**2).sum(axis=1) ** 0.5, axis=0)
        case "center":
            return grid.sub(grid.mean(axis=1), axis=0)
        case "zscore":
            return grid.sub(grid.mean(axis=1), axis=0).div(grid.std(axis=1), axis=0)
        case "minmax":
            low, high = grid.min(axis=1), grid.max(axis=1)
            return grid.sub(low, axis=0).div(high - low, axis=0)
        case _:
            return grid.rank(axis=1)


MOVES = ["share", "unit", "zscore", "minmax", "center", "rank"]


@given(rows, st.sampled_from(MOVES), st.sampled_from(["x", "y", "all"]))
def test_normalized_cells_are_those_of_pandas(data: Rows, using: Any, per: Any) -> None:
    found, frame = read(data)
    cells = pivot(found, Request("v", Side("y"), Side("x"), aggregate=Aggregation("mean")), at)
    grid = gridded(frame, "mean")
    turned = {"y": grid, "x": grid.T, "all": pd.DataFrame(grid.to_numpy().reshape(1, -1))}[per]
    wanted = of_pandas(turned, using).to_numpy()
    wanted = wanted.T if per == "x" else wanted.reshape(grid.shape)
    try:
        made = normalized(cells, Normalize(using, (per,)), at)
    except Problems:
        spans = turned.max(axis=1) - turned.min(axis=1)
        assert (
            (spans < 1e-9).any() or (turned.sum(axis=1) == 0).any() or (using == "share" and (grid < 0).any(axis=None))
        )
        return
    assert using != "share" or not (grid < 0).any(axis=None)
    np.testing.assert_allclose(made.values[:, :, 0], wanted, rtol=1e-6, atol=1e-9)
