"""A legend of sizes: shapes as large as those in the cells, each with its number, in a column or in a row."""

from collections.abc import Iterator
from functools import cached_property
from math import fsum  # as `sum`, which rounds otherwise since Python 3.12

from heatfig.layout.band import Along, FreeBand
from heatfig.layout.edge import Edge
from heatfig.layout.grid.shapes import FULL, Part, extent, shape_in
from heatfig.layout.scene.items import Item, Point
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.style import Style
from heatfig.layout.texts.block import Block, block
from heatfig.plan.guides.sizes import SizeLegend
from heatfig.plan.shapes import SizeScale
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

SHAPE: RGB = (128, 128, 128)
ROOM = 1.5  # for a number, in its height
ROW = 1.15  # of a column, in the extent of its shape


@dataclass(frozen=True)
class SizesBand(FreeBand):
    """The entries of a legend of sizes with their texts measured."""

    plan: SizeLegend
    scale: SizeScale
    heading: Block | None
    texts: tuple[Block, ...]
    gap: float
    slot: Slot
    style: Style

    def depth(self, along: Along) -> float:
        """A gap, and its width or height."""
        wide, high = self._extent(along.part)
        return self.gap + (wide if self.slot.upright else high)

    def length(self, along: Along) -> float:
        """Its height or width."""
        wide, high = self._extent(along.part)
        return high if self.slot.upright else wide

    @property
    def least_length(self) -> float:
        """Its texts."""
        texts = fsum(text.width + self.style.entry_gap for text in self.texts)
        return self._before + texts

    @cached_property
    def _heading(self) -> Part:
        return (0.0, 0.0) if self.heading is None else (self.heading.width, self.heading.height)

    @property
    def _before(self) -> float:
        """How far the first entry begins below the top of the heading, or after its beginning."""
        if self.heading is None:
            return 0.0
        if self.slot.upright:
            return self.heading.height + self.style.label_pad
        return self.heading.width + self.style.entry_gap

    def _extent(self, part: Part) -> Part:
        """Width and height of the whole."""
        rooms, (wide, high) = self._rooms(part), self._heading
        widths, heights = zip(*rooms, strict=True)
        if self.slot.upright:
            return max(wide, *widths), self._before + fsum(heights)
        return self._before + fsum(widths) + self.style.entry_gap * (len(rooms) - 1), max(high, *heights)

    def _rooms(self, part: Part) -> list[Part]:
        """Width and height of each entry."""
        high = [
            max(shape[1] * ROW, text.height * ROOM) for shape, text in zip(self._shapes(part), self.texts, strict=True)
        ]
        wide = [
            room + self.style.swatch_gap + text.width for room, text in zip(self._keys(part), self.texts, strict=True)
        ]
        return list(zip(wide, high, strict=True))

    def _shapes(self, part: Part) -> list[Part]:
        return [extent(self.plan.shape, part, self.scale.share(entry.number)) for entry in self.plan.entries]

    def _keys(self, part: Part) -> list[float]:
        """The width of the room for each shape; in a column that of the widest."""
        wide = [wide for wide, _ in self._shapes(part)]
        return [max(wide)] * len(wide) if self.slot.upright else wide

    def _starts(self, part: Part) -> Iterator[Point]:
        """Where each entry begins, in the middle of its height, from the upper left corner."""
        at, (_, high) = self._before, self._extent(part)
        for width, height in self._rooms(part):
            yield (0.0, at + height / 2) if self.slot.upright else (at, high / 2)
            at += height if self.slot.upright else width + self.style.entry_gap

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """The heading, then a shape and a number for each entry."""
        middle, reach = along.cells.length / 2, self.length(along) / 2
        corners = [edge.point(middle - reach, out) for out in (self.gap, self.depth(along))]
        left, top = (min(at) for at in zip(*corners, strict=True))
        if self.heading is not None:
            down = self._heading[1] / 2 if self.slot.upright else self._extent(along.part)[1] / 2
            pivot = (0.0, self.heading.middle)
            yield from self.heading.text_runs(self.slot.role("sizes label"), (left, top + down), pivot, 0, 0, ink)
        for index, (x, y) in enumerate(self._starts(along.part)):
            yield from self._draw_entry(index, along.part, (left + x, top + y), ink)

    def _draw_entry(self, index: int, part: Part, at: Point, ink: RGB) -> Iterator[Item]:
        """A shape in its room, which begins at that point, and the number after it."""
        room, (_, high) = self._keys(part)[index], self._shapes(part)[index]
        share, text = self.scale.share(self.plan.entries[index].number), self.texts[index]
        box = (at[0], at[1] - high / FULL / 2, room, high / FULL)
        yield shape_in(self.plan, self.slot.role("sizes shape", index), box, part, share, self.plan.fill or SHAPE, ink)
        where = (at[0] + room + self.style.swatch_gap, at[1])
        yield from text.text_runs(self.slot.role("sizes text", index), where, (0, text.middle), 0, 0, ink)


def sizes_band(setting: Setting, plan: SizeLegend) -> SizesBand:
    """Measure a legend of sizes."""
    face, style = setting.face, setting.style
    heading = block(face, plan.label, style.axis_label) if plan.label else None
    texts = tuple(block(face, entry.text, style.base) for entry in plan.entries)
    return SizesBand(
        plan, setting.plan.size_scale_by_id[plan.scale], heading, texts, setting.guide_gap, setting.slot, style
    )
