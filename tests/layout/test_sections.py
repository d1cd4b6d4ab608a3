"""What stands beside some of the panels: beyond what stands beside each of these, and clear of all others."""

from itertools import product
from pathlib import Path

import pytest

from heatfig.build.figure import prepare
from heatfig.layout.page.collisions import overlaps
from heatfig.layout.scene.items import CellGroup, Image, Rect, Scene

BLOCKS = {
    "a row": ("[[a, b, c], [d, e, f]]", "ab"),
    "a column": ("[[a, b], [c, d], [e, f]]", "ac"),
    "a block": ("[[a, b, e], [c, d, f]]", "abcd"),
    "a block with a place that is empty": ("[[a, b, e], [c, none, f], [d, d, d]]", "abc"),
    "a panel that spans another": ("[[a, a], [b, c], [d, e], [f, f]]", "abc"),
    "all": ("[[a, b, c], [d, e, f]]", "abcdef"),
}
SIDES = ("left", "right", "top", "bottom")
Box = tuple[float, float, float, float]


def scene(folder: Path, grid: str, bars: dict[str, str], more: str = "") -> Scene:
    """Six panels, some of which are chosen to have a colorbar; what their first panel says of it."""
    rows = [f"{part},{x},{y},{n / 12}" for n, (part, x, y) in enumerate(product("abcdef", "pq", "mn"))]
    (folder / "s.csv").write_text("\n".join(["part,x,y,v", *rows]) + "\n", encoding="utf-8")
    panels = []
    for part in "abcdef":
        bar = next(
            (f", colorbar: {{for: [{', '.join(some)}], {said}}}" for some, said in bars.items() if some[0] == part), ""
        )
        x = ", axes: {x: {column: y}, y: {column: x}}" if part == "f" else ""
        panels.append(f"{{name: {part}, title: {part.upper()}, where: {{part: {part}}}{x}{bar}}}")
    spec = f"scores: s.csv\nvalue: v\naxes: {{x: x, y: y}}\npanels: [{', '.join(panels)}]\n"
    (folder / "s.yaml").write_text(f"{spec}layout: {{grid: {grid}}}\n{more}", encoding="utf-8")
    return prepare(folder / "s.yaml").scene


def grids(found: Scene) -> dict[str, Box]:
    """The grid of each panel."""
    boxes: dict[str, list[Box]] = {}
    for item in found.items:
        if isinstance(item, CellGroup) and isinstance(item.items[0], Rect):
            cell = item.items[0]
            part = "abcdef"[item.role.panel or 0]
            boxes.setdefault(part, []).append((cell.x, cell.y, cell.x + cell.width, cell.y + cell.height))
    return {part: hull(cells) for part, cells in boxes.items()}


def hull(boxes: list[Box]) -> Box:
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


def bars(found: Scene) -> list[Box]:
    """The colorbars of sections."""
    shown = [
        i
        for i in found.items
        if isinstance(i, Image) and i.role.kind == "colorbar gradient" and i.role.section is not None
    ]
    return [(bar.x, bar.y, bar.x + bar.width, bar.y + bar.height) for bar in shown]


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("block", BLOCKS)
def test_a_colorbar_lies_along_the_panels_that_are_chosen_and_meets_no_text(
    block: str, side: str, tmp_path: Path
) -> None:
    grid, some = BLOCKS[block]
    found = scene(tmp_path, grid, {some: f"side: {side}"})
    (bar,), held = bars(found), grids(found)
    along = slice(1, 4, 2) if side in {"left", "right"} else slice(0, 3, 2)
    chosen = hull([held[part] for part in some])
    assert bar[along] == pytest.approx(chosen[along], abs=0.3)
    outward = {
        "left": chosen[0] - bar[2],
        "right": bar[0] - chosen[2],
        "top": chosen[1] - bar[3],
        "bottom": bar[1] - chosen[3],
    }
    assert outward[side] > 5
    assert not any(meet(hull([bar, chosen]), box) for part, box in held.items() if part not in some)
    assert list(overlaps(found)) == []
    assert not any(meet(bar, box) for box in (word_box(word) for word in found.text_runs()))


def word_box(word: object) -> Box:
    corners = word.corners()  # type: ignore[attr-defined]  # a TextRun
    return hull([(x, y, x, y) for x, y in corners])


def test_bars_of_several_sections_stand_apart(tmp_path: Path) -> None:
    found = scene(tmp_path, "[[a, b], [c, d], [e, f]]", {"ac": "side: right", "bd": "side: right", "ef": "side: top"})
    one, two, three = bars(found)
    assert not meet(one, two)
    assert not meet(two, three)
    assert list(overlaps(found)) == []


def test_a_label_longer_than_its_panels_makes_room_for_itself(tmp_path: Path) -> None:
    label = "how well each of these models does on each of the tasks that it has not seen before"
    found = scene(tmp_path, "[[a, b, c], [d, e, f]]", {"ab": f"side: right, label: {label}", "ef": f"label: {label}"})
    assert list(overlaps(found)) == []
    (word, _) = [
        word for word in found.text_runs() if word.role.kind == "colorbar label" and word.role.section is not None
    ]
    assert word_box(word)[1] > 0


def test_the_length_is_a_share_of_all_that_the_bar_stands_beside(tmp_path: Path) -> None:
    found = scene(tmp_path, "[[a, b], [c, d], [e, f]]", {"ace": "length: 50%"})
    (bar,), held = bars(found), grids(found)
    top, bottom = hull([held[part] for part in "ace"])[1::2]
    assert bar[3] - bar[1] == pytest.approx((bottom - top) / 2, abs=0.3)


def test_a_bar_at_every_panel_makes_the_page_as_wide_as_one_for_the_figure(tmp_path: Path) -> None:
    grid = "[[a, b, c], [d, e, f]]"
    some = scene(tmp_path, grid, {"abcdef": "ticks: [0.2, 0.8]"})
    whole = scene(tmp_path, grid, {}, "colorbar: {per: figure, ticks: [0.2, 0.8]}\n")
    assert some.width == pytest.approx(whole.width)


def test_a_page_of_a_given_width_is_filled_with_sections_on_it(tmp_path: Path) -> None:
    found = scene(tmp_path, "[[a, b, c], [d, e, f]]", {"ab": "side: right"}, "size: {width: 150mm}\n")
    assert found.width * 25.4 / 72 == pytest.approx(150)
    assert max(corner[0] for word in found.text_runs() for corner in word.corners()) == pytest.approx(
        found.width - 4, abs=4
    )
