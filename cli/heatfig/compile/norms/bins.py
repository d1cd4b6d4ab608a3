"""Classes of equal parts of the range."""

from collections.abc import Sequence

import numpy as np

from heatfig.compile.colors.ranges import Limits, limits
from heatfig.compile.view import View
from heatfig.language.norms import Bins
from heatfig.plan.grid import Grid
from heatfig.runtime.arrays import Floats
from heatfig.scales.norms import Stepped


def bins(spec: Bins, view: View, grids: Sequence[Grid]) -> Stepped:
    """So many classes."""
    edges = tuple(_edges(spec.bins, limits(view, grids), view).tolist())
    return Stepped(edges[0], edges[-1], edges[1:-1], edges)


def _edges(count: int, found: Limits, view: View) -> Floats:
    """The edges of the classes; around one score of a range that is a little wider."""
    edges = np.linspace(found.low, found.high, count + 1)
    if (np.diff(edges) > 0).all():
        return edges
    spec, past = view.settings.range, max(1.0, abs(found.low) / 1000)
    low = found.low if spec.min is not None else found.low - past
    high = found.high if spec.max is not None else found.high + past
    return np.linspace(low, high, count + 1)
