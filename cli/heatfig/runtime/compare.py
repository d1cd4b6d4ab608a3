"""Equality of what holds arrays: arrays are equal where all their elements are, NaN included."""

from dataclasses import fields
from typing import Any

import numpy as np


class Comparable:
    """A dataclass that is equal to another of its class if all fields are, arrays element by element."""

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return all(_equal(getattr(self, f.name), getattr(other, f.name)) for f in fields(self))  # type: ignore[arg-type]  # subclasses are dataclasses

    __hash__ = None  # type: ignore[assignment]  # what holds arrays has no hash


def _equal(one: Any, other: Any) -> bool:
    if isinstance(one, np.ndarray):
        floats = one.dtype.kind == "f"
        return one.dtype == other.dtype and np.array_equal(one, other, equal_nan=floats)
    return bool(one == other)
