"""Arithmetic on columns, with the reason where a result is missing."""

from collections.abc import Sequence

import numpy as np

from heatfig.data.columns.arrays import Floats, Kinds, Numbers
from heatfig.plan.grid import SCORED
from heatfig.scales.number_format import LARGEST

BY_ZERO = 20_000  # the kind of a number that is missing as its divisor is zero
NO_LOGARITHM = 20_001  # of one that is missing as it would be the logarithm of no positive number
TOO_LARGE = 20_002  # of one that is missing as it would be larger than any score may be
ZEROS_ALONE = 20_003  # of one that is missing as it would be a share of nothing
ALL_ALIKE = 20_004  # of one that is missing as those around it lie no distance apart
REASONS = {
    BY_ZERO: "division by zero",
    NO_LOGARITHM: "logarithm of no positive number",
    TOO_LARGE: "a number that is too large",
    ZEROS_ALONE: "zeros alone",
    ALL_ALIKE: "scores all alike",
}


def combined_kinds(operands: Sequence[Numbers]) -> Kinds:
    """A score where all are; else the first kind of missing among them, of which none is WRONG."""
    kinds = np.full(len(operands[0].kinds), SCORED, np.int16)
    for operand in operands:
        first = (operand.kinds != SCORED) & ((kinds == SCORED) | (operand.kinds < kinds))
        kinds[first] = operand.kinds[first]
    return kinds


def bounded(values: Floats, kinds: Kinds) -> Numbers:
    """Numbers and why there is none where there is none, as where one is larger than any score may be."""
    kinds = np.where((kinds == SCORED) & ~(np.abs(values) <= LARGEST), np.int16(TOO_LARGE), kinds)
    return Numbers(np.where(kinds == SCORED, values, np.nan), kinds, {})


def divided(dividend: Floats, divisor: Floats, kinds: Kinds) -> Floats:
    """Quotients; where a divisor is zero, NaN and its kind of missing."""
    zero = (divisor == 0) & (kinds == SCORED)
    kinds[zero] = BY_ZERO
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return np.where(zero, np.nan, dividend / np.where(zero, 1, divisor))


def logarithms(values: Floats, kinds: Kinds) -> Floats:
    """Logarithms to base 10; of what is not positive, NaN and its kind of missing."""
    below = (values <= 0) & (kinds == SCORED)
    kinds[below] = NO_LOGARITHM
    return np.asarray(np.log10(np.where(below, np.nan, values)), np.float64)
