"""What stands beside a grid: its numbers, texts and colours, each at its row or column."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from decode import RGB, Box, Point
from figure_case import Case, is_role
from oracle.colors import named
from oracle.conditions import chosen
from oracle.distributions import box_of, density_of
from oracle.numerals import letters, short_form
from oracle.numerals import number as in_format
from oracle.orders import tree
from oracle.panel import Wanted
from oracle.spec import Spec, axis_of, mapping, of_outer_panels, points_of, tracks_of
from oracle.strips import (
    USUAL,
    along,
    bars_of,
    dressed,
    heading_of,
    margin_of,
    numbers_of,
    spreads_of,
    strip_of,
    texts_along,
    values_of,
)
from places import cell_boxes
from test_numbers import band_of

from heatfig.layout.scene.items import Circle, Item, Lines, Polygon, Rect
from heatfig.plan.tracks.bars import Bars
from heatfig.plan.tracks.box import Boxes
from heatfig.plan.tracks.dendrogram import Dendrogram
from heatfig.plan.tracks.line import LineTrack
from heatfig.plan.tracks.margin import Margin
from heatfig.plan.tracks.points import Points
from heatfig.plan.tracks.row_texts import RowTexts
from heatfig.plan.tracks.strip import Strip
from heatfig.plan.tracks.violin import Violins

FORMATS = ["png", "svg", "pdf"]
WITH_TEXT = ["svg", "pdf"]
SCALED = {"bars", "points", "line"}
HEADINGS = {"bars": "track heading", "points": "track heading", "line": "track heading", "violin": "track heading",
            "box": "track heading", "margin": "margin label", "strip": "strip label",
            "text": "text heading"}  # fmt: skip
KINDS: tuple[tuple[str, type[Any]], ...] = (("bar", Rect), ("point", Polygon))
TRACKS = {"strip": Strip, "bars": Bars, "points": Points, "line": LineTrack, "text": RowTexts, "margin": Margin,
          "dendrogram": Dendrogram, "violin": Violins, "box": Boxes}  # fmt: skip


@dataclass(frozen=True, eq=False)
class Beside:
    """A track of a panel: where it stands, and what is asked for there."""

    case: Case
    panel: int
    wanted: Wanted
    side: str
    number: int
    kind: str
    asked: Spec

    @property
    def slot(self) -> dict[str, object]:
        """What its roles name."""
        return {"panel": self.panel, "side": self.side, "track": self.number}

    @property
    def across(self) -> int:
        """Which of x and y tells how far out something stands."""
        return 0 if self.side in {"left", "right"} else 1

    def items(self, kind: str, of: type[Any]) -> list[Any]:
        """Its items of a kind, as they come."""
        found: list[Item] = [item for item in self.case.figure.scene.items if isinstance(item, of)]
        return [item for item in found if is_role(item.role, kind, **self.slot)]

    def texts(self, form: str, kind: str) -> dict[int, tuple[str, Point]]:
        """Its texts of a kind by their number, each with the middle of its first line."""
        found: dict[int, tuple[str, Point]] = {}
        for words, text in self.case.texts(form, kind, **self.slot):
            at = words.role.index or 0
            middle = tuple(np.mean(words.corners(), axis=0))
            found[at] = (found[at][0] + text.letters, found[at][1]) if at in found else (text.letters, middle)
        return found

    def check_looks(self, form: str, kind: str) -> None:
        """Its texts are set as conditions say that hold of the number of a row or column, or of a cell there."""
        style = self.asked.get("style", {})
        panel, template = dressed(self.wanted, self.side, self.kind, self.asked)
        found = (chosen(panel, style.get(key, "false"), template) for key in ("bold", "italic", "underline"))
        lines = [{at[self.across] for at in held} for held in found]
        for words, text in self.case.texts(form, kind, **self.slot):
            looks = text.bold, text.italic, self.case.underlined(form, words, text)
            assert looks == tuple(words.role.index in held for held in lines)

    def shows(self, index: int) -> bool:
        """Whether a mask leaves a cell of a label, of each of its parts."""
        left = {at[2] for at in self.wanted if at[self.across] == index}
        return len(left) == len(self.wanted.parts)

    def band(self, index: int) -> tuple[float, float]:
        """Where the cells of a label begin, and where they end or the next ones begin."""
        boxes, axis = cell_boxes(self.case.figure, self.panel), "y" if self.across == 0 else "x"
        low, high = band_of(boxes, axis, index)
        last = index + 1 == len(along(self.wanted, self.side)[1]) or not self.shows(index + 1)
        return low, high if last else min(high, band_of(boxes, axis, index + 1)[0])


def tracks(case: Case, *kinds: str) -> Iterator[Beside]:
    """The tracks of those kinds in all panels, but those that only another panel shows which has them, too."""
    for index, wanted in enumerate(case.wanted):
        counted: dict[tuple[str, str], int] = {}
        for side, _, kind, asked in tracks_of(wanted.settings):
            before = counted.setdefault((side, kind), 0)
            counted[side, kind] += 1
            if kind in kinds:
                beside = [track for there, track in case.figure.plan.panels[index].beside if there == side]
                numbers = [number for number, track in enumerate(beside) if isinstance(track, TRACKS[kind])]
                if before < len(numbers) or not of_outer_panels(wanted.settings):
                    yield Beside(case, index, wanted, side, numbers[before], kind, asked)


@pytest.mark.parametrize("form", FORMATS)
def test_strips_have_the_colours_of_their_categories_and_numbers(case: Case, form: str) -> None:
    for track in tracks(case, "strip"):
        strip = strip_of(track.wanted, track.side, track.asked)
        expected = [(at, color) for at, row in enumerate(strip.shown) for color in row if color is not None]
        rects = track.items("strip", Rect)
        texts = case.texts(case.written(form), "strip name", **track.slot)
        points = [_beside(_box(rect), [words.corners() for words, _ in texts]) for rect in rects]
        shown = [(rect.role.index, case.color(form, *point)) for rect, point in zip(rects, points, strict=True)]
        assert [at for at, _ in shown] == [at for at, _ in expected]
        like = track.wanted.colors.like if strip.colors is None else strip.colors.like
        assert all(like(color, wanted) for (_, color), (_, wanted) in zip(shown, expected, strict=True))
        for rect in rects:
            _lies_at(track, rect.role.index, _box(rect))


@pytest.mark.parametrize("form", WITH_TEXT)
def test_bars_points_and_lines_are_as_far_out_as_their_numbers_on_their_scale(case: Case, form: str) -> None:
    for track in tracks(case, *SCALED):
        drawn = [item.role.index for kind, of in KINDS for item in track.items(kind, of)]
        shown = list(_stretches(track))
        assert track.kind == "line" or sorted(drawn) == sorted(at for at, *_ in shown)
        for at, start, end, color, _ in shown:
            if not track.shows(at):  # such as a count of none
                continue
            (low, high), ends = track.band(at), [_out(track, form, each) for each in (start, end)]
            middle = (low + high) / 2
            if track.kind == "line":
                point = (ends[1], middle) if track.across == 0 else (middle, ends[1])
                assert any(each.covers(*point, near=0.3) for each in case.file(form).strokes if each.color == color)
                continue
            boxes = [box for box, fill in case.file(form).fills() if fill == color]
            if track.kind == "points":
                assert any(_centered(box, track.across, ends[1], middle) for box in boxes)
            else:
                within = [box for box in boxes if low <= box[1 - track.across] and box[3 - track.across] <= high]
                assert any(_same([box[track.across], box[track.across + 2]], sorted(ends)) for box in within)


@pytest.mark.parametrize("form", WITH_TEXT)
def test_strokes_over_numbers_reach_as_far_as_these_lie_apart(case: Case, form: str) -> None:
    for track in tracks(case, *SCALED):
        spread = [(at, end, reach) for at, _, end, _, reach in _stretches(track) if reach is not None]
        assert sorted(item.role.index for item in track.items("spread", Lines)) == sorted(at for at, *_ in spread)
        for at, number, reach in spread:
            low, high = track.band(at)
            ends = [_out(track, form, number + sign * reach) for sign in (-1, 1)]
            assert any(
                _same(sorted((each.start[track.across], each.end[track.across])), sorted(ends))
                and low < each.start[1 - track.across] < high
                for each in case.file(form).strokes
            )


def _stretches(track: Beside) -> Iterator[tuple[int, float, float, RGB, float | None]]:
    """From where to where each number reaches, in which colour, and how far its spread does; on the others' ends."""
    ends: dict[tuple[int, bool], float] = {}
    for bar in bars_of(track.wanted, track.asked):
        numbers = numbers_of(track.wanted, track.side, bar)
        spreads = spreads_of(track.wanted, track.side, bar) if "spread" in bar else [None] * len(numbers)
        for at, (number, spread) in enumerate(zip(numbers, spreads, strict=True)):
            if number is not None:
                start = ends.get((at, number < 0), 0.0)
                ends[at, number < 0] = start + number
                yield at, start, start + number, named(bar["color"]), spread


