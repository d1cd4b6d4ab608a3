"""Files in wide form with several measures of each label: `mean_QA`, `std_QA`, `mean_Math`, `std_Math`."""

import re
from collections.abc import Iterable, Iterator, Sequence

from heatfig.build.starter.columns import Column
from heatfig.runtime.deferred import dataclass

LABEL = "task"  # what the part of the names is called that is no measure
_SPREADS = re.compile(r"std|stdev|sd|se|sem|stderr|err|error|ci|ci95|iqr|var", re.IGNORECASE)
_MEANS = ("mean", "avg", "average")
_NAMES = (
    re.compile(r"(?P<measure>[^\W_]+)(?P<gap>[_ .:/-])(?P<label>.+)"),
    re.compile(r"(?P<label>.+)(?P<gap>[_ .:/-])(?P<measure>[^\W_]+)"),
)


@dataclass(frozen=True, eq=False)
class Measures:
    """The pattern of each measure, and its columns; the second is how far the scores of the first spread."""

    patterns: dict[str, str]
    columns: tuple[tuple[str, ...], tuple[str, ...]]


def measures(columns: dict[str, Column]) -> Measures | None:
    """The measures that a header names for the same labels: a score and its spread, and none besides."""
    for form in _NAMES:
        found: dict[tuple[str, str], dict[str, str]] = {}
        for name in columns:
            if part := form.fullmatch(name):
                found.setdefault((part["measure"], part["gap"]), {})[part["label"]] = name
        for one, other in _pairs(found):
            if len(found[one]) > 1 and found[one].keys() == found[other].keys():
                patterns = {word: _pattern(form, word, gap) for word, gap in (one, other)}
                return Measures(patterns, (tuple(found[one].values()), tuple(found[other].values())))
    return None


def _pairs(found: dict[tuple[str, str], dict[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Each measure with each that spreads."""
    spreads: Sequence[tuple[str, str]] = [key for key in found if _SPREADS.fullmatch(key[0])]
    yield from ((one, other) for one in found if one not in spreads for other in spreads)


def _pattern(form: re.Pattern[str], word: str, gap: str) -> str:
    return f"{word}{gap}{{{LABEL}}}" if form is _NAMES[0] else f"{{{LABEL}}}{gap}{word}"


def spread_of(value: str, columns: Iterable[str]) -> str | None:
    """The column that by its name says how far the scores of another one spread, as acc_std of acc_mean or of acc."""
    stem = [word for word in value.lower().split("_") if word not in _MEANS]
    return next((name for name in columns if name != value and _without_spread(name) == stem), None)


def _without_spread(name: str) -> list[str] | None:
    """The words of a name but for the one that says that it is a spread; None where none does."""
    words = name.lower().split("_")
    rest = [word for word in words if not _SPREADS.fullmatch(word)]
    return rest if len(rest) < len(words) else None
