"""Round moments that an axis of dates may have ticks at, in seconds since 1970, universal time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Literal, assert_never

Period = Literal["year", "quarter", "month", "week", "day", "hour"]
Moments = tuple[float, ...]
# Steps of so many periods, from the finest on, each with the form that tells its moments apart.
_STEPS: tuple[tuple[Period, int, str], ...] = (
    ("hour", 1, "%H:%M"),
    ("hour", 6, "%d %b %H:%M"),
    ("day", 1, "%d %b %Y"),
    ("week", 1, "%d %b %Y"),
    ("month", 1, "%b %Y"),
    ("quarter", 1, "%b %Y"),
    *(("year", count, "%Y") for count in (1, 2, 5, 10, 20, 50, 100, 200, 500)),
)
# What leads from the beginning of each into the next one, in days.
_DAYS: dict[Period, float] = {"hour": 1 / 24, "day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
_MOST = 400  # of a set of ticks: more stand on no page
_FIRST, _LAST = (moment.replace(tzinfo=UTC).timestamp() for moment in (datetime.min, datetime(9999, 12, 31)))


def calendar_choices(low: float, high: float) -> Iterator[tuple[Moments, str]]:
    """Sets of round moments between two with a form for their labels, the most first."""
    for period, count, form in _STEPS:
        if most_starts(period, low, high) / count <= _MOST:
            yield starts(period, low, high, count), form


def form_of(period: Period) -> str:
    """The form that tells the beginnings of such periods apart."""
    return next(form for step, _, form in _STEPS if step == period)


def starts(period: Period, low: float, high: float, count: int = 1) -> Moments:
    """Where each `count`-th of these periods begins between two moments."""
    found: list[float] = []
    moment: datetime | None = begun(period, moment_at(low), count)
    while moment is not None and moment.timestamp() <= high:
        if moment.timestamp() >= low:
            found.append(moment.timestamp())
        moment = _next(period, moment, count)
    return tuple(found)


def most_starts(period: Period, low: float, high: float) -> float:
    """About how many of these periods begin between two moments."""
    return (high - low) / (_DAYS[period] * 86_400)


def moment_at(seconds: float) -> datetime:
    """The moment so many seconds after 1970 began."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=min(max(seconds, _FIRST), _LAST))


def begun(period: Period, moment: datetime, count: int = 1) -> datetime:
    """The last beginning of such a period, or of so many hours or years, at a moment or before it."""
    hour = moment.replace(minute=0, second=0, microsecond=0)
    day = hour.replace(hour=0)
    match period:
        case "hour":
            return hour.replace(hour=hour.hour // count * count)
        case "day":
            return day
        case "week":
            return day - timedelta(days=min(day.weekday(), (day - moment_at(_FIRST)).days))
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1)
        case "year":
            return day.replace(day=1, month=1, year=max(1, day.year // count * count))
    assert_never(period)


def _next(period: Period, moment: datetime, count: int) -> datetime | None:
    """The beginning of the next such period; None after the last year that there is."""
    try:
        if period == "year":
            return moment.replace(year=moment.year // count * count + count)
        return begun(period, moment + timedelta(days=_DAYS[period] * count), count)
    except (OverflowError, ValueError):
        return None
