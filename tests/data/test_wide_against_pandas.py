"""A wide file is read as what pandas makes of it, whichever of its columns are cells."""

import io
from collections.abc import Sequence

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from tables import source

from heatfig.data.predicates import In, Not
from heatfig.data.readers.opening import read_table
from heatfig.data.table import Table
from heatfig.data.transforms.filter import Filter
from heatfig.data.wanted import Wanted
from heatfig.data.wide import Wide

score = st.one_of(st.integers(-9, 9).map(str), st.just(""), st.just("0.25"))
fields = st.tuples(*(st.sampled_from("abc") for _ in range(3)), *(score for _ in range(4)))
rows = st.lists(fields, min_size=1, max_size=8)
HEADER = "m,family,n,acc_a,acc_b,sd_a,sd_b"
Rows = Sequence[tuple[str, ...]]


def read(data: Rows, wide: Wide) -> tuple[Table, pd.DataFrame]:
    text = "\n".join([HEADER, *map(",".join, data), ""])
    types = dict.fromkeys(HEADER.split(",")[:3], str)
    return read_table(source(text), Wanted(wide=wide)), pd.read_csv(io.StringIO(text), dtype=types, na_values=[""])


def check(found: Table, wanted: pd.DataFrame, labels: Sequence[str], numbers: Sequence[str]) -> None:
    assert len(found) == len(wanted)
    for name in labels:
        assert found.columns[name].labels.texts().tolist() == wanted[name].tolist()
    for name in numbers:
        np.testing.assert_array_equal(found.columns[name].numbers.values, wanted[name].to_numpy(float))


@given(rows, st.sampled_from([("acc_a", "acc_b"), ("sd_b",), ("acc_a", "acc_b", "sd_a", "sd_b")]))
def test_cells_are_those_that_melt_makes(data: Rows, cells: tuple[str, ...]) -> None:
    wide = Wide(rows=("family", "m"), keep=("n",), names="task", values="score", columns=cells)
    found, frame = read(data, wide)
    melted = frame.reset_index().melt(["index", "m", "family", "n"], list(cells), var_name="task", value_name="score")
    melted = melted.sort_values("index", kind="stable")
    check(found, melted, ("family", "m", "n", "task"), ("score",))


@given(rows)
def test_measures_are_those_that_wide_to_long_makes(data: Rows) -> None:
    wide = Wide(rows=("m",), keep=("family",), measures=(("acc", "acc_{task}"), ("sd", "sd_{task}")))
    found, frame = read(data, wide)
    long = pd.wide_to_long(frame.reset_index(), ["acc", "sd"], "index", "task", sep="_", suffix=r"\w+").reset_index()
    check(found, long.sort_values(["index", "task"]), ("m", "family", "task"), ("acc", "sd"))


@given(rows)
def test_rows_may_be_filtered_before_or_after_they_are_cells(data: Rows) -> None:
    found, frame = read(data, Wide(rows=("m",), keep=("family", "n"), names="task"))
    kept = Filter(Not(In("family", ("a",), ()))).of_block(found, lambda *_: found.place(0))
    assert kept.matrix is not None
    wanted = (
        frame[frame.family != "a"]
        .reset_index()
        .melt(["index", "m", "family", "n"], var_name="task", value_name="score")
    )
    check(kept, wanted.sort_values("index", kind="stable"), ("m", "family", "task"), ("score",))
