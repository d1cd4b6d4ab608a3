"""Bars that are as long as summaries of each line say."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from heatfig.compile.legend import Explained
from heatfig.compile.tracks.place import Made, TrackPlace
from heatfig.compile.tracks.scaled import label_of, measured, numbers, scale
from heatfig.diagnostics import problem
from heatfig.language.tracks.bars import Bar as AskedBar
from heatfig.language.tracks.bars import Bars as Asked
from heatfig.plan.guides.legend import LegendEntry
from heatfig.plan.text import Text
from heatfig.plan.tracks.bars import Bar, Bars
from heatfig.scales.palettes import PALETTE

USUAL = "#7d8ca3"


def bars(place: TrackPlace, asked: Asked) -> Made:
    """One bar a line, or several end to end, which the legend explains."""
    if asked.field is not None:
        single = AskedBar(field=asked.field, using=asked.using, where=asked.where, spread=asked.spread)
        bar = _bar(place, single, place.color(asked.color or USUAL, "color"))
        return Made(_scaled(place, asked, [bar], label_of(place, single, asked.label)))
    shown = [_stacked(place, number, one) for number, one in enumerate(asked.stacked)]
    labels = {label_of(place, one, None) for one in asked.stacked}
    label = label_of(place, asked.stacked[0], asked.label) if asked.label is not None or len(labels) == 1 else Text()
    return Made(_scaled(place, asked, shown, label), tuple(_explained(place, shown)))


def _stacked(place: TrackPlace, number: int, asked: AskedBar) -> Bar:
    if asked.color is None:
        color = PALETTE[number % len(PALETTE)]
    else:
        color = place.color(asked.color, "stacked", number, "color")
    return replace(_bar(place, asked, color, "stacked", number), name=label_of(place, asked, asked.label))


def _bar(place: TrackPlace, asked: AskedBar, color: tuple[int, int, int], *path: str | int) -> Bar:
    values, spreads = measured(place, asked, asked.spread, partial(place.at, *path))
    return Bar(numbers(values), numbers(spreads), color, Text())


def _scaled(place: TrackPlace, asked: Asked, shown: Sequence[Bar], label: Text) -> Bars:
    """The bars on a scale that holds 0, all their ends and their spreads."""
    unscaled = Bars(low=0, high=0, ticks=(), tick_labels=(), label=Text(), bars=tuple(shown))
    reached = [0.0]
    for bar, ends in zip(shown, unscaled.ends(), strict=True):
        for end, spread in zip(ends, bar.spreads, strict=True):
            reached += [] if end is None else [end - (spread or 0), end + (spread or 0)]
    return replace(unscaled, **scale(place, asked, reached, label))


def _explained(place: TrackPlace, shown: Sequence[Bar]) -> list[Explained]:
    """What the legend says of each bar; raises Problems where it would say one thing of two."""
    names = [bar.name for bar in shown]
    for number, name in enumerate(names):
        if name in names[:number]:
            message = f"the legend would call two bars '{name.content}'"
            raise problem("contradiction", message, place.at("stacked", number), "label: TEXT")
    return [
        (LegendEntry(bar.name, bar.color, "none"), place.origin("stacked", number)) for number, bar in enumerate(shown)
    ]
