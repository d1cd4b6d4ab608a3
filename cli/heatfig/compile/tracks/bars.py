"""Bars whose lengths are summaries of each row or column."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from heatfig.compile.guides.legend import Explained
from heatfig.compile.texts import headed, set_in, spec_text, style_of
from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.compile.tracks.scaled import label_of, measured, name_of, numbers, on_scale, sharing, written
from heatfig.diagnostics import problem
from heatfig.language.tracks.bars import Bar as BarSpec
from heatfig.language.tracks.bars import Bars as Spec
from heatfig.plan.guides.legend import LegendEntry
from heatfig.plan.text import Text
from heatfig.plan.tracks.bars import Bar, Bars
from heatfig.plan.tracks.scaled import Numbers
from heatfig.runtime.arrays import RGB
from heatfig.scales.number_format import short_format

USUAL = "#7d8ca3"


def bars(place: TrackPlace, spec: Spec) -> MadeTrack:
    """One bar a row or column, or several end to end, which the legend explains."""
    if spec.field is not None:
        single = BarSpec(field=spec.field, using=spec.using, where=spec.where, spread=spec.spread)
        bar = _bar(place, single, place.color(spec.color or USUAL, "color"))
        return _scaled(place, spec, [single], [bar], label_of(place, single, spec.label), [])
    usual = place.free_colors([_name(place, one) for one in spec.stacked])
    shown = [_stacked(place, number, *one) for number, one in enumerate(zip(spec.stacked, usual, strict=True))]
    label = headed(spec.label, _common(place, spec))
    return _scaled(place, spec, spec.stacked, shown, label, _explained(place, shown, _heading(place, spec)))


def _common(place: TrackPlace, spec: Spec) -> Text:
    """The common name of stacked bars; empty if they have none."""
    first, *others = {name_of(place, one) for one in spec.stacked}
    return Text() if others else first


def _heading(place: TrackPlace, spec: Spec) -> Text:
    """The heading of stacked bars in the legend."""
    return _common(place, spec) if spec.label.text is None else spec_text(spec.label.text)


def _name(place: TrackPlace, spec: BarSpec) -> Text:
    """What the legend calls a bar."""
    return name_of(place, spec) if spec.label is None else spec_text(spec.label)


def _stacked(place: TrackPlace, number: int, spec: BarSpec, usual: RGB) -> Bar:
    name = _name(place, spec)
    color = usual if spec.color is None else place.color(spec.color, "stacked", number, "color")
    return replace(_bar(place, spec, color, "stacked", number), name=name)


def _bar(place: TrackPlace, spec: BarSpec, color: RGB, *path: str | int) -> Bar:
    values, spreads = measured(place, spec, spec.spread, partial(place.at, *path))
    return Bar(numbers(values), numbers(spreads), color, Text())


def _scaled(
    place: TrackPlace,
    spec: Spec,
    each: Sequence[BarSpec],
    shown: Sequence[Bar],
    label: Text,
    entries: Sequence[Explained],
) -> MadeTrack:
    """The bars on a scale that holds 0, all their ends and their spreads, and those of other panels."""
    unscaled = Bars(low=0, high=0, ticks=(), tick_labels=(), label=label, thickness=spec.thickness, bars=tuple(shown))
    reached = [0.0]
    for bar, ends in zip(shown, unscaled.ends(), strict=True):
        for end, spread in zip(ends, bar.spreads, strict=True):
            reached += [] if end is None else [end - (spread or 0), end + (spread or 0)]

    def over(numbers: Sequence[float]) -> MadeTrack:
        if spec.numbers:
            low, high = min(numbers), max(numbers)
            texts = _texts(place, spec, shown[0].values, numbers if spec.spread is None else ())
            return MadeTrack(replace(unscaled, low=low, high=high if low < high else 1.0, texts=texts))
        return MadeTrack(on_scale(place, spec, unscaled, numbers), tuple(entries))

    return sharing(place, each, reached, over)


def _texts(place: TrackPlace, spec: Spec, values: Numbers, shared: Sequence[float]) -> tuple[Text, ...]:
    """What is written at the ends of bars, with as many decimals as bars of other panels on the same scale."""
    form = spec.format or short_format((*(value for value in values if value is not None), *shared))
    style = style_of(spec.style)
    return tuple(set_in(text, style) for text in written(place, values, form))


def _explained(place: TrackPlace, shown: Sequence[Bar], heading: Text) -> list[Explained]:
    """What the legend says of each bar that has a name; raises Problems where it would say one thing of two."""
    names = [bar.name for bar in shown]
    for number, name in enumerate(names):
        if name and name in names[:number]:
            message = f"the legend would call two bars '{name.content}'"
            raise problem("contradiction", message, place.at("stacked", number), "label: TEXT")
    return [
        (LegendEntry(bar.name, bar.color, "none", heading), place.origin("stacked", number))
        for number, bar in enumerate(shown)
        if bar.name
    ]
