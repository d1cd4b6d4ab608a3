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
        for axis in (axis for axis in "xy" if _whole(wanted, axis, boxes)):
            for asked in listed(axis_of(wanted.settings, axis).get("lines", [])):
                places = list(_places(wanted, axis, asked["at"], boxes))
                assert sorted(_lines(case, form, asked, axis, boxes)) == pytest.approx(sorted(places), abs=BLEED)


@pytest.mark.parametrize("form", FORMATS)
def test_texts_of_lines_stand_at_their_ends(case: Case, form: str) -> None:
    for index, wanted in enumerate(case.wanted):
        boxes = cell_boxes(case.figure, index)
        for axis in (axis for axis in "xy" if _whole(wanted, axis, boxes)):
            asked = [each for each in listed(axis_of(wanted.settings, axis).get("lines", [])) if each.get("label")]
            expected = sorted(place for each in asked for place in _places(wanted, axis, each["at"], boxes))
            texts = [words for words, _ in case.texts(form, "line label", panel=index, axis=axis)]
            middles = [np.mean([corner[axis == "y"] for corner in words.corners()]) for words in texts]
            assert sorted(middles) == pytest.approx(expected, abs=2 * BLEED)


def test_gaps_stand_between_the_blocks_that_are_asked_for_and_nowhere_else(case: Case) -> None:
    for index, wanted in enumerate(case.wanted):
        panel, boxes = case.figure.plan.panels[index], cell_boxes(case.figure, index)
        for axis, labels in (("x", wanted.x), ("y", wanted.y)):
            asked = axis_of(wanted.settings, axis)
            if panel.image or not _whole(wanted, axis, boxes):
                continue  # which has no gaps, or some are hidden by a mask
            bands = [band_of(boxes, axis, spot) for spot in range(len(labels))]
            apart = {n for n, (one, other) in enumerate(pairwise(bands)) if other[0] - one[1] > panel.gap + BLEED}
            backwards, before = asked.get("direction") in {"up", "left"}, asked.get("gaps", {}).get("before", [])
            blocks = {n for n, pair in enumerate(pairwise(labels)) if pair[not backwards][1] in listed(before)}
            groups = {n for n, (one, other) in enumerate(pairwise(labels)) if one[0] != other[0]}
            assert apart == blocks | (groups if _parted(asked) else set())


def _whole(wanted: Wanted, axis: str, boxes: dict[At, Box]) -> bool:
    """Whether a mask leaves some cell of each label, and all of its parts."""
    labels = wanted.x if axis == "x" else wanted.y
    return {at[axis == "x"] for at in boxes} == set(range(len(labels))) and not (wanted.hidden and wanted.parts[1:])


def _parted(asked: Spec) -> bool:
    """Whether groups of labels stand apart."""
    group = asked.get("group")
    return not isinstance(group, dict) or group.get("gap") != "none"


def _places(wanted: Wanted, axis: str, at: str, boxes: dict[At, Box]) -> Iterator[float]:
    """Where a line stands: in the middle of the cells of its label, or where its number lies among the others."""
    labels = [label for _, label in (wanted.x if axis == "x" else wanted.y)]
    bands = [band_of(boxes, axis, spot) for spot in range(len(labels))]
    if "scale" in axis_of(wanted.settings, axis):
        number = instant(at, None)
        within = ((ends, band) for ends, band in zip(pairwise(_edges(labels)), bands, strict=True))
        (one, other), band = next(each for each in within if min(each[0]) <= number <= max(each[0]))
        yield band[0] + (number - one) / (other - one) * (band[1] - band[0])
    elif at in labels:
        yield from (sum(band) / 2 for band, label in zip(bands, labels, strict=True) if label == at)
    else:
        numbers = np.array([instant(label, None) for label in labels])
        order = np.argsort(numbers)
        middles = np.array([sum(band) / 2 for band in bands])
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
