"""Labels of lines across a grid are told apart from those of its ticks."""

from collections.abc import Callable

import pytest

from heatfig.build.figure import Figure

Make = Callable[..., Figure]
SCORES = "x,y,v\n" + "".join(
    f"{x},{y},{number}\n" for number, (x, y) in enumerate([("p", "a"), ("p", "b"), ("q", "a"), ("q", "b")])
)


@pytest.mark.parametrize(("beside", "side"), [("", "right"), ("beside: {right: [{labels: {only: [a]}}]}\n", "left")])
def test_a_label_of_a_line_that_stands_beside_tick_labels_is_in_italics(beside: str, side: str, make: Make) -> None:
    axes = "axes: {x: x, y: {column: y, lines: [{at: a, label: Event}]}}\n"
    made = make(f"scores: s.csv\nvalue: v\n{axes}{beside}", s=SCORES)
    (label,) = (run for run in made.scene.text_runs() if run.role.kind == "line label")
    assert (label.role.side, label.italic) == (side, side == "left")
    assert not any(run.italic for run in made.scene.text_runs() if run.role.kind == "tick label")
