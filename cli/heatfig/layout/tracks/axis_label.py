"""The label of an axis."""

from collections.abc import Iterator
from dataclasses import dataclass

from heatfig.layout.band import Along, Band, Setting, Slot
from heatfig.layout.block import Block, block
from heatfig.layout.edge import Edge
from heatfig.layout.scene import Item
from heatfig.layout.style import Style
from heatfig.runtime.arrays import RGB


@dataclass(frozen=True)
class AxisLabelBand(Band):
    """An axis' label, along the axis."""

    text: Block
    slot: Slot
    style: Style

    def depth(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """A gap and the text."""
        return self.style.label_pad + self.text.height

    def overhang(self, along: Along) -> tuple[float, float]:
        """What of the text is longer than the grid."""
        low = self._center(along) - self.text.width / 2
        return max(0.0, -low), max(0.0, low + self.text.width - along.cells.length)

    def _center(self, along: Along) -> float:
        """The middle of the grid; a longer label at the side reaches up only, clear of the one below."""
        over = max(0.0, self.text.width - along.cells.length) / 2
        return along.cells.length / 2 - (over if self.slot.upright else 0.0)

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The text."""
        at = edge.point(self._center(along), self.style.label_pad + self.text.height / 2)
        pivot = (self.text.width / 2, (self.text.top + self.text.bottom) / 2)
        turn = 90.0 if self.slot.upright else 0.0
        yield from self.text.words(self.slot.role("axis label"), at, pivot, turn, 0.5, ink)


def axis_label_band(setting: Setting) -> AxisLabelBand:
    """Measure the label of the axis along which it lies."""
    text = block(setting.face, setting.axis.label, setting.style.axis_label)
    return AxisLabelBand(text, setting.slot, setting.style)
