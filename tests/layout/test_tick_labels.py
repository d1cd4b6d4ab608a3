"""How tick labels stand: flat if they fit, else in more lines, else turned."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest

from heatfig.build.figure import Figure
from heatfig.layout.scene.items import CellGroup, Rect, TextRun

Make = Callable[..., Figure]
LONG = ("Reading comprehension", "Natural language inference", "Math")


def shown(make: Make, labels: Sequence[str], more: str = "", axis: str = "") -> list[TextRun]:
    """The tick labels along x, which say these."""
    scores = "x,y,v\n" + "".join(f'"{label}",a,{at}\n' for at, label in enumerate(labels))
    figure = make(f"scores: s.csv\nvalue: v\naxes: {{y: y, x: {{column: x, {axis}}}}}\n{more}", s=scores)
    return [run for run in figure.scene.text_runs() if run.role.kind == "tick label" and run.role.axis == "x"]


@pytest.mark.parametrize(
    ("width", "lines", "angle"),
    [("200mm", 3, 0), ("80mm", 5, 0), ("35mm", 3, 45)],
)
def test_labels_lie_flat_if_they_fit_else_are_wrapped_else_turned(
    width: str, lines: int, angle: float, make: Make
) -> None:
    runs = shown(make, LONG, f"size: {{width: {width}}}\ncolorbar: none\n")
    assert (len(runs), {run.angle for run in runs}) == (lines, {angle})


def test_a_label_of_one_word_is_not_wrapped(make: Make) -> None:
    runs = shown(make, ["comprehension", "inference"], "size: {cell: 10mm}")
    assert (len(runs), {run.angle for run in runs}) == (2, {45})


def test_numbers_of_three_digits_lie_flat_in_cells_that_are_wide_enough_for_them(make: Make) -> None:
    runs = shown(make, [str(number) for number in range(90, 125)])
    assert {run.angle for run in runs} == {0}
    gaps = [two.x - (one.x + one.width) for one, two in pairwise(runs)]
    assert min(gaps) >= 1.9


def test_a_label_is_wrapped_at_the_characters_that_a_spec_gives(make: Make) -> None:
    runs = shown(make, ["one two three", "three"], axis="wrap: 7")
    assert [run.content for run in runs] == ["one two", "three", "three"]


def test_math_is_wrapped_between_its_dollars_alone(make: Make) -> None:
    runs = shown(make, ["m"], axis="wrap: 3, labels: {m: a b $x + y$}")
    assert [run.content for run in runs] == ["a b", "$x + y$"]


def test_labels_beside_rows_are_aligned_as_their_style_says(make: Make) -> None:
    scores = "x,y,v\na,longest label,1\na,short,2\n"
    spec = "scores: s.csv\nvalue: v\naxes: {x: x, y: {column: y, side: SIDE, style: {align: ALIGN}}}\n"
    for side, align in (("left", "left"), ("right", "right"), ("left", "right"), ("right", "left")):
        figure = make(spec.replace("SIDE", side).replace("ALIGN", align), s=scores)
        one, two = (run for run in figure.scene.text_runs() if run.role.kind == "tick label" and run.role.axis == "y")
        starts, ends = (one.x, two.x), (one.x + one.width, two.x + two.width)
        assert len({round(x, 6) for x in (starts if align == "left" else ends)}) == 1


def test_a_style_sets_size_weight_slant_colour_and_a_line_under_a_label(make: Make) -> None:
    (run,) = shown(make, ["a"], axis="style: {size: 6, bold: true, italic: true, color: red, underline: true}")
    assert (run.size, run.bold, run.italic, run.color) == (6.0, True, True, (255, 0, 0))
    figure = make(
        "scores: s.csv\nvalue: v\naxes: {y: y, x: {column: x, style: {underline: true}}}\n", s="x,y,v\na,b,1\n"
    )
    assert [item.role.kind for item in figure.scene.items].count("underline") == 1


def test_labels_are_set_by_what_holds_for_one_of_their_cells(make: Make) -> None:
    scores = "x,y,v\na,p,1\na,q,9\nb,p,2\nb,q,3\n"
    style = "{bold: {v: {above: 8}}, underline: {best: min}, color: {red: {x: a}, blue: {v: 9}, green: {not: {x: a}}}}"
    spec = f"scores: s.csv\nvalue: v\naxes: {{y: y, x: {{column: x, style: {style}}}}}\n"
    figure = make(spec, s=scores)
    one, two = (run for run in figure.scene.text_runs() if run.role.kind == "tick label" and run.role.axis == "x")
    assert (one.content, one.bold, one.color) == ("a", True, (255, 0, 0))
    assert (two.content, two.bold, two.color) == ("b", False, (0, 128, 0))
    assert [item.role.index for item in figure.scene.items if item.role.kind == "underline"] == [0]


def test_a_number_is_not_parted_from_its_unit(make: Make) -> None:
    runs = shown(make, ["103 k", "143 k"], "size: {cell: 6mm}\n")
    assert [run.content for run in runs] == ["103 k", "143 k"]


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("rotation", [90, -90])
def test_labels_beside_rows_that_run_upwards_have_their_middle_at_that_of_their_cells(
    make: Make, side: str, rotation: int
) -> None:
    axis = f"{{column: y, side: {side}, rotation: {rotation}}}"
    figure = make(
        f"scores: s.csv\nvalue: v\nsize: {{cell: 20mm}}\naxes: {{x: x, y: {axis}}}\n", s="y,x,v\nlong,p,1\nq,p,2\n"
    )
    items = figure.scene.items
    cells = {item.role.row: item.items[0] for item in items if isinstance(item, CellGroup)}
    texts = [item for item in items if isinstance(item, TextRun) and item.role.kind == "tick label"]
    upright = [item for item in texts if item.role.axis == "y"]
    assert [words.content for words in upright] == ["long", "q"]
    for words, cell in zip(upright, cells.values(), strict=True):
        assert isinstance(cell, Rect)
        ys = [y for _, y in words.corners()]
        assert (min(ys) + max(ys)) / 2 == pytest.approx(cell.y + cell.height / 2, abs=0.6)
