"""Where in the spec each thing in a plan is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from typing import assert_never

from heatfig.compile.texts import spec_text
from heatfig.compile.view import View
from heatfig.diagnostics.origin import Origin
from heatfig.language.model.axes import Axis
from heatfig.language.tracks import Labels
from heatfig.plan.axis import AxisPlan
from heatfig.plan.figure import FigurePlan
from heatfig.plan.guides import Guide
from heatfig.plan.guides.colorbar import Colorbar
from heatfig.plan.guides.legend import Legend
from heatfig.plan.guides.sizes import SizeLegend
from heatfig.plan.sources import PlanPath, Sources
from heatfig.plan.tracks import OfData, Track
from heatfig.plan.tracks.chosen_labels import ChosenLabels
from heatfig.scales.sides import AXES, AXIS_ALONG, AxisName, Side

_Found = Iterator[tuple[PlanPath, Origin]]
_FIGURE: dict[PlanPath, tuple[str, ...]] = {
    ("title",): ("title", "text"),
    ("page", "size"): ("size",),
    ("page", "size", "width"): ("size", "width"),
    ("page", "size", "height"): ("size", "height"),
    ("page", "size", "cell"): ("size", "cell"),
    ("page", "dpi"): ("dpi",),
    ("page", "venue"): ("venue",),
    ("page", "font_size"): ("font", "size"),
}


def plan_sources(
    views: Sequence[View],
    plan: FigurePlan,
    legends: Mapping[str, Sequence[Origin]],
    marks: Sequence[Sequence[Origin]],
) -> Sources:
    """The origins of what can be too large, or cannot be drawn, among it what legends explain and panels' marks."""
    found: dict[PlanPath, Origin] = {path: Origin(None, written) for path, written in _FIGURE.items()}
    for index, view in enumerate(views):
        found.update(_of_panel(view, plan, index))
        found.update({("panels", index, "marks", number): origin for number, origin in enumerate(marks[index])})
    for number, guide in enumerate(plan.guides):
        found.update(_of_guide(guide, ("guides", number), _asked_by(guide, views, plan), legends))
    return found


def _asked_by(guide: Guide, views: Sequence[View], plan: FigurePlan) -> View:
    """The view whose spec says what a guide is like: of its panel, or of the first that speaks for several."""
    named = {view.id: view for view in views}
    for panel in plan.panels:
        if guide in plan.guides_in(panel.beside):
            return named[panel.id]
    for section in plan.sections:
        if guide in plan.guides_in(section.beside):
            return next(view for view in views if view.id in section.panels and _chooses(view))
    return views[0]


def _chooses(view: View) -> bool:
    """Whether its spec says which panels have one colorbar."""
    return any(layer.settings.colorbar is not None and layer.settings.colorbar.panels for layer in view.layers)


def _of_guide(guide: Guide, at: PlanPath, view: View, legends: Mapping[str, Sequence[Origin]]) -> _Found:
    match guide:
        case Legend():
            yield from (((*at, "entries", number), origin) for number, origin in enumerate(legends[guide.id]))
        case SizeLegend():
            yield at, view.origin("cells", "size")
            yield (*at, "label"), view.origin("cells", "size", "label")
            yield (*at, "entries"), view.origin("cells", "size", "format")
        case Colorbar():
            yield at, view.origin("colorbar")
            yield (*at, "length"), view.origin("colorbar", "length")
            yield (*at, "label"), view.origin("colorbar", "label")
            yield (*at, "ticks"), view.origin("colorbar", "format")
        case _:
            assert_never(guide)


def _of_panel(view: View, plan: FigurePlan, index: int) -> _Found:
    panel, at = plan.panels[index], ("panels", index)
    yield at, view.origin()
    faceted = view.figure.document.facet is not None
    yield (*at, "title"), Origin(None, ("facet", "column")) if faceted else view.origin("title", "text")
    yield (*at, "tag"), Origin(None, ("layout", "tags"))
    yield (*at, "gap"), view.origin("gap")
    yield (*at, "annotations"), view.origin("annotations" if view.spec.gives("annotations") else "marks")
    for side in AXIS_ALONG:
        yield from _of_tracks(view, (*at, "beside", side), side, panel.beside.at(side))
    for name, axis in zip(AXES, (panel.x, panel.y), strict=True):
        yield from _of_axis(view, (*at, name), name, axis, view.settings.axes.of(name))


def _of_tracks(view: View, at: PlanPath, side: Side, tracks: Sequence[Track]) -> _Found:
    yield at, view.origin("beside", side)
    shown = [
        number
        for number, track in enumerate(tracks)
        if isinstance(track, OfData) and not isinstance(track, ChosenLabels)
    ]
    asked = [number for number, spec in enumerate(view.settings.beside.at(side)) if not isinstance(spec, Labels)]
    if len(shown) == len(asked):  # else some are left out, as the next panel outward shows them
        for place, number in zip(shown, asked, strict=True):
            yield (*at, place), view.origin("beside", side, number)


def _of_axis(view: View, at: PlanPath, name: AxisName, axis: AxisPlan, spec: Axis) -> _Found:
    yield at, view.origin("axes", name)
    yield (*at, "label"), view.origin("axes", name, "label")
    yield (*at, "ticks"), view.origin("axes", name, "column")
    yield (*at, "groups"), view.origin("axes", name, "group")
    for number, group in enumerate(axis.groups):
        key = axis.keys[group.first]
        if key.group in (spec.group.labels if spec.group else ()):
            yield (*at, "groups", number), view.origin("axes", name, "group", "labels", key.group)
    for number, tick in enumerate(axis.ticks):
        label = axis.labels[min(int(tick.at), len(axis.labels) - 1)]
        if label in spec.renames:
            yield (*at, "ticks", number), view.origin("axes", name, "labels", label)
        elif not isinstance(spec.labels, dict):
            yield (*at, "ticks", number), view.origin("axes", name, "labels")
    written = {spec_text(given.label): number for number, given in reversed([*enumerate(spec.lines)])}
    for number, line in enumerate(axis.lines):
        yield (*at, "lines", number), view.origin("axes", name, "lines", written.get(line.text, 0), "label")
