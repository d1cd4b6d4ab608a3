"""Properties of plans that hold for any scores."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from heatfig.build.figure import Figure, prepare
from heatfig.plan.codec import dump, plan_data

SCORES = st.lists(
    st.one_of(st.none(), st.floats(-1e6, 1e6, allow_subnormal=False).map(lambda score: round(score, 3))),
    min_size=12,
    max_size=12,
).filter(lambda scores: sum(score is not None for score in scores) > 1)

SPEC = """
scores: s.csv
value: score
axes: {x: {column: x, order: [p, q, r]}, y: {column: y, order: [a, b, c, d]}}
"""


def rows(scores: list[float | None]) -> list[str]:
    cells = [(y, x) for y in "abcd" for x in "pqr"]
    return [f"{y},{x},{'' if score is None else score}" for (y, x), score in zip(cells, scores, strict=True)]


def figure(spec: str, lines: list[str]) -> Figure:
    with TemporaryDirectory() as folder:
        Path(folder, "s.csv").write_text("\n".join(["y,x,score", *lines]) + "\n")
        path = Path(folder, "f.yaml")
        path.write_text(spec)
        return prepare(path)


@settings(max_examples=40, deadline=None)
@given(scores=SCORES, seed=st.integers(0, 1000))
def test_the_order_of_rows_in_the_file_does_not_matter_where_the_spec_gives_one(
    scores: list[float | None], seed: int
) -> None:
    lines = rows(scores)
    shuffled = random.Random(seed).sample(lines, len(lines))
    spec = SPEC + "annotations: .3g\n"
    one, other = figure(spec, lines).plan, figure(spec, shuffled).plan
    assert dump(one) == dump(other)
    assert one == other


@settings(max_examples=40, deadline=None)
@given(scores=SCORES, low=st.floats(-100, 0), high=st.floats(1, 100))
def test_a_panel_with_its_own_range_never_changes_another(scores: list[float | None], low: float, high: float) -> None:
    assume(any(score is not None and low <= score <= high for score in scores))
    own = f"panels: [{{title: One}}, {{title: Two, range: [{low!r}, {high!r}], colorbar: none}}]\n"
    without = "panels: [{title: One}, {title: Two, colorbar: none}]\n"
    with_range = plan_data(figure(SPEC + own, rows(scores)).plan)["panels"][0]
    assert with_range == plan_data(figure(SPEC + without, rows(scores)).plan)["panels"][0]


@settings(max_examples=40, deadline=None)
@given(scores=SCORES)
def test_every_score_stands_in_its_cell(scores: list[float | None]) -> None:
    found = plan_data(figure(SPEC, rows(scores)).plan)["panels"][0]["grid"]["scores"]
    assert [score for row in found for cell in row for score in cell] == scores


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from("pq"), st.sampled_from(["", "1", "2"])), max_size=12))
def test_cells_with_fewer_repeats_are_those_that_pandas_counts_so(data: list[tuple[str, str, str]]) -> None:
    assume(any(score for *_, score in data))
    spec = "scores: s.csv\nvalue: score\naxes: {x: x, y: y}\n"
    spec += "aggregate: {using: mean, repeats: {least: 2, fewer: mark}}\n"
    made = figure(spec, [",".join(fields) for fields in data])
    frame = pd.DataFrame(data, columns=["y", "x", "score"]).replace("", np.nan)
    counts = frame.groupby(["y", "x"]).score.count()
    wanted = {cell for cell, count in counts.items() if 0 < count < 2}
    (panel,) = plan_data(made.plan)["panels"]
    rows, columns = ([key for _, key in panel[side]["keys"]] for side in ("y", "x"))
    signs = panel["marks"][0]["texts"] if panel["marks"] else []
    found = {(rows[y], columns[x]) for y, row in enumerate(signs) for x, parts in enumerate(row) if parts == ["†"]}
    assert found == wanted
