"""sorted: by an order that labels have of their own, else numbers as numbers, else texts."""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from heatfig.data.columns import Codes
from heatfig.runtime.deferred import dataclass

NUMERAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


@dataclass(frozen=True)
class Sorted:
    """Ascending."""


def sorted_ranks(names: Sequence[str], positions: Mapping[str, float]) -> Codes:
    """The rank of each name, alike for names that are."""
    if positions and all(name in positions for name in names):
        return np.unique(np.array([positions[name] for name in names]), return_inverse=True)[1]
    if all(NUMERAL.fullmatch(name) for name in names):
        return np.unique(np.array([float(name) for name in names]), return_inverse=True)[1]
    place = {name: rank for rank, name in enumerate(sorted(set(names)))}
    return np.array([place[name] for name in names], np.int64)
