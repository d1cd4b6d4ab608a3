"""Strips: a category's colour beside each cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from heatfig.layout.band import Along, Band, Slot
from heatfig.layout.edge import Edge
from heatfig.layout.scene import Item
from heatfig.layout.style import BLEED, Style
from heatfig.plan.tracks.strip import Strip
from heatfig.runtime.arrays import RGB


@dataclass(frozen=True)
class StripBand(Band):
    """A strip of one colour a cell or, where cells are split, one a part."""

    plan: Strip
    slot: Slot
    style: Style

    def depth(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """A gap and the strip."""
        return self.style.strip_gap + self.style.strip

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:  # noqa: ARG002  # has colours of its own
        """Rectangles that lie exactly beside their cells, each reaching under the next."""
        cells, out = along.cells, (self.style.strip_gap, self.style.strip_gap + self.style.strip)
        for index, colors in enumerate(self.plan.colors):
            width = (cells.ends[index] - cells.starts[index]) / len(colors)
            for part, color in enumerate(colors):
                low = cells.starts[index] + part * width
                bleed = 0.0 if part + 1 == len(colors) and cells.last_of_run(index) else BLEED
                yield edge.rect(self.slot.role("strip", index, part), (low, low + width + bleed), out, color)
