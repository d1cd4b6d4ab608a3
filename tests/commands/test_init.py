from pathlib import Path

import pytest

from heatfig.build.figure import prepare
from heatfig.commands.init import init
from heatfig.diagnostics import Diagnostic
from heatfig.norm import Centered, Linear

LONG = "model,task,seed,accuracy\na,QA,1,0.5\na,QA,2,0.7\nb,QA,1,0.1\nb,NLI,1,0.2\n"


def written(folder: Path, scores: str) -> Path:
    (folder / "s.csv").write_text(scores)
    assert list(init(folder / "s.csv", None)) == [f"wrote {folder / 's.yaml'}"]
    return folder / "s.yaml"


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        (LONG, ["value: accuracy", "aggregate: mean", "y: {column: model}", "x: {column: task}", "annotations: .2f"]),
        ("model,task,delta\na,QA,-1.5\nb,QA,2.5\n", ["colormap: RdBu_r", "range: {center: 0}"]),
        ("name,one,two\na,1,2\nb,3,4\n", ["form: wide", "annotations: d"]),
        ("step,layer,loss\n10,1,0.5\n2,1,0.25\n", ["y: {column: step, order: sorted}"]),
        ("model name,task: kind,my score\na,QA,1.5\n", ['column: "model name"', 'column: "task: kind"']),
    ],
)
def test_finds_what_the_columns_are_for(tmp_path: Path, scores: str, said: list[str]) -> None:
    text = written(tmp_path, scores).read_text()
    assert [words for words in said if words not in text] == []


def test_what_it_writes_renders_as_it_is(tmp_path: Path) -> None:
    assert prepare(written(tmp_path, LONG)).plan.panels[0].norm == Linear(0.1, 0.6)
    (tmp_path / "s.yaml").unlink()
    signed = prepare(written(tmp_path, "a,b,delta\np,q,-1\nr,q,2.5\n")).plan.panels[0]
    assert signed.norm == Centered(-1, 2.5, 0)


def test_it_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "s.yaml").write_text("mine")
    (tmp_path / "s.csv").write_text(LONG)
    (found,) = init(tmp_path / "s.csv", None)
    assert isinstance(found, Diagnostic)
    assert found.code == "exists"
    assert (tmp_path / "s.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    ("scores", "code"),
    [
        ("a,b,c\nx,y,z\n", "no-scores"),
        ("a,b\nx,1\n", "no-axes"),
        ("a,b\n", "no-rows"),
        ("a,b,0.5\na,c,0.6\n", "no-scores"),
        ("a;b;c\nx;y;1\n", "one-column"),
    ],
)
def test_it_says_what_it_cannot_use(tmp_path: Path, scores: str, code: str) -> None:
    (tmp_path / "s.csv").write_text(scores)
    found = [item for item in init(tmp_path / "s.csv", None) if isinstance(item, Diagnostic)]
    assert [item.code for item in found] == [code]
    assert not (tmp_path / "s.yaml").exists()
