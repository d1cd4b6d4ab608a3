"""Violins: how densely the numbers of rows or columns lie."""

from collections.abc import Sequence

import numpy as np

from heatfig.compile.tracks.distribution import distribution
from heatfig.compile.tracks.place import MadeTrack, TrackPlace
from heatfig.data.columns.arrays import Floats
from heatfig.diagnostics import problem
from heatfig.language.tracks.violin import Violins as Spec
from heatfig.plan.text import Text
from heatfig.plan.tracks.violin import Violin, Violins
from heatfig.runtime.arrays import RGB

STEPS = 101  # numbers at which a density is worked out: more are not seen beside a grid
BLOCK = 10_000  # numbers whose kernels are held at once


def violins(place: TrackPlace, spec: Spec) -> MadeTrack:
    """Violins of rows or columns; raises Problems where none of the only panel has numbers that differ."""

    def make(each: Sequence[Floats], label: Text, color: RGB) -> Violins:
        found = tuple(map(_violin, each))
        if len(place.views) == 1 and not any(violin and len(violin.at) > 1 for violin in found):
            along = "row" if place.axis == "y" else "column"
            message = f"no {along} has two different numbers in '{spec.field}', and a density needs them"
            raise problem("contradiction", message, place.at("field"), f"points: {spec.field}")
        return Violins(0, 0, (), (), label, spec.thickness, found, color)

    return distribution(place, spec, make)


def _violin(numbers: Floats) -> Violin | None:
    """The density by Gaussian kernels between the lowest and the highest number.

    Their width is by Scott's rule (D. W. Scott, Multivariate Density Estimation, 1992), as in matplotlib and seaborn.
    """
    if not len(numbers):
        return None
    if np.ptp(numbers) == 0:
        return Violin((float(numbers[0]),), (1.0,))
    width = float(np.std(numbers, ddof=1)) * len(numbers) ** -0.2
    at, density = np.linspace(numbers.min(), numbers.max(), STEPS), np.zeros(STEPS)
    for block in np.array_split(numbers, len(numbers) // BLOCK + 1):
        density += np.exp(-(((at[:, None] - block) / width) ** 2) / 2).sum(axis=1)  # scipy.stats takes long to import
    widths = np.round(density / density.max(), 4)  # finer than is seen, and alike wherever it is worked out
    return Violin(tuple(at.tolist()), tuple(widths.tolist()))
