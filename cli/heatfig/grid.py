"""Grid: which score stands in which cell, and why there is none where there is none."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Kinds = NDArray[np.int16]

SCORED, NO_ROW = -1, 0


@dataclass(frozen=True, eq=False)
class Grid:
    """Scores of shape (rows, columns, parts), NaN where there is none.

    `kinds` has the same shape: -1 where there is a score, 0 where no row or an empty field is,
    k where the k-th missing token of the spec stands.
    """

    scores: Floats
    kinds: Kinds