@pytest.mark.parametrize("form", WITH_TEXT)
def test_violins_are_as_wide_as_numbers_lie_densely(case: Case, form: str) -> None:
    for track in tracks(case, "violin"):
        held = values_of(track.wanted, track.side, track.asked)
        shapes = {item.role.index: item for kind in (Polygon, Lines) for item in track.items("violin", kind)}
        assert sorted(shapes) == [at for at, numbers in enumerate(held) if numbers]
        color = named(track.asked.get("color", USUAL))
        for at, shape in shapes.items():
            low, high = track.band(at)
            middle = (low + high) / 2
            if len(set(held[at])) == 1:
                spot = _spot(track, _out(track, form, held[at][0]), middle)
                assert any(each.covers(*spot, near=0.3) for each in case.file(form).strokes if each.color == color)
                continue
            widest = np.ptp([point[1 - track.across] for point in shape.points]) / 2
            ends = [point[track.across] for point in shape.points]
            for number, share in density_of(held[at]):
                out, half = _out(track, form, number), widest * share
                if min(out - min(ends), max(ends) - out) < 1.0:
                    continue  # where a pixel is but partly of a short violin
                inside, *outside = (_spot(track, out, middle + by) for by in (half - 1, half + 1, -half - 1))
                assert half < 1.5 or case.color(form, *inside) == color
                assert not any(case.color(form, *spot) == color for spot in outside)


