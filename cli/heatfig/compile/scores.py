"""Rows → Grids: label sets shared or a panel's own, and every score in its cell."""

import math
from dataclasses import dataclass

import numpy as np

from heatfig.compile.labels import Found, Label, LabelSet, label_set
from heatfig.compile.listed import Listing, check_listed
from heatfig.compile.place import Entries, build
from heatfig.compile.views import View
from heatfig.diagnostics import Place, Problems, Report, problem
from heatfig.grid import SCORED, Floats, Grid, Kinds
from heatfig.origin import Path
from heatfig.scores.table import Observation, Texts, numbers
from heatfig.spec.model import Axis, Split
from heatfig.spec.read import FigureSpec

MAX_CELLS = 200_000_000
_DIGITS = set("0123456789")
# What a score's cell is named by.
_NAMING: tuple[Path, ...] = tuple(("axes", name, key) for name in ("y", "x") for key in ("column", "group"))


@dataclass(frozen=True, eq=False)
class Long:
    """A panel's scores in long form: labels along both axes, part and text of each score."""

    view: View
    y: list[Label]
    x: list[Label]
    part: list[str]
    texts: Texts

    def place(self, index: int) -> Place:
        """The line of a score."""
        wide = self.view.settings.scores[0].form == "wide"
        return self.view.rows.place(index // (len(self.y) // len(self.view.rows.chosen)) if wide else index)

    def cell(self, index: int) -> str:
        """A score's cell in words."""
        labels = [" / ".join(filter(None, label)) for label in (self.y[index], self.x[index])]
        return f"row '{labels[0]}', column '{labels[1]}'" + (f", part '{self.part[index]}'" if self.part[index] else "")


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
    longs = {view.index: _long(spec, view) for view in views}
    sets: dict[tuple[int, str], LabelSet] = {}
    for name in ("y", "x"):
        _label_sets(spec, views, longs, name, sets, report)
    gathered = []
    for view in views:
        if view.lacks(*_NAMING, ("value",), ("where",), ("missing", "tokens")):
            continue
        with report.collecting():
            long = longs[view.index]
            read = _numbers(spec, view, long)
            x, y = sets.get((view.index, "x")), sets.get((view.index, "y"))
            if x is not None and y is not None and not view.lacks(("aggregate",), ("split",), ("facet",)):
                gathered.append(_scores(spec, view, long, x, y, read))
    return gathered


def _label_sets(
    spec: FigureSpec,
    views: list[View],
    longs: dict[int, Long],
    name: str,
    sets: dict[tuple[int, str], LabelSet],
    report: Report,
) -> None:
    """One label set for all panels whose axis is the figure's; a panel's own axis makes its own."""
    shared = [view for view in views if not view.spec.sets("axes", name) and "axes" in spec.source.root]
    complete = {view.spec.index for view in views} == {panel.index for panel in spec.panels}
    for group in [shared if complete else [], *([view] for view in views if view not in shared)]:
        if not group or any(_unnamed(view, name) for view in group):
            continue
        view = group[0]
        labels = _in_order(group, longs, name)
        axis: Axis = getattr(view.settings.axes, name)
        header = view.rows.tables[0].columns[0].strip() if name == "y" else ""
        axis_label = axis.column or header or None
        others = [inner for _, inner in _in_order(group, longs, "x" if name == "y" else "y")]
        exact = all(member.selection.exact for member in group)
        with report.collecting():
            made = label_set(spec, view.spec.index, name, axis, Found(labels, others, exact), axis_label)
            if exact:
                sets.update({(member.index, name): made for member in group})


def _unnamed(view: View, name: str) -> bool:
    """Whether what decides the labels along an axis is broken, or a column of theirs not there."""
    axis: Axis = getattr(view.settings.axes, name)
    lost = any(view.spec.lost("axes", name, key) for key in ("column", "group", "group_labels", "order", "keep_empty"))
    return lost or bool({axis.column, axis.group} & view.selection.lacking)


def _in_order(group: list[View], longs: dict[int, Long], name: str) -> list[Label]:
    """Labels of several panels in the order of the file's rows, not of the panels."""
    if len(group) == 1:
        return list(dict.fromkeys(getattr(longs[group[0].index], name)))
    if any(view.rows.tables != group[0].rows.tables for view in group):
        return list(dict.fromkeys(label for view in group for label in getattr(longs[view.index], name)))
    first: dict[Label, tuple[int, int]] = {}
    for view in group:
        labels = getattr(longs[view.index], name)
        # In wide form a row of the file holds a label for each of its columns.
        rows = view.rows.chosen.repeat(len(labels) // len(view.rows.chosen)).tolist()
        for place, (row, label) in enumerate(zip(rows, labels, strict=True)):
            first[label] = min((row, place), first.get(label, (row, place)))
    return sorted(first, key=first.__getitem__)


def _long(spec: FigureSpec, view: View) -> Long:
    settings = view.settings
    if settings.scores[0].form == "wide":
        table = view.rows.tables[0]
        names, heads = table.texts(table.columns[0]).tolist(), list(table.columns[1:])
        matrix = table.frame.iloc[:, 1:].to_numpy()
        y = [("", name) for name in names for _ in heads]
        x = [("", head) for _ in names for head in heads]
        return Long(view, y, x, [""] * len(y), matrix.ravel())

    def column(name: str | None, *path: str) -> list[str]:
        if name is None or name in view.selection.lacking:
            return [""] * len(view.rows.chosen)
        return [str(text) for text in view.rows.texts(name, spec.place(view.origin(*path)))]

    axes = settings.axes
    y = list(zip(column(axes.y.group, "axes", "y", "group"), column(axes.y.column, "axes", "y", "column"), strict=True))
    x = list(zip(column(axes.x.group, "axes", "x", "group"), column(axes.x.column, "axes", "x", "column"), strict=True))
    part = column(settings.split.column if settings.split else None, "split", "column")
    return Long(view, y, x, part, np.array(column(settings.value, "value"), object))


def _numbers(spec: FigureSpec, view: View, long: Long) -> tuple[Floats, Kinds]:
    """The score of every entry, and why there is none; raises Problems for texts that are neither."""
    settings = view.settings
    tokens = list(settings.missing.tokens)
    if settings.value is not None and not any(
        set(text) & _DIGITS or text.strip() in {"", *tokens} for text in long.texts
    ):
        hint = (
            f"the first is '{long.texts[0]}'; `value` names a column of numbers, `missing.tokens` texts that are none"
        )
        raise _no_scores(spec, view, hint)
    values, kinds = numbers(
        long.texts, tokens, settings.scores[0].decimal, lambda i: Observation(long.place(i), long.cell(i))
    )
    if not (kinds == SCORED).any():
        raise _no_scores(spec, view, "every row is empty or holds one of the texts that `missing` explains")
    return values, kinds


def _scores(spec: FigureSpec, view: View, long: Long, x: LabelSet, y: LabelSet, read: tuple[Floats, Kinds]) -> Scores:
    settings = view.settings
    values, kinds = read
    parts = _parts(spec, view, long)
    shape = (len(y.index), len(x.index), len(parts))
    if math.prod(shape) > MAX_CELLS:
        size = f"{shape[0]:,} × {shape[1]:,} cells" + (f" of {shape[2]:,} parts" if settings.split else "")
        hint = f"at most {MAX_CELLS:,} in all; `where` chooses rows"
        place = spec.place(view.origin("axes"))
        raise problem("too-many-cells", f"a grid of {size} is too large to draw", place, hint)
    part_index = {part: index for index, part in enumerate(parts)}
    entries = Entries(
        np.array([y.index[label] for label in long.y], np.int64),
        np.array([x.index[label] for label in long.x], np.int64),
        np.array([part_index[part] for part in long.part], np.int64),
        values,
        kinds,
        long.view.rows.weights(len(values)),
    )
    grid = build(entries, shape, settings.aggregate, lambda first, second: _repeated(long, first, second))
    return Scores(long, x, y, parts, entries, grid)


def _parts(spec: FigureSpec, view: View, long: Long) -> tuple[str, ...]:
    split: Split | None = view.settings.split
    found = list(dict.fromkeys(long.part))
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


def _no_scores(spec: FigureSpec, view: View, hint: str) -> Problems:
    """Nothing to draw: told at the filter of a panel that has one of its own, else at the column of scores."""
    settings = view.settings
    column = f"the column '{settings.value}'" if settings.value else "the score file"
    path = "where" if view.spec.sets("where") else "value" if settings.value else "scores"
    message = f"{column} holds no number" + (" in the rows of this filter" if path == "where" else "")
    return problem("no-scores", message, spec.place(view.origin(path)), hint)


def _repeated(long: Long, first: int, second: int) -> tuple[str, Place, str]:
    one, two = long.texts[first].strip() or "empty", long.texts[second].strip() or "empty"
    before, here = long.place(first), long.place(second)
    where = f"on line {before.line}" if before.file == here.file else f"in {before}"
    message = f"a second score for {long.cell(second)}: {one} {where}, {two} here"
    return message, here, "drop one of them, or say how they become one: aggregate: mean"
