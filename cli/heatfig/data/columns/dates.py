"""Texts as moments: ISO 8601, or a form that a spec gives."""

from datetime import UTC, datetime
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from heatfig.data.columns.arrays import Labels
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import DateUnit


@dataclass(frozen=True, eq=False)
class Dates:
    """The moment of each name of a column in seconds since 1970, NaN where it is empty, and the names that are none."""

    moments: tuple[datetime | None, ...]
    wrong: tuple[int, ...]
    codes: NDArray[np.int64]

    def seconds(self) -> NDArray[np.float64]:
        """The moment of each row in seconds since 1970."""
        by_name = np.array([seconds(moment) if moment else np.nan for moment in self.moments], np.float64)
        return by_name[self.codes]


def seconds(moment: datetime) -> float:
    """A moment in seconds since 1970."""
    return moment.timestamp()


def parsed_dates(labels: Labels, form: str | None) -> Dates:
    """The moments that texts are."""
    found = [parsed_date(name, form) for name in labels.names]
    wrong = [
        at for at, (moment, name) in enumerate(zip(found, labels.names, strict=True)) if not moment and name.strip()
    ]
    return Dates(tuple(found), tuple(wrong), labels.codes)


_REST = {len("2026"): "-01-01", len("2026-11"): "-01"}  # a year or a month alone begins with its first day


def parsed_date(text: str, form: str | None) -> datetime | None:
    """The moment that a text is, in universal time where it names no other; None where it is none."""
    written = text.strip()
    try:
        moment = (
            datetime.strptime(written, form) if form else datetime.fromisoformat(written + _REST.get(len(written), ""))
        )
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def part_names(part: DateUnit, moment: datetime | None) -> tuple[str, float]:
    """A part of a moment as a text, and where it stands in the order of the calendar."""
    if moment is None:
        return "", np.inf
    match part:
        case "year":
            return str(moment.year), moment.year
        case "quarter":
            return f"Q{(moment.month + 2) // 3}", (moment.month + 2) // 3
        case "month":
            return _MONTHS[moment.month - 1], moment.month
        case "week":
            return str(moment.isocalendar().week), moment.isocalendar().week
        case "day":
            return str(moment.day), moment.day
        case "weekday":
            return _WEEKDAYS[moment.weekday()], moment.weekday()
        case "hour":
            return str(moment.hour), moment.hour
        case "minute":
            return str(moment.minute), moment.minute
        case "date":
            return moment.date().isoformat(), moment.toordinal()
    assert_never(part)
