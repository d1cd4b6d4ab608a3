"""Rows → Grids: label sets shared or a panel's own, and every score in its cell."""

import math
from dataclasses import dataclass

import numpy as np

from heatfig.compile.labels import Found, Label, LabelSet, label_set
from heatfig.compile.listed import Listing, check_listed
from heatfig.compile.place import Entries, build
from heatfig.compile.views import View
from heatfig.diagnostics import Place, Problems, Report, problem
from heatfig.grid import SCORED, Grid
from heatfig.scores.table import Observation, Texts, numbers
from heatfig.spec.model import Axis, Split
from heatfig.spec.read import FigureSpec

MAX_CELLS = 200_000_000
_DIGITS = set("0123456789")


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


def gather(spec: FigureSpec, views: list[View]) -> list[Scores]:
    """The grid of every view; raises Problems with all that is wrong in any of them."""
    longs = [_long(spec, view) for view in views]
    report = Report()
    sets: dict[tuple[int, str], LabelSet] = {}
    for name in ("y", "x"):
        try:
            _label_sets(spec, views, longs, name, sets)
        except Problems as found:
            report.found += found.diagnostics
    report.check()
    gathered = []
    for view, long in zip(views, longs, strict=True):
        try:
            gathered.append(_scores(spec, view, long, sets[view.index, "x"], sets[view.index, "y"]))
        except Problems as found:
            report.found += found.diagnostics
    report.check()
    return gathered


def _label_sets(
    spec: FigureSpec, views: list[View], longs: list[Long], name: str, sets: dict[tuple[int, str], LabelSet]
) -> None:
    """One label set for all panels whose axis is the figure's; a panel's own axis makes its own."""
    shared = [view for view in views if not view.spec.sets("axes", name) and "axes" in spec.source.root]
    for group in [shared, *([view] for view in views if view not in shared)]:
        if not group:
            continue
        view = group[0]
        labels = _in_order(group, longs, name)
        axis: Axis = getattr(view.settings.axes, name)
        header = view.rows.tables[0].columns[0].strip() if name == "y" else ""
        axis_label = axis.column or header or None
        others = [inner for _, inner in _in_order(group, longs, "x" if name == "y" else "y")]
        made = label_set(spec, view.spec.index, name, axis, Found(labels, others), axis_label)
        sets.update({(member.index, name): made for member in group})


def _in_order(group: list[View], longs: list[Long], name: str) -> list[Label]:
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
        if name is None:
            return [""] * len(view.rows.chosen)
        return [str(text) for text in view.rows.texts(name, spec.place(view.origin(*path)))]

    axes = settings.axes
    y = list(zip(column(axes.y.group, "axes", "y", "group"), column(axes.y.column, "axes", "y", "column"), strict=True))
    x = list(zip(column(axes.x.group, "axes", "x", "group"), column(axes.x.column, "axes", "x", "column"), strict=True))
    part = column(settings.split.column if settings.split else None, "split", "column")
    assert settings.value is not None
    return Long(view, y, x, part, view.rows.texts(settings.value, spec.place(view.origin("value"))))


def _scores(spec: FigureSpec, view: View, long: Long, x: LabelSet, y: LabelSet) -> Scores:
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
