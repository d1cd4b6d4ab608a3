"""Colorbars."""

from typing import Literal

from heatfig.plan.text import Text
from heatfig.runtime.deferred import dataclass
from heatfig.scales.words import AlongSide


@dataclass(frozen=True)
class Ticks:
    """Scores that have a tick and a label on a colorbar, and those between them that have a short stroke.

    Labels of `classes` stand in their middles, without strokes.
    """

    scores: tuple[float, ...]
    labels: tuple[Text, ...]
    minor: tuple[float, ...] = ()
    classes: bool = False


@dataclass(frozen=True)
class Colorbar:
    """The key to a color scale, by its id; `below` and `above` say which ends are pointed.

    It has a `length` or takes a `share` of the side at which it stands, and stands at the end of it that `align` says;
    where `thickness` is None it follows from the font.
    """

    id: str
    scale: str
    label: Text
    ticks: Ticks
    below: bool
    above: bool
    length: float | None = None
    share: float = 1.0
    thickness: float | None = None
    align: AlongSide = "center"
    kind: Literal["colorbar"] = "colorbar"
