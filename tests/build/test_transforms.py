"""Chains of verbs through all stages hold to the same in pandas, also where files are read block by block."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heatfig.build.figure import compiled, decided
from heatfig.build.rows import rows_after
from heatfig.build.specs import files_of, spec_at
from heatfig.diagnostics import Problems

number = st.one_of(
    st.integers(-9, 9).map(str), st.floats(-99, 99).map(lambda value: repr(round(value, 3))), st.just("")
)
row = st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from("pq"), number, number)
rows = st.lists(row, min_size=1, max_size=14)
fact = st.tuples(st.sampled_from("abcd"), number)
Rows = list[tuple[str, str, str, str, str]]
Facts = list[tuple[str, str]]
# What pandas makes of the rows and the facts; None where there is nothing to be made.
InPandas = Callable[[pd.DataFrame, pd.DataFrame], pd.DataFrame | None]

ALSO = "all: {text: '{y}{x}{k}{v}{w}'}, pair: {text: '{y}/{x}'}"
HEAD = "scores: rows.csv\nvalue: v\naggregate: mean\naxes: {x: x, y: y}\n"


def filtered(frame: pd.DataFrame, _: pd.DataFrame) -> pd.DataFrame | None:
    kept = frame[(frame.k != "p") & (frame.v >= 0)]
    return kept if (frame.k == "p").any() and len(kept) else None


def looked_up(frame: pd.DataFrame, facts: pd.DataFrame) -> pd.DataFrame | None:
    used = facts[facts.name.isin(frame.y)]
    if used.name.duplicated().any() or not frame.y.isin(facts.name).all():
        return None
    return frame.merge(used, left_on="y", right_on="name").drop(columns="name")


def derived(frame: pd.DataFrame, _: pd.DataFrame) -> pd.DataFrame:
    rate = (frame.v * 100 / frame.w.where(frame.w != 0)) - 1
    return frame.assign(
        rate=rate, name=frame.y + "/" + frame.x, kind=frame.y.map({"a": "first", "b": "rest", "c": "rest"})
    )


def extracted(frame: pd.DataFrame, _: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(before=frame.y, after=frame.x)


def rescaled(frame: pd.DataFrame, _: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(v=(frame.v + 100) / 200)


def binned(frame: pd.DataFrame, _: pd.DataFrame) -> pd.DataFrame:
    names = ["-100–-5", "-5–0", "0–5", "5–100"]
    cut = pd.cut(frame.v, [-100, -5, 0, 5, 100], right=False, labels=names)
    return frame.assign(level=cut.astype(object).fillna(""))


def aggregated(frame: pd.DataFrame, _: pd.DataFrame) -> pd.DataFrame:
    return frame.groupby(["y", "k"], sort=False).v.sum(min_count=1).reset_index(name="total")


def compared(frame: pd.DataFrame, _: pd.DataFrame) -> pd.DataFrame | None:
    base, rest = frame[frame.k == "p"], frame[frame.k != "p"]
    if base.empty or rest.empty or base.duplicated(["y", "x"]).any():
        return None
    both = rest.merge(base[["y", "x", "v"]], how="left", on=["y", "x"], suffixes=("", "_base"))
    return both.assign(gain=both.v - both.v_base).drop(columns="v_base")


def symmetrized(frame: pd.DataFrame, _: pd.DataFrame) -> pd.DataFrame:
    mirrored = frame[frame.y != frame.k].rename(columns={"y": "k", "k": "y"})
    return pd.concat([frame, mirrored])[list(frame.columns)]


VERBS: list[tuple[str, InPandas]] = [
    ("filter: {k: {not: p}, v: {min: 0}}", filtered),
    ("lookup: {file: facts.csv, key: {y: name}, columns: fact}", looked_up),
    (
        'derive: {part: {divide: [[v, 100], w]}, rate: {subtract: [part, 1]}, name: {text: "{y}/{x}"}, '
        'kind: {map: {a: first, "?": rest}, of: y}}',
        derived,
    ),
    ("extract: {column: pair, pattern: '{before}/{after}'}", extracted),
    ("rescale: {columns: v, from: [-100, 100], to: [0, 1]}", rescaled),
    ("bin: {column: v, edges: [-100, -5, 0, 5, 100], into: level}", binned),
    ("aggregate: {using: sum, column: v, by: [y, k], into: total}", aggregated),
    ("compare: {column: v, to: {k: p}, using: difference, key: [y, x], into: gain, missing: keep}", compared),
    ("symmetrize: [y, k]", symmetrized),
]


def table_of(lines: list[list[str]]) -> pd.DataFrame:
    return pd.DataFrame(lines[1:], columns=lines[0])


def same(found: pd.DataFrame, wanted: pd.DataFrame) -> None:
    assert len(found) == len(wanted)
    for name in wanted.columns:
        if pd.api.types.is_numeric_dtype(wanted[name]):
            numbers = pd.to_numeric(found[name], errors="coerce").to_numpy(float)
            np.testing.assert_allclose(numbers, wanted[name].to_numpy(float), rtol=1e-9, atol=1e-9)
        else:
            assert found[name].tolist() == wanted[name].tolist()


def written(folder: str, name: str, header: str, lines: Rows | Facts) -> pd.DataFrame:
    path = Path(folder) / name
    path.write_text("\n".join([header, *(",".join(fields) for fields in lines)]) + "\n")
    texts = dict.fromkeys(("y", "x", "k", "name"), str)
    return pd.read_csv(
        path, dtype={**texts, "v": float, "w": float, "fact": float}, keep_default_na=False, na_values=""
    )


@pytest.mark.parametrize(
    ("verb", "in_pandas"), VERBS, ids=lambda part: part.split(":")[0] if isinstance(part, str) else ""
)
@settings(max_examples=40)
@given(data=rows, facts=st.lists(fact, min_size=1, max_size=6))
def test_the_rows_after_a_verb_are_those_of_pandas(verb: str, in_pandas: InPandas, data: Rows, facts: Facts) -> None:
    with TemporaryDirectory() as folder:
        frame = written(folder, "rows.csv", "y,x,k,v,w", data)
        others = written(folder, "facts.csv", "name,fact", facts)
        spec = Path(folder) / "one.yaml"
        spec.write_text(HEAD + f"transform: [{{derive: {{{ALSO}}}}}, {{{verb}}}]\n")
        wanted = in_pandas(frame, others)
        if wanted is None:
            with pytest.raises(Problems):
                list(rows_after(spec, 2, None, None))
            return
        same(table_of(list(rows_after(spec, 2, None, None))), wanted)


@settings(max_examples=60)
@given(data=rows, using=st.sampled_from(["mean", "sum", "min", "max", "median"]))
def test_a_chain_that_ends_in_a_grid_is_that_of_pandas(data: Rows, using: str) -> None:
    with TemporaryDirectory() as folder:
        frame = written(folder, "rows.csv", "y,x,k,v,w", data)
        spec = Path(folder) / "one.yaml"
        together = "{aggregate: {using: mean, column: both, by: [y, x], into: m}}"
        chain = f"transform: [{{derive: {{both: {{add: [v, w]}}}}}}, {together}]"
        spec.write_text(f"scores: rows.csv\n{chain}\nvalue: m\naggregate: {using}\naxes: {{x: x, y: y}}\n")
        wanted = frame.assign(both=frame.v + frame.w).groupby(["y", "x"], sort=False).both.mean().unstack("x")
        wanted = wanted.reindex(index=frame.y.unique(), columns=frame.x.unique())
        if wanted.isna().all(axis=None):
            with pytest.raises(Problems):
                decided(spec)
            return
        np.testing.assert_allclose(decided(spec).cells[0].values[:, :, 0], wanted, rtol=1e-9)


def large(folder: Path, count: int = 400_000) -> pd.DataFrame:
    """Rows of several blocks, in which each of the first labels comes late in the file, too."""
    numbers = np.arange(count)
    frame = pd.DataFrame(
        {
            "y": np.char.add("y", (numbers % 7).astype(str)),
            "x": np.char.add("x", (numbers // 50_000).astype(str)),
            "k": np.where(numbers % 3, "q", "p"),
            "v": numbers % 1_001 / 8,
            "pad": "some text that makes the lines long",
        }
    )
    frame.to_csv(folder / "rows.csv", index=False)
    pd.DataFrame({"name": [f"y{n}" for n in range(7)], "fact": range(7)}).to_csv(folder / "facts.csv", index=False)
    return frame


CHAIN = """\
scores: rows.csv
transform:
  - filter: {k: q, x: {not: x3}}
  - lookup: {file: facts.csv, key: {y: name}, columns: fact}
  - extract: {column: y, pattern: "?{number}"}
  - derive: {sum: {add: [v, number]}}
  - bin: {column: fact, edges: [0, 3, 7], into: half}
