"""Titles, of a panel or of the figure."""

from collections.abc import Iterator
from dataclasses import dataclass

from heatfig.layout.band import Along, FreeBand, Setting, Slot
from heatfig.layout.block import Block, block
from heatfig.layout.edge import Edge
from heatfig.layout.scene import Item
from heatfig.layout.style import Style
from heatfig.plan.text import Text
from heatfig.runtime.arrays import RGB


@dataclass(frozen=True)
class TitleBand(FreeBand):
    """A title, in the middle of what it lies along; a tag over a panel begins where that does."""

    text: Block
    tag: Block | None
    slot: Slot
    style: Style

    def depth(self, along: Along) -> float:  # noqa: ARG002  # the same along any cells
        """A gap and the text."""
        return self.style.title_pad + self._height

    @property
    def _height(self) -> float:
        return max(self.text.height, self.tag.height if self.tag else 0.0)

    def length(self, along: Along) -> float:  # noqa: ARG002  # texts do not stretch
        """The width of the text."""
        return self.text.width

    @property
    def least_length(self) -> float:
        """The width of the text."""
        return self.text.width

    def overhang(self, along: Along) -> tuple[float, float]:
        """How far the text sticks out at either end, moved clear of a tag."""
        low = self._start(along)
        return max(0.0, -low), max(0.0, low + self.text.width - along.cells.length)

    def _start(self, along: Along) -> float:
        """Where the text begins."""
        middle = (along.cells.length - self.text.width) / 2
        return middle if self.tag is None else max(middle, self.tag.width + self.style.tag_gap - along.lead)

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The text, and the tag on its line."""
        turn = 90.0 if edge.upright else 0.0
        out = self.style.title_pad + self._height / 2
        if self.text.lines[0][0]:
            at = edge.point(self._start(along) + self.text.width / 2, out)
            pivot = (self.text.width / 2, (self.text.top + self.text.bottom) / 2)
            yield from self.text.words(self.slot.role("title"), at, pivot, turn, 0.5, ink)
        if self.tag is not None:
            pivot = (0.0, (self.tag.top + self.tag.bottom) / 2)
            yield from self.tag.words(self.slot.role("tag"), edge.point(-along.lead, out), pivot, turn, 0.0, ink)


def title_band(setting: Setting) -> TitleBand:
    """Measure the title of a panel, or of the figure; a tag stands before one that is under a panel."""
    face, style, slot = setting.face, setting.style, setting.slot
    if slot.panel is None:
        return TitleBand(block(face, setting.plan.title, style.title), None, slot, style)
    title, tag = setting.panel.title, setting.panel.tag
    if slot.side == "top" and tag:
        return TitleBand(block(face, title, style.panel_title), block(face, tag, style.panel_title, True), slot, style)
    caption = Text(" ".join(filter(None, (tag.content, title.content))), title.math)
    return TitleBand(block(face, caption, style.panel_title), None, slot, style)
