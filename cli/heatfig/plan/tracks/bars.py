"""Bars along an axis."""

from typing import Literal

from heatfig.plan.text import Text
from heatfig.plan.tracks.scaled import Numbers, OnScale
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Bar:
    """For each label a value, None where there is none, and how far a stroke at its bar's end reaches to either side.

    It has a name where there are several.
    """

    values: Numbers
    spreads: Numbers
    color: RGB
    name: Text


@dataclass(frozen=True)
class Bars(OnScale):
    """For each label bars that follow each other from 0 on, those of negative values to the other side.

    Each may have a text at its end.
    """

    bars: tuple[Bar, ...]
    texts: tuple[Text, ...] = ()
    kind: Literal["bars"] = "bars"

    def ends(self) -> tuple[Numbers, ...]:
        """Where each bar ends, by label."""
        return tuple(zip(*(self._ends(index) for index in range(len(self.bars[0].values))), strict=True))

    def _ends(self, index: int) -> Numbers:
        reached, found = {False: 0.0, True: 0.0}, list[float | None]()
        for bar in self.bars:
            value = bar.values[index]
            reached[(value or 0) < 0] += value or 0
            found.append(None if value is None else reached[value < 0])
        return tuple(found)
