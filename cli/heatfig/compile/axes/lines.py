"""Lines across the grid: where their labels lie along the axis."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from heatfig.compile.axes.scale_ticks import off_axis
from heatfig.compile.axes.texts import LabelTexts, numeral
from heatfig.compile.strokes import FRAME, stroke_of
from heatfig.compile.texts import spec_text
from heatfig.compile.view import View
from heatfig.diagnostics import Report, nearest
from heatfig.diagnostics.origin import Path
from heatfig.plan.axis import AxisPlan, ReferenceLine, Spacing
from heatfig.plan.text import Stroke, Text
from heatfig.scales.sides import AXES, AxisName


def with_lines(view: View, x: AxisPlan, y: AxisPlan) -> tuple[AxisPlan, AxisPlan]:
    """Both axes with the lines that the spec draws across them; raises Problems for labels that they lack."""
    report = Report()
    crossed = [
        replace(axis, lines=tuple(_lines(view, name, axis, report))) for name, axis in zip(AXES, (x, y), strict=True)
    ]
    report.check()
    return crossed[0], crossed[1]


def _lines(view: View, name: AxisName, axis: AxisPlan, report: Report) -> Iterator[ReferenceLine]:
    spec = view.settings.axes.of(name)
    for index, line in enumerate(spec.lines):
        path: Path = ("axes", name, "lines", index)
        stroke = stroke_of(view, line.stroke, (*path, "stroke"), report)
        texts, place = LabelTexts(view, name, axis.labels), view.at(*path, "at")
        places = _places(texts, axis.spacing, line.at)
        if not places and axis.spacing is not None:
            report.add("tick-outside", *off_axis(texts, axis.spacing, line.at, place))
        elif not places:
            hint = nearest(line.at, dict.fromkeys(axis.labels), "labels")
            report.add("unknown-label", f"the {name} axis has no label '{line.at}'", place, hint)
        yield from (ReferenceLine(at, spec_text(line.label), stroke) for at in places)
    for stroke in _between_groups(view, name, report):
        yield from (ReferenceLine(float(group.first), Text(), stroke) for group in axis.groups[1:])


def _between_groups(view: View, name: AxisName, report: Report) -> Iterator[Stroke]:
    """The line between groups: their own, or where no gap parts them the frame's, if it is to run around blocks."""
    group, frame = view.settings.axes.of(name).group, view.settings.frame
    if group is None:
        return
    if group.line is not None:
        yield stroke_of(view, group.line, ("axes", name, "group", "line"), report)
    elif frame is not None and group.gap == 0 and view.spec.gives("frame", "around") and frame.around == "blocks":
        yield stroke_of(view, frame, ("frame",), report, FRAME)


def _places(texts: LabelTexts, spacing: Spacing | None, at: str) -> list[float]:
    """The true place of a number or date; else the middles of the cells with that label, or a place between two."""
    if spacing is not None:
        number = texts.number(at)
        place = None if number is None else spacing.cells(number)
        return [] if place is None else [place]
    named = [index + 0.5 for index, label in enumerate(texts.labels) if label == at]
    return named or [*_between(texts, at, numeral), *_between(texts, at, texts.moment)][:1]


def _between(texts: LabelTexts, at: str, read: Callable[[str], float | None]) -> Iterator[float]:
    """The place of a number or date between its neighbours, in proportion, where the labels run one way."""
    found = [number for text in (at, *texts.labels) if (number := read(text)) is not None]
    if len(found) <= len(texts.labels):
        return
    number, *numbers = found
    if numbers not in (sorted(numbers), sorted(numbers, reverse=True)):
        return
    for index, (one, other) in enumerate(pairwise(numbers)):
        if min(one, other) <= number <= max(one, other) and one != other:
            yield index + 0.5 + (number - one) / (other - one)
            return
