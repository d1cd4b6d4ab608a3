"""Summaries: one number for each line of the grid, over the cells of all panels that share the axis."""

from functools import partial

import numpy as np

from heatfig.data.aggregates import aggregate_of
from heatfig.data.cells import Cells, TextGrid
from heatfig.data.cellwise import chosen
from heatfig.data.columns.arrays import Codes, Floats
from heatfig.data.fields import named_field
from heatfig.data.order.axis import Axis
from heatfig.data.predicates import Predicate
from heatfig.data.spread import spread
from heatfig.data.table import At
from heatfig.diagnostics import Place, Problems, problem
from heatfig.plan.grid import Grid
from heatfig.runtime.deferred import dataclass
from heatfig.scales.number_format import formatted
from heatfig.scales.words import VALUE, Spread, Using


@dataclass(frozen=True)
class Summary:
    """A field, how its numbers become one (None: they are one), and over which cells."""

    field: str = VALUE
    using: Using | None = None
    where: Predicate | None = None


def summarized(axis: Axis, summary: Summary, at: At) -> Floats:
    """The summary of each key, NaN where it has none; raises Problems where one number is meant and there are more."""
    groups, numbers = _numbers(axis, summary, at)
    found = np.full(len(axis.keys), np.nan)
    held, members = np.unique(groups, return_inverse=True)
    if summary.using is None:
        _refuse_several(axis, summary, groups, numbers, at)
    using = summary.using or "first"
    found[held] = aggregate_of(members, len(held), numbers, np.ones(len(members), np.int64), using)
    return np.where(np.isnan(found), 0, found) if using == "count" else found


def spread_along(axis: Axis, summary: Summary, using: Spread, at: At) -> Floats:
    """How far the numbers of each key lie apart, NaN where it has fewer than two."""
    groups, numbers = _numbers(axis, summary, at)
    found = np.full(len(axis.keys), np.nan)
    held, members = np.unique(groups, return_inverse=True)
    found[held] = spread(members, len(held), numbers, using)
    return found


def numbers_along(axis: Axis, summary: Summary, at: At) -> list[Floats]:
    """All numbers of each key."""
    groups, numbers = _numbers(axis, summary, at)
    ends = np.cumsum(np.bincount(groups, minlength=len(axis.keys)))
    return np.split(numbers[np.argsort(groups, kind="stable")], ends[:-1])


def _numbers(axis: Axis, summary: Summary, at: At) -> tuple[Codes, Floats]:
    """The numbers that count, and the key of each."""
    lines = np.concatenate([numbers_of_lines(axis, number, summary, at) for number in range(len(axis.panels))], axis=1)
    present = ~np.isnan(lines)
    return np.broadcast_to(axis.key_of_line[:, None], lines.shape)[present], lines[present]


def numbers_of_lines(axis: Axis, number: int, summary: Summary, at: At) -> Floats:
    """The field's numbers in each line of one panel, NaN where they are not meant."""
    panel = axis.panels[number]
    field = named_field(panel, summary.field, at("field"))
    made = field.content
    if isinstance(made, TextGrid) and summary.using == "count":
        made = made.as_numbers()
    if not isinstance(made, Grid):
        raise _no_numbers(panel, summary.field, at("field"))
    scores = made.scores
    if summary.where is not None:
        scores = np.where(chosen(panel, summary.where, partial(at, "where")), scores, np.nan)
    lines = scores if axis.rows else scores.swapaxes(0, 1)
    return np.asarray(lines.reshape(len(lines), -1), np.float64)


def _no_numbers(panel: Cells, name: str, spec_at: Place) -> Problems:
    """What is wrong with a column that holds texts, or some among its numbers."""
    table, name = panel.entries.table, panel.name if name == VALUE else name
    if table.columns[name].reading.categories:
        message = f"the column '{name}' holds texts, which can be counted and no more"
        return problem("not-a-number", message, spec_at, "using: count")
    wrong = table.columns[name].numbers.wrong
    if len(wrong) == len(table):
        message = f"the column '{name}' holds texts, such as '{wrong[min(wrong)]}'"
        return problem("not-a-number", message, spec_at, "name a column of numbers")
    try:
        table.numbers(name, spec_at)
    except Problems as problems:
        return problems
    raise AssertionError("a column of texts holds what is no number")


def _refuse_several(axis: Axis, summary: Summary, groups: Codes, numbers: Floats, at: At) -> None:
    """Raise Problems for keys that have several numbers where one is meant."""
    count = len(axis.keys)
    least, most = np.full(count, np.inf), np.full(count, -np.inf)
    np.minimum.at(least, groups, numbers)
    np.maximum.at(most, groups, numbers)
    several = np.flatnonzero(least < most)
    if not len(several):
        return
    row, more = int(several[0]), len(several) - 1
    one, two = (formatted(float(each[row]), None) for each in (least, most))
    message = f"'{axis.keys[row]}' has several numbers in '{summary.field}', such as {one} and {two}"
    others = f", and so have {more:,} more" if more else ""
    hint = f"say which one: {{field: {summary.field}, using: mean}}"
    raise problem("differing-values", message + others, at("field"), hint)
