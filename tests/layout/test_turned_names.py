"""Names of what stands beside a grid turn as the labels do that they stand beside."""

from collections.abc import Callable
from itertools import product

import pytest

from heatfig.build.figure import Figure
from heatfig.layout.page.collisions import overlaps

Make = Callable[..., Figure]
SCORES = "x,y,v,f\n" + "".join(f"{x},{y},{number},{y}{y}\n" for number, (x, y) in enumerate(product("pq", "ab")))
TRACKS = {
    "margin label": "margin: {{field: value, using: mean, label: {{text: The mean of all, rotation: {}}}}}",
    "text heading": "text: {{text: '{{f}}', label: {{text: The mean of all, rotation: {}}}}}",
    "strip label": "strip: {{field: f, label: {{text: The mean of all, rotation: {}}}}}",
}


@pytest.mark.parametrize("kind", TRACKS)
@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
@pytest.mark.parametrize("angle", [0, 45, 90, -30])
def test_names_stand_at_their_angle_past_the_end_of_their_track_and_on_the_page(
    kind: str, side: str, angle: int, make: Make
) -> None:
    field = "f" if side in {"left", "right"} else "x"
    track = TRACKS[kind].format(angle).replace("{f}", f"{{{field}}}").replace("field: f", f"field: {field}")
    spec = f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\nbeside: {{{side}: [{{{track}}}]}}\n"
    made = make(spec, s=SCORES)
    (name,) = (run for run in made.scene.text_runs() if run.role.kind == kind)
    assert name.angle == angle
    assert all(0 <= x <= made.scene.width and 0 <= y <= made.scene.height for x, y in name.corners())
    assert not list(overlaps(made.scene))


def test_turned_names_side_by_side_stand_as_near_as_their_lines_let_them(make: Make) -> None:
    tracks = ", ".join(f"{{{track.format(45)}}}" for track in TRACKS.values())
    axes = "axes: {x: {column: x, side: top, rotation: 45}, y: y}"
    made = make(f"scores: s.csv\nvalue: v\n{axes}\nbeside: {{right: [{tracks}]}}\ncolorbar: none\n", s=SCORES)
    names = [run for run in made.scene.text_runs() if run.role.kind in TRACKS]
    assert len(names) == len(TRACKS)
    assert not list(overlaps(made.scene))
    assert max(name.x for name in names) - min(name.x for name in names) < names[0].width
