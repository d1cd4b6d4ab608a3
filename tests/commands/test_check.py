import subprocess
import sys
from pathlib import Path

import pytest

from heatfig.app.commands.check import check
from heatfig.build import memory

CODE = """
import sys
sys.argv = ["heatfig", "check", "core_generalization.yaml"]
from heatfig.app.cli import main
try:
    main()
except SystemExit as left:
    assert left.code == 0, left.code
drawing = ("matplotlib.figure", "matplotlib.backends.backend_")
print([name for name in sys.modules if name.startswith(drawing)])
"""


def test_says_how_many_specs_and_cells_are_in_order(specs: Path) -> None:
    names = [path.name for path in specs.glob("*.yaml")]
    done = subprocess.run(
        [sys.executable, "-m", "heatfig", "check", *names], cwd=specs, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "5 of 5 specs in order, 1,082 cells\n"


def test_check_draws_nothing(specs: Path) -> None:
    done = subprocess.run([sys.executable, "-c", CODE], cwd=specs, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


SPEC = """\
scores: runs.csv
transform:
  - filter: {seed: "1"}
  - lookup: {file: models.csv, key: model, columns: family}
  - aggregate: {using: mean, column: score, by: [family, task, seed], into: score}
value: score
axes: {x: task, y: family}
panels:
  - {name: few}
  - name: gain
    value: gain
    transform:
      - filter: {seed: ["1", "2"]}
      - compare: {column: score, to: {seed: "1"}, using: difference, key: [model, task], into: gain}
    axes: {y: model}
"""


def test_says_which_verbs_need_all_rows_and_what_memory_that_takes_if_asked(tmp_path: Path) -> None:
    (tmp_path / "runs.csv").write_text("model,task,seed,score\na,t,1,0.5\na,t,2,0.75\n")
    (tmp_path / "models.csv").write_text("model,family\na,Heron\n")
    (tmp_path / "one.yaml").write_text(SPEC)
    spec = tmp_path / "one.yaml"
    assert [*check([spec], None)] == ["1 of 1 specs in order, 2 cells"]
    assert [*check([spec], None, memory=True)] == [
        f"{spec}: few: runs.csv (43 bytes) is read in blocks, through filter, lookup, aggregate",
        f"{spec}: gain: runs.csv (43 bytes) takes about 172 bytes of memory: compare needs all rows at once",
        "1 of 1 specs in order, 2 cells",
    ]


def test_says_unasked_how_large_files_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "runs.csv").write_text("y,x,v\na,t,0.5\n")
    (tmp_path / "one.yaml").write_text("scores: runs.csv\nvalue: v\naggregate: median\naxes: {x: x, y: y}\n")
    assert len([*check([tmp_path / "one.yaml"], None)]) == 1
    monkeypatch.setattr(memory, "LARGE", 10)
    first, _ = check([tmp_path / "one.yaml"], None)
    assert str(first).endswith("takes about 56 bytes of memory: the median needs all scores of a cell at once")


@pytest.mark.parametrize(
    ("scores", "aggregate", "told"),
    [
        ("long.csv", "mean", "is read in blocks"),
        ("long.csv", "none", "the grid, without `aggregate`, needs all rows at once"),
        ("long.csv", "median", "the median needs all scores of a cell at once"),
        ("long.csv", "{using: mean, spread: std}", "the std needs all scores of a cell at once"),
        ("long.csv", "{using: mean, columns: {seed: max}}", "what is shown beside the value needs all rows of a cell"),
        ("rows.json", "mean", "a .json file is read at once"),
        ("{file: wide.csv, form: wide}", "mean", "is read in blocks; more than six million scores go"),
        ("{file: wide.csv, form: wide, rows: y, values: v}", "mean", "the cells of chosen columns are read at once"),
    ],
)
def test_says_why_a_file_is_read_as_a_whole(tmp_path: Path, scores: str, aggregate: str, told: str) -> None:
    (tmp_path / "long.csv").write_text("y,x,seed,v\na,t,1,0.5\n")
    (tmp_path / "rows.json").write_text('[{"y": "a", "x": "t", "v": 0.5}]')
    (tmp_path / "wide.csv").write_text("y,t\na,0.5\n")
    how = "" if aggregate == "none" else f"aggregate: {aggregate}\n"
    value = "" if "wide" in scores else "value: v\naxes: {x: x, y: y}\n"
    (tmp_path / "one.yaml").write_text(f"scores: {scores}\n{how}{value}")
    first, last = check([tmp_path / "one.yaml"], None, memory=True)
    assert (told in str(first), last) == (True, "1 of 1 specs in order, 1 cells"), first
