"""Titles, of a panel or of the figure."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from heatfig.layout.band import Along, FreeBand, Setting, Slot
from heatfig.layout.block import Block, longest_word, wrapped
from heatfig.layout.edge import Edge
from heatfig.layout.scene import Item
from heatfig.layout.style import Style
from heatfig.layout.typeface import Typeface
from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB


@dataclass(frozen=True)
class TitleBand(FreeBand):
    """A title in the middle of what it lies along, wrapped where that, or the page, is narrower."""

    text: Text
    face: Typeface
    slot: Slot
    style: Style
    _blocks: dict[float, Block] = field(default_factory=dict, repr=False, compare=False)

    def _block(self, along: Along) -> Block:
        """The title in its lines; remembered, as every cell size that is tried asks."""
        room = max(along.room, self.least_length)
        if room not in self._blocks:
            self._blocks[room] = wrapped(self.face, self.text, self.style.title, room)
        return self._blocks[room]

    def depth(self, along: Along) -> float:
        """A gap and the text."""
        return self.style.title_pad + self._block(along).height

    def length(self, along: Along) -> float:
        """The width of the text."""
        return self._block(along).width

    @property
    def least_length(self) -> float:
        """The width of the longest word."""
        return longest_word(self.face, self.text, self.style.title)

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The text."""
        text = self._block(along)
        at = edge.point(along.cells.length / 2, self.style.title_pad + text.height / 2)
        pivot = (text.width / 2, (text.top + text.bottom) / 2)
        turn = 90.0 if edge.upright else 0.0
        yield from text.words(self.slot.role("title"), at, pivot, turn, 0.5, ink)


def title_band(setting: Setting) -> TitleBand:
    """Measure the title of a panel, or of the figure."""
    text = setting.plan.title if setting.slot.panel is None else setting.panel.title
    return TitleBand(text, setting.face, setting.slot, setting.style)
