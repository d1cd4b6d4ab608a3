"""Bars along an axis."""

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from heatfig.layout.band import Along
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item, Lines
from heatfig.layout.setting import Setting
from heatfig.layout.style import HAIRLINE
from heatfig.layout.texts.block import Block, block
from heatfig.layout.tracks.scaled import ScaledBand, measured
from heatfig.plan.tracks.bars import Bars
from heatfig.plan.tracks.scaled import Numbers
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

SHARE = 0.7  # of a cell's extent


@dataclass(frozen=True)
class BarsBand(ScaledBand[Bars]):
    """Bars that grow outward from the value 0, or from where the one before them ends; with numbers, or none."""

    numbers: tuple[Block, ...]

    @cached_property
    def _ends(self) -> tuple[Numbers, ...]:
        return self.plan.ends()

    def marks(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """Bars, and the line from which they grow."""
        for number, (bar, ends) in enumerate(zip(self.plan.bars, self._ends, strict=True)):
            for index, (value, end) in enumerate(zip(bar.values, ends, strict=True)):
                if value is not None and end is not None:
                    half = (along.cells.ends[index] - along.cells.starts[index]) * SHARE / 2
                    center = along.cells.center(index)
                    role = self.slot.role("bar", index, number if len(self.plan.bars) > 1 else None)
                    reach = (self.out(end - value), self.out(end))
                    yield edge.rect(role, (center - half, center + half), reach, bar.color)
        zero = self.out(0.0)
        base = (edge.point(0.0, zero), edge.point(along.cells.length, zero))
        yield Lines(self.slot.role("bars base"), (base,), ink, HAIRLINE)
        for index, value, spread in self.spreads:
            if self.numbers and value is not None:
                yield from self._number(along, edge, ink, index, value, spread or 0.0)

    def _number(self, along: Along, edge: Edge, ink: RGB, index: int, value: float, spread: float) -> Iterator[Item]:
        """A number past the end of its bar, on the side that is farther from 0."""
        text, sign = self.numbers[index], -1 if value < 0 else 1
        out = self.out(value + sign * spread) + sign * (self.style.tick_pad + self._extent(along, text) / 2)
        at = edge.point(along.cells.center(index), out)
        pivot, angle = (text.width / 2, text.middle), self._angle(along)
        yield from text.text_runs(self.slot.role("bar number", index), at, pivot, angle, 0.5, ink)

    def _angle(self, along: Along) -> float:
        """Upright where a number is wider than the cells below it."""
        widest = max(text.width for text in self.numbers)
        return 0.0 if self.slot.upright or widest + 2 * self.style.clearance <= along.cells.cell else 90.0

    def _extent(self, along: Along, text: Block) -> float:
        """How far a number reaches out."""
        return text.width if self.slot.upright or self._angle(along) else text.height

    @property
    def _near(self) -> float:
        """Farther from the grid where numbers stand at the ends of bars below 0."""
        below = [self.numbers[index].width for index, value, _ in self.spreads if self.numbers and (value or 0.0) < 0]
        return max([super()._near, *(self.style.track_gap + width + self.style.tick_pad for width in below)])

    def depth(self, along: Along) -> float:
        """With the numbers past the ends of bars, and what keeps them apart from what follows."""
        apart = self.style.tick_pad + self.style.clearance
        reach = [
            self.out(value + (spread or 0.0)) + apart + self._extent(along, self.numbers[index])
            for index, value, spread in self.spreads
            if self.numbers and value is not None
        ]
        return max([super().depth(along), *reach])

    def needed_cell(self, turn: int) -> float:  # noqa: ARG002  # numbers turn by themselves
        """The height of the numbers."""
        return max((text.height for text in self.numbers), default=0.0)

    @property
    def spreads(self) -> Iterator[tuple[int, float | None, float | None]]:
        """At the ends of bars."""
        return chain.from_iterable(
            zip(range(len(ends)), ends, bar.spreads, strict=True)
            for bar, ends in zip(self.plan.bars, self._ends, strict=True)
        )


def bars_band(setting: Setting, plan: Bars) -> BarsBand:
    """Measure the texts of bars."""
    numbers = tuple(block(setting.face, text, setting.style.base) for text in plan.texts)
    return BarsBand(plan, *measured(setting, plan), numbers)
