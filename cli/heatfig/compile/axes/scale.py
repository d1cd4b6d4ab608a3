"""Axes with a scale of numbers or dates: the positions of labels, and the widths of cells."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise

from heatfig.compile.axes.match_labels import quoted
from heatfig.compile.view import View
from heatfig.data.columns.dates import parsed_date, seconds
from heatfig.data.index import Index
from heatfig.data.order.sorted import NUMERAL
from heatfig.data.transforms.bin import bin_names
from heatfig.diagnostics import Place, Problems, problem
from heatfig.diagnostics.codes import Code
from heatfig.language.model.axes import Axis
from heatfig.plan.axis import Spacing
from heatfig.plan.key import Key
from heatfig.scales.sides import AxisName

Edges = tuple[float, ...]
_DAY = 86_400.0
NARROWEST = 1e-9  # width of a cell, of the whole axis


def bin_edges(views: Sequence[View], name: AxisName) -> Edges | None:
    """The edges of all bins along an axis with a scale, over all its panels; None if it shows no bins."""
    axis = views[0].settings.axes.of(name)
    if axis.scale is None or axis.column is None:
        return None
    columns = [column for view in views if (column := view.table.columns.get(axis.column))]
    found = [column.labels.edges for column in columns]
    return tuple(sorted({edge for edges in found if edges for edge in edges})) or None


def with_empty_bins(index: Index, edges: Edges | None) -> Index:
    """The keys, with those of empty bins added."""
    bins = () if edges is None else bin_names(edges)
    return Index(tuple(dict.fromkeys([*index.keys, *(Key("", name) for name in bins)])))


def positions(view: View, name: AxisName, labels: Sequence[str], edges: Edges | None) -> list[float]:
    """Each label as a number, or as seconds since 1970; raises Problems for labels that are neither."""
    axis = view.settings.axes.of(name)
    found = _of_bins(labels, edges) if edges else [_position(view, axis, label) for label in labels]
    wrong = [label for label, at in zip(labels, found, strict=True) if at is None]
    place = view.at("axes", name, "scale")
    if wrong:
        raise _off_scale(axis, name, wrong, place)
    numbers = [at for at in found if at is not None]
    _check_apart(labels, numbers, place)
    return numbers


def _off_scale(axis: Axis, name: AxisName, wrong: Sequence[str], place: Place) -> Problems:
    """The problem of labels that have no place on a scale."""
    code: Code = "not-a-number" if axis.scale == "numbers" else "not-a-date"
    message = f"labels of {name} that are not {axis.scale}: {quoted(wrong)}"
    hint = "leave their rows out with `where`, or leave `scale` out"
    if axis.scale == "dates":
        hint = f"say beside the file how they are written: parse: {{{axis.column}: '%d.%m.%Y'}}; or {hint}"
    return problem(code, message, place, hint)


def spacing(view: View, name: AxisName, labels: Sequence[str], edges: Edges | None) -> Spacing | None:
    """The edges of the cells, for labels in drawing order; None without a scale, where all are as wide."""
    axis = view.settings.axes.of(name)
    if axis.scale is None:
        return None
    numbers = positions(view, name, labels, edges)
    if edges:
        found = edges if axis.direction not in {"up", "left"} else edges[::-1]
    else:
        found = _between(numbers, alone=1.0 if axis.scale == "numbers" else _DAY)
    _check_wide(labels, found, view.at("axes", name, "scale"))
    return Spacing(axis.scale, found)


def _check_wide(labels: Sequence[str], edges: Edges, place: Place) -> None:
    """Raise Problems if a cell is so narrow beside the others that it has no visible width."""
    widths = [abs(end - start) for start, end in pairwise(edges)]
    if not min(widths) > NARROWEST * sum(widths):
        thinnest = labels[min(widths.index(min(widths)), len(labels) - 1)]
        message = f"the labels stand so far apart that the cell of '{thinnest}' would have no width"
        raise problem("out-of-bounds", message, place, "leave `scale` out, or choose labels with `where`")


def moments(view: View, name: AxisName, labels: Sequence[str]) -> list[datetime]:
    """Each label as a date; raises Problems for labels that are not dates."""
    axis = view.settings.axes.of(name)
    found = [parsed_date(label, date_form(view, axis)) for label in labels]
    wrong = [label for label, moment in zip(labels, found, strict=True) if moment is None]
    if wrong:
        message, place = (
            f"labels of {name} that are not dates: {quoted(wrong)}",
            view.at("axes", name, "ticks", "every"),
        )
        raise problem("not-a-date", message, place, "a number counts labels: every second has a tick with 2")
    return [moment for moment in found if moment is not None]


def _of_bins(labels: Sequence[str], edges: Edges) -> list[float | None]:
    """The lower edge of each label that is a bin."""
    lows = dict(zip(bin_names(edges), edges, strict=False))
    return [lows.get(label) for label in labels]


def _position(view: View, axis: Axis, label: str) -> float | None:
    if axis.scale == "numbers":
        return float(label) if NUMERAL.fullmatch(label) else None
    moment = parsed_date(label, date_form(view, axis))
    return seconds(moment) if moment else None


def date_form(view: View, axis: Axis) -> str | None:
    """The form in which an axis' dates are written in the file; None for ISO 8601."""
    column = None if axis.column is None else view.table.columns.get(axis.column)
    return None if column is None else column.reading.dates


def _check_apart(labels: Sequence[str], numbers: Sequence[float], place: Place) -> None:
    """Raise Problems if two labels are at the same place."""
    first: dict[float, str] = {}
    for label, number in zip(labels, numbers, strict=True):
        if number in first:
            message = f"the labels '{first[number]}' and '{label}' are at the same place"
            raise problem("alike-labels", message, place, "write them alike in the file, or leave `scale` out")
        first[number] = label


def _between(numbers: Sequence[float], alone: float) -> Edges:
    """Edges halfway between neighbours; the outermost cells are symmetric, and a single one is `alone` wide."""
    middles = [(one + other) / 2 for one, other in pairwise(numbers)]
    if not middles:
        return numbers[0] - alone / 2, numbers[0] + alone / 2
    return (2 * numbers[0] - middles[0], *middles, 2 * numbers[-1] - middles[-1])
