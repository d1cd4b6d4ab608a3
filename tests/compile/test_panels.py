"""How panels stand together: areas, tags, texts and colorbars that neighbours have in common."""

from pathlib import Path

import pytest

from heatfig.build.figure import compiled
from heatfig.compile.page.areas import in_rows
from heatfig.compile.page.tags import tags
from heatfig.plan.figure import FigurePlan
from heatfig.plan.page import Area

SCORES = "x,y,part,v\n" + "".join(
    f"{x},{y},{part},{n}\n"
    for n, (x, y, part) in enumerate((x, y, part) for part in "abcde" for x in "pq" for y in "st")
)
PANELS = "".join(f"- {{name: {name}, where: {{part: {name}}}}}\n" for name in "abc")


def plan(folder: Path, spec: str) -> FigurePlan:
    (folder / "s.csv").write_text(SCORES)
    (folder / "s.yaml").write_text(f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\n{spec}")
    return compiled(folder / "s.yaml").plan


@pytest.mark.parametrize(("asked", "rows"), [("", [3, 2]), (", across: 4", [4, 1]), (", across: 2", [2, 2, 1])])
def test_facets_stand_in_even_rows_unless_the_spec_says_how_many(tmp_path: Path, asked: str, rows: list[int]) -> None:
    found = plan(tmp_path, f"facet: {{column: part{asked}}}\n")
    assert [sum(panel.area.row == row for panel in found.panels) for row in range(found.rows)] == rows


def test_a_grid_says_where_panels_stand_and_what_they_span(tmp_path: Path) -> None:
    found = plan(tmp_path, f"panels:\n{PANELS}layout: {{grid: [[b, c, none], [a, a, none], [a, a, none]]}}\n")
    areas = {panel.id: panel.area for panel in found.panels}
    assert areas == {"a": Area(1, 0, 2, 2), "b": Area(0, 0), "c": Area(0, 1)}
    assert (found.rows, found.columns) == (3, 2)


@pytest.mark.parametrize(
    ("pattern", "last"), [("(a)", "(ab)"), ("A", "AB"), ("1.", "28."), ("i)", "xxviii)"), ("I", "XXVIII")]
)
def test_tags_count_as_the_first_is_written(pattern: str, last: str) -> None:
    found = [tag.content for tag in tags(pattern, in_rows(28, 5))]
    assert (found[0], found[-1]) == (pattern, last)


def test_tags_count_row_by_row_whatever_the_order_of_panels() -> None:
    assert [tag.content for tag in tags("a", [Area(1, 0), Area(0, 1), Area(0, 0)])] == ["c", "b", "a"]


def test_an_axis_label_that_all_panels_have_stands_once_beside_them_all(tmp_path: Path) -> None:
    found = plan(tmp_path, f"panels:\n{PANELS}layout: {{across: 2, labels: outer}}\n")
    shown = {panel.id: [(side, track.kind) for side, track in panel.beside] for panel in found.panels}
    assert shown == {
        "a": [("left", "tick-labels")],
        "b": [("bottom", "tick-labels")],
        "c": [("left", "tick-labels"), ("bottom", "tick-labels")],
    }
    assert [(side, track.kind) for side, track in found.beside] == [
        ("left", "axis-label"),
        ("right", "guide"),
        ("bottom", "axis-label"),
    ]


def test_neighbours_in_a_row_that_show_one_scale_have_one_colorbar_whose_ends_tell_of_both(tmp_path: Path) -> None:
    other = "- {name: d, where: {part: d}, colormap: magma}\n"
    found = plan(tmp_path, f"range: [2, 30]\npanels:\n{PANELS}{other}layout: {{across: 2}}\n")
    guides = {
        panel.id: [(g.id, g.kind == "colorbar" and g.below) for g in found.guides_in(panel.beside)]
        for panel in found.panels
    }
    assert guides == {"a": [], "b": [("colorbar-b", True)], "c": [("colorbar-c", False)], "d": [("colorbar-d", False)]}
    each = plan(tmp_path, f"colorbar: {{per: panel}}\nrange: [2, 30]\npanels:\n{PANELS}layout: {{across: 3}}\n")
    assert [len(each.guides_in(panel.beside)) for panel in each.panels] == [1, 1, 1]


@pytest.mark.parametrize(("shared", "ranges"), [("false", [(0, 3), (10, 40)]), ("true", [(0, 40)] * 2)])
def test_panels_of_different_quantities_have_one_scale_only_where_colours_are_shared(
    tmp_path: Path, shared: str, ranges: list[tuple[float, float]]
) -> None:
    rows = "".join(f"{x},{y},{n},{10 * n + 10}\n" for n, (x, y) in enumerate((x, y) for x in "pq" for y in "st"))
    (tmp_path / "s.csv").write_text(f"x,y,v,w\n{rows}")
    spec = f"scores: s.csv\naxes: {{x: x, y: y}}\nshare: {{color: {shared}}}\npanels: [{{value: v}}, {{value: w}}]\n"
    (tmp_path / "s.yaml").write_text(spec)
    found = compiled(tmp_path / "s.yaml").plan
    norms = [next(scale.norm for scale in found.scales if scale.id == panel.scale) for panel in found.panels]
    assert [(norm.min, norm.max) for norm in norms] == ranges
