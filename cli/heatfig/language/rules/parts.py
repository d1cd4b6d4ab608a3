"""Rules of split cells, and of the strips beside the grid, of which one may run along the parts."""

from dataclasses import replace
from typing import assert_never

from heatfig.diagnostics.origin import Path
from heatfig.language.model.colors import Categories
from heatfig.language.model.settings import Settings
from heatfig.language.model.stroke import Stroke
from heatfig.language.rules import Rules
from heatfig.language.rules.colors import check_colormap, check_range
from heatfig.language.tracks import Bars, Dendrogram, Labels, LineTexts, LineTrack, Margin, Points, Strip
from heatfig.scales.sides import AXIS_ALONG


def check_parts(settings: Settings, rules: Rules) -> None:
    """The rules of a split and of what stands beside the grid."""
    if settings.split is not None:
        rules.once(settings.split.order, "split", "order")
        if settings.split.keep_empty and settings.split.order is None:
            message = "`keep_empty` needs an `order` that is a list"
            rules.refuse("contradiction", message, "split", "keep_empty", hint="order: [PART, …]")
    for side in AXIS_ALONG:
        for index, track in enumerate(settings.beside.at(side)):
            match track:
                case Strip():
                    _check_strip(track, side, index, settings, rules)
                case Dendrogram():
                    _check_dendrogram(track, ("beside", side, index, "dendrogram"), rules)
                case Margin():
                    _check_colors(track, ("beside", side, index, "margin"), settings, rules)
                case Labels():
                    _check_labels(track, ("beside", side, index, "labels"), rules)
                case Bars():
                    _check_bars(track, ("beside", side, index, "bars"), rules)
                case LineTexts():
                    _check_text(track, ("beside", side, index, "text"), rules)
                case Points() | LineTrack():
                    pass
                case _:
                    assert_never(track)


def _check_text(texts: LineTexts, path: Path, rules: Rules) -> None:
    if not texts.text.parts:
        rules.refuse("contradiction", "texts that say nothing", *path, "text", hint="such as '{column}', or no texts")


def _check_dendrogram(dendrogram: Dendrogram, path: Path, rules: Rules) -> None:
    if dendrogram.clusters is not None and dendrogram.clusters < 1:
        message = f"a tree has at least 1 cluster, not {dendrogram.clusters}"
        rules.refuse("out-of-bounds", message, *path, "clusters", hint="such as 3")
    if dendrogram.colors and dendrogram.clusters is None:
        message, hint = "colours of clusters, and no word of how many there are", "clusters: 3"
        rules.refuse("contradiction", message, *path, "colors", hint=hint)


def _check_bars(bars: Bars, path: Path, rules: Rules) -> None:
    hint = "bars: FIELD, or stacked: [FIELD, …]"
    if not bars.stacked and rules.gives(*path, "stacked"):
        rules.refuse("empty-list", "`stacked` lists no bar", *path, "stacked", hint=hint)
    elif bars.field is None and not bars.stacked:
        rules.refuse("missing-key", "bars need a field", *path, hint=hint)
    for key in ("field", "using", "where", "spread", "color") if bars.stacked else ():
        if rules.gives(*path, key):
            message = f"stacked bars have a `{key}` each"
            rules.refuse("contradiction", message, *path, key, hint=f"stacked: [{{{key}: …}}]")


def _check_labels(labels: Labels, path: Path, rules: Rules) -> None:
    rules.once(labels.only, *path, "only")
    if labels.only is None and labels.stroke != Stroke():
        message, hint = "lines run to chosen labels, and none is", "only: [LABEL, …]"
        rules.refuse("contradiction", message, *path, "stroke", hint=hint)


def _check_strip(strip: Strip, side: str, index: int, settings: Settings, rules: Rules) -> None:
    path = ("beside", side, index, "strip")
    if side in {"left", "right"} and settings.split is not None and strip.field == settings.split.column:
        message = "the parts of a cell stand side by side, so their strip runs along x"
        rules.refuse("contradiction", message, *path, "field", hint="beside: {top: […]}")
    if not isinstance(strip.colormap, Categories):
        _check_colors(strip, path, settings, rules)


def _check_colors(track: Strip | Margin, path: Path, settings: Settings, rules: Rules) -> None:
    inside = rules.within(*path)
    colored = replace(settings, range=track.range, norm=track.norm, colorbar=track.colorbar)
    check_range(colored, inside)
    if track.colormap is not None and not isinstance(track.colormap, Categories):
        check_colormap(replace(colored, colormap=track.colormap), inside)
