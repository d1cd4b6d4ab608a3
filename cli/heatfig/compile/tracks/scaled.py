"""Numbers for all labels, and the scale that they are drawn by."""

from typing import TypeVar

import numpy as np

from heatfig.compile.summaries import summary_of
from heatfig.compile.texts import data_text, spec_text
from heatfig.compile.tick_labels import exact_texts
from heatfig.compile.tracks.place import TrackPlace
from heatfig.data.columns import Floats
from heatfig.data.summary import apart, summarized
from heatfig.language.summary import Summary
from heatfig.language.templates import VALUE
from heatfig.language.tracks.scaled import Scaled as Asked
from heatfig.plan.text import Text
from heatfig.plan.tracks.scaled import Scaled
from heatfig.scales.ticks import round_scale

T = TypeVar("T", bound=Scaled)


def scaled(place: TrackPlace, asked: Asked, kind: type[T], *, from_zero: bool = False) -> T:
    """The summary of each line on a scale that holds all of them, and 0 where it is to begin there."""
    summary = summary_of(asked)
    values = summarized(place.lines, summary, place.at)
    spreads = np.full(len(values), np.nan)
    if asked.spread is not None:
        spreads = apart(place.lines, summary, asked.spread, place.at)
    reach, zero = np.nan_to_num(spreads), [0.0] if from_zero or np.isnan(values).all() else []
    low, high = float(np.nanmin([*zero, *(values - reach)])), float(np.nanmax([*zero, *(values + reach)]))
    ticks = round_scale(low, high)
    return kind(
        values=_numbers(values),
        spreads=_numbers(spreads),
        low=min(low, ticks[0]),
        high=max(high, ticks[-1]),
        ticks=ticks,
        tick_labels=exact_texts(ticks, asked.format, place.at("format")),
        label=label_of(place, asked, asked.label),
        color=place.color(asked.color, "color"),
    )


def _numbers(found: Floats) -> tuple[float | None, ...]:
    return tuple(None if np.isnan(number) else number for number in found.tolist())


def label_of(place: TrackPlace, summary: Summary, label: str | None) -> Text:
    """The label that is given, or what the summary is of behind how its numbers became one."""
    if label is not None:
        return spec_text(label)
    name = place.view.settings.quantity if summary.field == VALUE else str(summary.field)
    return data_text(" ".join(filter(None, (summary.using, name))))
