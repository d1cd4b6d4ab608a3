"""Where times of the calendar begin, beside pandas."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from heatfig.scales.calendar import Period, calendar_choices, moment_at, starts

CODES: dict[Period, str] = {"hour": "h", "day": "D", "week": "W-MON", "month": "MS", "quarter": "QS", "year": "YS"}


@pytest.mark.parametrize("period", CODES)
@pytest.mark.parametrize("low", ["2023-12-31 22:30", "2024-02-29", "2024-01-01"])
def test_the_beginnings_of_times_are_those_that_pandas_finds(period: Period, low: str) -> None:
    first = pd.Timestamp(low, tz="UTC")
    last = first + pd.Timedelta(days=800 if period != "hour" else 3)
    wanted = pd.date_range(first.ceil("h" if period == "hour" else "D"), last, freq=CODES[period])
    assert starts(period, first.timestamp(), last.timestamp()) == tuple(moment.timestamp() for moment in wanted)


def test_years_in_steps_are_round_ones() -> None:
    low, high = (datetime(year, 6, 1, tzinfo=UTC).timestamp() for year in (1928, 2003))
    assert [moment_at(moment).year for moment in starts("year", low, high, 20)] == [1940, 1960, 1980, 2000]


def test_the_calendar_ends_with_the_year_9999() -> None:
    low, high = (datetime(year, 12, 1, tzinfo=UTC).timestamp() for year in (9997, 9999))
    assert [moment_at(moment).year for moment in starts("year", low, 2 * high)] == [9998, 9999]
    assert starts("month", high, 2 * high) == (high,)
    assert starts("week", -1e12, -6.2135e10)[0] < -6.2135e10


def test_each_set_of_moments_has_fewer_than_the_one_before() -> None:
    low, high = (datetime(year, 5, 5, tzinfo=UTC).timestamp() for year in (2020, 2024))
    counts = [len(moments) for moments, _ in calendar_choices(low, high)]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] <= 400


def test_years_are_counted_by_ones_twos_fives_tens_and_so_on() -> None:
    low, high = (datetime(year, 1, 1, tzinfo=UTC).timestamp() for year in (1900, 2000))
    years = [
        [moment_at(moment).year for moment in moments] for moments, form in calendar_choices(low, high) if form == "%Y"
    ]
    assert [shown for shown in years if len(shown) > 1] == [[*range(1900, 2001, n)] for n in (1, 2, 5, 10, 20, 50, 100)]
