"""Rows → Grids: every score in its cell."""

import math
from dataclasses import dataclass

import numpy as np

from heatfig.compile.check_scores import check_scores
from heatfig.compile.facets import View
from heatfig.compile.label_domains import label_sets
from heatfig.compile.labels import LabelSet
from heatfig.compile.match_labels import Listing, check_listed
from heatfig.compile.observations import Along, Long, long_form
from heatfig.compile.pivot import NO_ENTRIES, Codes, Entries, build, matrix, refuse_repeats
from heatfig.diagnostics import Place, Report, problem
from heatfig.diagnostics.origin import Path
from heatfig.language.model.cells import Split
from heatfig.language.read import FigureSpec
from heatfig.plan.grid import Grid

MAX_CELLS = 200_000_000
# What a score's cell is named by.
_NAMING: tuple[Path, ...] = tuple(("axes", name, key) for name in ("y", "x") for key in ("column", "group"))


@dataclass(frozen=True, eq=False)
class Scores:
    """A panel's grid with the label sets and parts that index it, and the rows it came from."""

    long: Long
    x: LabelSet
    y: LabelSet
    parts: tuple[str, ...]
    entries: Entries
    grid: Grid


def gather(spec: FigureSpec, views: list[View], report: Report) -> list[Scores]:
    """The grid of every view that has all it takes; notes all that is wrong in any of them."""
    longs = {view.index: long_form(spec, view) for view in views}
    sets = label_sets(spec, views, longs, report)
    gathered = []
    for view in views:
        if view.lacks(*_NAMING, ("value",), ("where",), ("missing", "tokens")):
            continue
        with report.collecting():
            long = longs[view.index]
            check_scores(spec, view, long)
            x, y = sets.get((view.index, "x")), sets.get((view.index, "y"))
            if x is not None and y is not None and not view.lacks(("aggregate",), ("split",), ("facet",)):
                gathered.append(_scores(spec, view, long, x, y))
    return gathered


def _scores(spec: FigureSpec, view: View, long: Long, x: LabelSet, y: LabelSet) -> Scores:
    settings = view.settings
    parts = _parts(spec, view, long)
    shape = (len(y.index), len(x.index), len(parts))
    if math.prod(shape) > MAX_CELLS:
        size = f"{shape[0]:,} × {shape[1]:,} cells" + (f" of {shape[2]:,} parts" if settings.split else "")
        hint = f"at most {MAX_CELLS:,} in all; `where` chooses rows"
        place = spec.place(view.origin("axes"))
        raise problem("too-many-cells", f"a grid of {size} is too large to draw", place, hint)
    rows, columns = _indices(long.y, y), _indices(long.x, x)
    if long.wide:
        refuse_repeats(rows, lambda first, second: _row_repeated(long, first, second))
        return Scores(long, x, y, parts, NO_ENTRIES, matrix(long.scored, rows, columns, shape))
    entries = _entries(long, rows, columns, parts)
    grid = build(
        entries,
        shape,
        settings.using,
        lambda first, second: _repeated(long, first, second),
    )
    return Scores(long, x, y, parts, entries, grid)


def _indices(along: Along, found: LabelSet) -> Codes:
    """For each row of the data, or score, the place of its label in the grid."""
    return np.array([found.index[label] for label in along.labels], np.int64)[along.codes]


def _entries(long: Long, rows: Codes, columns: Codes, parts: tuple[str, ...]) -> Entries:
    part_index = {part: index for index, part in enumerate(parts)}
    part = np.array([part_index[name] for name in long.part.names], np.int64)[long.part.codes]
    scored = long.scored
    return Entries(rows, columns, part, scored.values, scored.kinds, long.view.rows.weights(len(rows)))


def _parts(spec: FigureSpec, view: View, long: Long) -> tuple[str, ...]:
    split: Split | None = view.settings.split
    found = list(long.part.names)
    if split is None or split.order is None:
        return tuple(found)
    listing = Listing(
        listed=split.order,
        found=found,
        at=lambda index: spec.place(view.origin("split", "order", index)),
        whole=spec.place(view.origin("split", "order")),
        unknown=f"no row has {split.column} {{}}",
        unlisted=f"the data also has {split.column} {{}}, not listed here",
        surplus="take it out; keep_empty: true draws it without scores",
    )
    report = Report()
    check_listed(listing, report, split.keep_empty)
    report.check()
    return tuple(split.order)


def _repeated(long: Long, first: int, second: int) -> tuple[str, Place, str]:
    one, two = long.told(first), long.told(second)
    before, here = long.place(first), long.place(second)
    message = f"a second score for {long.cell(second)}: {one} {before.told_from(here)}, {two} here"
    return message, here, "drop one of them, or say how they become one: aggregate: mean"


def _row_repeated(long: Long, first: int, second: int) -> tuple[str, Place, str]:
    """The same of a row of a matrix."""
    before, here = long.view.rows.place(first), long.view.rows.place(second)
    name = long.y.labels[long.y.codes[second]][1]
    hint = "drop one of them; scores in long form become one with an aggregate"
    return f"a second row '{name}': the first is {before.told_from(here)}", here, hint
