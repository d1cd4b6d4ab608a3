"""The label of an axis."""

from collections.abc import Iterator
from functools import cached_property

from heatfig.layout.band import Along, Band
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import Style
from heatfig.layout.texts.block import ALIGNED, Block, block
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class AxisLabelBand(Band):
    """An axis' label, along the axis unless it is turned otherwise."""

    text: Block
    slot: Slot
    style: Style

    @property
    def _angle(self) -> float:
        return self.text.turned(90.0 if self.slot.upright else 0.0)[0]

    @cached_property
    def _extent(self) -> tuple[float, float]:
        """How far the text reaches along the axis, and across it."""
        _, wide, high = self.text.turned(90.0 if self.slot.upright else 0.0)
        return (high, wide) if self.slot.upright else (wide, high)

    def depth(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """A gap and the text."""
        return self.style.label_pad + self._extent[1]

    def overhang(self, along: Along) -> tuple[float, float]:
        """What of the text is longer than the grid."""
        low = self._center(along) - self._extent[0] / 2
        return max(0.0, -low), max(0.0, low + self._extent[0] - along.cells.length)

    def _center(self, along: Along) -> float:
        """The middle of the grid, or of its part to which the text is aligned; a longer one at the side reaches up."""
        over = self._extent[0] - along.cells.length
        if over > 0:
            return (along.cells.length - (over if self.slot.upright else 0.0)) / 2
        share = ALIGNED[self.text.style.align or "center"]
        share = 1 - share if self.slot.upright else share  # what reads upward begins below
        return self._extent[0] / 2 - over * share

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The text."""
        at = edge.point(self._center(along), self.style.label_pad + self._extent[1] / 2)
        pivot = (self.text.width / 2, (self.text.top + self.text.bottom) / 2)
        yield from self.text.text_runs(self.slot.role("axis label"), at, pivot, self._angle, 0.5, ink)


def axis_label_band(setting: Setting) -> AxisLabelBand:
    """Measure the label of the axis along which it lies."""
    text = block(setting.face, setting.axis.label, setting.style.axis_label)
    return AxisLabelBand(text, setting.slot, setting.style)
