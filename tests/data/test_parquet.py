from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from heatfig.build.figure import compiled
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