@pytest.mark.parametrize("form", WITH_TEXT)
def test_boxes_reach_from_quartile_to_quartile_and_whiskers_beyond(case: Case, form: str) -> None:
    for track in tracks(case, "box"):
        held = values_of(track.wanted, track.side, track.asked)
        assert sorted(item.role.index for item in track.items("box", Rect)) == [
            at for at, numbers in enumerate(held) if numbers
        ]
        color = named(track.asked.get("color", USUAL))
        for at, numbers in enumerate(held):
            if not numbers:
                continue
            middle, box = sum(track.band(at)) / 2, box_of(numbers)
            low, first, median, third, high = (_out(track, form, each) for each in box.ends)
            fills = [box for box, fill in case.file(form).fills() if fill == color]
            assert first == third or any(
                _centered(fill, track.across, (first + third) / 2, middle)
                and _same([fill[track.across], fill[track.across + 2]], sorted((first, third)))
                for fill in fills
            )
            lines = [
                (sorted((each.start[track.across], each.end[track.across])), each)
                for each in case.file(form).strokes
                if each.covers(*_spot(track, (each.start[track.across] + each.end[track.across]) / 2, middle), near=0.3)
            ]
            assert all(
                abs(end - start) < 0.3 or any(_same(reach, sorted((start, end))) for reach, _ in lines)
                for start, end in ((low, first), (high, third))
            )
            for end in (low, median, high):
                assert any(_same(reach, [end, end]) and each.start != each.end for reach, each in lines)
            beyond = [item for item in track.items("beyond", Circle) if item.role.index == at]
            spots = [_spot(track, _out(track, form, number), middle) for number in box.beyond]
            assert _same(sorted((item.x, item.y) for item in beyond), sorted(spots))
            circles = case.file(form).outlines()
            assert all(any(_centered(circle, 0, *spot) for circle in circles) for spot in spots)


