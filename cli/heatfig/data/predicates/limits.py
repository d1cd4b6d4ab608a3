"""Rows whose numbers, or dates, lie within limits."""

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns.column import Column
from heatfig.data.columns.dates import parsed_date, seconds
from heatfig.data.predicates.kinds import Between
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place, problem


def within_limits(between: Between, table: Table, at: At) -> NDArray[np.bool_]:
    """The rows whose number or date is within limits; raises Problems where a column or a limit is neither."""
    place = at(*between.path)
    dates = any(map(_is_date, (between.low, between.high))) or _holds_dates(table.column(between.column, place))
    values = table.seconds(between.column, place) if dates else table.numbers(between.column, place).values
    low, high = (_limit(text, dates, between.column, place) for text in (between.low, between.high))
    held = ~np.isnan(values)
    if between.low is not None:
        held &= values > low if between.low_open else values >= low
    if between.high is not None:
        held &= values < high if between.high_open else values <= high
    return held


def _is_date(text: str | None) -> bool:
    """Whether a limit is a date, and no number, as a year alone is."""
    return text is not None and _number(text) is None and parsed_date(text, None) is not None


def _holds_dates(column: Column) -> bool:
    """Whether texts are dates, some of them no numbers."""
    return bool(column.numbers.wrong) and not column.dates.wrong


def _limit(text: str | None, dates: bool, column: str, place: Place) -> float:
    """A limit as a number or, among dates, as a date; raises Problems where it is none."""
    if text is None:
        return np.nan
    number, moment = _number(text), parsed_date(text, None)
    if dates and number is not None:
        message = f"the limit {number:g} is a number, and the column '{column}' holds dates"
        raise problem("not-a-date", message, place, "a date, such as 2026-11-27")
    found = seconds(moment) if dates and moment else number
    if found is None:
        raise problem("not-a-number", f"'{text}' is neither a number nor a date", place, "such as 0.5 or 2026-11-27")
    return found


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
