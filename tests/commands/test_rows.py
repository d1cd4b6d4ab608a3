import csv
import io
from collections.abc import Iterable
from pathlib import Path

import pytest

from heatfig.app.commands.rows import cells, rows
from heatfig.diagnostics import Diagnostic

SPEC = """\
scores: runs.csv
transform:
  - filter: {seed: "1"}
  - derive: {rate: {divide: [score, chance]}}
  - aggregate: {using: mean, column: rate, by: [model, task], into: average}
value: average
axes: {x: task, y: model}
panels:
  - {name: all}
  - {name: one, where: {model: b}}
"""
RUNS = "model,task,seed,score,chance,note\na,t,1,1,0.5,x\na,t,2,9,0.5,x\nb,t,1,3,0,x\nb,u,1,3,2,x\n"


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "runs.csv").write_text(RUNS)
    (tmp_path / "one.yaml").write_text(SPEC)
    return tmp_path / "one.yaml"


def table(said: Iterable[object]) -> list[list[str]]:
    return list(csv.reader(io.StringIO("\n".join(str(text) for text in said))))


def only(said: Iterable[object]) -> Diagnostic:
    (found,) = said
    assert isinstance(found, Diagnostic)
    return found


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        (0, ["model,task,seed,score,chance,note", "a,t,1,1,0.5,x", "a,t,2,9,0.5,x", "b,t,1,3,0,x", "b,u,1,3,2,x"]),
        (1, ["model,task,seed,score,chance,note", "a,t,1,1,0.5,x", "b,t,1,3,0,x", "b,u,1,3,2,x"]),
        (2, ["score,chance,note,rate", "1,0.5,x,2", "3,0,x,division by zero", "3,2,x,1.5"]),
        (3, ["model,task,average", "a,t,2", "b,t,division by zero", "b,u,1.5"]),
        (None, ["model,task,average", "a,t,2", "b,t,division by zero", "b,u,1.5"]),
    ],
)
def test_rows_are_shown_after_each_verb(spec: Path, after: int | None, wanted: list[str]) -> None:
    found = table(rows(spec, after, "all"))
    assert [",".join(row[-len(wanted[0].split(",")) :]) for row in found] == wanted
    assert len(found[0]) == (3 if after in {3, None} else 7 if after == 2 else 6)


@pytest.mark.parametrize("panel", ["one", "all"])
def test_after_all_verbs_where_chooses_the_rows_of_a_panel(spec: Path, panel: str | None) -> None:
    models = [row[0] for row in table(rows(spec, None, panel))]
    assert models == (["model", "b", "b"] if panel == "one" else ["model", "a", "b", "b"])


def test_verbs_further_down_are_not_asked(spec: Path) -> None:
    spec.write_text(SPEC.replace("column: rate", "column: note").replace("by: [model, task]", "by: [modl, task]"))
    assert table(rows(spec, 2, "all"))[0][-1] == "rate"
    assert only(rows(spec, 3, "all")).code == "unknown-column"


@pytest.mark.parametrize(
    ("after", "panel", "said"),
    [
        (4, "all", ("there is no verb 4", "--after goes from 0 to 3")),
        (None, None, ("each panel has rows of its own", "--panel all; panels: all, one")),
        (None, "on", ("no panel 'on'", "did you mean 'one'? panels: all, one")),
    ],
)
def test_a_panel_or_verb_that_is_absent_is_refused(
    spec: Path, after: int | None, panel: str | None, said: tuple[str, str]
) -> None:
    found = only(rows(spec, after, panel))
    assert (found.message, found.hint) == said


def test_cells_are_shown_with_their_keys_and_fields(spec: Path) -> None:
    text = SPEC.replace("y: model}", "y: {column: model, group: task}}").replace("x: task", "x: task2")
    spec.write_text(
        text.replace("  - aggregate", '  - derive: {task2: {text: "{task}"}}\n  - aggregate').replace(
            "[model, task]", "[model, task, task2]"
        )
    )
    found = table(cells(spec))
    assert found[0] == ["panel", "y.group", "y", "x.group", "x", "part", "missing", "average", "value", "count"]
    assert [row[:3] + row[4:5] + row[6:] for row in found[1:7]] == [
        ["all", "t", "a", "t", "", "2", "2", "1"],
        ["all", "t", "a", "u", "no score", "", "", "0"],
        ["all", "t", "b", "t", "division by zero", "", "", "0"],
        ["all", "t", "b", "u", "no score", "", "", "0"],
        ["all", "u", "b", "t", "no score", "", "", "0"],
        ["all", "u", "b", "u", "", "1.5", "1.5", "1"],
    ]
    assert {row[0] for row in found[7:]} == {"one"}


def test_problems_of_the_spec_are_told_in_place_of_rows(spec: Path) -> None:
    spec.write_text(SPEC.replace("filter", "filtr"))
    assert only(rows(spec, None, None)).code == "unknown-key"
    assert only(cells(spec)).code == "unknown-key"


def test_cells_show_what_lies_over_them(tmp_path: Path) -> None:
    (tmp_path / "runs.csv").write_text(RUNS)
    layers = "layers: [{}, {value: chance, cells: {shape: circle}}]\n"
    text = f"scores: runs.csv\nvalue: score\nwhere: {{seed: '1'}}\naxes: {{x: task, y: model}}\n{layers}"
    (tmp_path / "one.yaml").write_text(text)
    head, *lines = table(cells(tmp_path / "one.yaml"))
    assert head[-1] == "layer 2"
    assert [line[-1] for line in lines] == ["0.5", "", "0", "2"]
