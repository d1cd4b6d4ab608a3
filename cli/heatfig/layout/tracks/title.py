"""Titles, of a panel or of the figure."""

from collections.abc import Iterator
from dataclasses import field, replace
from functools import cached_property

from heatfig.layout.band import Along, FreeBand
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import Style
from heatfig.layout.texts.block import ALIGNED, Block, block
from heatfig.layout.texts.typeface import Typeface
from heatfig.layout.texts.wrapping import longest_word, wrapped
from heatfig.plan.text import PLAIN, Text, TextStyle
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class TitleBand(FreeBand):
    """A title over the middle of what it lies along, or where its style says, wrapped where there is less room.

    A tag stands on its first line, where the panel begins.
    """

    text: Text
    tag: Block | None
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
        return self.style.title_pad + self._height(along)

    def _height(self, along: Along) -> float:
        return max(self._block(along).turned(0.0)[2], self.tag.height if self.tag else 0.0)

    def length(self, along: Along) -> float:
        """The width of the text."""
        return self._block(along).turned(0.0)[1]

    @cached_property
    def least_length(self) -> float:
        """The width of the longest word."""
        return longest_word(self.face, self.text, self.style.title)

    def overhang(self, along: Along) -> tuple[float, float]:
        """How far the text sticks out at either end, moved clear of a tag."""
        low = self._start(along)
        return max(0.0, -low), max(0.0, low + self.length(along) - along.cells.length)

    def _start(self, along: Along) -> float:
        """Where the text begins."""
        align = (self.text.style or PLAIN).align
        spare = along.cells.length - self.length(along)
        start = spare * (ALIGNED[align] if align and spare > 0 else 0.5)
        return start if self.tag is None else max(start, self.tag.width + self.style.tag_gap - along.lead)

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The text, and the tag on its first line."""
        text = self._block(along)
        if self.text:
            turn, wide, high = text.turned(0.0)
            at = edge.point(self._start(along) + wide / 2, self.style.title_pad + high / 2)
            pivot = (text.width / 2, (text.top + text.bottom) / 2)
            yield from text.text_runs(self.slot.role("title"), at, pivot, turn, 0.5, ink)
        if self.tag is not None:
            at = edge.point(-along.lead, self.depth(along) - self.tag.height / 2)
            pivot = (0.0, (self.tag.top + self.tag.bottom) / 2)
            yield from self.tag.text_runs(self.slot.role("tag"), at, pivot, 0.0, 0.0, ink)


def title_band(setting: Setting) -> TitleBand:
    """Measure the title of a panel, or of the figure; a tag stands before one that is under a panel."""
    face, style, slot = setting.face, setting.style, setting.slot
    if slot.panel is None:
        return TitleBand(setting.plan.title, None, face, slot, style)
    title, tag = setting.panel.title, setting.panel.tag
    if slot.side == "top" and tag:
        return TitleBand(title, block(face, replace(tag, style=TextStyle(bold=True)), style.title), face, slot, style)
    caption = replace(title, content=" ".join(filter(None, (tag.content, title.content))))
    return TitleBand(caption, None, face, slot, style)
