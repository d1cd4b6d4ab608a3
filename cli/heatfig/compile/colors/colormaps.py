"""The colormap of a panel as a table of colours."""

from typing import assert_never

import numpy as np

from heatfig.compile.colors.helix import helix_table
from heatfig.compile.colors.named import color_at
from heatfig.compile.colors.text_scores import text_colors
from heatfig.compile.view import View
from heatfig.diagnostics import Report, problem
from heatfig.language.model.colors import Blend, Categories, Colormap, CubeHelix, NamedColormap, Stops
from heatfig.language.norms import classes_of
from heatfig.runtime.arrays import RGB, Bytes
from heatfig.scales import colors
from heatfig.scales.colors import BLACK, ColorError, blended_table, named_table, part_of


def resolve_colormap(view: View) -> colors.Colormap:
    """The panel's colormap, one colour where its shapes have one; raises Problems for unknown names and colours."""
    spec, fill = view.settings.colormap, view.settings.cells.color
    if fill is not None:
        return colors.Colormap(fill, blended_table([color_at(fill, view.at("cells", "fill"))] * 2), None, None)
    if isinstance(spec, Categories):
        found = text_colors(view)
        return colors.Colormap(", ".join(found), np.array([*found.values()], np.uint8), None, None)
    report = Report()
    table, name = _table(view, spec, report)
    if not isinstance(spec, Stops):
        table = part_of(table, spec.first, spec.last)
    under, over = (
        None if text is None else _color(view, text, (key,), report)
        for key, text in (("under", spec.under), ("over", spec.over))
    )
    report.check()
    return colors.Colormap(name, table, under, over)


def _table(view: View, spec: Colormap, report: Report) -> tuple[Bytes, str]:
    """The colours from low to high, and what they are called."""
    match spec:
        case NamedColormap(name=name):
            try:
                return named_table(name), name
            except ColorError as error:
                place = view.at("colormap", "name")
                raise problem("unknown-colormap", str(error), place, error.hint) from None
        case Blend(colors=texts):
            found = [_color(view, text, ("colors", number), report) for number, text in enumerate(texts)]
            # One a class, to the byte; blended ones only come near to them.
            classes = classes_of(view.settings.norm)
            return np.array(found, np.uint8) if classes == len(found) else blended_table(found), ", ".join(texts)
        case CubeHelix(cubehelix=helix):
            return helix_table(helix), "cubehelix"
        case Stops(stops=stops):
            rising = sorted(stops)
            found = [_color(view, stops[score], ("stops", str(score)), report) for score in rising]
            return blended_table(found), ", ".join(stops[score] for score in rising)
        case _:
            assert_never(spec)


def _color(view: View, text: str, path: tuple[str | int, ...], report: Report) -> RGB:
    with report.collecting():
        return color_at(text, view.at("colormap", *path))
    return BLACK
