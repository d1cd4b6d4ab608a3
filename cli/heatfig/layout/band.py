"""Bands: what stands beside a grid, one outside the other. Each is measured once, then asked at every cell size."""

from abc import ABC, abstractmethod
from collections.abc import Iterator

from heatfig.layout.edge import Edge
from heatfig.layout.grid.axis_scale import BandScale
from heatfig.layout.scene.items import Item
from heatfig.plan.sources import PlanPath
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class Along:
    """What a band lies along: the cells of a grid's side, and how long it may be at most.

    `part` is the width and height of the smallest cell, or part of one; `turn` counts the angles that were tried for
    tick labels; `width` is that of the grid, or of the widest of all; `lead` is the room before the cells, where a tag
    begins; `text` is the size of texts in cells; `across` are the
    cells of the other side of the grid.
    """

    cells: BandScale
    part: tuple[float, float]
    turn: int
    room: float
    width: float
    lead: float = 0.0
    text: float = 0.0
    across: BandScale | None = None


@dataclass(frozen=True)
class Tight:
    """Something in a band that needs more room than there is; without a `hint`, the size of the page is to blame.

    Then `instead` says what else would help.
    """

    message: str
    path: PlanPath
    hint: str = ""
    instead: str = ""


Corner = tuple[float, float]

MEANT = 10_000.0  # points: longer scales nobody means


def crowding(needed: float, scale: str = "") -> str:
    """How ticks stand too close: by the length that their labels need, or at one place."""
    return f"their labels would need {scale}{needed:.0f} pt" if needed < MEANT else "some are at the same place"


class Band(ABC):
    """A band with its texts measured."""

    # Whether it may be moved to stay on the page. Such a band stands clear of what sticks out beside it.
    free = False

    # Whether it stays at the grid, so that bands beside it make room where it leans over them.
    at_grid = False

    @abstractmethod
    def depth(self, along: Along) -> float:
        """How far it reaches out, with the gap before it."""

    @abstractmethod
    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """Its items, where its gap begins at that edge."""

    def overhang(self, along: Along) -> tuple[float, float]:  # noqa: ARG002  # most bands have none
        """How far it sticks out before the first cell and after the last."""
        return 0.0, 0.0

    def inset(self, along: Along) -> float:  # noqa: ARG002  # most bands begin at once
        """How far from where it begins its first text stands."""
        return 0.0

    def corners(self, along: Along, end: int) -> tuple[Corner, ...]:
        """What sticks out before the first cell (0) or after the last (1): how far out it begins, and by how much."""
        past = self.overhang(along)[end]
        return ((self.inset(along), past),) if past > 0 else ()

    def lean(self, along: Along, far: float) -> tuple[float, float]:  # noqa: ARG002  # most bands lie flat
        """As `overhang`, of what is no farther out than that."""
        return self.overhang(along)

    def beyond(self, along: Along) -> float:  # noqa: ARG002  # most bands lie flat
        """How far past its depth it leans out where it sticks out past an end, over what follows."""
        return 0.0

    def needed_cell(self, turn: int) -> float:  # noqa: ARG002  # most bands fit any
        """The least step from cell to cell at which its texts fit."""
        return 0.0

    def room(self, size: float) -> tuple[float, float]:  # noqa: ARG002  # only cells beside the grid hold such texts
        """The width and height that its texts need in cells, in the size of those in the grid's."""
        return 0.0, 0.0

    def tight(self, along: Along, size: float) -> Iterator[Tight]:  # noqa: ARG002  # most bands always fit
        """What does not fit; `size` is the step from cell to cell."""
        yield from ()

    def turns(self) -> int:
        """How many angles there are to try."""
        return 1


class FreeBand(Band):
    """A band that is as long as it is, whatever it lies along."""

    free = True

    @abstractmethod
    def length(self, along: Along) -> float:
        """How long it is."""

    @property
    @abstractmethod
    def least_length(self) -> float:
        """How long it is at least."""

    def overhang(self, along: Along) -> tuple[float, float]:
        """As much at either end."""
        past = max(0.0, (self.length(along) - along.cells.length) / 2)
        return past, past
