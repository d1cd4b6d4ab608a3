"""Margins: a summary of each row or column in a cell of its own, in the grid's colours or others."""

from collections.abc import Sequence
from functools import partial

import numpy as np

from heatfig.compile.axes.line_styles import line_styles
from heatfig.compile.conditions import ShownFirst
from heatfig.compile.guides.colorbar import Standing
from heatfig.compile.summaries import summary_of
from heatfig.compile.texts import set_in
from heatfig.compile.tracks.colors import colored
from heatfig.compile.tracks.numbered import with_numbers
from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.compile.tracks.scaled import label_of, name_of, sharing, written
from heatfig.compile.tracks.scaled import numbers as plain
from heatfig.data.summary import summarized
from heatfig.diagnostics import problem
from heatfig.language.model.colorbar import Colorbar
from heatfig.language.model.range import Range
from heatfig.language.tracks.margin import Margin as Spec
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.text import Text
from heatfig.plan.tracks.margin import Margin
from heatfig.runtime.arrays import RGB, Floats
from heatfig.scales.colors import BLACK
from heatfig.scales.contrast import black_or_white_on
from heatfig.scales.words import VALUE

WITHIN = {"mean", "median", "min", "max"}  # what lies in the range of what it is of


def margin(place: TrackPlace, spec: Spec) -> MadeTrack:
    """The cells; raises Problems for a range of its own where it has the grid's colours."""
    numbers = summarized(place.axis_cells, summary_of(spec), place.at)
    if _of_grid(place, spec):
        return _over(place, spec, numbers, numbers)

    def over(shown: Sequence[float]) -> MadeTrack:
        return _over(place, spec, numbers, np.array(shown))

    return sharing(place, [spec], numbers.tolist(), over)


def _over(place: TrackPlace, spec: Spec, numbers: Floats, shown: Floats) -> MadeTrack:
    colors, scale, bar = _colored(place, spec, numbers, shown)
    form, panel = _form(place, spec), with_numbers(place, lambda: numbers)
    styles = line_styles(panel, spec.style, place.axis, partial(place.at, "style"), shown=ShownFirst(form=form))
    values = plain(numbers)
    written_as = (Text(),) * len(values) if form is None else written(place, values, form)
    texts = tuple(set_in(text, style) for text, style in zip(written_as, styles, strict=True))
    plan = Margin(
        values=values,
        colors=tuple(colors),
        scale=scale.id,
        texts=texts if any(texts) else (),
        inks=tuple(_ink(color) for color in colors) if any(texts) else (),
        label=label_of(place, spec, spec.label),
    )
    return MadeTrack(plan, scale=scale, bar=bar)


def _of_grid(place: TrackPlace, spec: Spec) -> bool:
    """Whether a margin has the grid's colours."""
    of_grid = str(spec.field) in {VALUE, place.cells.cells.name} and spec.using in WITHIN
    return spec.colormap is None and of_grid


def _colored(
    place: TrackPlace, spec: Spec, numbers: Floats, shown: Floats
) -> tuple[list[RGB | None], ColorScale, Standing | None]:
    """The colours, of the grid's scale or another one over all that is shown, with a key of its own."""
    if _of_grid(place, spec):
        if spec.range != Range() or spec.norm != "linear" or spec.colorbar != Colorbar():
            message = "a margin in the grid's colours has no range, norm or colorbar of its own"
            raise problem("contradiction", message, place.at(), "give it a colormap, too")
        found = place.scale.colors(numbers).tolist()
        colors = [None if np.isnan(n) else (r, g, b) for n, (r, g, b) in zip(numbers.tolist(), found, strict=True)]
        return colors, place.scale, None
    name = name_of(place, spec).content if spec.label.text is None else spec.label.text
    return colored(place, spec, name, numbers, shown)


def _form(place: TrackPlace, spec: Spec) -> str | None:
    """The format in which its numbers are written; None where cells are not annotated, and no format is said."""
    if spec.format is None and place.plan.texts is not None:
        return place.plan.value.format or ".3g"
    return spec.format


def _ink(color: RGB | None) -> RGB:
    return BLACK if color is None else black_or_white_on(color)
