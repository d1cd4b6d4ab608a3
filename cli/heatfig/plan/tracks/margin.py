"""Summaries of an axis' labels, in cells of their own."""

from typing import Literal

from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Margin:
    """For each label a cell with a number, None where there is none, coloured by the `scale` of that id.

    Where it is annotated each cell has a text, black or white as reads better.
    """

    values: tuple[float | None, ...]
    colors: tuple[RGB | None, ...]
    scale: str
    texts: tuple[Text, ...]
    inks: tuple[RGB, ...]
    label: Text
    kind: Literal["margin"] = "margin"
