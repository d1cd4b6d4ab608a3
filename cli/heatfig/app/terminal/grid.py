"""A panel as lines of text for a terminal: cells in their colours, or in shades where there is no colour."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rich.cells import cell_len, set_cell_size
from rich.style import Style
from rich.text import Text

from heatfig.app.terminal.characters import BOLD, centered, fitted, missing_marks, names, shade
from heatfig.plan.color_scale import ColorScale
from heatfig.plan.grid import MASKED, SCORED
from heatfig.plan.panel import PanelPlan
from heatfig.plan.tracks.strip import Strip
from heatfig.runtime.arrays import RGB, Bytes
from heatfig.runtime.deferred import dataclass
from heatfig.scales.colors import WHITE, hex_color
from heatfig.scales.contrast import black_or_white_on
from heatfig.scales.sides import Side

Texts = NDArray[np.object_]
NARROW = 4


@dataclass(frozen=True, eq=False)
class TerminalGrid:
    """A panel and the room for it, in columns of the terminal; without `color` cells are shades and texts alone."""

    panel: PanelPlan
    scale: ColorScale
    room: int
    color: bool

    def lines(self) -> Iterator[Text]:
        """Blocks of as many columns as stand side by side, each with the labels of its rows and columns."""
        count = len(self.panel.x.keys)
        for first in range(0, count, self.fitting):
            columns = range(first, min(first + self.fitting, count))
            yield from self._head(columns)
            yield from self._body(columns)
        if not self.named:
            numbered = (f"{index + 1} {name}" for index, name in enumerate(names(self.panel.x)))
            yield Text("  ".join(numbered), style="dim")

    @cached_property
    def fitting(self) -> int:
        """How many columns stand side by side."""
        return max(1, (self.room - self.label_width) // (self.cell_width + 1))

    @property
    def height(self) -> int:
        """How many lines cells take."""
        return len(self.panel.y.keys) * -(-len(self.panel.x.keys) // self.fitting)

    @cached_property
    def texts(self) -> Texts | None:
        """The annotations; where there are no styles those in bold have a mark."""
        cells = self.panel.texts
        if cells is None or self.color:
            return None if cells is None else cells.texts
        return np.where(cells.bold, cells.texts + BOLD, cells.texts)

    @cached_property
    def part_width(self) -> int:
        """Of the text of one part of a cell, with a space apart where there are several."""
        texts = () if self.texts is None else self.texts.ravel().tolist()
        parts = len(self.panel.parts)
        return max(NARROW if parts == 1 else 2, *(len(text) + (parts > 1) for text in texts), 0)

    @cached_property
    def named(self) -> bool:
        """Whether columns have their names above them; else numbers, which a line below explains."""
        longest = max(map(cell_len, names(self.panel.x)))
        return longest <= self._parts_width or (longest + 1) * len(self.panel.x.keys) <= self.room - self.label_width

    @property
    def _parts_width(self) -> int:
        return self.part_width * len(self.panel.parts)

    @cached_property
    def cell_width(self) -> int:
        """Of a cell or of what stands above it."""
        heads = names(self.panel.x) if self.named else [str(len(self.panel.x.keys))]
        return max(self._parts_width, *map(cell_len, heads))

    @cached_property
    def label_width(self) -> int:
        """Of the labels of the rows; a third of the terminal at most."""
        texts = [
            *names(self.panel.y),
            self.panel.y.label.content,
            *(group.text.content for group in self.panel.y.groups),
        ]
        return min(max(map(cell_len, texts)), self.room // 3)

    @cached_property
    def colors(self) -> Bytes:
        """Of every part of every cell."""
        return self.panel.cell_colors(self.scale)

    def _group_names(self, columns: range) -> Iterator[str]:
        """The name of each group of columns, as wide as these are together."""
        for group in self.panel.x.groups:
            count = min(group.end, columns.stop) - max(group.first, columns.start)
            if count > 0:
                yield set_cell_size(group.text.content, count * (self.cell_width + 1) - 1)

    def _head(self, columns: range) -> Iterator[Text]:
        axis = self.panel.x
        if axis.label:
            yield Text(f"{'':{self.label_width}} {axis.label.content}", style="dim")
        if axis.groups:
            yield Text(f"{'':{self.label_width}} ") + Text(" ".join(self._group_names(columns)), style="bold")
        for strip in self._strips("top", "bottom"):
            yield self._strip(strip, columns)
        shown = names(axis)
        heads = (centered(shown[column] if self.named else str(column + 1), self.cell_width) for column in columns)
        yield Text(fitted(self.panel.y.label.content, self.label_width) + " ", style="dim") + Text(
            " ".join(heads), style="not dim"
        )

    def _strip(self, strip: Strip, columns: range) -> Text:
        line = Text(f"{'':{self.label_width}}")
        for column in columns:
            line.append(" ")
            shares = len(strip.colors[column])
            for color, meaning in zip(strip.colors[column], strip.meanings[column], strict=True):
                line.append(set_cell_size(meaning, self.cell_width // shares), self._paint(color or WHITE))
            line.append(" " * (self.cell_width % shares))
        return line

    def _strips(self, *sides: Side) -> list[Strip]:
        return [track for side, track in self.panel.beside if side in sides and isinstance(track, Strip)]

    def _body(self, columns: range) -> Iterator[Text]:
        headings = {group.first: group.text.content for group in self.panel.y.groups}
        for row, label in enumerate(names(self.panel.y)):
            if row in headings:
                yield Text(headings[row], style="bold")
            line = Text(fitted(label, self.label_width))
            for column in columns:
                line.append(" ")
                line.append_text(self._cell(row, column))
            for strip in self._strips("left", "right"):
                line.append(" ")
                color, meaning = strip.colors[row][0] or WHITE, strip.meanings[row][0]
                line.append(set_cell_size(meaning, NARROW), self._paint(color))
            yield line

    def _cell(self, row: int, column: int) -> Text:
        cell = Text()
        for part in range(len(self.panel.parts)):
            at = (row, column, part)
            style = Style() if self.panel.grid.kinds[at] == MASKED else self._paint(self.colors[at], self._bold(at))
            cell.append(centered(self._content(at), self.part_width), style)
        spare = self.cell_width - self._parts_width
        return Text(" " * (spare // 2)) + cell + Text(" " * (spare - spare // 2))

    def _content(self, at: tuple[int, int, int]) -> str:
        kind = int(self.panel.grid.kinds[at])
        if kind == MASKED:
            return ""
        if kind != SCORED:
            return missing_marks(self.panel)[kind] * 2
        if self.texts is not None:
            return str(self.texts[at])
        if self.panel.value.categories:
            return fitted(self.panel.value.categories[int(self.panel.grid.scores[at])], self.part_width)
        return "" if self.color else shade(self.scale, self.panel.grid.scores[at]) * self.part_width

    def _bold(self, at: tuple[int, int, int]) -> bool:
        return self.panel.texts is not None and bool(self.panel.texts.bold[at])

    def _paint(self, color: RGB | Bytes, bold: bool = False) -> Style:
        """A text's style on a colour: black or white, whichever reads better."""
        if not self.color:
            return Style()
        ink = hex_color(black_or_white_on(color))
        return Style(color=ink, bgcolor=hex_color(color), bold=bold or None)
