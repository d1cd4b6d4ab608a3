"""Which columns of a long score file lie along the axes, which make panels, and over which is averaged."""

import itertools
import re
from collections.abc import Sequence

from heatfig.build.starter.columns import Column, count, most_alike, varied
from heatfig.data.table import Table
from heatfig.diagnostics import problem
from heatfig.runtime.deferred import dataclass

MOST_LABELS = 2_000
MOST_PANELS = 12
_SCORE = re.compile(
    r"score|value|mean|acc|auc|(?<![a-z])f1(?![0-9])|^(r|r2|rho|tau)$|(?<!learning.)(?<!dropout.)rate|loss|corr|diff|delta|perf|prob|attention|affinity|precision|recall|bleu|rouge|error",
    re.IGNORECASE,
)
_SPREAD = re.compile(
    r"(^|_)(std|sd|se|sem|stderr|err|ci|var|low|high|lower|upper|min|max|p|pval|p_value)$|^(std|rank)_",
    re.IGNORECASE,
)
_REPEAT = re.compile(
    r"(^|_)(seed|fold|run|trial|rep|repeat|repetition|replicate|sample|version|attempt|iteration)s?(_?id)?$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"^$|^unnamed|^#$|^(row_?)?(id|idx|index|no|uuid|hash|timestamp|n|count)$|^(created|updated|started|finished)(_?at)?$",
    re.IGNORECASE,
)
_ROW = re.compile(r"^$|^unnamed|^#$|^(row_?)?(id|idx|index|no|uuid|hash)$", re.IGNORECASE)
_COUNT = re.compile(r"^(n|counts?|freq|frequency)$", re.IGNORECASE)
_OUTCOME = re.compile(r"^(state|status)$", re.IGNORECASE)  # of a run, of which one may have no scores
_MEASURE = re.compile(r"(^|_)(metric|measure)(_?name)?$", re.IGNORECASE)
_DOWN = re.compile(
    r"model|method|system|algorithm|approach|train|source|encoder|network|layer|query|true|actual", re.IGNORECASE
)
_ACROSS = re.compile(
    r"task|data_?set|test|target|bench|domain|language|length|head|key|pred|step|epoch|year|month", re.IGNORECASE
)


@dataclass(frozen=True)
class Arrangement:
    """What goes where: columns for axes and panels, and in words over what is averaged where rows share a cell."""

    y: str
    x: str
    facet: str | None
    over: str
    averaged: tuple[str, ...] = ()


def score_column(table: Table, columns: dict[str, Column]) -> str:
    """The last column named like a score, else the last with fractions, else a count of what the others tell apart."""
    named = [name for name in columns if _SCORE.search(name) and not _SPREAD.search(name)]
    other = [name for name in columns if not is_no_score(name)]
    fractional = [name for name in other if not columns[name].whole]
    counts = [name for name in columns if _COUNT.search(name) and _tell_apart(table, other)]
    return [*columns, *other, *counts, *fractional, *named][-1]


def _tell_apart(table: Table, others: Sequence[str]) -> bool:
    """Whether the last of some columns is needed to tell rows apart, and is a label for all its numbers."""
    counted = [name for name in table.columns if not _COUNT.search(name)]
    alone = [name for name in table.columns if name not in others[-1:]]
    return varied(table, counted) == len(table) > varied(table, alone)


def is_no_score(name: str) -> bool:
    """Whether a column by its name numbers rows or runs, or tells how scores spread."""
    return any(aside.search(name.strip()) for aside in (_REPEAT, _NUMBERING, _SPREAD))


def is_score(name: str) -> bool:
    """Whether a column by its name holds scores."""
    return bool(_SCORE.search(name)) and not is_no_score(name)


def is_numbering(name: str) -> bool:
    """Whether a column by its name numbers rows."""
    return bool(_NUMBERING.search(name.strip()))


def is_row(name: str) -> bool:
    """Whether a column by its name tells rows apart and says nothing of them."""
    return bool(_ROW.search(name.strip()))


