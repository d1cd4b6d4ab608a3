from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
from tables import at, source

from heatfig.build.figure import compiled
from heatfig.data.predicates import In
from heatfig.data.readers.opening import read_table
from heatfig.data.transforms.filter import Filter
from heatfig.data.wanted import Wanted
from heatfig.diagnostics import Problems

COLUMNS = {"model": ["a", "a", "b", "b"], "task": ["p", "q", "p", "q"], "score": ["0.5", "1", "", "-2"]}
SPEC = "scores: s.{}\nvalue: score\naxes: {{y: model, x: task}}\n"


def spec(folder: Path, suffix: str) -> Path:
    path = folder / f"{suffix}.yaml"
    path.write_text(SPEC.format(suffix), encoding="utf-8")
    return path


def write_parquet(folder: Path, scores: list[object]) -> None:
    pyarrow.parquet.write_table(pyarrow.table({**COLUMNS, "score": scores}), folder / "s.parquet")


def test_a_parquet_file_gives_the_plan_that_the_same_scores_in_csv_give(tmp_path: Path) -> None:
    rows = [",".join(row) for row in zip(*COLUMNS.values(), strict=True)]
    (tmp_path / "s.csv").write_text("\n".join([",".join(COLUMNS), *rows, ""]), encoding="utf-8")
    write_parquet(tmp_path, [0.5, 1.0, None, -2.0])
    assert compiled(spec(tmp_path, "parquet")).plan == compiled(spec(tmp_path, "csv")).plan


def test_what_is_wrong_in_a_parquet_file_is_told_with_its_row(tmp_path: Path) -> None:
    write_parquet(tmp_path, ["0.5", "1", "oops", "2"])
    with pytest.raises(Problems) as found:
        compiled(spec(tmp_path, "parquet"))
    (told,) = found.value.diagnostics
    assert "'oops' is not a finite number" in told.message
    assert str(told.place).endswith("s.parquet:row 3")


def test_groups_of_rows_are_counted_on_and_a_null_of_texts_is_an_empty_field(tmp_path: Path) -> None:
    rows = pyarrow.table({"y": ["a", None, "b", "", "b"], "x": ["p", "q", "p", "q", "q"], "v": [1, 2, 3, 4, 5]})
    pyarrow.parquet.write_table(rows, tmp_path / "s.parquet", row_group_size=2)
    content = (tmp_path / "s.parquet").read_bytes()
    whole = read_table(replace(source("", "s.parquet"), blocks=[content]), Wanted(("y", "x"), ("v",)))
    assert whole.columns["y"].labels.texts().tolist() == ["a", "", "b", "", "b"]
    kept = Wanted(("y", "x"), ("v",), verbs=[(Filter(In("x", ("q",), ((),))), at)])
    some = read_table(replace(source("", "s.parquet"), blocks=[content]), kept)
    for table, numbers in ((whole, [1, 2, 3, 4, 5]), (some, [2, 4, 5])):
        assert table.columns["v"].numbers.values.tolist() == numbers
        assert [table.place(row).line for row in range(len(table))] == numbers


def test_exact_decimals_are_numbers(tmp_path: Path) -> None:
    write_parquet(tmp_path, [Decimal("0.50"), Decimal("1.25"), None, Decimal("-2.00")])
    assert compiled(spec(tmp_path, "parquet")).plan.panels[0].grid.scores[0, :, 0].tolist() == [0.5, 1.25]


def test_two_columns_of_one_name_are_told(tmp_path: Path) -> None:
    rows = pyarrow.Table.from_arrays([pyarrow.array(["a"])] * 3, names=["model", "task", "task"])
    pyarrow.parquet.write_table(rows, tmp_path / "s.parquet")
    with pytest.raises(Problems, match="two columns are named 'task'"):
        compiled(spec(tmp_path, "parquet"))
