"""A list of labels, which stand as they are listed."""

import numpy as np

from heatfig.data.columns.arrays import Codes
from heatfig.data.order.axis import Axis
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Listed:
    """The labels of all groups; whether they are those of the data is checked before."""

    labels: tuple[str, ...]


def by_list(axis: Axis, order: Listed) -> Codes:
    """The rank of each key; what is not listed stands behind."""
    place = {label: at for at, label in enumerate(order.labels)}
    return np.array([place.get(key.label, len(place)) for key in axis.keys], np.int64)
