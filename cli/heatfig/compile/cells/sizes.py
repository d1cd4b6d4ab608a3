"""Sizes of the shapes in cells, and the scales of sizes, which panels with the same field share."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import numpy as np

from heatfig.compile.cells.fields import numbers
from heatfig.compile.cells.panel_cells import PanelCells
from heatfig.compile.colors.quantities import quantity
from heatfig.compile.strokes import stroke_of
from heatfig.compile.view import View
from heatfig.diagnostics import Place, Report
from heatfig.language.model.shapes import Sizes as Spec
from heatfig.plan.shapes import Shapes, SizeScale
from heatfig.plan.text import Stroke
from heatfig.runtime.arrays import Flags, Floats
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import VALUE


@dataclass(frozen=True, eq=False)
class Sized:
    """The number that each shape of a panel shows by its size, and the scale of sizes."""

    numbers: Floats
    scale: SizeScale


def sizes(views: Sequence[View], gathered: Sequence[PanelCells], report: Report) -> list[Sized | None]:
    """The sizes of each view that has some; notes missing and negative numbers, and fields that are 0 everywhere."""
    held: dict[int, Floats] = {}
    groups: dict[object, list[int]] = {}
    for number, (view, cells) in enumerate(zip(views, gathered, strict=True)):
        spec = view.settings.cells.size
        if spec is not None:
            with report.collecting():
                held[number] = _numbers(view, spec, cells)
                groups.setdefault(_shared_by(view, spec, number), []).append(number)
    scales: dict[int, SizeScale] = {}
    for members in groups.values():
        with report.collecting():
            scale = _scale(views[members[0]], [held[number] for number in members])
            scales.update(dict.fromkeys(members, scale))
    return [Sized(held[n], scales[n]) if n in scales else None for n in range(len(views))]


def shapes_of(view: View, sized: Sized | None) -> Shapes | None:
    """The shapes of a panel's scores; None if each fills its cell."""
    spec = view.settings.cells
    if not spec.shaped:
        return None
    centered, hollow = spec.at == "center", spec.fill == "none"
    shapes = Shapes(spec.shape, centered=centered, hollow=hollow, stroke=shape_stroke(view))
    if spec.size is None or sized is None:
        return shapes
    name, form = field_name(view, spec.size), spec.size.format
    return replace(shapes, field=name, format=form, sizes=sized.numbers, scale=sized.scale.id)


def shape_stroke(view: View) -> Stroke | None:
    """The outline of a panel's shapes, if it has one; raises Problems for an unknown colour."""
    spec, report = view.settings.cells.stroke, Report()
    stroke = None if spec is None else stroke_of(view, spec, ("cells", "stroke"), report)
    report.check()
    return stroke


def field_name(view: View, spec: Spec) -> str:
    """The name of the field that sizes show."""
    return view.quantity if spec.field == VALUE else str(spec.field)


def _shared_by(view: View, spec: Spec, number: int) -> object:
    """What views must have in common to share a scale of sizes."""
    if view.spec.sets("cells", "size", "range"):
        return number
    shown = quantity(view) if spec.field == VALUE else (str(spec.field), view.settings.using)
    return shown, spec.range


def _numbers(view: View, spec: Spec, cells: PanelCells) -> Floats:
    """The number of each cell with a score; raises Problems for missing, negative and too large numbers."""
    field, scores = str(spec.field), cells.grid.scores
    found = numbers(cells.cells, field, view.at("cells", "size", "field")).scores
    found, report = np.where(np.isnan(scores), np.nan, found), Report()
    refuse = partial(_refuse, report, view.at("cells", "size"), field, cells, found)
    lacking = np.isnan(found) & ~np.isnan(scores)
    refuse(lacking, "'{0}' has no number for the score of {1}", "leave such rows out by `where`, or fill them in")
    refuse(found < 0, "'{0}' of {1} is {2}, and no size is below 0", "size by another field, or `derive` one")
    if spec.range.max is not None:
        beyond = found > spec.range.max
        refuse(beyond, "'{0}' of {1} is {2}, larger than the largest size", "a larger range: [0, …]")
    report.check()
    return found


def _refuse(
    report: Report, place: Place, field: str, cells: PanelCells, found: Floats, wrong: Flags, message: str, hint: str
) -> None:
    """Note each cell with a wrong number; the message has places for the field, the cell and the number."""

    def explain(number: int) -> tuple[str, Place, str]:
        cell = int(np.flatnonzero(wrong)[number])
        return message.format(field, cells.cells.describe_flat(cell), f"{found.flat[cell]:g}"), place, hint

    report.add_some("out-of-bounds", int(wrong.sum()), explain)


def _scale(view: View, held: Sequence[Floats]) -> SizeScale:
    """The scale of sizes up to `range.max` or the largest number; raises Problems if that is 0."""
    spec = view.settings.cells.size
    assert spec is not None
    largest = spec.range.max
    if largest is None:
        largest = max((float(np.nanmax(found)) for found in held if not np.isnan(found).all()), default=0.0)
    report = Report()
    if largest <= 0:
        message, hint = f"'{spec.field}' is 0 in all cells", "size by another field, or range: {max: …}"
        report.add("out-of-bounds", message, view.at("cells", "size"), hint)
    report.check()
    return SizeScale(view.scoped("size"), largest)
