"""Trees of clustered labels."""

from typing import Literal

from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Joint:
    """Two branches that meet: where each stands along the axis (in cells, 0.5 the first's middle), and at which height.

    Heights run from 0, at the labels, to 1, at the root. Without a colour it is drawn in that of the texts.
    """

    first: float
    second: float
    first_height: float
    second_height: float
    height: float
    color: RGB | None = None


@dataclass(frozen=True)
class Dendrogram:
    """The tree of the axis along which it lies, from the leaves to the root, so many points high if anybody says."""

    joints: tuple[Joint, ...]
    thickness: float | None = None
    kind: Literal["dendrogram"] = "dendrogram"
