"""Strips: category colours along an axis."""

from dataclasses import dataclass
from typing import Literal

from heatfig.runtime.arrays import RGB


@dataclass(frozen=True)
class Strip:
    """For each label of its axis a colour and a category or, where it tells the parts of split cells, one a part."""

    colors: tuple[tuple[RGB, ...], ...]
    categories: tuple[tuple[str, ...], ...]
    kind: Literal["strip"] = "strip"
