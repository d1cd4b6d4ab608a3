import json
from pathlib import Path
from typing import Any

import pytest

from heatfig.app.commands import Output
from heatfig.app.commands.plan import plan
from heatfig.app.commands.show import show
from heatfig.plan.codec import load

SCORES = "x,y,part,v\np,a,1,1\nq,a,1,2\np,a,2,3\nq,b,1,\n"
SPEC = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\n"


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "s.csv").write_text(SCORES)
    path = tmp_path / "one.yaml"
    path.write_text(SPEC + "aggregate: mean\n")
    return path


def printed(spec: Path, **asked: bool) -> Any:
    (found,) = plan(spec, asked.get("layout", False), asked.get("sources", False))
    assert isinstance(found, Output), found
    return json.loads(found)


def test_sources_name_the_lines_of_every_cell_though_repeats_are_put_together(spec: Path) -> None:
    file = spec.with_name("s.csv")
    told = printed(spec, sources=True)["sources"]
    assert told == {"p0": [[[[[f"{file}:2", f"{file}:4"]], [[f"{file}:3"]]], [[[]], [[f"{file}:5"]]]]]}


def test_sources_stand_beside_a_plan_that_is_the_same_without_them(spec: Path) -> None:
    told = printed(spec, sources=True)
    told.pop("sources")
    assert told == printed(spec)
    assert load(json.dumps(told)).panels[0].id == "p0"


def test_sources_of_panels_stand_by_their_names_in_the_order_that_is_drawn(spec: Path) -> None:
    spec.write_text(
        SPEC + "panels:\n- {where: {part: '1'}, axes: {y: {order: [b, a]}}}\n- {name: two, where: {part: '2'}}\n"
    )
    told = printed(spec, sources=True)["sources"]
    lines = {panel: lines_of(rows) for panel, (rows,) in told.items()}
    assert lines == {"p0": [[[], ["5"]], [["2"], ["3"]]], "two": [[["4"], []], [[], []]]}


def test_sources_of_all_layers_follow_each_other(spec: Path) -> None:
    spec.write_text(SPEC + "layers:\n- {}\n- {value: part, cells: {shape: circle}}\naggregate: mean\n")
    first, over = printed(spec, sources=True)["sources"]["p0"]
    assert lines_of(first) == lines_of(over) == [[["2", "4"], ["3"]], [[], ["5"]]]


def lines_of(rows: list[Any]) -> list[list[list[str]]]:
    """The lines of each cell that is not split."""
    return [[[place.rsplit(":")[-1] for place in part] for (part,) in row] for row in rows]


def test_plan_and_show_work_where_only_the_page_does_not_fit(spec: Path) -> None:
    spec.write_text(SPEC + "aggregate: mean\nsize: {width: 5mm}\n")
    assert printed(spec)["page"]["size"]["width"] < 15
    assert all(isinstance(item, Output) for item in show(spec, None, 80, color=False))
    assert not isinstance(next(iter(plan(spec, layout=True, sources=False))), Output)
