"""Titles, of a panel or of the figure."""

from collections.abc import Iterator
from dataclasses import dataclass

from heatfig.layout.band import Along, FreeBand, Setting, Slot
from heatfig.layout.block import Block, block
from heatfig.layout.edge import Edge
from heatfig.layout.scene import Item
from heatfig.layout.style import Style
from heatfig.runtime.arrays import RGB


@dataclass(frozen=True)
class TitleBand(FreeBand):
    """A title, in the middle of what it lies along."""

    text: Block
    slot: Slot
    style: Style

    def depth(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """A gap and the text."""
        return self.style.title_pad + self.text.height

    def length(self, along: Along) -> float:  # noqa: ARG002  # texts do not stretch
        """The width of the text."""
        return self.text.width

    @property
    def least_length(self) -> float:
        """The width of the text."""
        return self.text.width

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The text."""
        at = edge.point(along.cells.length / 2, self.style.title_pad + self.text.height / 2)
        pivot = (self.text.width / 2, (self.text.top + self.text.bottom) / 2)
        turn = 90.0 if edge.upright else 0.0
        yield from self.text.words(self.slot.role("title"), at, pivot, turn, 0.5, ink)


def title_band(setting: Setting) -> TitleBand:
    """Measure the title of a panel, or of the figure."""
    if setting.slot.panel is None:
        text, size = setting.plan.title, setting.style.title
    else:
        text, size = setting.panel.title, setting.style.panel_title
    return TitleBand(block(setting.face, text, size), setting.slot, setting.style)
