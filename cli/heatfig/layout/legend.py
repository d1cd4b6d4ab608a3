"""The legend: swatches with their meaning, in rows or in a column."""

from collections.abc import Iterator
from dataclasses import dataclass

from heatfig.layout.block import Block, block
from heatfig.layout.cells import hatch_lines
from heatfig.layout.scene import Item, Lines, Point, Rect
from heatfig.layout.style import HAIRLINE, Style
from heatfig.layout.typeface import Typeface
from heatfig.plan.figure import FigurePlan, LegendEntry
from heatfig.runtime.arrays import RGB


@dataclass(frozen=True)
class LegendBlocks:
    """The legend's entries with their texts measured."""

    entries: tuple[tuple[LegendEntry, Block], ...]
    upright: bool
    style: Style

    @property
    def size(self) -> float:
        """The side of a swatch."""
        return self.style.base

    def columns(self, width: float) -> list[float]:
        """Widths of as many columns of entries as stand side by side in that room; one where it is upright."""
        widths = [self._width(text) for _, text in self.entries]
        for count in range(1 if self.upright else len(widths), 1, -1):
            columns = [max(widths[first::count]) for first in range(count)]
            if sum(columns) + self.style.entry_gap * (count - 1) <= width:
                return columns
        return [max(widths)]

    def extent(self, width: float) -> tuple[float, float]:
        """Width and height of the legend in that room."""
        columns = self.columns(width)
        rows = -(-len(self.entries) // len(columns))
        return sum(columns) + self.style.entry_gap * (len(columns) - 1), rows * self._row_height

    @property
    def least_width(self) -> float:
        """The widest entry."""
        return max((self._width(text) for _, text in self.entries), default=0.0)

    def draw(self, at: Point, width: float, color: RGB) -> Iterator[Item]:
        """Items for a legend whose upper left corner is at `at`, in rows across that width."""
        columns = self.columns(width)
        for index, (entry, text) in enumerate(self.entries):
            row, column = divmod(index, len(columns))
            x = at[0] + sum(columns[:column]) + self.style.entry_gap * column
            y = at[1] + (row + 0.5) * self._row_height
            yield from self._draw_entry(index, entry, text, (x, y), color)

    def _draw_entry(self, index: int, entry: LegendEntry, text: Block, at: Point, color: RGB) -> Iterator[Item]:
        swatch = Rect(f"legend swatch {index}", at[0], at[1] - self.size / 2, self.size, self.size, entry.color)
        yield swatch
        if entry.hatch != "none":
            yield hatch_lines(f"hatch legend swatch {index}", swatch, entry.hatch)
        left, top, right, bottom = swatch.x, swatch.y, swatch.x + self.size, swatch.y + self.size
        outline = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
        yield Lines(f"legend swatch outline {index}", (outline,), color, HAIRLINE)
        yield from text.words(
            f"legend label {index}", (right + self.style.swatch_gap, at[1]), (0, text.middle), 0, 0, color
        )

    def _width(self, text: Block) -> float:
        return self.size + self.style.swatch_gap + text.width

    @property
    def _row_height(self) -> float:
        return max([self.size * 1.6, *(text.height * 1.15 for _, text in self.entries)])


def legend_blocks(face: Typeface, plan: FigurePlan, style: Style) -> LegendBlocks | None:
    """Measure the legend, if the plan has one."""
    if not plan.legend:
        return None
    entries = tuple((entry, block(face, entry.text, plan.font_size)) for entry in plan.legend)
    return LegendBlocks(entries, plan.legend_side in {"left", "right"}, style)
