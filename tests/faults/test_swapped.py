"""`--root` while another process swaps a link between what lies inside and outside: nothing outside is ever read."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from heatfig.app.commands.render import render
from heatfig.build.figure import compiled
from heatfig.build.render import RenderOptions
from heatfig.diagnostics import Diagnostic, Problems
from heatfig.diagnostics.messages import as_json
from heatfig.plan.codec import as_json as written
from heatfig.plan.codec import plan_data

SWAPPING = """
import os, sys
print(flush=True)
link, *targets = sys.argv[1:]
for _ in range(1_000_000):
    for target in targets:
        os.symlink(target, link + ".new")
        os.rename(link + ".new", link)
"""
AXES = "value: v\naxes: {x: x, y: y}\n"
# What leads through the link, each by a spec beside it.
THROUGH = {
    "scores": f"scores: link/s.csv\n{AXES}",
    "pattern": f"scores: 'link/runs/*.csv'\n{AXES}",
    "captured": "scores: 'link/runs/{run}.csv'\nvalue: v\naxes: {x: x, y: run}\n",
    "folders": f"scores: 'link/**/s.csv'\n{AXES}",
    "extends": "extends: link/base.yaml\nscores: own.csv\n",
    "lookup": f"scores: own.csv\n{AXES}transform: [{{lookup: {{file: link/t.csv, key: x, columns: [t]}}}}]\n",
    "facts": "scores: own.csv\nvalue: v\naxes: {y: y, x: {column: x, group: t, lookup: {file: link/t.csv, key: x}}}\n",
    "palette": "scores: own.csv\nvalue: y\naxes: {x: x, y: y}\ncolormap: {categories: link/p.csv}\n",
    "misspelt": f"scores: link/t2.csv\n{AXES}",
}
INSIDE, OUTSIDE = "inside", "secret"
TRIES, ENOUGH = 60, 3


def lay_out(folder: Path, word: str) -> None:
    """Files of the same names in a folder, each with a word in it."""
    folder.mkdir(parents=True)
    (folder / "s.csv").write_text(f"x,y,v\np,{word},1\nq,{word},2\n")
    (folder / "t.csv").write_text(f"x,t\np,{word} p\nq,{word} q\n")
    (folder / "p.csv").write_text("category,color\na,red\n" + (f"{word},blue\n" if word == OUTSIDE else ""))
    (folder / "base.yaml").write_text(f"title: {word}\n{AXES}")
    (folder / "own.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    (folder / "runs").mkdir()
    (folder / "runs" / f"{word}.csv").write_text("x,y,v\np,a,1\nq,a,2\n")
    (folder / "spec.yaml").write_text(f"title: {word}\nscores: own.csv\n{AXES}")


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    """A folder with a link in it that is swapped all the time."""
    lay_out(tmp_path / "away", OUTSIDE)
    root = tmp_path / "root"
    lay_out(root, INSIDE)
    lay_out(root / "within", INSIDE)
    call = [sys.executable, "-c", SWAPPING, str(root / "link"), "../away", "within"]
    (root / "link").symlink_to("within")
    with subprocess.Popen(call, stdout=subprocess.PIPE) as swapping:
        assert swapping.stdout is not None
        swapping.stdout.readline()
        yield root
        assert swapping.poll() is None
        swapping.kill()


def told(spec: Path, root: Path) -> tuple[bool, str]:
    """Whether a spec is compiled, and all that is said of it."""
    try:
        return True, written(plan_data(compiled(spec, root).plan))
    except Problems as problems:
        return False, "\n".join(map(as_json, problems.diagnostics))


@pytest.mark.parametrize("through", ["spec", *THROUGH])
def test_what_lies_outside_is_neither_read_nor_named(root: Path, through: str) -> None:
    spec = root / "link" / "spec.yaml"
    if through != "spec":
        spec = root / "one.yaml"
        spec.write_text(THROUGH[through])
    drawn, refused = 0, 0
    for _ in range(TRIES):
        whole, said = told(spec, root)
        assert OUTSIDE not in said
        drawn += whole
        refused += "lies outside" in said
        if min(drawn, refused) >= ENOUGH:
            break
    assert refused > 0
    assert drawn > 0 or through in {"spec", "misspelt"}  # one reads twice through the link, one finds no file


def test_a_figure_outside_is_not_looked_at(tmp_path: Path) -> None:
    lay_out(tmp_path / "root", INSIDE)
    spec, away = tmp_path / "root" / "spec.yaml", tmp_path / "away"
    assert f"wrote {away / 'spec.svg'}" in [*render(RenderOptions([spec], away, ("svg",)))]
    (tmp_path / "root" / "out").symlink_to(away)
    order = RenderOptions([spec], tmp_path / "root" / "out", ("svg",), root=tmp_path / "root")
    for asked in (order, replace(order, check=True)):
        (told,) = (one for one in render(asked) if isinstance(one, Diagnostic))
        assert told.code == ("stale-figure" if asked.check else "outside-root")
    for elsewhere in (replace(order, output=away), replace(order, root=None)):  # the caller's choice
        assert f"{elsewhere.output / 'spec'} is up to date" in [*render(elsewhere)]
