"""Colours of numbers beside the grid: a scale and a key of their own, made as those of the grid are."""

from dataclasses import replace

import numpy as np

from heatfig.compile.colors.colormaps import resolve_colormap
from heatfig.compile.guides.colorbar import Standing, panel_colorbar
from heatfig.compile.norms import resolve_norm
from heatfig.compile.tracks.place import TrackPlace
from heatfig.compile.view import View
from heatfig.diagnostics import problem
from heatfig.language.model.colors import Categories, NamedColormap
from heatfig.language.tracks import Margin, Strip
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.grid import NO_ROW, SCORED, Grid
from heatfig.runtime.arrays import RGB, Floats

GREYS = NamedColormap(name="Greys", first=0.15, last=0.85)


def colored(
    place: TrackPlace, spec: Strip | Margin, label: str, numbers: Floats, all_numbers: Floats
) -> tuple[list[RGB | None], ColorScale, Standing | None]:
    """The colour of each number, None for no number; the scale that it is of, over all numbers; and its colorbar.

    The colorbar has that label where the track says none.
    """
    if np.isnan(all_numbers).all():
        raise problem("bad-range", "there is no number to colour", place.at("field"), "name a column of numbers")
    view = _with_colors(place, spec, label)
    norm = resolve_norm(view, [_grid(all_numbers)])
    name = f"{place.plan.id}-{place.side}-{place.number}"
    scale = ColorScale(f"color-{name}", norm, resolve_colormap(view))
    bar = panel_colorbar(view, replace(place.plan, id=name, grid=_grid(all_numbers)), scale, place.columns)
    colors: list[RGB | None] = [
        None if np.isnan(number) else (int(color[0]), int(color[1]), int(color[2]))
        for number, color in zip(numbers.tolist(), scale.colors(numbers), strict=True)
    ]
    return colors, scale, bar


def _with_colors(place: TrackPlace, spec: Strip | Margin, label: str) -> View:
    """The panel's view with the colours of a track in place of those of its cells."""
    assert not isinstance(spec.colormap, Categories)
    bar = spec.colorbar
    if bar is not None and bar.label.text is None:
        bar = replace(bar, label=replace(bar.label, text=label))
    colormap = spec.colormap or GREYS
    settings = replace(place.view.settings, colormap=colormap, range=spec.range, norm=spec.norm, colorbar=bar)
    return replace(place.view, settings=settings, path=place.path)


def _grid(numbers: Floats) -> Grid:
    shaped = numbers.reshape(-1, 1, 1)
    return Grid(shaped, np.where(np.isnan(shaped), NO_ROW, SCORED).astype(np.int16))