"""


@pytest.mark.parametrize(
    ("rest", "using"),
    [
        ("value: sum\naggregate: mean\n", "mean"),
        ("value: sum\naggregate: max\n", "max"),
        ("  - aggregate: {using: sum, column: sum, by: [half, x], into: s}\nvalue: s\n", "sum"),
        ("  - aggregate: {using: count, by: [half, x], into: n}\nvalue: n\n", "count"),
        ("value: sum\naggregate: median\n", "median"),
    ],
)
def test_blocks_of_a_file_give_what_the_whole_gives(tmp_path: Path, rest: str, using: str) -> None:
    frame = large(tmp_path)
    (tmp_path / "one.yaml").write_text(f"{CHAIN}{rest}axes: {{x: x, y: half}}\n")
    frame = frame[(frame.k == "q") & (frame.x != "x3")]
    fact = frame.y.str[1:].astype(float)
    frame = frame.assign(sum=frame.v + fact, half=np.where(fact < 3, "0–3", "3–7"))
    wanted = frame.groupby(["half", "x"]).agg(made=("sum", using)).made.unstack("x")
    cells = decided(tmp_path / "one.yaml").cells[0]
    np.testing.assert_allclose(cells.values[:, :, 0], wanted, rtol=1e-9)
    assert [key.label for key in cells.rows.keys] == ["0–3", "3–7"]


@pytest.mark.parametrize(
    "rest",
    [
        "value: sum\naggregate: median\naxes: {x: x, y: half}\n",
        "value: sum\naggregate: {using: mean, spread: std}\naxes: {x: x, y: y}\n",
    ],
)
def test_of_a_large_file_only_what_filters_leave_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rest: str
) -> None:
    large(tmp_path)
    spec = tmp_path / "one.yaml"
    spec.write_text(f"{CHAIN}{rest}".replace("x: {not: x3}", "x: [x0, x4, x7]"))
    whole = decided(spec)
    monkeypatch.setattr("heatfig.build.projections.LARGE", 0)
    monkeypatch.setattr("heatfig.data.transforms.filter.Filter.apply", None)  # which sees all rows
    narrowed = decided(spec)
    np.testing.assert_array_equal(narrowed.cells[0].values, whole.cells[0].values)
    tables = [made.cells[0].entries.table for made in (whole, narrowed)]
    assert [len(table) for table in tables] == [99_999, 99_999]
    assert tables[0].place(60_000) == tables[1].place(60_000)
    spec.write_text(spec.read_text().replace("x4", "x9"))
    with pytest.raises(Problems) as found:
        decided(spec)
    assert [told.message for told in found.value.diagnostics] == ["no row has x 'x9'"]


def test_each_file_of_a_panel_goes_through_its_verbs_whatever_other_panels_make_of_it(tmp_path: Path) -> None:
    for name, score in (("one", 1), ("two", 3)):
        (tmp_path / f"{name}.csv").write_text(f"y,x,k,v\n{name},t,p,{score}\n{name},t,q,9\n{name},t,p,{score + 1}\n")
    spec = tmp_path / "spec.yaml"
    spec.write_text(
        "axes: {x: x, y: y}\nshare: {y: false}\nvalue: v\npanels:\n"
        "  - {scores: [one.csv, two.csv], transform: [{filter: {k: p}}], aggregate: mean}\n"
        "  - {scores: two.csv, transform: [{filter: {k: p}}], aggregate: median}\n"
    )
    first, second = decided(spec).cells
    assert [first.values.ravel().tolist(), second.values.ravel().tolist()] == [[1.5, 3.5], [3.5]]


def test_a_value_that_no_block_has_is_told_once_and_of_the_whole_file(tmp_path: Path) -> None:
    large(tmp_path, 200_000)
    spec = tmp_path / "one.yaml"
    spec.write_text(f"{CHAIN}value: sum\naggregate: mean\naxes: {{x: x, y: half}}\n".replace("x3", "x9"))
    with pytest.raises(Problems) as found:
        decided(spec)
    assert [told.message for told in found.value.diagnostics] == ["no row has x 'x9'"]


def test_of_several_filters_the_one_that_leaves_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("y,x,v\na,t,1\nb,u,2\n")
    spec = tmp_path / "one.yaml"
    filters = "transform:\n  - filter: {y: a}\n  - filter: {v: {min: 5}}\n"
    spec.write_text(f"scores: rows.csv\n{filters}value: v\naggregate: mean\naxes: {{x: x, y: y}}\n")
    with pytest.raises(Problems) as found:
        decided(spec)
    assert [(told.code, told.place and told.place.line) for told in found.value.diagnostics] == [("empty-panel", 4)]


@pytest.mark.parametrize(("left_out", "told"), [("[a, c]", []), ("c", ["no row has y 'c'"])])
def test_a_list_of_what_is_left_out_may_have_more_than_is_there(tmp_path: Path, left_out: str, told: list[str]) -> None:
    (tmp_path / "rows.csv").write_text("y,x,v\na,t,1\nb,u,2\n")
    spec = tmp_path / "one.yaml"
    spec.write_text(f"scores: rows.csv\nvalue: v\nwhere: {{y: {{not: {left_out}}}}}\naxes: {{x: x, y: y}}\n")
    try:
        decided(spec)
        found = []
    except Problems as problems:
        found = [each.message for each in problems.diagnostics]
    assert found == told


def test_rows_are_put_together_as_they_are_read_where_the_verbs_allow(tmp_path: Path) -> None:
    large(tmp_path, 200_000)
    spec = tmp_path / "one.yaml"
    spec.write_text(f"{CHAIN}value: sum\naggregate: mean\naxes: {{x: x, y: half}}\n")
    assert len(decided(spec).cells[0].entries.table) < 20
    spec.write_text(f"{CHAIN}value: sum\naggregate: median\naxes: {{x: x, y: half}}\n")
    assert len(decided(spec).cells[0].entries.table) > 50_000


def test_the_file_of_a_lookup_is_hashed_and_depended_on(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("y,x,v\na,t,1\nb,t,2\n")
    for name in ("facts", "others"):
        (tmp_path / f"{name}.csv").write_text("name,fact\na,1\nb,2\nt,3\n")
    spec = tmp_path / "one.yaml"
    lookup = "transform: [{lookup: {file: facts.csv, key: {y: name}, columns: fact}}]\n"
    axes = "axes: {x: x, y: {column: y, lookup: {file: others.csv, key: name}, order: {by: fact}}}\n"
    spec.write_text(f"scores: rows.csv\nvalue: v\n{lookup}{axes}".replace("columns: fact", "columns: {first: fact}"))
    assert set(compiled(spec).hashes) == {"rows.csv", "facts.csv", "others.csv"}
    assert {path.name for path in files_of(spec_at(spec), tmp_path)} == {"rows.csv", "facts.csv", "others.csv"}
    (tmp_path / "inner").mkdir()
    inner = tmp_path / "inner" / "one.yaml"
    for name in ("rows.csv", "others.csv"):
        (tmp_path / "inner" / name).write_text((tmp_path / name).read_text())
    inner.write_text(spec.read_text().replace("facts.csv", "../facts.csv"))
    with pytest.raises(Problems) as found:
        compiled(inner, root=tmp_path / "inner")
    assert [told.code for told in found.value.diagnostics] == ["outside-root"]
