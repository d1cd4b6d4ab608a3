"""A list of labels, which stand as they are listed."""

import numpy as np

from heatfig.data.columns import Codes
from heatfig.data.order.line import Axis
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Listed:
    """The labels of all groups, or by group those of each; whether they are those of the data is checked before."""

    labels: tuple[str, ...] = ()
    by_group: tuple[tuple[str, tuple[str, ...]], ...] = ()


def by_list(axis: Axis, order: Listed) -> Codes:
    """The rank of each key; what is not listed stands behind."""
    place: dict[tuple[str | None, str], int] = {(None, label): at for at, label in enumerate(order.labels)}
    place |= {(group, label): at for group, labels in order.by_group for at, label in enumerate(labels)}
    last = len(place)
    ranks = [place.get((key.group, key.label), place.get((None, key.label), last)) for key in axis.keys]
    return np.array(ranks, np.int64)
