"""Tracks reach out from the grid as far as the spec says."""

from pathlib import Path

import pytest

from heatfig.build.figure import prepare
from heatfig.diagnostics import Problems
from heatfig.layout.scene.items import Lines, Rect, Scene

SCORES = "m,a,b,c\nx,0,0.5,1\ny,1,0.2,0\nz,0.3,0.3,0.9\n"
SPEC = "scores: {file: s.csv, form: wide}\naxes: {x: {order: {cluster: average}}, y: {order: {cluster: average}}}\n"
THICK = 30 / 25.4 * 72


def scene(folder: Path, side: str, track: str) -> Scene:
    (folder / "s.csv").write_text(SCORES)
    (folder / "s.yaml").write_text(f"{SPEC}beside: {{{side}: {{{track}}}}}\n")
    return prepare(folder / "s.yaml").scene


def reach(found: Scene, kind: str, level: bool) -> float:
    """How far all of a kind reaches from left to right, or from top to bottom."""
    at = 0 if level else 1
    ends = []
    for item in found.items:
        if isinstance(item, Lines) and item.role.kind == kind:
            ends += [point[at] for stroke in item.strokes for point in stroke]
        if isinstance(item, Rect) and item.role.kind == kind:
            ends += [item.x, item.x + item.width] if level else [item.y, item.y + item.height]
    return max(ends) - min(ends)


@pytest.mark.parametrize("side", ["left", "right", "top", "bottom"])
@pytest.mark.parametrize(
    ("track", "kind"),
    [
        ("bars: {field: value, using: mean, thickness: 30mm}", "track scale"),
        ("line: {field: value, using: mean, thickness: 30mm}", "track scale"),
        ("strip: {field: value, using: mean, thickness: 30mm, colorbar: none}", "strip"),
        ("dendrogram: {thickness: 30mm}", "dendrogram"),
    ],
)
def test_a_track_is_as_thick_as_it_is_said(tmp_path: Path, side: str, track: str, kind: str) -> None:
    found = scene(tmp_path, side, track)
    assert reach(found, kind, side in {"left", "right"}) == pytest.approx(THICK, abs=0.01)


def test_names_on_blocks_have_room_in_a_strip_or_there_is_none(tmp_path: Path) -> None:
    (tmp_path / "k.csv").write_text("m,k\nx,one\ny,one\nz,two\n")
    lookup = SPEC.replace("y: {order", "y: {lookup: {file: k.csv, key: m}, order")
    (tmp_path / "s.csv").write_text(SCORES)
    (tmp_path / "s.yaml").write_text(
        f"{lookup}beside: {{left: {{strip: {{field: k, named: true, thickness: 1mm}}}}}}\n"
    )
    with pytest.raises(Problems, match="no room for the names of its blocks") as told:
        prepare(tmp_path / "s.yaml")
    mend = told.value.diagnostics[0].hint
    (tmp_path / "s.yaml").write_text(f"{lookup}beside: {{left: {{strip: {{field: k, named: true, {mend}}}}}}}\n")
    prepare(tmp_path / "s.yaml")


def test_the_track_that_is_too_thin_is_told_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "s.csv").write_text(SCORES)
    strips = "".join(f"    - bars: {{field: value, using: mean, thickness: {thick}mm}}\n" for thick in (30, 30, 1))
    (tmp_path / "s.yaml").write_text(f"{SPEC}beside:\n  right:\n{strips}")
    with pytest.raises(Problems, match="no room for the ticks") as told:
        prepare(tmp_path / "s.yaml")
    assert [each.place and each.place.line for each in told.value.diagnostics] == [7]
