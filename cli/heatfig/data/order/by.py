"""by: a summary of each line of the grid."""

from functools import partial

import numpy as np

from heatfig.data.columns.arrays import Codes
from heatfig.data.order.axis import Axis
from heatfig.data.summary import Summary, summarized
from heatfig.data.table import At
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class By:
    """One or several summaries, of which later ones tell ties of the earlier apart."""

    summaries: tuple[Summary, ...]
    descending: bool = False


def by_summary(axis: Axis, order: By, at: At) -> Codes:
    """The rank of each key; a line that has no summary stands last."""
    ranks = []
    for number, summary in enumerate(order.summaries):
        found = summarized(axis, summary, partial(at, "by", number))
        signed = -found if order.descending else found
        ranks.append(np.unique(np.where(np.isnan(signed), np.inf, signed), return_inverse=True)[1])
    place = np.lexsort(ranks[::-1])
    rows = np.stack(ranks, axis=1)
    again = (np.diff(rows[place], axis=0) != 0).any(axis=1)
    found_ranks = np.empty(len(place), np.int64)
    found_ranks[place] = np.concatenate([[0], np.cumsum(again)])
    return found_ranks
