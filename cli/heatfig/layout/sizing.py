"""Cell size and tick-label angles: from the size asked for, or such that the texts fit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from heatfig.layout.cells import annotation_room
from heatfig.layout.colorbar import BarBlocks
from heatfig.layout.page import Angles, Blocks, Cell, Page
from heatfig.layout.panel import PanelBlocks
from heatfig.layout.problems import Misfit, Misfits
from heatfig.layout.style import SMALLEST_TEXT
from heatfig.layout.typeface import Typeface
from heatfig.origin import Origin

GRIDS_SIDE = 420.0
LARGEST_GRID, SMALLEST_GRID = 240.0, 96.0
LARGEST_CELL = 36.0
SMALLEST_PART = 8.0
SQUARE_UP_TO = 1.6
ROOMY = 1.15
_MM = 25.4 / 72
_EXACT = 1e-9


@dataclass(frozen=True)
class Sizer:
    """Finds the page for measured blocks."""

    face: Typeface
    blocks: Blocks

    def page(self) -> Page:
        """The first page, by the angles of its tick labels, on which they all fit; raises Misfits if there is none."""
        for turn in range(3):
            page = self._sized(self._angles(turn))
            misfits = list(self._tight(page))
            if not misfits:
                break
        misfits += self._tight_annotations(page)
        if misfits:
            raise Misfits(misfits)
        return page

    def annotation_size(self, page: Page) -> float:
        """The largest common size up to the font's at which every annotation fits its cell."""
        base, pad = self.blocks.plan.font_size, self.blocks.style.cell_pad
        size = base
        for panel in self.blocks.panels:
            wide, high = annotation_room(self.face, panel.plan, base)
            if wide:
                x, y = panel.tracks(page.cell)
                part = x.cell / panel.plan.grid.scores.shape[2]
                size = min(size, base * (part - 2 * pad) / wide, base * (y.cell - 2 * pad) / high)
        return size

    def _tight_annotations(self, page: Page) -> Iterator[Misfit]:
        least = min(SMALLEST_TEXT, self.blocks.plan.font_size)
        if self.annotation_size(page) >= least - 1e-9:
            return
        narrow = next(p.plan.annotations for p in self.blocks.panels if p.plan.annotations is not None)
        message = f"the annotations do not fit their cells of {_points(page.cell)} even at {least:g} pt"
        mend = self._mend(page, self._least_cell(page.angles))
        yield Misfit("does-not-fit", message, narrow.origin, f"{mend}, or a shorter format")

    def _angles(self, turn: int) -> Angles:
        def pick(choices: tuple[float, ...]) -> float:
            return choices[min(turn, len(choices) - 1)]

        return tuple((pick(p.x.angles()), pick(p.y.angles())) for p in self.blocks.panels)

    def _sized(self, angles: Angles) -> Page:
        asked, default = self.blocks.plan.size, self._default_cell()
        if asked.cell is not None:
            return Page(self.blocks, asked.cell, angles)
        if asked.width is None:
            return Page(self.blocks, default, angles)
        # Groups at the left turn with the height of their cells, so width and height are found in turns.
        cell = default
        for _ in range(4):
            before = cell
            wide = self._wide(asked.width, cell[1], angles)
            if asked.height is not None:
                cell = (wide, self._high(asked.width, asked.height, wide, angles))
            else:
                cell = (wide, max(wide * default[1] / default[0], self._least_cell(angles)[1]))
            if abs(cell[1] - before[1]) < 1e-9:
                break
        return Page(self.blocks, cell, angles)

    def _wide(self, width: float, high: float, angles: Angles) -> float:
        """The cell width that fills a page width."""
        found = _fill(width, lambda size: Page(self.blocks, (size, high), angles).needed_width)
        if found is None:
            raise Misfits([self._no_room("width", width, angles)])
        return found

    def _high(self, width: float, height: float, wide: float, angles: Angles) -> float:
        """The cell height that fills a page height."""
        found = _fill(height, lambda size: Page(self.blocks, (wide, size), angles).least_height(width))
        if found is None:
            raise Misfits([self._no_room("height", height, angles)])
        return found

    def _default_cell(self) -> Cell:
        """Square cells that suit the texts, wider than high where the texts are."""
        last = tuple((p.x.angles()[-1], p.y.angles()[-1]) for p in self.blocks.panels)
        room = self.blocks.style.cell_room
        least = self._least_cell(last, self.blocks.plan.font_size, room)
        gap = max(p.plan.gap for p in self.blocks.panels)
        wide, high = ROOMY * least[0], ROOMY * least[1]
        if any(p.plan.annotations is not None for p in self.blocks.panels):
            wide, high = least[0], max(least[1], ROOMY * self._least_cell(last, None)[1])
        parts = max(p.plan.grid.scores.shape[2] for p in self.blocks.panels)
        columns = max(len(p.plan.x.labels) for p in self.blocks.panels)
        rows = max(len(p.plan.y.labels) for p in self.blocks.panels)
        side = min(LARGEST_GRID, max(SMALLEST_GRID, GRIDS_SIDE / self.blocks.plan.columns))
        if parts > 1:
            wide = max(wide, parts * SMALLEST_PART + gap, min(side / columns, LARGEST_CELL) + gap)
            return wide, max(high, min(side / rows, LARGEST_CELL / 2) + gap)
        base = min(side / max(columns, rows), LARGEST_CELL) + gap
        wide, high = max(wide, base), max(high, base)
        if max(wide, high) <= SQUARE_UP_TO * min(wide, high):
            wide = high = max(wide, high)
        return wide, high

    def _least_cell(self, angles: Angles, text: float | None = SMALLEST_TEXT, pad: float | None = None) -> Cell:
        """The smallest cell at which tick labels, groups and annotations of that size fit."""
        pad = self.blocks.style.cell_pad if pad is None else pad
        wide = high = 0.0
        for panel, (x, y) in zip(self.blocks.panels, angles, strict=True):
            wide = max(wide, panel.x.needed_cell(x), _group_room(panel, "x"))
            high = max(high, panel.y.needed_cell(y), _group_room(panel, "y"))
            words = annotation_room(self.face, panel.plan, min(text, self.blocks.plan.font_size)) if text else (0, 0)
            if words[0]:
                wide = max(wide, panel.plan.grid.scores.shape[2] * (words[0] + 2 * pad) + panel.plan.gap)
                high = max(high, words[1] + 2 * pad + panel.plan.gap)
            if not panel.plan.image:
                wide, high = max(wide, panel.plan.gap + 1), max(high, panel.plan.gap + 1)
        return wide, high

    def _tight(self, page: Page) -> Iterator[Misfit]:
        """What does not fit at this cell size."""
        for panel, angles in zip(self.blocks.panels, page.angles, strict=True):
            tracks = panel.tracks(page.cell)
            if panel.plan.gap and min(track.cell for track in tracks) < 0.5:
                message = f"a gap of {panel.plan.gap:.1f} pt leaves nothing of cells of {_points(page.cell)}"
                origin = Origin(panel.plan.title.origin.panel, ("gap",))
                yield Misfit("does-not-fit", message, origin, "a smaller gap or larger cells")
                continue
            if panel.bar is not None and panel.bar.too_close(tracks[panel.bar.upright].length):
                yield _crowded(panel.bar)
            for name, axis, angle, size, track in zip("xy", (panel.x, panel.y), angles, page.cell, tracks, strict=True):
                needed, first, second = axis.closest(angle)
                if needed > size + 1e-6:
                    pair = f"'{axis.plan.labels[first]}' and '{axis.plan.labels[second]}'"
                    message = (
                        f"the {name} tick labels {pair} meet: they need {needed:.1f} pt a cell and have {size:.1f}"
                    )
                    yield self._misfit(page, message, panel, "axes", name)
                over = axis.group_overflow(track)
                if over is not None:
                    text = axis.plan.groups[over[0]].text.content
                    message = f"the group label '{text}' needs {over[1]:.1f} pt along its cells"
                    yield self._misfit(page, message, panel, "axes", name, "group")
        bar = self.blocks.bar
        if bar is not None and bar.too_close(page.panels_height if bar.upright else page.panels_width):
            yield _crowded(bar)

    def _misfit(self, page: Page, message: str, panel: PanelBlocks, *path: str) -> Misfit:
        asked = self.blocks.plan.size
        sized = asked.cell is not None or asked.width is not None
        origin = Origin(None, ("size",)) if sized else Origin(panel.plan.title.origin.panel, path)
        hint = f"{self._mend(page, self._least_cell(page.angles))}, a smaller font, or shorter or fewer labels"
        return Misfit("does-not-fit", message, origin, hint)

    def _mend(self, page: Page, least: Cell) -> str:
        """The size that would do, in the words in which the spec gives it."""
        asked = self.blocks.plan.size
        cell = (max(least[0], page.cell[0]), max(least[1], page.cell[1]))
        if asked.width is None:
            return f"a cell of at least {_points((least[0] + 0.05, least[1] + 0.05))}"
        enough = Page(self.blocks, (least[0], cell[1]) if least[0] > page.cell[0] else cell, page.angles)
        width = max(asked.width, enough.least_width)
        if width > asked.width + 1e-6:
            return f"a page at least {width * _MM + 0.1:.1f}mm wide"
        return f"a page at least {enough.least_height(width) * _MM + 0.1:.1f}mm high"

    def _no_room(self, side: str, given: float, angles: Angles) -> Misfit:
        page = Page(self.blocks, self._least_cell(angles), angles)
        least = page.least_width if side == "width" else page.least_height(self.blocks.plan.size.width or 0)
        message = f"a page {side} of {given * _MM:.1f} mm leaves no room for cells beside the texts"
        return Misfit("does-not-fit", message, Origin(None, ("size", side)), f"at least {least * _MM + 0.1:.1f}mm")


