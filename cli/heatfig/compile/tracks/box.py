"""Boxes: the quartiles of rows or columns."""

from collections.abc import Sequence

import numpy as np

from heatfig.compile.tracks.distribution import distribution
from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.data.columns.arrays import Floats
from heatfig.language.tracks.box import Boxes as Spec
from heatfig.plan.text import Text
from heatfig.plan.tracks.box import Box, Boxes
from heatfig.runtime.arrays import RGB

REACH = 1.5  # of the box's length, to which whiskers reach at most (J. W. Tukey, Exploratory Data Analysis, 1977)


def boxes(place: TrackPlace, spec: Spec) -> MadeTrack:
    """Box plots of rows or columns."""

    def make(each: Sequence[Floats], label: Text, color: RGB) -> Boxes:
        return Boxes(0, 0, (), (), label, spec.thickness, tuple(map(_box, each)), color)

    return distribution(place, spec, make)


def _box(numbers: Floats) -> Box | None:
    if not len(numbers):
        return None
    first, median, third = np.quantile(numbers, [0.25, 0.5, 0.75]).tolist()
    reach = REACH * (third - first)
    near = (numbers >= first - reach) & (numbers <= third + reach)
    low, high = float(numbers[near].min()), float(numbers[near].max())
    return Box(min(low, first), first, median, third, max(high, third), tuple(sorted(numbers[~near].tolist())))
