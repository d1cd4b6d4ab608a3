"""Labels of an axis among the tracks: all of them, or those of chosen rows or columns."""

from functools import partial

from heatfig.compile.axes.labels import label_texts
from heatfig.compile.axes.line_styles import line_styles
from heatfig.compile.strokes import stroke_of
from heatfig.compile.texts import set_in, wrapped
from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.diagnostics import Report, nearest, problem
from heatfig.language.tracks.labels import Labels as Spec
from heatfig.plan.axis import Tick
from heatfig.plan.tracks.axis_texts import TickLabels
from heatfig.plan.tracks.chosen_labels import ChosenLabels

WIDTH = 0.5


def labels(place: TrackPlace, spec: Spec) -> MadeTrack:
    """The axis' ticks, or the labels that are chosen; raises Problems for those that there are not."""
    if spec.only is not None:
        return MadeTrack(_chosen(place, spec, spec.only))
    before = place.view.settings.beside.at(place.side)[: place.number]
    if spec in before:
        raise problem("listed-twice", "the labels are on this side already", place.at(), "take one out")
    if not place.plan.axis(place.axis).ticks:
        message = f"the {place.axis} axis has no ticks whose labels could stand here"
        raise problem("contradiction", message, place.at(), f"axes: {{{place.axis}: {{ticks: all}}}}")
    return MadeTrack(TickLabels())


def _chosen(place: TrackPlace, spec: Spec, only: tuple[str, ...]) -> ChosenLabels:
    report, names = Report(), [key.label for key in place.keys]
    for number, label in enumerate(only):
        if label not in names:
            hint = nearest(label, dict.fromkeys(names), "labels")
            message = f"the {place.axis} axis has no label '{label}'"
            report.add("unknown-label", message, place.at("only", number), hint)
    stroke = stroke_of(place.view, spec.stroke, (*place.path, "stroke"), report, WIDTH)
    report.check()
    axis = place.view.settings.axes.of(place.axis)
    styles = line_styles(place.cells, axis.style, place.axis, partial(place.view.at, "axes", place.axis, "style"))
    texts = zip(label_texts(place.view, place.axis, place.keys).of_labels(), styles, strict=True)
    shown = [Tick(at + 0.5, set_in(wrapped(text, axis.wrap), style)) for at, (text, style) in enumerate(texts)]
    return ChosenLabels(tuple(tick for tick, name in zip(shown, names, strict=True) if name in only), stroke)
