"""A fault of heatfig itself in a batch: it costs its figure alone, and `--debug` shows where it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SPEC = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\nformats: [svg]\n"
# What Python runs first of all: one figure cannot be drawn.
PLANTED = """
from heatfig.build import figure

was = figure.drawn

def faulty(made, *others):
    if "planted" in repr(made.plan):
        raise RuntimeError("planted")
    return was(made, *others)

figure.drawn = faulty
"""


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("debug", [[], ["--debug"]])
def test_a_fault_in_a_batch_is_traced_where_that_is_asked_for(tmp_path: Path, jobs: str, debug: list[str]) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "s.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    for name in ("first", "second", "third"):
        (tmp_path / "specs" / f"{name}.yaml").write_text(SPEC + f"title: {'planted' if name == 'second' else name}\n")
    (tmp_path / "sitecustomize.py").write_text(PLANTED)
    call = [sys.executable, "-m", "heatfig", *debug, "render", "specs", "-j", jobs]
    paths = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    environment = os.environ | {"PYTHONPATH": paths}
    done = subprocess.run(call, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert sorted(path.name for path in tmp_path.glob("*.svg")) == ["first.svg", "third.svg"]
    assert "error: specs/second.yaml: a fault of heatfig itself: RuntimeError: planted" in done.stderr
    assert ("in faulty" in done.stderr) == bool(debug)
