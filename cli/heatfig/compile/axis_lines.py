"""Lines across the grid: where their labels lie along the axis."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from heatfig.compile.facets import View
from heatfig.compile.strokes import stroke_of
from heatfig.compile.texts import spec_text
from heatfig.data.order.sorted import NUMERAL
from heatfig.diagnostics import Report, nearest
from heatfig.diagnostics.origin import Path
from heatfig.language.model.axes import Axis
from heatfig.language.read import FigureSpec
from heatfig.plan.axis import AxisLine, AxisPlan


def with_lines(spec: FigureSpec, view: View, x: AxisPlan, y: AxisPlan) -> tuple[AxisPlan, AxisPlan]:
    """Both axes with the lines that the spec draws across them; raises Problems for labels that they lack."""
    report = Report()
    axes = view.settings.axes
    crossed = [
        replace(axis, lines=tuple(_lines(spec, view, name, asked, axis, report)))
        for name, asked, axis in (("x", axes.x, x), ("y", axes.y, y))
    ]
    report.check()
    return crossed[0], crossed[1]


def _lines(spec: FigureSpec, view: View, name: str, asked: Axis, axis: AxisPlan, report: Report) -> Iterator[AxisLine]:
    for index, line in enumerate(asked.lines):
        path: Path = ("axes", name, "lines", index)
        stroke = stroke_of(view, line.stroke, (*path, "stroke"), report)
        places = _places(axis.labels, line.at)
        if not places:
            place, hint = spec.place(view.origin(*path, "at")), nearest(line.at, dict.fromkeys(axis.labels), "labels")
            report.add("unknown-label", f"the {name} axis has no label '{line.at}'", place, hint)
        yield from (AxisLine(at, spec_text(line.label), stroke) for at in places)


def _places(labels: Sequence[str], at: str) -> tuple[float, ...]:
    """The middles of the cells with that label, in every group; of a number none has, its place between two."""
    named = tuple(index + 0.5 for index, label in enumerate(labels) if label == at)
    return named or tuple(_between(labels, at))


def _between(labels: Sequence[str], at: str) -> Iterator[float]:
    """The place of a number between its neighbours, in proportion, where the labels are numbers that run one way."""
    if not all(map(NUMERAL.fullmatch, (*labels, at))):
        return
    numbers, number = [float(label) for label in labels], float(at)
    if numbers not in (sorted(numbers), sorted(numbers, reverse=True)):
        return
    for index, (one, other) in enumerate(pairwise(numbers)):
        if min(one, other) <= number <= max(one, other) and one != other:
            yield index + 0.5 + (number - one) / (other - one)
            return