def _spot(track: Beside, out: float, middle: float) -> Point:
    """A point of the page, so far out and so far along."""
    return (out, middle) if track.across == 0 else (middle, out)


@pytest.mark.parametrize("form", WITH_TEXT)
def test_tracks_reach_as_far_out_as_they_are_said_to(case: Case, form: str) -> None:
    for track in tracks(case, "strip", "dendrogram", *SCALED):
        if "thickness" in track.asked:
            assert _reach(track, form) == pytest.approx(points_of(track.asked["thickness"]), abs=0.1)


def _reach(track: Beside, form: str) -> float:
    """How far a strip, a tree or a scale reaches out as a file draws it; where there is no scale its bars do."""
    file, lined, filled = track.case.file(form), ("track scale", "dendrogram"), ("strip", "bar")
    lines = [line for kind in lined for item in track.items(kind, Lines) for line in item.strokes]
    meant = [[*one, *other] for line in lines for one, other in pairwise(line)]
    spots = [
        point[track.across]
        for stroke in file.strokes
        for point in (stroke.start, stroke.end)
        if any(_same([*stroke.start, *stroke.end], each) for each in meant)
    ]
    if not lines:
        boxes = [_box(rect) for kind in filled for rect in track.items(kind, Rect)]
        drawn = [box for box, _ in file.fills() if any(_same([*box], [*each]) for each in boxes)]
        spots = [box[at] for box in drawn for at in (track.across, track.across + 2)]
    return max(spots) - min(spots)


@pytest.mark.parametrize("form", WITH_TEXT)
def test_numbers_stand_at_the_ends_of_bars_where_they_are_asked_for(case: Case, form: str) -> None:
    for track in tracks(case, "bars"):
        found = {at: text for at, (text, _) in track.texts(form, "bar number").items()}
        if track.asked.get("numbers") != "true":
            assert not found
            continue
        numbers = {at: n for at, n in enumerate(numbers_of(track.wanted, track.side, track.asked)) if n is not None}
        written = track.asked.get("format") or short_form([*numbers.values()])
        assert found == {at: letters(in_format(each, written)) for at, each in numbers.items()}


@pytest.mark.parametrize("form", WITH_TEXT)
def test_texts_beside_a_grid_say_what_is_asked_at_their_cells(case: Case, form: str) -> None:
    for track in tracks(case, "text"):
        expected = texts_along(track.wanted, track.side, track.asked)
        found = track.texts(form, "text")
        assert {at: text for at, (text, _) in found.items()} == {
            at: letters(text.replace("$", r"\$")) for at, text in enumerate(expected) if text
        }
        for at, (_, middle) in found.items():
            low, high = track.band(at)
            assert low < middle[1 - track.across] < high
        track.check_looks(form, "text")


@pytest.mark.parametrize("form", WITH_TEXT)
def test_numbers_of_margins_are_set_as_their_conditions_say(case: Case, form: str) -> None:
    for track in tracks(case, "margin"):
        track.check_looks(form, "margin text")


@pytest.mark.parametrize("form", FORMATS)
def test_margins_show_their_numbers_in_colours_and_texts(case: Case, form: str) -> None:
    for track in tracks(case, "margin"):
        colors, texts, own = margin_of(track.wanted, track.side, track.asked)
        found = track.texts(case.written(form), "margin text")
        assert {at: text for at, (text, _) in found.items()} == {at: text for at, text in enumerate(texts) if text}
        rects = track.items("margin", Rect)
        corners = [words.corners() for words, _ in case.texts(case.written(form), "margin text", **track.slot)]
        shown = {rect.role.index: case.color(form, *_beside(_box(rect), corners)) for rect in rects}
        expected = {at: color for at, color in enumerate(colors) if color is not None}
        assert shown.keys() == expected.keys()
        assert all((own or track.wanted.colors).like(shown[at], color) for at, color in expected.items())
        for rect in rects:
            _lies_at(track, rect.role.index, _box(rect))


