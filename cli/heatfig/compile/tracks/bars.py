"""Bars: a number for each label, and the scale that they are drawn by."""

import numpy as np

from heatfig.compile.summaries import summary_of
from heatfig.compile.texts import data_text, spec_text
from heatfig.compile.tracks.place import Made, TrackPlace
from heatfig.data.columns import Floats
from heatfig.data.summary import apart, summarized
from heatfig.diagnostics import problem
from heatfig.language.summary import Summary
from heatfig.language.templates import VALUE
from heatfig.language.tracks.bars import Bars as Asked
from heatfig.plan.text import Text
from heatfig.plan.tracks.bars import Bars
from heatfig.scales.number_format import exact_format, formatted, is_exact
from heatfig.scales.ticks import Scores, even_texts, round_scale


def bars(place: TrackPlace, asked: Asked) -> Made:
    """Bars that are as long as a summary of each line says."""
    summary = summary_of(asked)
    values = summarized(place.lines, summary, place.at)
    spreads = np.full(len(values), np.nan)
    if asked.spread is not None:
        spreads = apart(place.lines, summary, asked.spread, place.at)
    reach = np.nan_to_num(spreads)
    low, high = (float(limit) for limit in (np.nanmin([0, *(values - reach)]), np.nanmax([0, *(values + reach)])))
    ticks = round_scale(low, high)
    return Made(
        Bars(
            values=_numbers(values),
            spreads=_numbers(spreads),
            low=min(low, ticks[0]),
            high=max(high, ticks[-1]),
            ticks=ticks,
            tick_labels=tick_labels(place, ticks, asked.format),
            label=label_of(place, asked, asked.label),
            color=place.color(asked.color, "color"),
        )
    )


def _numbers(found: Floats) -> tuple[float | None, ...]:
    return tuple(None if np.isnan(number) else number for number in found.tolist())


def tick_labels(place: TrackPlace, ticks: Scores, form: str | None) -> tuple[Text, ...]:
    """What is written at each tick; raises Problems where the format would round one."""
    if form is None:
        return tuple(map(Text, even_texts(ticks)))
    rounded = next((tick for tick in ticks if not is_exact(tick, form)), None)
    if rounded is not None:
        message = f"the format '{form}' cannot write the tick {rounded:g} as it is"
        raise problem("bad-format", message, place.at("format"), f"{exact_format(form, ticks)} writes them all")
    return tuple(Text(formatted(tick, form)) for tick in ticks)


def label_of(place: TrackPlace, summary: Summary, label: str | None) -> Text:
    """The label that is given, or what the summary is of behind how its numbers became one."""
    if label is not None:
        return spec_text(label)
    name = place.view.settings.quantity if summary.field == VALUE else str(summary.field)
    return data_text(" ".join(filter(None, (summary.using, name))))