def _crowded(bar: BarBlocks) -> Misfit:
    origin = Origin(bar.plan.tick_labels[0].origin.panel, ("colorbar", "ticks"))
    message = f"the ticks of the colorbar stand too close: their labels would need a bar of {bar.least:.0f} pt"
    return Misfit("does-not-fit", message, origin, "fewer ticks, or ticks further apart")


def _fill(room: float, needed: Callable[[float], float]) -> float | None:
    """The largest cell size whose page needs no more than `room`, to a billionth of a point; None if there is none.

    What is needed grows along straight lines but for a few bends and leaps, so that a step along the chord is mostly
    there at once, and steps to the middle see to it that the rest ends soon: 3 pages to measure on a straight line,
    where halving alone takes 60, which was a fifth of the time of a figure.
    """
    low, high = 1e-3, room
    over_low, over_high = needed(low) - room, needed(high) - room
    if over_low > 0:
        return None
    if over_high <= 0:
        return high
    for step in range(120):
        if over_low > -_EXACT or high - low < _EXACT:
            break
        share = (over_low + _EXACT / 2) / (over_low - over_high) if step % 2 == 0 else 0.5
        middle = low + share * (high - low)
        over = needed(middle) - room
        if over <= 0:
            low, over_low = middle, over
        else:
            high, over_high = middle, over
    return low


def _group_room(panel: PanelBlocks, name: str) -> float:
    """The cell size at which every group label fits over its cells."""
    axis = panel.x if name == "x" else panel.y
    if not axis.groups:
        return 0.0
    lengths = [text.width if name == "x" else text.height for text in axis.groups]
    return max(
        (length + 2 * axis.style.clearance + panel.plan.gap) / (group.end - group.first)
        for group, length in zip(axis.plan.groups, lengths, strict=True)
    )


def _points(cell: Cell) -> str:
    return f"{cell[0]:.1f} × {cell[1]:.1f} pt"
