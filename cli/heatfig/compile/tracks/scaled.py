"""Numbers of all labels, and the scale on which they stand."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np

from heatfig.compile.colors.quantities import quantity
from heatfig.compile.guides.tick_texts import exact_texts
from heatfig.compile.summaries import summary_of
from heatfig.compile.texts import data_text, headed, set_in, style_of, titled
from heatfig.compile.tracks.place import Common, MadeTrack, TrackPlace
from heatfig.data.columns.arrays import Floats
from heatfig.data.summary import spread_along, summarized
from heatfig.data.table import At
from heatfig.diagnostics import problem
from heatfig.language.model.style import Heading, TrackName
from heatfig.language.summary import Summary
from heatfig.language.tracks.scaled import OnScale as ScaleSpec
from heatfig.language.tracks.scaled import Scaled as Spec
from heatfig.plan.text import Text
from heatfig.plan.tracks.line import LineTrack
from heatfig.plan.tracks.points import Points
from heatfig.plan.tracks.scaled import Numbers, OnScale
from heatfig.scales.number_format import for_people
from heatfig.scales.ticks import round_scale
from heatfig.scales.words import VALUE, Spread

Track = TypeVar("Track", bound=OnScale)


def scaled(place: TrackPlace, spec: Spec, kind: type[Points | LineTrack]) -> MadeTrack:
    """The summaries of rows or columns on a scale that spans them and those of other panels."""
    values, spreads = measured(place, spec, spec.spread, place.at)
    color, label = place.color(spec.color, "color"), label_of(place, spec, spec.label)
    track = kind(0, 0, (), (), label, spec.thickness, numbers(values), numbers(spreads), color)

    def over(shown: Sequence[float]) -> MadeTrack:
        return MadeTrack(on_scale(place, spec, track, shown))

    return sharing(place, [spec], reached(values, spreads), over)


def sharing(
    place: TrackPlace,
    summaries: Sequence[Summary],
    shown: Sequence[float],
    over: Callable[[Sequence[float]], MadeTrack],
) -> MadeTrack:
    """A track on a scale of its own numbers, which may be widened by those of other panels."""
    what = tuple((str(one.field), one.using) for one in summaries)
    same = (place.kind, place.axis, what, quantity(place.view))
    return replace(over(shown), common=Common(same, shown, over))


def measured(place: TrackPlace, spec: Summary, spread: Spread | None, at: At) -> tuple[Floats, Floats]:
    """The summary of each row or column and its spread; NaN for none."""
    summary = summary_of(spec)
    values = summarized(place.axis_cells, summary, at)
    if spread is None:
        return values, np.full(len(values), np.nan)
    return values, spread_along(place.axis_cells, summary, spread, at)


def reached(values: Floats, spreads: Floats) -> list[float]:
    """Where the error bars end; the values themselves where there are none."""
    reach = np.nan_to_num(spreads)
    return [number for number in [*(values - reach).tolist(), *(values + reach).tolist()] if not np.isnan(number)]


def on_scale(place: TrackPlace, spec: ScaleSpec, track: Track, shown: Sequence[float]) -> Track:
    """The track on a scale that holds all numbers."""
    low, high = min(shown, default=0.0), max(shown, default=0.0)
    ticks, style = round_scale(low, high), style_of(spec.style)
    labels = tuple(set_in(text, style) for text in exact_texts(ticks, spec.format, place.at("format")))
    return replace(track, low=min(low, ticks[0]), high=max(high, ticks[-1]), ticks=ticks, tick_labels=labels)


def numbers(found: Floats) -> Numbers:
    """Numbers of the plan."""
    return tuple(None if np.isnan(number) else number for number in found.tolist())


def written(place: TrackPlace, found: Numbers, form: str) -> tuple[Text, ...]:
    """The numbers in a format, empty texts for none; raises Problems where it does not fit."""
    try:
        return tuple(Text("" if number is None else for_people(number, form)) for number in found)
    except ValueError as error:
        message = f"the format '{form}' does not fit: {error}"
        raise problem("bad-format", message, place.at("format"), "format: .2f") from None


def label_of(place: TrackPlace, summary: Summary, label: Heading | TrackName) -> Text:
    """The label of the spec; if absent the aggregate and the field, as in `mean accuracy`."""
    name = name_of(place, summary)
    return titled(label, name) if isinstance(label, TrackName) else headed(label, name)


def name_of(place: TrackPlace, summary: Summary) -> Text:
    """The aggregate and the field, as in `mean accuracy`."""
    name = place.view.settings.quantity if summary.field == VALUE else str(summary.field)
    return data_text(" ".join(filter(None, (summary.using, name))))