@pytest.mark.parametrize("form", WITH_TEXT)
def test_tracks_are_headed_by_what_they_show(case: Case, form: str) -> None:
    for track in tracks(case, *HEADINGS):
        found = "".join(text for text, _ in track.texts(form, HEADINGS[track.kind]).values())
        assert found == letters(heading_of(track.wanted, track.kind, track.asked))


@pytest.mark.parametrize("form", WITH_TEXT)
def test_trees_join_what_is_alike_as_high_as_it_differs(case: Case, form: str) -> None:
    for track in tracks(case, "dendrogram"):
        joints = _joints(track)
        if joints is None:
            continue
        strokes = [stroke for item in track.items("dendrogram", Lines) for stroke in item.strokes]
        outs = [
            abs(stroke[1][track.across] - min(_leaf_ends(strokes, track), key=lambda out: abs(out)))
            for stroke in strokes
        ]
        highest = max(outs, default=0.0) or 1.0
        found = sorted(
            (*sorted((stroke[0][1 - track.across], stroke[3][1 - track.across])), out / highest)
            for stroke, out in zip(strokes, outs, strict=True)
        )
        assert len(found) == len(joints)
        assert np.allclose(
            np.array(found), np.array(sorted(joint[:3] for joint in joints)), atol=[0.1, 0.1, 0.02] if found else 0
        )
        for stroke in strokes:
            for (a, b), (c, d) in pairwise(stroke):
                assert any(each.covers((a + c) / 2, (b + d) / 2) for each in case.file(form).strokes)


@pytest.mark.parametrize("form", WITH_TEXT)
def test_branches_have_the_colour_that_all_their_leaves_have(case: Case, form: str) -> None:
    for track in tracks(case, "dendrogram"):
        said, joints = track.asked.get("color"), _joints(track)
        if said is None or joints is None:
            continue
        colors = said.items() if isinstance(said, dict) else [(said, "true")]
        held = {color: chosen(track.wanted, condition) for color, condition in colors}
        lines = {color: {at[track.across] for at in cells} for color, cells in held.items()}
        of_leaf = [next((named(color) for color, held in lines.items() if at in held), case.ink)
                   for at in range(len(along(track.wanted, track.side)[1]))]  # fmt: skip
        drawn = {
            (*sorted((stroke[0][1 - track.across], stroke[3][1 - track.across])),): stroke
            for item in track.items("dendrogram", Lines)
            for stroke in item.strokes
        }
        for first, second, _, leaves in joints:
            (stroke,) = (stroke for ends, stroke in drawn.items() if _same(ends, (first, second)))
            shades = {of_leaf[leaf] for leaf in leaves}
            wanted = shades.pop() if len(shades) == 1 else case.ink
            (a, b), (c, d) = stroke[1:3]
            found = {each.color for each in case.file(form).strokes if each.covers((a + c) / 2, (b + d) / 2)}
            assert wanted in found


def _leaf_ends(strokes: list[tuple[Point, ...]], track: Beside) -> list[float]:
    """How far out branches begin; those of leaves begin nearest the grid."""
    outs = [point[track.across] for stroke in strokes for point in (stroke[0], stroke[3])]
    return [min(outs) if track.side in {"right", "bottom"} else max(outs)]


