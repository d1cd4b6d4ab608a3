"""Texts along an axis, one a cell, with a heading."""

from collections.abc import Iterator
from functools import cached_property

from heatfig.layout.band import Along, Band
from heatfig.layout.edge import Edge
from heatfig.layout.scene.items import Item
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import Style
from heatfig.layout.texts.anchor import alignment, pinned
from heatfig.layout.texts.block import Block, block
from heatfig.layout.tracks.heading import End, EndName, heading_end, turned_name
from heatfig.plan.tracks.row_texts import RowTexts
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class RowTextsBand(Band):
    """Texts beside their cells, aligned at the grid; upright where they are wider than the cells below them."""

    texts: tuple[tuple[int, Block], ...]
    heading: Block | None
    turned: EndName | None
    end: End
    slot: Slot
    style: Style

    @property
    def _gap(self) -> float:
        """So wide that columns of texts stand apart."""
        return 2 * self.style.track_gap

    @cached_property
    def _widest(self) -> float:
        return max((text.width for _, text in self.texts), default=0.0)

    @cached_property
    def _highest(self) -> float:
        return max((text.height for _, text in self.texts), default=0.0)

    def _angle(self, along: Along) -> float:
        return 0.0 if self.slot.upright or self._widest + 2 * self.style.clearance <= along.cells.cell else 90.0

    def needed_cell(self, turn: int) -> float:  # noqa: ARG002  # turns by itself
        """The height of a line."""
        return self._highest

    def depth(self, along: Along) -> float:
        """A gap, and the widest text."""
        return self._gap + self._across(along)

    def _across(self, along: Along) -> float:
        """The widest text, or the heading."""
        level = not self.slot.upright and self._angle(along) == 0
        across = self._highest if level else self._widest
        if self.turned is not None:
            return max(across, 2 * self.turned.half)
        if self.heading is not None:
            return max(across, self.heading.width if self.slot.upright else self.heading.height)
        return across

    def beyond(self, along: Along) -> float:
        """A heading that is turned."""
        return self.turned.beyond(self._across(along) / 2) if self.turned is not None else 0.0

    def overhang(self, along: Along) -> tuple[float, float]:  # noqa: ARG002  # the heading alone sticks out
        """The heading."""
        if self.turned is not None:
            return self.end.overhang(self.turned.past)
        if self.heading is None:
            return 0.0, 0.0
        long = self.heading.height if self.slot.upright else self.heading.width
        return self.end.overhang(self._heading_gap + long)

    @property
    def _heading_gap(self) -> float:
        """Before the heading: at the side as before tick labels, with which it stands in line."""
        return self.style.label_gap if self.slot.upright else self.style.tick_pad

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The texts and their heading."""
        angle, side, out = self._angle(along), self.slot.side, self._gap
        align = alignment(side, angle)
        for index, text in self.texts:
            pivot, _ = pinned(text, side, angle, out + self._indent(text))
            at = edge.point(along.cells.center(index), 0)
            yield from text.text_runs(self.slot.role("text", index), at, pivot, angle, align, ink)
        if self.turned is not None:
            middle = self._gap + self._across(along) / 2
            yield from self.turned.draw(self.slot.role("text heading"), along.cells, edge, middle, ink)
        elif self.heading is not None:
            yield from self._draw_heading(self.heading, along, edge, ink)

    def _indent(self, text: Block) -> float:
        """How far beyond the gap a text begins that is aligned otherwise than towards the grid."""
        if not self.slot.upright or text.style.align is None:
            return 0.0
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[text.style.align]
        return (self._widest - text.width) * (share if self.slot.side == "right" else 1 - share)

    def _draw_heading(self, heading: Block, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """Past the last text, aligned as the texts are."""
        middle = (heading.top + heading.bottom) / 2
        if self.slot.upright:
            past = self._heading_gap + heading.height / 2
            pivot = (heading.width if self.slot.side == "left" else 0.0, middle)
            out = self._gap
        else:
            past, out = self._heading_gap, self._gap + heading.height / 2
            pivot = (0.0 if self.end.last else heading.width, middle)
        at = edge.point(self.end.at(along.cells, past), out)
        yield from heading.text_runs(self.slot.role("text heading"), at, pivot, 0, 0.5, ink)


def row_texts_band(setting: Setting, plan: RowTexts) -> RowTextsBand:
    """Measure texts and their heading."""
    face, style = setting.face, setting.style
    texts = tuple((index, block(face, text, style.base)) for index, text in enumerate(plan.texts) if text)
    heading = block(face, plan.label, style.base) if plan.label else None
    end = heading_end(setting)
    turned = turned_name(heading, end, setting.slot.side, style.label_gap)
    return RowTextsBand(texts, heading, turned, end, setting.slot, style)
