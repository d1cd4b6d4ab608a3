"""Brackets of groups stand beside the labels that they group, with names that turn, wrap and take colours."""

from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure
from heatfig.layout.page.collisions import overlaps
from heatfig.layout.scene.items import CellGroup, Lines, Rect, TextRun

SCORES = "m,f,t,g,v\n" + "".join(
    f"{m},{f},{t},{g},{number}\n"
    for m, f in (("one", "Herons"), ("two", "Herons"), ("three", "Otters and others"))
    for number, (t, g) in enumerate((("a very long label", "First"), ("b", "First"), ("c", "Second"), ("d", "Second")))
)
Make = Callable[..., Figure]


def figure(make: Make, x: str = "", y: str = "", more: str = "") -> Figure:
    axes = f"axes: {{x: {{column: t, group: {{column: g{x}}}}}, y: {{column: m, group: {{column: f{y}}}}}}}"
    return make(f"scores: s.csv\nvalue: v\n{axes}\ncolorbar: none\n{more}", s=SCORES)


def texts(made: Figure, kind: str, side: str) -> dict[str, TextRun]:
    return {run.content: run for run in made.scene.text_runs() if run.role.kind == kind and run.role.side == side}


def test_brackets_stand_below_the_turned_labels_of_their_own_group(make: Make) -> None:
    made = figure(make, more="size: {cell: 14pt}\n")
    labels = texts(made, "tick label", "bottom")
    assert {label.angle for label in labels.values()} == {90}
    brackets = [item for item in made.scene.items if isinstance(item, Lines) and item.role.kind == "group bracket"]
    below = [line.strokes[0][0][1] for line in brackets if line.role.side == "bottom"]
    ends = [max(y for _, y in labels[name].corners()) for name in ("a very long label", "c")]
    assert [at - end for at, end in zip(below, ends, strict=True)] == pytest.approx([2, 2], abs=1)


def test_lines_to_moved_names_are_as_short_as_these_stand_near_their_groups(make: Make) -> None:
    def longest(groups: str) -> float:
        scores = "m,t,g,v\n" + "".join(f"a,{number},{group},{number}\n" for number, group in enumerate(groups))
        axes = "axes: {x: {column: t, ticks: none, group: {column: g, gap: none, labels: {R: Rivers}}}, y: m}"
        made = make(f"scores: s.csv\nvalue: v\n{axes}\ncolorbar: none\nsize: {{width: 80mm}}\n", s=scores)
        lines = [item for item in made.scene.items if isinstance(item, Lines) and item.role.kind == "leader line"]
        return max(line.strokes[0][-1][1] - line.strokes[0][0][1] for line in lines)

    alone, among_others = (f"{'P' * 30}{narrow}{'T' * 30}" for narrow in ("R", "QRS"))
    assert longest(alone) < 5 < 9 < longest(among_others) < 15


def test_names_lie_flat_then_wrap_then_turn_as_the_room_grows_less(make: Make) -> None:
    spec = ", labels: {First: The first few}"
    wide, narrow, least = (figure(make, spec, more=f"size: {{cell: {size}pt}}\n") for size in (30, 16, 9))
    assert texts(wide, "group label", "bottom")["The first few"].angle == 0
    assert {"The", "first few"} <= set(texts(narrow, "group label", "bottom"))
    assert texts(least, "group label", "bottom")["The first few"].angle == 90


def test_names_turn_as_the_spec_says(make: Make) -> None:
    made = figure(make, ", rotation: 30", ", rotation: 0")
    assert {run.angle for run in texts(made, "group label", "bottom").values()} == {30}
    assert {run.angle for run in texts(made, "group label", "left").values()} == {0}


def test_names_take_colours_by_what_holds_for_a_cell_of_theirs(make: Make) -> None:
    made = figure(make, y=", style: {bold: {f: Herons}, color: {red: {v: {above: 2}, f: Herons}, blue: {t: d}}}")
    found = {name: (run.bold, run.color) for name, run in texts(made, "group label", "left").items()}
    assert found["Herons"] == (True, (255, 0, 0))
    assert {color for name, (bold, color) in found.items() if not bold} == {(0, 0, 255)}


@pytest.mark.parametrize(("gap", "points"), [("3mm", 3 * 72 / 25.4), ("none", 0.0)])
def test_groups_stand_as_far_apart_as_the_spec_says(make: Make, gap: str, points: float) -> None:
    made = figure(make, x=f", gap: {gap}", more="size: {cell: 14pt}\nframe: none\n")
    cells = [item for item in made.scene.items if isinstance(item, CellGroup) and item.role.row == 0]
    places = [rect.x for cell in cells for rect in cell.items if isinstance(rect, Rect)]
    assert places[2] - places[1] - 14 == pytest.approx(points, abs=0.13)


def test_names_that_have_no_room_over_their_cells_stand_apart_with_lines_to_their_brackets(make: Make) -> None:
    sizes = {"short": 1, "a longer one": 1, "the largest": 60, "last": 1}
    rows = "".join(f"{name}{n},{name},{x},{n}\n" for name, size in sizes.items() for n in range(size) for x in "ab")
    spec = "scores: s.csv\nvalue: v\naxes: {x: {column: m, group: {column: f, gap: none}, ticks: none}, y: t}\n"
    made = make(f"{spec}size: {{width: 120mm}}\n", s=f"m,f,t,v\n{rows}")
    names = texts(made, "group label", "bottom")
    assert list(names) == list(sizes)
    assert {name.angle for name in names.values()} == {90}
    assert not list(overlaps(made.scene))
    lines = [item for item in made.scene.items if isinstance(item, Lines) and item.role.kind == "leader line"]
    brackets = [item for item in made.scene.items if isinstance(item, Lines) and item.role.kind == "group bracket"]
    for line, bracket, name in zip(lines, brackets, names.values(), strict=True):
        (start, *_, end), stroke = line.strokes[0], bracket.strokes[0]
        assert start[0] == pytest.approx((stroke[0][0] + stroke[3][0]) / 2)
        assert end[0] == pytest.approx(sum(x for x, _ in name.corners()) / 4, abs=1)


def test_a_group_without_a_name_has_no_bracket(make: Make) -> None:
    made = figure(make, ', labels: {First: ""}')
    shown = [item.role.side for item in made.scene.items if item.role.kind == "group bracket"]
    assert shown.count("bottom") == 1
    bare = figure(make, ', labels: {First: "", Second: ""}')
    assert bare.scene.height < made.scene.height


def test_groups_have_names_alone_where_a_spec_wants_no_brackets(make: Make) -> None:
    made = figure(make, x=", bracket: false")
    brackets = [item for item in made.scene.items if item.role.kind == "group bracket"]
    assert {item.role.side for item in brackets} == {"left"}
    assert set(texts(made, "group label", "bottom")) == {"First", "Second"}
    assert not list(overlaps(made.scene))


def test_lines_part_groups_also_where_no_gap_does(make: Make) -> None:
    made = figure(make, x=", gap: none, line: {width: 1pt, color: red, dash: dotted}", more="frame: none\n")
    (line,) = [item for item in made.scene.items if isinstance(item, Lines) and item.role.kind == "line"]
    cells = [item for item in made.scene.items if isinstance(item, CellGroup) and item.role.row == 0]
    starts = [rect.x for cell in cells for rect in cell.items if isinstance(rect, Rect)]
    assert [x for stroke in line.strokes for x, _ in stroke] == pytest.approx([starts[2]] * 2)
    assert (line.width, line.color) == (1, (255, 0, 0))
