"""How numbers lie: their density by scipy, and the quartiles, whiskers and points of a box plot by matplotlib."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from matplotlib.cbook import boxplot_stats
from scipy.stats import gaussian_kde

SHARES = (0.1, 0.3, 0.5, 0.7, 0.9)  # of the way from the lowest number to the highest


def density_of(numbers: list[float]) -> Iterator[tuple[float, float]]:
    """Numbers with their density, as a share of the highest one."""
    density = gaussian_kde(numbers)
    highest = density(np.linspace(min(numbers), max(numbers), 1001)).max()
    for share in SHARES:
        at = min(numbers) + share * (max(numbers) - min(numbers))
        yield at, float(density(at)[0] / highest)


@dataclass(frozen=True)
class BoxOf:
    """The lower whisker's end, the quartiles, the upper whisker's end, and numbers beyond these."""

    ends: tuple[float, ...]
    beyond: list[float]


def box_of(numbers: list[float]) -> BoxOf:
    """The box plot of numbers."""
    (found,) = boxplot_stats(numbers)
    ends = tuple(float(found[name]) for name in ("whislo", "q1", "med", "q3", "whishi"))
    return BoxOf(ends, [float(number) for number in found["fliers"]])
