"""What parts a grid from edge to edge: lines across it, each at its label, and gaps between blocks of its cells."""

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from decode import Box
from figure_case import Case
from oracle.cells import At
from oracle.colors import named
from oracle.numerals import instant
from oracle.panel import Wanted
from oracle.spec import Spec, axis_of, listed
from places import cell_boxes
from test_numbers import band_of

FORMATS = ["svg", "pdf"]
LINE = 0.75  # points, the width that no spec says
BLEED = 1.0


@pytest.mark.parametrize("form", FORMATS)
def test_lines_run_from_edge_to_edge_at_their_labels(case: Case, form: str) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes = cell_boxes(case.figure, index)
        for axis in (
            axis for axis in "xy" if _ends(wanted, axis) <= _shown(wanted, "y" if axis == "x" else "x", boxes)
        ):
            for asked in _seen(wanted, axis, boxes):
                places = list(_places(wanted, axis, asked["at"], boxes))
                assert sorted(_lines(case, form, asked, axis, boxes)) == pytest.approx(sorted(places), abs=BLEED)


@pytest.mark.parametrize("form", FORMATS)
def test_texts_of_lines_stand_at_their_ends(case: Case, form: str) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes = cell_boxes(case.figure, index)
        for axis in (axis for axis in "xy" if _seen(wanted, axis, boxes) == _asked(wanted, axis)):
            asked = [each for each in _asked(wanted, axis) if each.get("label")]
            expected = sorted(place for each in asked for place in _places(wanted, axis, each["at"], boxes))
            texts = [words for words, _ in case.texts(form, "line label", panel=index, axis=axis)]
            middles = [np.mean([corner[axis == "y"] for corner in words.corners()]) for words in texts]
            assert sorted(middles) == pytest.approx(expected, abs=2 * BLEED)


def test_gaps_stand_between_the_blocks_that_are_asked_for_and_nowhere_else(case: Case) -> None:
    for index, wanted in enumerate(case.wanted):
        panel, boxes = case.figure.plan.panels[index], cell_boxes(case.figure, index)
        if panel.image:
            continue  # which has no gaps
        for axis, labels in (("x", wanted.x), ("y", wanted.y)):
            asked, shown = axis_of(wanted.settings, axis), _shown(wanted, axis, boxes)
            beside = {spot for spot in shown if spot + 1 in shown}
            bands = {spot: band_of(boxes, axis, spot) for spot in shown}
            apart = {spot for spot in beside if bands[spot + 1][0] - bands[spot][1] > panel.gap + BLEED}
            backwards, before = asked.get("direction") in {"up", "left"}, asked.get("gaps", {}).get("before", [])
            blocks = {n for n, pair in enumerate(pairwise(labels)) if pair[not backwards][1] in listed(before)}
            groups = {n for n, (one, other) in enumerate(pairwise(labels)) if one[0] != other[0]}
            assert apart == beside & (blocks | (groups if _parted(asked) else set()))


def _shown(wanted: Wanted, axis: str, boxes: dict[At, Box]) -> set[int]:
    """The places of the labels of which a mask leaves a cell, of each of its parts where these stand along the axis."""
    left = {(at[axis == "x"], at[2] if axis == "x" else 0) for at in boxes}
    parts = len(wanted.parts) if axis == "x" else 1
    return {spot for spot in _all(wanted, axis) if sum(at == spot for at, _ in left) == parts}


def _all(wanted: Wanted, axis: str) -> set[int]:
    return set(range(len(wanted.x if axis == "x" else wanted.y)))


def _ends(wanted: Wanted, axis: str) -> set[int]:
    """The first and the last place of the other axis, between which lines at labels of this one run."""
    return {0, max(_all(wanted, "y" if axis == "x" else "x"))}


def _asked(wanted: Wanted, axis: str) -> list[Spec]:
    """The lines at labels or numbers of an axis."""
    return listed(axis_of(wanted.settings, axis).get("lines", []))


def _seen(wanted: Wanted, axis: str, boxes: dict[At, Box]) -> list[Spec]:
    """Those whose cells are seen: where a mask hides a label, nothing else tells where a line at it is to stand."""
    labels, shown = [label for _, label in (wanted.x if axis == "x" else wanted.y)], _shown(wanted, axis, boxes)
    spots = {label: {n for n, other in enumerate(labels) if other == label} for label in labels}
    scaled = "scale" in axis_of(wanted.settings, axis)
    return [
        each
        for each in _asked(wanted, axis)
        if (_all(wanted, axis) if scaled else spots.get(each["at"], _all(wanted, axis))) <= shown
    ]


def _parted(asked: Spec) -> bool:
    """Whether groups of labels stand apart."""
    group = asked.get("group")
    return not isinstance(group, dict) or group.get("gap") != "none"


def _places(wanted: Wanted, axis: str, at: str, boxes: dict[At, Box]) -> Iterator[float]:
    """Where a line stands: in the middle of the cells of its label, or where its number lies among the others."""
    labels = [label for _, label in (wanted.x if axis == "x" else wanted.y)]
    bands = {spot: band_of(boxes, axis, spot) for spot in _shown(wanted, axis, boxes)}
    if "scale" in axis_of(wanted.settings, axis):
        number = instant(at, None)
        within = ((ends, band) for ends, band in zip(pairwise(_edges(labels)), bands.values(), strict=True))
        (one, other), band = next(each for each in within if min(each[0]) <= number <= max(each[0]))
        yield band[0] + (number - one) / (other - one) * (band[1] - band[0])
    elif at in labels:
        yield from (sum(bands[spot]) / 2 for spot, label in enumerate(labels) if label == at)
    else:
        numbers = np.array([instant(label, None) for label in labels])
        order = np.argsort(numbers)
        middles = np.array([sum(bands[spot]) / 2 for spot in sorted(bands)])
        yield float(np.interp(instant(at, None), numbers[order], middles[order]))


def _edges(labels: list[str]) -> list[float]:
    """The numbers at which cells of a scale begin and end."""
    if all("–" in label for label in labels):
        ends = [[float(end) for end in label.split("–")] for label in labels]
        backwards = len(ends) > 1 and ends[0] > ends[1]
        return [*(each[backwards] for each in ends), ends[-1][not backwards]]
    numbers = [instant(label, None) for label in labels]
    between = [(one + other) / 2 for one, other in pairwise(numbers)]
    return [2 * numbers[0] - between[0], *between, 2 * numbers[-1] - between[-1]]


def _lines(case: Case, form: str, asked: Spec, axis: str, boxes: dict[At, Box]) -> Iterator[float]:
    """Where lines of that look run from edge to edge of a grid."""
    stroke, along, across = asked.get("stroke", {}), int(axis == "y"), int(axis == "x")
    color = named(stroke["color"]) if "color" in stroke else case.ink
    width = float(stroke["width"].removesuffix("pt")) if "width" in stroke else LINE
    ends = min(box[across] for box in boxes.values()), max(box[across + 2] for box in boxes.values())
    sides = min(box[along] for box in boxes.values()), max(box[along + 2] for box in boxes.values())
    for each in case.file(form).strokes:
        reach = sorted((each.start[across], each.end[across]))
        level = abs(each.start[along] - each.end[along]) < 1e-3 and abs(each.width - width) < 0.01
        inside = sides[0] < each.start[along] < sides[1]
        if level and inside and each.color == color and np.allclose(reach, ends, atol=BLEED):
            yield each.start[along]
