"""Strips: category colours along an axis."""

from dataclasses import dataclass
from typing import Literal

from heatfig.scales.colors import RGB


@dataclass(frozen=True)
class Strip:
    """For each label of the axis along which it lies a colour and its category or, where cells are split, one a part."""

    colors: tuple[tuple[RGB, ...], ...]
    categories: tuple[tuple[str, ...], ...]
    kind: Literal["strip"] = "strip"
