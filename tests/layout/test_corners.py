"""Turned labels above stay at the grid, and what stands beside it makes room for them."""

from collections.abc import Callable

import pytest
from corpus import grids

from heatfig.build.figure import Figure
from heatfig.layout.scene.items import CellGroup, Rect, TextRun

Make = Callable[..., Figure]
LONG = "x,y,v\nOffensive,a,0\nSentiment,a,1\nOffensive,b,2\nSentiment,b,3\n"
TURNED = (
    "scores: s.csv\nvalue: v\naxes: {x: {column: x, side: top, rotation: 45, label: ''}, y: {column: y, label: ''}}\n"
)
BESIDE = ["bars: {field: value, using: mean, label: Mean}", "margin: {field: value, using: mean, label: ALL}"]


def _lowest(made: Figure) -> float:
    """How far above the grid the labels above it end."""
    groups = (item for item in made.scene.items if isinstance(item, CellGroup))
    top = min(part.y for group in groups for part in group.items if isinstance(part, Rect))
    above = (run for run in made.scene.text_runs() if run.role.kind == "tick label" and run.role.side == "top")
    return top - max(y for run in above for _, y in run.corners())


@pytest.mark.parametrize("beside", BESIDE)
def test_turned_labels_stay_at_the_grid_beside_a_heading(beside: str, make: Make) -> None:
    for dpi in (72, 100, 110, 150, 300):
        page = f"dpi: {dpi}\nsize: {{cell: [16pt, 16pt]}}\n"
        alone, made = make(TURNED + page, s=LONG), make(f"{TURNED}{page}beside: {{right: {{{beside}}}}}\n", s=LONG)
        assert _lowest(made) == pytest.approx(_lowest(alone), abs=0.5)


@pytest.mark.parametrize("beside", BESIDE)
def test_a_heading_stands_clear_of_labels_that_lean_over_it(beside: str, make: Make) -> None:
    made = make(f"{TURNED}size: {{cell: [16pt, 16pt]}}\nbeside: {{right: {{{beside}}}}}\n", s=LONG)
    last = next(run for run in made.scene.text_runs() if run.content == "Sentiment")
    beyond = [run for run in made.scene.text_runs() if run.role.side == "right" and run.y < last.y + 1]
    near = [run for run in beyond if run.role.kind in {"track heading", "margin label", "track tick label"}]
    assert near
    assert all(_parted(last, run) for run in near)


def _parted(turned: TextRun, level: TextRun) -> bool:
    """Whether a level text lies below the turned one's lower long side, or past its end."""
    (x, y), *_ = sorted(turned.corners(), key=lambda corner: -corner[1])
    return all(across - x > y - up for across, up in level.corners()) or min(
        across for across, _ in level.corners()
    ) > max(across for across, _ in turned.corners())


@pytest.mark.parametrize("track", ["strip: {field: y, label: Name}", "bars: {field: value, using: mean, label: Mean}"])
def test_what_stands_at_the_left_is_named_above_where_nothing_else_is(track: str, make: Make) -> None:
    """Below its name would stand in line with tick labels."""
    spec = "scores: s.csv\nvalue: v\naxes: {x: x, y: y}\nbeside:\n  left: {" + track + "}\n"
    tops = ("[]", "[strip: x]", "[{strip: {field: x, label: Name of columns}}]", "[bars: {field: value, using: mean}]")
    assert [_above(make(f"{spec}  top: {top}\n", s=LONG)) for top in tops] == [True, True, False, False]


@pytest.mark.parametrize(("order", "above"), [("file", False), ("{cluster: average}", True)])
def test_a_long_name_stands_upright_above_a_grid_only_beside_a_tree(order: str, above: bool, make: Make) -> None:
    axes = f"axes: {{x: {{column: x, order: {order}}}, y: y}}\n"
    top = "" if order == "file" else "  top: [dendrogram]\n"
    beside = "beside:\n  left: {strip: {field: y, label: A name of many letters}}\n"
    assert _above(make(f"scores: s.csv\nvalue: v\n{axes}{beside}{top}", s=LONG)) == above


def _above(made: Figure) -> bool:
    names = {"strip label", "track heading"}
    (run,) = (run for run in made.scene.text_runs() if run.role.kind in names and run.role.side == "left")
    _, top, _, bottom = grids(made)[0]
    assert run.y < top or run.y > bottom
    return run.y < top
