"""Numbers along an axis, with a small scale of their own past the end of the grid."""

from abc import abstractmethod
from collections.abc import Iterator
from itertools import pairwise
from typing import Generic, TypeVar

from heatfig.layout.band import Along, Band, Corner, Tight, crowding
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item, Lines, Point
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import HAIRLINE, Style
from heatfig.layout.texts.block import Block, block
from heatfig.layout.tracks.heading import End, heading_end
from heatfig.layout.tracks.thickness import path_of, too_thin
from heatfig.plan.sources import PlanPath
from heatfig.plan.tracks.scaled import OnScale, Scaled
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

T = TypeVar("T", bound=OnScale)


@dataclass(frozen=True)
class ScaledBand(Band, Generic[T]):
    """Numbers that are told by how far out they stand, with the labels of their scale and their heading measured."""

    plan: T
    ticks: tuple[Block, ...]
    heading: Block | None
    end: End
    path: PlanPath
    slot: Slot
    style: Style

    def out(self, value: float) -> float:
        """How far out a value stands."""
        share = min(max((value - self.plan.low) / (self.plan.high - self.plan.low), 0.0), 1.0)
        return self._near + (1 - share if self.inward else share) * self._reach

    @property
    def inward(self) -> bool:
        """Whether more is nearer to the grid, not farther out."""
        return False

    @property
    def _outmost(self) -> tuple[Block, Block]:
        """The labels of the scale at its end near the grid, and at the far one."""
        first, last = self.ticks[0], self.ticks[-1]
        return (last, first) if self.inward else (first, last)

    @property
    def _near(self) -> float:
        """Where the scale begins: clear of the grid, and so is half of its first label."""
        return max(
            self.style.track_gap, self.slot.across(self._outmost[0]) / 2 + self.style.clearance if self.ticks else 0.0
        )

    @property
    def _reach(self) -> float:
        """The length of the scale."""
        return self.plan.thickness or max(self.style.bars, self._needed)

    @property
    def _needed(self) -> float:
        """The length at which the labels of the scale stand clear of each other."""
        span, found = self.plan.high - self.plan.low, 0.0
        for (p, one), (q, other) in pairwise(zip(self.plan.ticks, self.ticks, strict=True)):
            apart = (self.slot.across(one) + self.slot.across(other)) / 2 + 2 * self.style.clearance
            found = max(found, apart / max((q - p) / span, 1e-9))
        return found

    def tight(self, along: Along, size: float) -> Iterator[Tight]:  # noqa: ARG002  # its ticks lie across the cells
        """That the labels of its scale would need a scale out of all proportion."""
        yield from too_thin(self.plan.thickness, self._needed, "the ticks of its scale", self.path)
        if self.plan.thickness is None and self._needed > 4 * self.style.bars:
            message = f"the ticks of the scale are too close: {crowding(self._needed)}"
            yield Tight(message, (*self.path, "ticks"), "fewer ticks, or ticks further apart")

    def depth(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """A gap and the scale, with half of its last label; more where the heading is longer."""
        last = self.slot.across(self._outmost[1]) / 2 + self.style.clearance if self.ticks else 0.0
        return max(self._near + self._reach + last, self._middle + self._heading_width / 2)

    @property
    def _middle(self) -> float:
        """How far out the heading's middle stands; it does not reach back over the grid."""
        return max(self._near + self._reach / 2, self.style.track_gap + self._heading_width / 2)

    @property
    def _heading_width(self) -> float:
        """The heading runs along the scale."""
        return self.heading.width if self.heading else 0.0

    def overhang(self, along: Along) -> tuple[float, float]:  # noqa: ARG002  # scale and heading alone stick out
        """The scale and the heading."""
        return self.end.overhang(self._heading_past + (self.heading.height if self.heading else 0.0))

    def corners(self, along: Along, end: int) -> tuple[Corner, ...]:
        """The labels of the scale and, farther from the grid and longer or shorter, the heading."""
        past = self.overhang(along)[end]
        if not past:
            return ()
        scale = self._near - (self.slot.across(self._outmost[0]) / 2 if self.ticks else 0.0)
        return (scale, self._heading_past), (self._middle - self._heading_width / 2, past)

    @property
    def _labels_past(self) -> float:
        return self.style.tick + self.style.tick_pad if self.ticks else 0.0

    @property
    def _heading_past(self) -> float:
        """How far past the grid's end the heading begins."""
        return self._labels_past + max(map(self.slot.along, self.ticks), default=0.0) + self.style.tick_pad

    @property
    def spreads(self) -> Iterator[tuple[int, float | None, float | None]]:
        """The cell of each stroke that tells a spread, the value about which it stands, and how far it reaches."""
        return iter(())

    @abstractmethod
    def marks(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """What stands for the numbers."""

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """What stands for the numbers, their spreads, their scale and their heading."""
        yield from self.marks(along, edge, ink)
        yield from self._draw_spreads(along, edge, ink)
        if self.ticks:
            yield from self._draw_scale(along, edge, ink)
        if self.heading is not None:
            past = self._heading_past + self.heading.height / 2
            at = edge.point(self.end.at(along.cells, past), self._middle)
            turn = 0.0 if self.slot.upright else 90.0
            yield from self.heading.text_runs(
                self.slot.role("track heading"), at, _middle(self.heading), turn, 0.5, ink
            )

    def _draw_spreads(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """A stroke over each value that has a spread."""
        for index, value, spread in self.spreads:
            if value is not None and spread is not None:
                ends = tuple(edge.point(along.cells.center(index), self.out(value + sign * spread)) for sign in (-1, 1))
                yield Lines(self.slot.role("spread", index), (ends,), ink, self.style.whisker)

    def _draw_scale(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        def at(out: float, past: float) -> Point:
            return edge.point(self.end.at(along.cells, past), out)

        spots = [self.out(value) for value in self.plan.ticks]
        line = (at(self.out(self.plan.low), 0), at(self.out(self.plan.high), 0))
        strokes = (line, *((at(position, 0), at(position, self.style.tick)) for position in spots))
        yield Lines(self.slot.role("track scale"), strokes, ink, HAIRLINE)
        for index, (position, text) in enumerate(zip(spots, self.ticks, strict=True)):
            where = at(position, self._labels_past + self.slot.along(text) / 2)
            yield from text.text_runs(self.slot.role("track tick label", index), where, _middle(text), 0, 0.5, ink)


@dataclass(frozen=True)
class UprightBand(ScaledBand[T]):
    """Numbers of which more is to the right and up, at whichever side."""

    @property
    def inward(self) -> bool:
        """At the left and below."""
        return self.slot.side in {"left", "bottom"}

    def base(self, name: str, along: Along, edge: Edge, ink: RGB) -> Lines:
        """The line at the low end of the scale."""
        low = self.out(self.plan.low)
        ends = (edge.point(0.0, low), edge.point(along.cells.length, low))
        return Lines(self.slot.role(f"{name} base"), (ends,), ink, HAIRLINE)


@dataclass(frozen=True)
class ValuesBand(UprightBand[Scaled]):
    """One number a cell."""

    @property
    def spreads(self) -> Iterator[tuple[int, float | None, float | None]]:
        """At the values."""
        return zip(range(len(self.plan.values)), self.plan.values, self.plan.spreads, strict=True)


def _middle(text: Block) -> Point:
    return text.width / 2, (text.top + text.bottom) / 2


Measured = tuple[tuple[Block, ...], Block | None, End, PlanPath, Slot, Style]


def measured(setting: Setting, plan: OnScale) -> Measured:
    """The texts of a scale, and where it stands."""
    face, style, slot = setting.face, setting.style, setting.slot
    ticks = tuple(block(face, text, style.base) for text in plan.tick_labels)
    heading = block(face, plan.label, style.axis_label) if plan.label else None
    return ticks, heading, heading_end(setting), path_of(slot), slot, style
