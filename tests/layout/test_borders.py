from pathlib import Path

import pytest

from heatfig.build.figure import prepare
from heatfig.layout.scene.items import CellGroup, Lines, Rect, Scene
from heatfig.layout.style import BLEED

SCORES = "x,y,kind,v\np,a,k,1\nq,a,k,2\np,b,k,3\nq,b,k,4\np,c,m,5\nq,c,m,6\n"
SPEC = "scores: s.csv\nvalue: v\naxes: {x: x, y: {column: y, group: kind}}\n"


def scene(folder: Path, looks: str) -> Scene:
    (folder / "s.csv").write_text(SCORES)
    (folder / "s.yaml").write_text(SPEC + looks)
    return prepare(folder / "s.yaml").scene


def lines(found: Scene, kind: str) -> list[Lines]:
    return [item for item in found.items if isinstance(item, Lines) and item.role.kind == kind]


def boxes(found: Scene) -> list[Rect]:
    groups = [item.items[0] for item in found.items if isinstance(item, CellGroup)]
    return [rect for rect in groups if isinstance(rect, Rect)]


def test_lines_run_in_the_middle_of_gaps_but_not_between_groups(tmp_path: Path) -> None:
    found = scene(tmp_path, "gap: {width: 2pt, color: red}\n")
    (drawn,) = lines(found, "gap")
    cells = boxes(found)
    right, below = cells[0].x + cells[0].width + 1, cells[0].y + cells[0].height + 1
    assert drawn.color == (255, 0, 0)
    upright = [one for one in drawn.strokes if one[0][0] == one[1][0]]
    level = [one for one in drawn.strokes if one[0][0] != one[1][0]]
    assert [one[0][0] for one in upright] == pytest.approx([right, right], abs=0.1)
    assert [one[0][1] for one in level] == pytest.approx([below], abs=0.1)
    assert found.items.index(drawn) < min(n for n, item in enumerate(found.items) if isinstance(item, CellGroup))


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("", 2),
        ("gap: 2pt\n", 0),
        ("gap: 2pt\nframe: blocks\n", 2),
        ("gap: 2pt\nframe: grid\n", 1),
        ("frame: none\n", 0),
    ],
)
def test_a_frame_runs_around_blocks_unless_there_is_a_gap_or_the_spec_says_otherwise(
    tmp_path: Path, asked: str, count: int
) -> None:
    assert sum(len(one.strokes) for one in lines(scene(tmp_path, asked), "frame")) == count


@pytest.mark.parametrize("dpi", [72, 100, 110, 300, 600])
@pytest.mark.parametrize("width", ["0.1mm", "0.4mm", "0.5mm", "1pt", "1mm", "2mm"])
def test_each_gap_is_a_gap_however_it_rounds_to_pixels(tmp_path: Path, width: str, dpi: int) -> None:
    found = scene(tmp_path, f"gap: {{width: {width}, color: red}}\nframe: blocks\ndpi: {dpi}\n")
    (drawn,), (frames,) = lines(found, "gap"), lines(found, "frame")
    assert (len(drawn.strokes), len(frames.strokes)) == (3, 2)
    first, below = boxes(found)[::2][:2]
    gap = below.y - first.y - first.height
    assert drawn.width == pytest.approx(gap + BLEED)  # it reaches under the cells


@pytest.mark.parametrize("dpi", [72, 100, 110, 300, 600])
def test_lines_guide_from_circle_to_circle_at_any_dpi(tmp_path: Path, dpi: int) -> None:
    found = scene(tmp_path, f"cells: {{shape: circle}}\ndpi: {dpi}\n")
    (drawn,), (frames,) = lines(found, "gap"), lines(found, "frame")
    assert (len(drawn.strokes), len(frames.strokes)) == (3, 2)


@pytest.mark.parametrize("dpi", [72, 110, 300])
def test_a_margin_is_framed_as_blocks_at_any_dpi(tmp_path: Path, dpi: int) -> None:
    margin = "beside: {right: {margin: {field: value, using: mean}}}\n"
    found = scene(tmp_path, f"gap: 0.5mm\nframe: blocks\ndpi: {dpi}\n{margin}")
    (frame,) = lines(found, "margin frame")
    assert len(frame.strokes) == 2
