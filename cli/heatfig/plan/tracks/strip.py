"""Strips: colours along an axis."""

from typing import Literal

from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class BlockName:
    """A category written on the cells from `first` up to, not including, `end`."""

    text: Text
    first: int
    end: int
    color: RGB


@dataclass(frozen=True)
class Strip:
    """For each label of its axis a colour and what it means or, where it tells the parts of split cells, one a part.

    A label without a category or number has no colour. Colours of numbers are those of the `scale` of that id.
    It is so many points thick if anybody says.
    """

    colors: tuple[tuple[RGB | None, ...], ...]
    meanings: tuple[tuple[str, ...], ...]
    label: Text
    names: tuple[BlockName, ...] = ()
    scale: str | None = None
    thickness: float | None = None
    kind: Literal["strip"] = "strip"
