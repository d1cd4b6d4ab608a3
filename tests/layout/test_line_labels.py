"""Labels of lines across a grid are told apart from those of its ticks."""

from collections.abc import Callable

import pytest
from corpus import corners_of, grids, of_kind

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


@pytest.mark.parametrize(("track", "kind"), [("strip: x", "strip"), ("bars: {field: value, using: mean}", "bar")])
def test_a_label_of_a_line_stands_past_what_lies_on_the_cells(track: str, kind: str, make: Make) -> None:
    def with_lines(lines: str) -> Figure:
        axes = f"axes: {{x: {{column: x{lines}}}, y: y}}\nbeside: {{top: [{{{track}}}]}}\n"
        return make(f"scores: s.csv\nvalue: v\naggregate: mean\n{axes}", s=SCORES)

    def gap(made: Figure) -> float:
        """From the track to the grid."""
        return grids(made)[0][1] - max(corners_of(item)[3] for item in of_kind(made, kind))

    made = with_lines(", lines: [{at: q, label: Event}]")
    (label,) = (run for run in made.scene.text_runs() if run.role.kind == "line label")
    assert max(y for _, y in label.corners()) < min(corners_of(item)[1] for item in of_kind(made, kind))
    assert gap(made) == pytest.approx(gap(with_lines("")))
