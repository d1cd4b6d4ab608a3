"""The legend: swatches with their meaning, in rows or in a column."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import groupby, pairwise
from math import fsum  # as `sum`, which rounds otherwise since Python 3.12

from heatfig.layout.band import Along, FreeBand
from heatfig.layout.edge import Edge
from heatfig.layout.grid.hatch import hatch_lines
from heatfig.layout.scene.items import Item, Lines, Point, Rect
from heatfig.layout.setting import Setting, Slot
from heatfig.layout.stroke import stroked
from heatfig.layout.style import HAIRLINE, Style
from heatfig.layout.texts.block import Block, block
from heatfig.plan.guides.legend import Legend, LegendEntry, SampleEntry
from heatfig.plan.text import Stroke
from heatfig.runtime.arrays import RGB
from heatfig.runtime.deferred import dataclass

HALF = 0.5  # of a row
FINEST = 0.12  # of a swatch: how wide a broken line around it is at most


@dataclass(frozen=True)
class LegendBand(FreeBand):
    """The legend's entries with their texts measured."""

    entries: tuple[tuple[LegendEntry | SampleEntry, Block], ...]
    samples: tuple[Block | None, ...]
    headings: dict[int, Block]  # by the number of their group
    across: int | None
    gap: float
    slot: Slot
    style: Style

    @property
    def _size(self) -> float:
        """The side of a swatch."""
        return self.style.base

    @cached_property
    def _groups(self) -> list[list[int]]:
        """The entries under each heading, and those without one."""
        headed = groupby(range(len(self.entries)), lambda index: self.entries[index][0].heading)
        return [list(members) for _, members in headed]

    @cached_property
    def _lead(self) -> float:
        """The room of headings before their rows; beside a grid they stand over them."""
        wide = max([0.0, *(heading.width for heading in self.headings.values())])
        return wide + self.style.entry_gap if wide and not self.slot.upright else 0.0

    def _in_columns(self, count: int) -> list[float]:
        """Widths of so many columns of entries."""
        widths = [[self._width(self.entries[index][1]) for index in members] for members in self._groups]
        return [max([0.0, *(width for group in widths for width in group[at::count])]) for at in range(count)]

    def _columns(self, room: float) -> list[float]:
        """Widths of as many columns of entries as stand side by side in that room; one where it is upright."""
        widths = [self._width(text) for _, text in self.entries]
        longest, room = max(map(len, self._groups)), room - self._lead
        if self.across is not None:
            return self._in_columns(min(self.across, longest))
        # As many as there were room for if all were as wide as the least, and one more.
        most = int(min(longest, 1 + max(0.0, room) / (min(widths) + self.style.entry_gap)))
        for count in range(1 if self.slot.upright else most, 1, -1):
            columns = self._in_columns(count)
            if fsum(columns) + self.style.entry_gap * (count - 1) <= room + 1e-6:
                return columns
        return [max(widths)]

    def _starts(self, count: int) -> list[float]:
        """The row, from the first, in which the entries of each group begin, and at last how many there are.

        Beside a grid a heading has a row of its own, half a row behind what stands before it.
        """
        starts, row = list[float](), 0.0
        for number, members in enumerate(self._groups):
            row += HALF if self.slot.upright and self.headings and number else 0.0
            row += 1.0 if self.slot.upright and number in self.headings else 0.0
            starts.append(row)
            row += -(-len(members) // count)
        return [*starts, row]

    def _extent(self, room: float) -> tuple[float, float]:
        """Width and height of the legend in that room."""
        columns = self._columns(room)
        wide = self._lead + fsum(columns) + self.style.entry_gap * (len(columns) - 1)
        if self.slot.upright:
            wide = max([wide, *(heading.width for heading in self.headings.values())])
        return wide, self._starts(len(columns))[-1] * self._row_height

    def depth(self, along: Along) -> float:
        """A gap, and its width or height."""
        width, height = self._extent(along.room)
        return self._gap + (width if self.slot.upright else height)

    @property
    def _gap(self) -> float:
        """2 mm, or 4 mm where it follows another guide, up to the first swatch."""
        slack = 0.0 if self.slot.upright else (self._row_height - self._size) / 2
        return self.gap - slack

    def length(self, along: Along) -> float:
        """Its height or width."""
        width, height = self._extent(along.room)
        return height if self.slot.upright else width

    @property
    def least_length(self) -> float:
        """The widest entry, or as many as are to stand side by side."""
        columns = self._columns(0.0)
        return self._lead + fsum(columns) + self.style.entry_gap * (len(columns) - 1)

    def draw(self, along: Along, edge: Edge, ink: RGB) -> Iterator[Item]:
        """A swatch and a text for each entry, row by row."""
        columns, middle = self._columns(along.room), along.cells.length / 2
        reach = self.length(along) / 2
        near, far = (edge.point(middle - reach, out) for out in (self._gap, self.depth(along)))
        left, top = min(near[0], far[0]), min(near[1], far[1])
        for number, (first, members) in enumerate(zip(self._starts(len(columns)), self._groups, strict=False)):
            yield from self._draw_heading(number, (left, top + (first + HALF) * self._row_height), ink)
            for place, index in enumerate(members):
                row, column = divmod(place, len(columns))
                x = left + self._lead + fsum(columns[:column]) + self.style.entry_gap * column
                y = top + (first + row + HALF) * self._row_height
                yield from self._draw_entry(index, *self.entries[index], (x, y), ink)

    def _draw_heading(self, number: int, at: Point, ink: RGB) -> Iterator[Item]:
        """A heading before the first row of its group or, beside a grid, over it."""
        if number in self.headings:
            heading, role = self.headings[number], self.slot.role("legend heading", number)
            where = (at[0], at[1] - self._row_height) if self.slot.upright else at
            yield from heading.text_runs(role, where, (0, heading.middle), 0, 0, ink)

    def _draw_entry(
        self, index: int, entry: LegendEntry | SampleEntry, text: Block, at: Point, ink: RGB
    ) -> Iterator[Item]:
        role, sample = self.slot.role, self.samples[index]
        if isinstance(entry, LegendEntry):
            yield from self._draw_swatch(index, entry, at, ink)
        elif sample is not None:
            start = at[0] + self._key - sample.width, at[1]  # beside its meaning, as wide as others are
            yield from sample.text_runs(role("legend sample", index), start, (0, sample.middle), 0, 0, ink)
        where = (at[0] + self._key + self.style.swatch_gap, at[1])
        yield from text.text_runs(role("legend label", index), where, (0, text.middle), 0, 0, ink)

    def _draw_swatch(self, index: int, entry: LegendEntry, at: Point, ink: RGB) -> Iterator[Item]:
        role, size = self.slot.role, self._size
        swatch = Rect(role("legend swatch", index), at[0] + self._key - size, at[1] - size / 2, size, size, entry.color)
        yield swatch
        if entry.hatch != "none":
            yield hatch_lines(role("legend hatch", index), swatch, entry.hatch)
        stroke = entry.stroke or Stroke(HAIRLINE)
        if stroke.dash != "solid":
            stroke = replace(stroke, width=min(stroke.width, FINEST * size))
        inset = 0.0 if entry.stroke is None else stroke.width / 2
        left, top, right, bottom = swatch.x + inset, swatch.y + inset, swatch.x + size - inset, swatch.y + size - inset
        outline = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
        yield _around(stroked(role("legend swatch outline", index), (outline,), stroke, ink), right - left)

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


def _around(line: Lines, side: float) -> Lines:
    """A line around a swatch; a broken one with whole dashes or dots on each side, and one in each corner."""
    if not line.dashes:
        return line
    (corners,), (on, off) = line.strokes, line.dashes
    count = max(1, round((side - on) / (on + off)))
    scale = side / (count * (on + off) + on)
    return replace(line, strokes=tuple(pairwise(corners)), dashes=(on * scale, off * scale))


def legend_band(setting: Setting, plan: Legend) -> LegendBand:
    """Measure a legend."""
    entries = tuple((entry, block(setting.face, entry.text, setting.style.base)) for entry in plan.entries)
    samples = tuple(
        block(setting.face, entry.sample, setting.style.base) if isinstance(entry, SampleEntry) else None
        for entry in plan.entries
    )
    named = [heading for heading, _ in groupby(entry.heading for entry in plan.entries)]
    headings = {
        number: block(setting.face, heading, setting.style.base) for number, heading in enumerate(named) if heading
    }
    return LegendBand(entries, samples, headings, plan.across, setting.guide_gap, setting.slot, setting.style)
