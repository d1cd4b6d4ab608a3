"""Rows of a long table that share all their labels, put together.

What stays in memory then grows with the figure and not with the file.
"""

from dataclasses import replace

import numpy as np

from heatfig.data.columns import WRONG, Codes, Scored
from heatfig.data.groupby import aggregated, numbered
from heatfig.data.readers.chunk import Chunk, Projection
from heatfig.plan.grid import SCORED

# How each aggregate of a cell is made of the aggregates of rows; means carry weights.
COMBINED = {"mean": "sum", "sum": "sum", "count": "sum", "min": "min", "max": "max"}


def condenses(recipe: Projection) -> bool:
    """Whether rows of a table that a recipe asks for can be put together."""
    return recipe.aggregate in COMBINED and len(recipe.values) == 1 and recipe.values[0].column is not None


def condensed(table: Chunk, recipe: Projection) -> Chunk:
    """One row for each set of labels, and for each kind of missing; what is no score keeps a row of its own.

    The table itself where the recipe does not allow that.
    """
    scored = table.scores.get(recipe.values[0]) if condenses(recipe) else None
    if scored is None:
        return table
    ids, first = _rows(table, scored)
    present = scored.kinds == SCORED
    weights = present.astype(np.int64) if table.weights is None else table.weights
    values = aggregated(ids, len(first), scored.values, COMBINED[str(recipe.aggregate)])
    kinds = scored.kinds[first]
    values = np.where(kinds == SCORED, values, np.nan)
    wrong = {row: scored.wrong[int(first[row])] for row in np.flatnonzero(kinds == WRONG).tolist()}
    return replace(
        table,
        lines=table.lines[first],
        labels={name: labels.taken(first) for name, labels in table.labels.items()},
        scores={recipe.values[0]: Scored(values, kinds, wrong)},
        weights=np.bincount(ids, weights, len(first)).astype(np.int64),
    )


def _rows(table: Chunk, scored: Scored) -> tuple[Codes, Codes]:
    """For each row the number of its set of labels, by first appearance, and the row where each appears first."""
    ids, count = (scored.kinds - scored.kinds.min()).astype(np.int64), int(np.ptp(scored.kinds)) + 1
    for labels in table.labels.values():
        ids = ids * len(labels.names) + labels.codes
        count *= len(labels.names)
        if count > 2**36:  # well before the product of numbers of labels leaves 64 bits
            ids, first = numbered(ids, count)
            count = len(first)
    wrong = np.flatnonzero(scored.kinds == WRONG)
    ids[wrong] = count + np.arange(len(wrong))
    return numbered(ids, count + len(wrong))
