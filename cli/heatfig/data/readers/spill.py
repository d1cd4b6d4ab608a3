"""A matrix of scores in a temporary file, from which the system fetches what is looked at."""

from dataclasses import field

import numpy as np

from heatfig.data.columns.arrays import Numbers, all_scored
from heatfig.runtime.deferred import dataclass
from heatfig.runtime.scratch import Scratch

_AT_ONCE = 1_000_000  # kinds of scores that are all there: so many are written together


@dataclass
class Spill:
    """Rows of a matrix of scores; their kinds are kept from the first missing score on."""

    file: str
    rows: int = 0
    columns: int = 0
    wrong: dict[int, str] = field(default_factory=dict)
    values: Scratch = field(init=False)
    kinds: Scratch | None = None

    def __post_init__(self) -> None:
        self.values = Scratch(self.file)

    def add(self, numbers: Numbers) -> None:
        """Further rows; raises Problems where there is no room for them."""
        before = self.rows * self.columns
        rows, self.columns = numbers.values.shape
        self.values.write(numbers.values)
        if self.kinds is None and any(numbers.kinds.strides):
            self.kinds = Scratch(self.file)
            for left in range(before, 0, -_AT_ONCE):
                self.kinds.write(all_scored((min(left, _AT_ONCE),)))
        if self.kinds is not None:
            self.kinds.write(numbers.kinds)
        self.wrong |= {before + at: text for at, text in numbers.wrong.items()}
        self.rows += rows

    def numbers(self) -> Numbers:
        """All rows."""
        shape = (self.rows, self.columns)
        kinds = all_scored(shape) if self.kinds is None else self.kinds.mapped(np.int16, shape)
        return Numbers(self.values.mapped(np.float64, shape), kinds, self.wrong)