def _joints(track: Beside) -> list[tuple[float, float, float, tuple[int, ...]]] | None:
    """Where two branches meet: between which places of the axis, how high of the highest, and over which leaves."""
    axis, labels = along(track.wanted, track.side)
    asked = axis_of(track.wanted.settings, axis)
    order = mapping(asked.get("order", {}), "like")
    if "like" in order:
        other = "y" if axis == "x" else "x"
        order, axis = axis_of(track.wanted.settings, other)["order"], other
    if not all(track.shows(at) for at in range(len(labels))):
        return None  # where a mask hides a whole line, nothing tells where its branch begins
    places = {label: sum(track.band(at)) / 2 for at, label in enumerate(labels)}
    found = []
    for group in dict.fromkeys(group for group, _ in labels):
        members = [label for label in _in_file(track.wanted, axis) if label[0] == group]
        middles = [places[label] for label in members]
        leaves: list[tuple[int, ...]] = [(labels.index(label),) for label in members]
        for one, other_branch, height, _ in tree(axis, members, track.wanted.ordering[axis], order):
            ends = sorted((middles[int(one)], middles[int(other_branch)]))
            middles.append(sum(ends) / 2)
            leaves.append((*leaves[int(one)], *leaves[int(other_branch)]))
            found.append((ends[0], ends[1], float(height), leaves[-1]))
    highest = max((height for *_, height, _ in found), default=0.0) or 1.0
    return [(first, second, height / highest, below) for first, second, height, below in found]


def _in_file(wanted: Wanted, axis: str) -> list[tuple[str, str]]:
    """The labels of an axis in first appearance, on which ties of distances rest."""
    first = wanted.ordering[axis][0]
    return first.y if axis == "y" else first.x


def _out(track: Beside, form: str, value: float) -> float:
    """Where a number stands on the scale of its track, by what the file writes there."""
    if track.asked.get("numbers") == "true":
        return _by_the_longest(track, value)
    ticks = track.texts(form, "track tick label").values()
    asked = track.asked.get("format", "")
    values = [
        float(text.replace("−", "-").replace(",", "").rstrip("%")) / (100 if asked.endswith("%") else 1)
        for text, _ in ticks
    ]
    spots = [middle[track.across] for _, middle in ticks]
    slope, start = np.polyfit(values, spots, 1)
    return float(start + slope * value)


def _by_the_longest(track: Beside, value: float) -> float:
    """Where a number stands on a scale without ticks, by the longest of the bars that start at 0."""
    numbers = [each or 0.0 for each in numbers_of(track.wanted, track.side, track.asked)]
    longest = max(range(len(numbers)), key=lambda at: abs(numbers[at]))
    (box,) = (_box(rect) for rect in track.items("bar", Rect) if rect.role.index == longest)
    low, high = box[track.across], box[track.across + 2]
    rises = (track.side in {"right", "bottom"}) == (numbers[longest] > 0)
    start, end = (low, high) if rises else (high, low)
    return start + value / numbers[longest] * (end - start)


def _box(rect: Rect) -> Box:
    return rect.x, rect.y, rect.x + rect.width, rect.y + rect.height


def _beside(box: Box, texts: list[tuple[Point, ...]]) -> Point:
    """The point of a lattice in a box that lies in none of the boxes of texts, nearest to its middle."""
    left, top, right, bottom = box
    shares = sorted((0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9), key=lambda share: abs(share - 0.5))
    for u in shares:
        for v in shares:
            x, y = left + u * (right - left), top + v * (bottom - top)
            if not any(_within(x, y, corners) for corners in texts):
                return x, y
    raise AssertionError("no point is clear of texts")


def _within(x: float, y: float, corners: tuple[Point, ...]) -> bool:
    (left, top), (right, bottom) = np.min(corners, axis=0) - 0.5, np.max(corners, axis=0) + 0.5
    return bool(left < x < right and top < y < bottom)


def _lies_at(track: Beside, index: int | None, box: Box) -> None:
    """That a rectangle lies beside the cells of its label."""
    assert index is not None
    if not track.shows(index):
        return
    low, high = track.band(index)
    along_axis = 1 - track.across
    assert low - 1.1 <= box[along_axis]
    assert box[along_axis + 2] <= high + 1.1


def _centered(box: Box, across: int, out: float, middle: float) -> bool:
    spots = [(box[axis] + box[axis + 2]) / 2 for axis in (across, 1 - across)]
    return _same(spots, [out, middle])


def _same(one: Any, other: Any) -> bool:
    return np.shape(one) == np.shape(other) and bool(np.allclose(one, other, atol=0.3))
