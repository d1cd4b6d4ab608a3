"""The legend: swatches with their meaning, in rows or in a column."""

from collections.abc import Iterator
from functools import cached_property

from heatfig.layout.band import Along, FreeBand, Setting, Slot
from heatfig.layout.block import Block, block
from heatfig.layout.edge import Edge
from heatfig.layout.hatch import hatch_lines
from heatfig.layout.scene import Item, Lines, Point, Rect
from heatfig.layout.style import HAIRLINE, Style
from heatfig.plan.guides.legend import Legend, LegendEntry, SampleEntry
from heatfig.plan.tracks.guide import GuideTrack
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass


@dataclass(frozen=True)
class LegendBand(FreeBand):
    """The legend's entries with their texts measured."""

    entries: tuple[tuple[LegendEntry | SampleEntry, Block], ...]
    samples: tuple[Block | None, ...]
    across: int | None
    follows: bool
    slot: Slot
    style: Style

    @property
    def _size(self) -> float:
        """The side of a swatch."""
        return self.style.base

    def _columns(self, room: float) -> list[float]:
        """Widths of as many columns of entries as stand side by side in that room; one where it is upright."""
        widths = [self._width(text) for _, text in self.entries]
        if self.across is not None:
            count = min(self.across, len(widths))
            return [max(widths[first::count]) for first in range(count)]
        # As many as there were room for if all were as wide as the least, and one more.
        most = int(min(len(widths), 1 + room / (min(widths) + self.style.entry_gap)))
        for count in range(1 if self.slot.upright else most, 1, -1):
            columns = [max(widths[first::count]) for first in range(count)]
            if sum(columns) + self.style.entry_gap * (count - 1) <= room + 1e-6:
                return columns
        return [max(widths)]

    def _extent(self, room: float) -> tuple[float, float]:
        """Width and height of the legend in that room."""
        columns = self._columns(room)
        rows = -(-len(self.entries) // len(columns))
        return sum(columns) + self.style.entry_gap * (len(columns) - 1), rows * self._row_height

    def depth(self, along: Along) -> float:
        """A gap, and its width or height."""
        width, height = self._extent(along.room)
        return self._gap + (width if self.slot.upright else height)

    @property
    def _gap(self) -> float:
        """2 mm, or 4 mm where it follows another guide, up to the first swatch."""
        slack = 0.0 if self.slot.upright else (self._row_height - self._size) / 2
        return self.style.guide_gap * (2 if self.follows else 1) - slack

    def length(self, along: Along) -> float:
        """Its height or width."""
        width, height = self._extent(along.room)
        return height if self.slot.upright else width

    @property
    def least_length(self) -> float:
        """The widest entry, or as many as are to stand side by side."""
        columns = self._columns(0.0)
        return sum(columns) + self.style.entry_gap * (len(columns) - 1)

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """A swatch and a text for each entry, row by row."""
        columns, middle = self._columns(along.room), along.cells.length / 2
        reach = self.length(along) / 2
        near, far = (edge.point(middle - reach, out) for out in (self._gap, self.depth(along)))
        left, top = min(near[0], far[0]), min(near[1], far[1])
        for index, (entry, text) in enumerate(self.entries):
            row, column = divmod(index, len(columns))
            x = left + sum(columns[:column]) + self.style.entry_gap * column
            y = top + (row + 0.5) * self._row_height
            yield from self._draw_entry(index, entry, text, (x, y), ink)

    def _draw_entry(
        self, index: int, entry: LegendEntry | SampleEntry, text: Block, at: Point, ink: RGB
    ) -> Iterator[Item]:
        role, sample = self.slot.role, self.samples[index]
        if isinstance(entry, LegendEntry):
            yield from self._draw_swatch(index, entry, at, ink)
        elif sample is not None:
            start = at[0] + self._key - sample.width, at[1]  # beside its meaning, as wide as others are
            yield from sample.words(role("legend sample", index), start, (0, sample.middle), 0, 0, ink)
        where = (at[0] + self._key + self.style.swatch_gap, at[1])
        yield from text.words(role("legend label", index), where, (0, text.middle), 0, 0, ink)

    def _draw_swatch(self, index: int, entry: LegendEntry, at: Point, ink: RGB) -> Iterator[Item]:
        role, size = self.slot.role, self._size
        swatch = Rect(role("legend swatch", index), at[0] + self._key - size, at[1] - size / 2, size, size, entry.color)
        yield swatch
        if entry.hatch != "none":
            yield hatch_lines(role("legend hatch", index), swatch, entry.hatch)
        left, top, right, bottom = swatch.x, swatch.y, swatch.x + size, swatch.y + size
        outline = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
        yield Lines(role("legend swatch outline", index), (outline,), ink, HAIRLINE)

    @cached_property
    def _key(self) -> float:
        """The width of the widest swatch or sample."""
        swatch = self._size if any(isinstance(entry, LegendEntry) for entry, _ in self.entries) else 0.0
        return max([swatch, *(sample.width for sample in self.samples if sample is not None)])

    def _width(self, text: Block) -> float:
        return self._key + self.style.swatch_gap + text.width

    @cached_property
    def _row_height(self) -> float:
        return max([self._size * 1.6, *(text.height * 1.15 for _, text in self.entries)])


def legend_band(setting: Setting, plan: Legend) -> LegendBand:
    """Measure a legend."""
    entries = tuple((entry, block(setting.face, entry.text, setting.style.base)) for entry in plan.entries)
    samples = tuple(
        block(setting.face, entry.sample, setting.style.base) if isinstance(entry, SampleEntry) else None
        for entry in plan.entries
    )
    before = setting.plan.beside.at(setting.slot.side)[: setting.slot.track]
    follows = any(isinstance(track, GuideTrack) for track in before)
    return LegendBand(entries, samples, plan.across, follows, setting.slot, setting.style)