def arrange(table: Table, columns: dict[str, Column], value: str) -> Arrangement:
    """The pair of columns whose grid holds most rows apart from each other; raises Problems where there is none."""
    counts = {name: count(table, name) for name in table.columns if name != value}
    usable = [name for name in counts if counts[name] <= MOST_LABELS]
    if len(usable) < 2:
        hint = "a long file has a column for x, one for y and one for the score"
        raise problem("no-axes", "too few columns for two axes", table.place(0), hint)
    named = [name for name in usable if not _is_aside(name, columns)]
    labels = [name for name in named if counts[name] > 1]
    choices = (_without_names_of_rows(table, labels, usable), labels, named, usable)
    y, x = _pair(table, columns, next(choice for choice in choices if len(choice) >= 2))
    spare = [name for name in labels if name not in {y, x}]
    facet = _facet(table, (y, x), [name for name in spare if counts[name] <= MOST_PANELS], usable)
    cell = [name for name in (y, x, facet) if name is not None]
    different = varied(table, cell)
    over = [name for name in usable if name not in cell and varied(table, [*cell, name]) > different]
    repeats = tuple(_repeats_first(over))
    return Arrangement(*_turned(table, y, x), facet, _averaged(table, cell, repeats), repeats)


def _without_names_of_rows(table: Table, labels: Sequence[str], usable: Sequence[str]) -> list[str]:
    """The labels that are none of one row alone, if they tell rows apart without these, but for repeats."""
    shared = [name for name in labels if count(table, name) < len(table)]
    repeats = [name for name in usable if _REPEAT.search(name)]
    return shared if len(shared) >= 2 and varied(table, [*shared, *repeats]) == len(table) else []


def _is_aside(name: str, columns: dict[str, Column]) -> bool:
    """Whether a column is by its name no label: a number of the row or of a run, a spread, another score."""
    if is_no_score(name):
        return True
    return name in columns and bool(_SCORE.search(name)) and not columns[name].whole


def _pair(table: Table, columns: dict[str, Column], names: Sequence[str]) -> tuple[str, str]:
    """The two columns that tell most rows apart in a well-filled grid; of equals the texts, then the first."""
    single = {name: varied(table, [name]) for name in names}

    def worth(pair: tuple[str, str]) -> tuple[float, int]:
        filled = varied(table, pair)
        cells = single[pair[0]] * single[pair[1]]
        return filled * filled / cells, -sum(name in columns for name in pair)

    return max(itertools.combinations(names, 2), key=worth)


def _facet(table: Table, cell: tuple[str, str], spare: Sequence[str], usable: Sequence[str]) -> str | None:
    """A column whose panels are well filled and leave a row to each cell, or rows that are repeats of each other."""
    different = varied(table, cell)
    free = [name for name in spare if 2 * varied(table, [*cell, name]) > different * max(2, varied(table, [name]))]
    free = [name for name in free if not _OUTCOME.search(name)]
    repeats = [name for name in usable if _REPEAT.search(name)]
    for name in sorted(free, key=lambda name: not _MEASURE.search(name)):
        if _MEASURE.search(name) or varied(table, [*cell, name, *repeats]) == len(table):
            return name
    return None


def _turned(table: Table, one: str, other: str) -> tuple[str, str]:
    """Which of two columns is y: by their names, else the one with the longer or the more labels, else the first."""
    for down, across in ((one, other), (other, one)):
        if (_DOWN.search(down) and not _DOWN.search(across)) or (_ACROSS.search(across) and not _ACROSS.search(down)):
            return down, across
    lengths = [max(map(len, table.columns[name].labels.names)) for name in (one, other)]
    counts = [count(table, name) for name in (one, other)]
    for first, second in (lengths, counts):
        if max(first, second) > 2 * min(first, second):
            return (one, other) if first > second else (other, one)
    return one, other


def _averaged(table: Table, cell: Sequence[str], over: Sequence[str]) -> str:
    """What an average is over and of how many rows; empty where no cell has several."""
    least, most = most_alike(table, cell)
    if most == 1:
        return ""
    rows = f"{most} rows a cell" if least == most else f"up to {most} rows a cell"
    return f"over {', '.join(over)}: {rows}" if over else rows


def _repeats_first(names: Sequence[str]) -> list[str]:
    """The columns by which rows of one cell differ; those that say how often something was tried, if there are any."""
    repeats = [name for name in names if _REPEAT.search(name)]
    return repeats or [name for name in names if not (_SCORE.search(name) or _SPREAD.search(name))]
