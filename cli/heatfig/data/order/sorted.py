"""sorted: by an order that labels have of their own, else numbers and sizes by their amount, else texts."""

import re
from collections.abc import Mapping, Sequence

import numpy as np

from heatfig.data.columns.arrays import Codes
from heatfig.runtime.deferred import dataclass

NUMERAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
# What all labels have in common stands before their numbers; behind these an SI prefix, or b for billions.
_SIZE = re.compile(r"(.*?)([0-9]+\.?[0-9]*|\.[0-9]+) ?([kmbgt]?)", re.IGNORECASE)
LONGEST = 100  # characters of a label that is looked at: the expression takes their square
_TIMES = {"": 1.0, "k": 1e3, "m": 1e6, "b": 1e9, "g": 1e9, "t": 1e12}


@dataclass(frozen=True)
class Sorted:
    """Ascending."""


def sorted_ranks(names: Sequence[str], positions: Mapping[str, float]) -> Codes:
    """The rank of each name, alike for names that are."""
    if positions and all(name in positions for name in names):
        return np.unique(np.array([positions[name] for name in names]), return_inverse=True)[1]
    if all(NUMERAL.fullmatch(name) for name in names):
        return np.unique(np.array([float(name) for name in names]), return_inverse=True)[1]
    sizes = _sizes(names)
    if sizes is not None:
        return np.unique(np.array(sizes), return_inverse=True)[1]
    place = {name: rank for rank, name in enumerate(sorted(set(names)))}
    return np.array([place[name] for name in names], np.int64)


def _sizes(names: Sequence[str]) -> list[float] | None:
    """The amounts of labels that are alike but for them, as of `pythia-70m` and `pythia-1.4b`, or of `layer 10`."""
    found = [_SIZE.fullmatch(name) for name in names if len(name) <= LONGEST]
    sizes = [float(size[2]) * _TIMES[size[3].lower()] for size in found if size is not None]
    return sizes if len(sizes) == len(names) and len({size[1] for size in found if size is not None}) == 1 else None
