"""Rows → Grids: label sets shared or a panel's own, and every score in its cell."""

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np

from heatfig.compile.labels import Found, Label, LabelSet, label_set
from heatfig.compile.listed import Listing, check_listed
from heatfig.compile.long import Along, Long, long_form
from heatfig.compile.place import NO_ENTRIES, Codes, Entries, build, matrix, refuse_repeats
from heatfig.compile.views import View
from heatfig.diagnostics import Place, Problems, Report, problem
from heatfig.grid import SCORED, Grid, holds
from heatfig.origin import Path
from heatfig.scores.mend import mend
from heatfig.scores.table import appearing
from heatfig.spec.model.axes import Axis
from heatfig.spec.model.cells import Split
from heatfig.spec.read import FigureSpec

MAX_CELLS = 200_000_000
_DIGITS = set("0123456789")
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
    sets: dict[tuple[int, str], LabelSet] = {}
    for name in ("y", "x"):
        _label_sets(spec, views, longs, name, sets, report)
    gathered = []
    for view in views:
        if view.lacks(*_NAMING, ("value",), ("where",), ("missing", "tokens")):
            continue
        with report.collecting():
            long = longs[view.index]
            _check_scores(spec, view, long)
            x, y = sets.get((view.index, "x")), sets.get((view.index, "y"))
            if x is not None and y is not None and not view.lacks(("aggregate",), ("split",), ("facet",)):
                gathered.append(_scores(spec, view, long, x, y))
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
    members = {view.index for view in shared}
    complete = {view.spec.index for view in views} == {panel.index for panel in spec.panels}
    for group in [shared if complete else [], *([view] for view in views if view.index not in members)]:
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
    alongs: list[Along] = [getattr(longs[view.index], name) for view in group]
    if len(group) == 1 or any(view.rows.tables != group[0].rows.tables for view in group):
        return list(dict.fromkeys(label for along in alongs for label in along.labels))
    first: dict[Label, tuple[int, int]] = {}
    for view, along in zip(group, alongs, strict=True):
        _, places = appearing(along.codes, len(along.labels))
        # Along x of a wide file the labels stand in the header.
        rows = view.rows.chosen[places] if len(along.codes) == len(view.rows.chosen) else places
        for label, *at in zip(along.labels, rows.tolist(), places.tolist(), strict=True):
            first[label] = min((at[0], at[1]), first.get(label, (at[0], at[1])))
    return sorted(first, key=first.__getitem__)


def _check_scores(spec: FigureSpec, view: View, long: Long) -> None:
    """Raise Problems for texts that are neither scores nor missing, and where there is no score at all."""
    settings = view.settings
    scored = long.scored
    wrong = scored.wrong
    if settings.value and len(wrong) == scored.values.size and not _DIGITS & set("".join(wrong.values())):
        hint = f"the first is '{wrong[0]}'; `value` names a column of numbers, `missing.tokens` texts that are none"
        raise _no_scores(spec, view, hint)
    _check_numbers(long)
    if not holds(scored.kinds, SCORED):
        raise _no_scores(spec, view, "every row is empty or holds one of the texts that `missing` explains")


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
    grid = build(entries, shape, settings.aggregate, lambda first, second: _repeated(long, first, second))
    return Scores(long, x, y, parts, entries, grid)


def _check_numbers(long: Long) -> None:
    """Raise Problems naming each text that is neither a score nor missing, where it stands first."""
    settings = long.view.settings
    wrong, tokens = sorted(long.scored.wrong.items()), [token.strip() for token in settings.missing.tokens]

    first: dict[str, int] = {}
    for index, text in wrong:
        first.setdefault(text, index)
    held, texts = Counter(text for _, text in wrong), list(first)

    def told(number: int) -> tuple[str, Place, str]:
        text = texts[number]
        again = {1: "", 2: ", nor in another field"}.get(held[text], f", nor in {held[text] - 1:,} other fields")
        message = f"'{text}' is not a finite number ({long.cell(first[text])}){again}"
        return message, long.place(first[text]), mend(text, settings.scores[0].decimal, tokens)

    report = Report()
    report.add_some("not-a-number", len(texts), told)
    report.check()


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


def _no_scores(spec: FigureSpec, view: View, hint: str) -> Problems:
    """Nothing to draw: told at the filter of a panel that has one of its own, else at the column of scores."""
    settings = view.settings
    column = f"the column '{settings.value}'" if settings.value else "the score file"
    path = "where" if view.spec.sets("where") else "value" if settings.value else "scores"
    message = f"{column} holds no number" + (" in the rows of this filter" if path == "where" else "")
    return problem("no-scores", message, spec.place(view.origin(path)), hint)


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
