"""bin: numbers as the stretches that they lie in; lower edges belong, the last edge too."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from heatfig.data.columns.arrays import Floats, Labels, Numbers
from heatfig.data.columns.column import of
from heatfig.data.table import At, Table
from heatfig.diagnostics import Place, problem, refuse_some
from heatfig.runtime.deferred import dataclass
from heatfig.scales.number_format import formatted

# What a number may lie beside the edge that it is meant to be, of a bin's width.
NEARLY = 1e-9
MOST_BINS = 10_000


@dataclass(frozen=True)
class Bin:
    """Adds a column of the stretches of a `width`, of a `count` of them, or between `edges`, that numbers lie in."""

    column: str
    into: str
    width: float | None = None
    count: int | None = None
    edges: tuple[float, ...] | None = None

    @property
    def by_block(self) -> bool:
        """Whether the stretches are known without all numbers."""
        return self.edges is not None

    def apply(self, table: Table, at: At) -> Table:
        """The table with the column; raises Problems for numbers beyond the edges."""
        table.check_new(self.into, at("into"))
        numbers = table.numbers(self.column, at("column"))
        edges = self._edges(numbers.values, at)
        beside = NEARLY * np.diff(edges).min()
        at_edges = np.searchsorted(edges, numbers.values + beside, side="right") - 1
        bins = np.where(np.abs(numbers.values - edges[-1]) <= beside, len(edges) - 2, at_edges)
        present = ~np.isnan(numbers.values)
        self._check(table, numbers, present & ((bins < 0) | (bins > len(edges) - 2)))
        limits = tuple(edges.tolist())
        names = bin_names(limits)
        if present.all():
            labels = Labels(bins, names, limits[:-1], limits)
        else:
            labels = Labels(np.where(present, bins, len(names)), (*names, ""), (*limits[:-1], np.inf), limits)
        return table.with_columns({self.into: of(labels.take(slice(None)))})

    def _edges(self, values: Floats, at: At) -> Floats:
        if self.edges is not None:
            return np.array(self.edges, np.float64)
        present = values[~np.isnan(values)]
        low, high = (float(present.min()), float(present.max())) if len(present) else (0.0, 1.0)
        if self.count is not None:
            _check_number(self.count, at("count"))
            return np.linspace(low, high if high > low else low + 1, self.count + 1)
        assert self.width is not None
        _check_number((high - low) / self.width, at("width"))
        first = np.floor(low / self.width + NEARLY)
        last = max(np.ceil(high / self.width - NEARLY), first + 1)
        if first + 1 == first or last - first > 2 * MOST_BINS:
            raise problem("too-large", "the bins are too narrow for numbers so large", at("width"), "a larger width")
        return np.array([float(f"{number * self.width:.12g}") for number in np.arange(first, last + 1)], np.float64)

    def _check(self, table: Table, numbers: Numbers, outside: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> None:
        rows = np.flatnonzero(outside)

        def explain(number: int) -> tuple[str, Place, str]:
            value = formatted(float(numbers.values[rows[number]]), None)
            message = f"{self.column} {value} lies outside the edges of the bins"
            return message, table.place(int(rows[number])), "add an edge beyond it, or filter its rows out before"

        refuse_some("out-of-bounds", len(rows), explain)


def _check_number(count: float, spec_at: Place) -> None:
    if not count <= MOST_BINS:
        many = f"{count:,.0f}" if count < 1e15 else "countless"
        raise problem("too-large", f"{many} bins are too many", spec_at, f"at most {MOST_BINS:,}")


def bin_names(edges: tuple[float, ...]) -> tuple[str, ...]:
    """What the stretches between edges are called."""
    return tuple(stretch([formatted(end, None) for end in ends], edges) for ends in pairwise(edges))


def stretch(ends: Iterable[str], edges: Sequence[float]) -> str:
    """The texts of two edges of a bin as one: a word between them where edges have signs, else a dash."""
    return (" to " if edges[0] < 0 else "–").join(ends)
