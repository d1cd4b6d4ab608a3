"""How the panels of a starter figure stand: in rows for which a page of a paper has room."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from math import ceil

from heatfig.compile.axes.outer_labels import outer_labels
from heatfig.compile.page.areas import in_rows
from heatfig.layout.figure import Misfits, lay_out
from heatfig.plan.figure import FigurePlan
from heatfig.plan.page import Size
from heatfig.runtime.rc import own_settings

TEXT_WIDTH = 180  # in mm, of a page of two columns
MOST_SHRUNK = 1.2  # cells may be so much smaller than they would be without a width
_POINTS = 72 / 25.4
_FACET = re.compile(r"^facet: .*$", re.MULTILINE)
_LAYOUT = re.compile(r"^layout: .*$", re.MULTILINE)
_AXIS = re.compile(r"^(  [yx]: \{.*)\}$", re.MULTILINE)
_SIZE = re.compile(r"^# size: .*$", re.MULTILINE)


def with_layout(spec: str, plan: FigurePlan) -> str:
    """The spec of a starter figure with facets: labels that they share stand once, and rows are short enough."""
    columns, shrunk = next(_fitting(plan), (1, False))
    counted = f"across: {columns}, " if columns < plan.columns else ""
    spec = _FACET.sub(lambda facet: f"{facet[0]}\nlayout: {{{counted}labels: outer}}", spec, count=1)
    return _SIZE.sub(f"size: {{width: {TEXT_WIDTH}mm}}", spec, count=1) if shrunk else spec


def thinned(spec: str) -> str:
    """The spec of panels that are too large for a page: as many in a row as there may be, with fewer labels."""
    spec = _SIZE.sub(f"size: {{width: {TEXT_WIDTH}mm}}", _AXIS.sub(r"\1, ticks: auto}", spec), count=1)
    return _LAYOUT.sub("layout: {labels: outer}", spec, count=1)


def _fitting(plan: FigurePlan) -> Iterator[tuple[int, bool]]:
    """How many panels a row may have, the most first, and whether the page needs a width not to be too wide."""
    most, count = TEXT_WIDTH * _POINTS, len(plan.panels)
    # Of so many rows each is as full as the others, if it can be.
    for columns in dict.fromkeys(ceil(count / ceil(count / wide)) for wide in range(plan.columns, 0, -1)):
        placed = [replace(panel, area=area) for panel, area in zip(plan.panels, in_rows(count, columns), strict=True)]
        trial = replace(plan, panels=tuple(outer_labels(placed)))
        with own_settings(), suppress(Misfits):
            width = lay_out(trial).width
            if width <= most:
                yield columns, False
            elif width <= MOST_SHRUNK * most:
                lay_out(replace(trial, page=replace(plan.page, size=Size(most))))
                yield columns, True
